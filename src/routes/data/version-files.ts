import { changesTable } from '#lib/formats/tables/changes-table.ts';
import { toCsv } from '#lib/formats/tables/csv.ts';
import { isPackageFile, packageFiles } from '#lib/formats/web/addresses.ts';
import { toDcat } from '#lib/formats/web/dcat.ts';
import { mediaTypes } from '#lib/formats/extract.ts';
import {
	toVersionList,
	type ListedVersion,
	type VersionLinks
} from '#lib/formats/web/version-list.ts';
import { database, type Database } from '#lib/server/data/database.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { getVersions } from '#lib/server/data/versions.ts';
import { packageInfo } from '#lib/server/pages/package-tables.ts';
import { packageTexts } from '#lib/words/files/api.ts';
import { contentsOf } from '../[lang=lang]/extract-file.ts';
import { wholeView } from './whole.ts';

/* Files of /data/ that tell of versions. They change when one is deleted, and so are made each time. */

/** Where the files of a version are. */
export const versionLinks = (url: URL, version: string): VersionLinks => {
	const at = (name: string) => new URL(`/data/${version}/${name}`, url).href;
	return { zip: at('beistand.zip'), sqlite: at('beistand.sqlite'), changes: at('changes.csv') };
};

/** The list is that of the site as it is now, whichever version's folder it is asked in. */
const listed = (db: Database): ListedVersion[] => getVersions(database() ?? db);

export const versionList = (db: Database, url: URL): string =>
	toVersionList(listed(db), ({ version }) => versionLinks(url, version));

/** What the load of this version changed. */
export function changesFile(db: Database): Uint8Array {
	const { version } = getVersion(db);
	const record = getVersions(db).find((each) => each.version === version);
	return toCsv(changesTable(record?.changes ?? [], version, record?.previous ?? null));
}

export async function dcatFile(db: Database, url: URL): Promise<string> {
	const at = (name: string) => new URL(`/data/${name}`, url).href;
	const forms = (['csv', 'xlsx', 'json'] as const).map((form) => ({
		url: at(`beistand.${form}`),
		mediaType: mediaTypes[form],
		title: packageTexts['beistand.csv']
	}));
	const files = (['beistand.zip', 'beistand.sqlite', 'codes.csv'] as const)
		.filter(isPackageFile)
		.map((name) => ({ url: at(name), mediaType: packageFiles[name], title: packageTexts[name] }));
	const others = listed(db)
		.filter(({ isKept, version }) => isKept && version !== getVersion(db).version)
		.map(({ version }) => versionLinks(url, version).zip);
	const contents = contentsOf(await wholeView(db, url));
	return toDcat(packageInfo, contents, [...forms, ...files], others);
}
