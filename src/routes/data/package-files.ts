import type { Database } from '#lib/server/data/database.ts';
import type { PackageFile } from '#lib/formats/web/addresses.ts';
import { inSlices } from '#lib/concurrency/in-slices.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { csvBlocks } from '#lib/formats/tables/csv.ts';
import { toCsvw } from '#lib/formats/tables/csvw.ts';
import { codesTable } from '#lib/formats/tables/codes-table.ts';
import { ddiPath, toDdi } from '#lib/formats/package/ddi.ts';
import type { Resource } from '#lib/formats/package/frictionless.ts';
import { toCff, toDataPackage, toReadme } from '#lib/formats/package/package.ts';
import { press } from '#lib/formats/press-pool.ts';
import { tidyRecords } from '#lib/formats/tables/table.ts';
import { toBibtex, toCsl, toRis } from '#lib/formats/cite/reference.ts';
import { viewReference } from '#lib/formats/cite/view-citation.ts';
import { fileBytes } from '#lib/server/data/file-bytes.ts';
import { dumpTables, packageInfo } from '#lib/server/pages/package-tables.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { packageTexts } from '#lib/words/files/api.ts';
import type { Lang } from '#lib/words/lang.ts';
import { faults } from '#lib/words/site.ts';
import { contentsOf } from '../[lang=lang]/extract-file.ts';
import { problem, reply, savedAs } from '../reply.ts';
import { addressed, anyOrigin, unaddressed, type Unaddressed } from './any-origin.ts';
import { keep, keepFor, wholeView } from './whole.ts';

/** One of the files that /data/ holds. */
export async function packageFile(
	db: Database,
	url: URL,
	name: PackageFile
): Promise<string | Uint8Array> {
	if (name === 'beistand.sqlite') return fileBytes(db);
	const { file, paths } = await packageFilesOf(db, url);
	if (name !== 'beistand.zip') return file(name) ?? '';
	return keepFor(db, url, name, () =>
		press.run('archive', new Map(paths.map((path) => [path, file(path)!])))
	);
}

/** The files of the data package for one address of the site. */
interface PackageFiles {
	/** In the order of the archive. */
	paths: string[];
	file(path: string): string | Buffer | undefined;
}

async function packageFilesOf(db: Database, url: URL): Promise<PackageFiles> {
	const { texts, resources } = await keep(db, 'package', () => textFiles(db));
	const file = (path: string) => {
		const parts = texts.get(path);
		return parts && addressed(parts, url.origin);
	};
	/** The one file that depends on how long the address is: it tells the bytes of the others. */
	const descriptor = async (): Promise<string> => {
		const sizes = resources.map(({ path }) => [path, file(path)?.length ?? 0] as const);
		const contents = contentsOf(await wholeView(db, url));
		return toDataPackage(packageInfo, contents, resources, new Map(sizes));
	};
	const described = await keepFor(db, url, 'datapackage.json', descriptor);
	return {
		paths: [...texts.keys()],
		file: (path) => (path === 'datapackage.json' ? described : file(path))
	};
}

/**
 * A file in a folder of the data package, at an address of its own.
 *
 * @param name what it is saved as, without version and extension
 */
export async function packagePart(
	{ locals: { db, lang }, url }: { locals: { db: Database; lang: Lang }; url: URL },
	path: string,
	type: string,
	name: string[]
): Promise<Response> {
	const { file, paths } = await packageFilesOf(db, url);
	const body = file(path);
	const [folder = '', extension = ''] = path.split(/\/.*\./);
	if (body === undefined)
		return problem(404, faults.noPage[lang], lang, {
			possible: paths
				.filter((each) => each.startsWith(`${folder}/`))
				.map((each) => new URL(`/data/${each}`, url).href)
		});
	return reply({ body, type, saveAs: savedAs(url, name, getVersion(db).version, extension) });
}

/** All figures in one file, what their codes mean, and the tables behind them; without the site's address. */
async function textFiles(
	db: Database
): Promise<{ texts: Map<string, Unaddressed>; resources: Resource[] }> {
	const contents = contentsOf(await wholeView(db, new URL(anyOrigin)));
	const figures = tidyRecords(contents.rows, contents);
	const dumped = await inSlices(dumpTables(db));
	const resources = [
		{
			name: 'beistand',
			path: 'beistand.csv',
			about: `${packageTexts['beistand.csv'].en}, with the labels of all codes`,
			table: figures
		},
		{
			name: 'codes',
			path: 'codes.csv',
			about: packageTexts['codes.csv'].en,
			table: codesTable(contents.dictionary)
		},
		...dumped.map(({ name, about, columns, records, key, references }) => ({
			name,
			path: `tables/${name}.csv`,
			about,
			table: { columns, records, key },
			references
		}))
	];
	const texts = new Map<string, Unaddressed>();
	for (const { path, table } of resources)
		texts.set(path, unaddressed(Buffer.concat(await inSlices(csvBlocks(table)))));
	const reference = viewReference(contents, 'en');
	for (const [path, text] of [
		// In the archive the description stands beside its CSV, so its address is relative.
		['beistand.csv-metadata.json', toCsvw(contents, figures, 'beistand.csv', 'default')],
		['datapackage.json', ''],
		['README.md', toReadme(packageInfo, contents, resources)],
		['CITATION.cff', toCff(packageInfo, contents)],
		['citation.bib', toBibtex(reference)],
		['citation.ris', toRis(reference)],
		['citation.csl.json', toCsl(reference)],
		...(await inSlices(codebooks(contents)))
	] as const)
		texts.set(path, unaddressed(text));
	// What describes them needs no records.
	const described = resources.map(({ table: { columns, key }, ...each }) => ({
		...each,
		table: { columns, key }
	}));
	return { texts, resources: described };
}

/** A codebook of each survey of which there are figures, by its path. */
function* codebooks(contents: Contents): Generator<[path: string, text: string]> {
	const bySurvey = Map.groupBy(contents.rows, ({ survey }) => survey);
	for (const survey of Object.values(contents.dictionary.surveys)) {
		const own = bySurvey.get(survey.id);
		if (own) yield [ddiPath(survey.id), toDdi(survey, own, contents)];
	}
}
