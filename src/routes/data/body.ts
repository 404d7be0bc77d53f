import type { PackageFile } from '#lib/formats/web/addresses.ts';
import type { Database } from '#lib/server/data/database.ts';
import { packageFile } from './package-files.ts';
import { changesFile, dcatFile, versionList } from './version-files.ts';

/** Whether a file may change without new data: it tells which older versions can still be had. */
export const isVolatile = (file: PackageFile): boolean =>
	file === 'versions.json' || file === 'dcat.jsonld';

/** What /data/ answers with for a file of that name. */
export async function bodyOf(
	db: Database,
	url: URL,
	file: PackageFile
): Promise<string | Uint8Array> {
	switch (file) {
		case 'versions.json':
			return versionList(db, url);
		case 'dcat.jsonld':
			return dcatFile(db, url);
		case 'changes.csv':
			return changesFile(db);
		default:
			return packageFile(db, url, file);
	}
}
