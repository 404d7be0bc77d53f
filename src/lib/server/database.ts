import { statSync } from 'node:fs';
import { databasePath } from '#db/path.ts';
import { openFile, type Database, type Opened } from '#db/open.ts';

export type { Database };

/** A request that began before a reload may still be reading the old file. */
const graceMilliseconds = 10_000;

let current: { stamp: string; opened: Opened } | undefined;

/**
 * The database as it is on disk now. A load renames a new file over the old one; the next call
 * notices and opens it, so a running server needs no restart.
 *
 * @returns undefined while there is no readable file; the next call looks again
 */
export function database(path = databasePath()): Database | undefined {
	const stamp = stampOf(path);
	if (stamp !== undefined && stamp === current?.stamp) return current.opened.db;
	if (current) setTimeout(current.opened.close, graceMilliseconds).unref();
	current = undefined;
	if (stamp === undefined) return undefined;
	try {
		current = { stamp, opened: openFile(path) };
	} catch {
		return undefined;
	}
	return current.opened.db;
}

/** Which file stands there: inode, size and time of change. A rename gives another inode. */
function stampOf(path: string): string | undefined {
	const stat = statSync(path, { throwIfNoEntry: false });
	return stat && [path, stat.ino, stat.size, stat.mtimeMs].join();
}
