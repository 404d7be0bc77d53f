/** How a version of the data is named: the day of the package and the start of its hash. */
const name = String.raw`\d{4}-\d{2}-\d{2}\.[0-9a-f]{12}`;
const inPath = new RegExp(`^/data/(${name})(?=/)`);
const whole = new RegExp(`^${name}$`);

/** What besides pages may be asked for in an older version: files and pictures. */
const file = /\.(csv|csv-metadata\.json|xlsx|json|md|ris|bib|svg|png)$/;

export const isVersion = (text: string): boolean => whole.test(text);

/** `/data/2026-11-24.3fa9c1b2d4e5/codes.csv` is `/data/codes.csv` of that version. */
export const withoutVersion = (path: string): string => path.replace(inPath, '/data');

/** The version that an address of a file names, in its path or as `v`; undefined: the one in service. */
export function versionIn({ pathname, searchParams }: URL): string | undefined {
	const [, inFolder] = inPath.exec(pathname) ?? [];
	if (inFolder) return inFolder;
	const asked = searchParams.get('v');
	return asked !== null && isVersion(asked) && file.test(pathname) ? asked : undefined;
}
