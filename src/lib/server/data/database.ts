import { databasePath } from '#db/path.ts';
import { openCopy, type Database, type Opened } from '#db/open.ts';
import { fileIdOf } from '#db/file.ts';

export type { Database };

/** A request that began before a reload may still be reading the old data. */
const graceMilliseconds = 10_000;

/** A file that could not be read is tried again after this time, or at once when it changes. */
const retryMilliseconds = 1000;

/** The data in service, and the file they came from. */
let current: { stamp: string; opened: Opened } | undefined;

let last: { stamp: string | undefined; at: number } | undefined;

/**
 * The data as the file on disk has them now. A load renames a new file over the old one; the next
 * call notices and reads it, so a running server needs no restart. While the file is missing,
 * damaged or locked, the last sound data stay in service.
 *
 * @returns undefined as long as there never was a readable file
 */
export function database(path = databasePath()): Database | undefined {
	const stamp = fileIdOf(path);
	if (stamp === undefined || stamp === current?.stamp) return current?.opened.db;
	const now = performance.now();
	const isNew = stamp !== last?.stamp;
	if (!isNew && last && now - last.at < retryMilliseconds) return current?.opened.db;
	last = { stamp, at: now };
	try {
		const opened = openCopy(path);
		if (current) setTimeout(current.opened.close, graceMilliseconds).unref();
		current = { stamp, opened };
	} catch (error) {
		if (isNew)
			console.error(`The database cannot be read, what was read before stays: ${String(error)}`);
	}
	return current?.opened.db;
}

/** Whether the data in service are those of the file; if not, somebody should look at it. */
export const isCurrent = (path = databasePath()): boolean =>
	current !== undefined && fileIdOf(path) === current.stamp;
