import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isReplaceable } from '#db/open.ts';
import { databaseFile, root, StartError } from './project.ts';

/**
 * Loads the data package when the file is missing or holds an older one. A fault in the data is
 * printed and the old file served on: readers should not pay for an editor's slip.
 *
 * @throws {StartError} if there is a fault and no old file
 */
export function loadDatabase(): void {
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
