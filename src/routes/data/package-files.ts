import type { Database } from '#lib/server/data/database.ts';
import type { PackageFile } from '#lib/formats/web/addresses.ts';
import { toCsv } from '#lib/formats/tables/csv.ts';
import { toCsvw } from '#lib/formats/tables/csvw.ts';
import { codesTable } from '#lib/formats/tables/codes-table.ts';
import { ddiPath, toDdi } from '#lib/formats/package/ddi.ts';
import type { Resource } from '#lib/formats/package/frictionless.ts';
import { toCff, toDataPackage, toReadme } from '#lib/formats/package/package.ts';
import { pressArchive } from '#lib/formats/press-pool.ts';
import { tableOf } from '#lib/formats/tables/table.ts';
import { toBibtex, toCsl, toRis } from '#lib/formats/cite/reference.ts';
import { viewReference } from '#lib/formats/cite/view-citation.ts';
import { fileBytes } from '#lib/server/data/file-bytes.ts';
import { dumpTables, packageInfo } from '#lib/server/pages/package-tables.ts';
import { packageTexts } from '#lib/words/files/api.ts';
import { contentsOf } from '../[lang=lang]/extract.ts';
import { keep, wholeView } from './whole.ts';

/** One of the files that /data/ holds. */
export async function packageFile(
	db: Database,
	url: URL,
	name: PackageFile
): Promise<string | Uint8Array> {
	if (name === 'beistand.sqlite') return fileBytes(db);
	const files = await packageFilesOf(db, url);
	return name === 'beistand.zip' ? pressArchive(files) : (files.get(name) ?? '');
}

/** Everything in the data package by its path; made once, since each file needs most of the others. */
export const packageFilesOf = (db: Database, url: URL): Promise<Map<string, string | Buffer>> =>
	keep(db, url, 'package', async () => textFiles(db, url));

/** All figures in one file, what their codes mean, and the tables behind them. */
function textFiles(db: Database, url: URL): Map<string, string | Buffer> {
	const contents = contentsOf(wholeView(db, url));
	const figures = tableOf(contents.rows, contents);
	const codes = codesTable(contents.dictionary);
	const resources: Resource[] = [
		{
			name: 'beistand',
			path: 'beistand.csv',
			about: `${packageTexts['beistand.csv'].en}, with the labels of all codes`,
			table: figures
		},
		{ name: 'codes', path: 'codes.csv', about: packageTexts['codes.csv'].en, table: codes },
		...dumpTables(db).map(({ name, about, columns, records, key, references }) => ({
			name,
			path: `tables/${name}.csv`,
			about,
			table: { columns, records, key },
			references
		}))
	];
	const tables = resources.map(({ path, table }) => [path, toCsv(table)] as const);
	const sizes = new Map(tables.map(([path, bytes]) => [path, bytes.length]));
	const reference = viewReference(contents, 'en');
	const codebooks = Object.values(contents.dictionary.surveys).flatMap((survey) => {
		const own = contents.rows.filter((row) => row.survey === survey.id);
		return own.length > 0 ? [[ddiPath(survey.id), toDdi(survey, own, contents)] as const] : [];
	});
	return new Map<string, string | Buffer>([
		...tables,
		// In the archive the description stands beside its CSV, so its address is relative.
		['beistand.csv-metadata.json', toCsvw(contents, figures, 'beistand.csv', 'default')],
		['datapackage.json', toDataPackage(packageInfo, contents, resources, sizes)],
		['README.md', toReadme(packageInfo, contents, resources)],
		['CITATION.cff', toCff(packageInfo, contents)],
		['citation.bib', toBibtex(reference)],
		['citation.ris', toRis(reference)],
		['citation.csl.json', toCsl(reference)],
		...codebooks
	]);
}
