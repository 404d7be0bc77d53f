/** How a version of the data is named: the day of the package and the start of its hash. */
const name = String.raw`\d{4}-\d{2}-\d{2}\.[0-9a-f]{12}`;
const inPath = new RegExp(`^/data/(${name})(?=/)`);
const whole = new RegExp(`^${name}$`);

/** What besides pages may be asked for in an older version: files of figures, and pictures. */
const file =
	/^\/(?:data|de|en)\/.*\.(?:csv|xlsx|json|jsonld|md|ris|bib|cff|xml|zip|sqlite|svg|png)$/;
const picture = /\.(?:svg|png)$/;

const isVersion = (text: string): boolean => whole.test(text);

/** `/data/2026-11-24.3fa9c1b2d4e5/codes.csv` is `/data/codes.csv` of that version. */
export const withoutVersion = (path: string): string => path.replace(inPath, '/data');

/**
 * The version that an address of a file names, in its path or as `v`; undefined: the one in service.
 *
 * @returns what was written, also where no version has such a name: whoever asks a file for a version
 * never gets another in its place. A picture may bear the pin of an embed, which asks for the present.
 */
export function versionIn({ pathname, searchParams }: URL): string | undefined {
	const [, inFolder] = inPath.exec(pathname) ?? [];
	if (inFolder) return inFolder;
	const asked = searchParams.get('v') ?? '';
	if (asked === '' || !file.test(pathname)) return undefined;
	return isVersion(asked) || !picture.test(pathname) ? asked : undefined;
}
