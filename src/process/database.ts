import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isReplaceable, madeOf } from '#db/file.ts';
import { isCurrent, readPackage } from '#db/source.ts';
import { versionFile } from '#db/path.ts';
import { databaseFile, root, StartError } from './project.ts';

/**
 * Loads the data package when the file is missing or holds an older one. A fault in the data is
 * printed and the old file served on: readers should not pay for an editor's slip.
 *
 * @throws {StartError} if there is a fault and no old file
 */
export function loadDatabase(): void {
	if (isLoaded()) return;
	const { status } = spawnSync(process.execPath, [join(root, 'db', 'load.ts'), '--if-stale'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (status === 0) return;
	// What the file is not, the load has said already.
	if (!isReplaceable(databaseFile())) throw new StartError('The server does not start.');
	if (!existsSync(databaseFile()))
		throw new StartError('There is no database to serve until the data load.');
	console.error(`Warning: the data could not be loaded; ${databaseFile()} is served as it was.`);
}

/** Whether there is nothing to load, and nothing to keep or to delete of older versions. */
function isLoaded(): boolean {
	if (process.env['KEEP_VERSIONS']) return false;
	try {
		const path = databaseFile();
		const version = madeOf(path)?.version;
		return (
			version !== undefined &&
			existsSync(versionFile(path, version)) &&
			isCurrent(readPackage(), path)
		);
	} catch {
		// Why the package cannot be read, the load says.
		return false;
	}
}
