import { statSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import * as schema from './schema.ts';

/** An open database. Only this file knows which driver is behind it. */
export type Database = BetterSQLite3Database<typeof schema>;

/** An open database with the two things that Drizzle does not offer. */
export interface Opened {
	db: Database & { $client: Driver.Database };
	/** Runs several statements of plain SQL. */
	run(statements: string): void;
	close(): void;
}

/**
 * Opens a finished file for reading.
 *
 * @param timeout milliseconds to wait for somebody who is writing it
 * @param table one that such a file has
 * @throws if it is not there, is no database or stays locked
 */
export function openFile(path: string, { timeout = 5000, table = 'data_version' } = {}): Opened {
	const driver = new Driver(path, { readonly: true, fileMustExist: true, timeout });
	try {
		// A file that is no database, or half of one, is noticed at the first question that needs the
		// missing page, not when it is opened. The check reads a few hundred pages, once a file.
		if (driver.pragma('quick_check', { simple: true }) !== 'ok')
			throw new Error(`Expected a sound database, got a damaged one: ${path}`);
		// A file of no bytes is a sound database too, with nothing in it.
		driver.prepare(`SELECT 1 FROM ${table}`).get();
	} catch (error) {
		driver.close();
		throw error;
	}
	return opened(driver);
}

/** Above this a file is read where it lies; a copy in memory would cost more than it saves. */
const largestCopy = 256 * 2 ** 20;

/**
 * A finished file, read into memory: whatever happens to it afterwards, be it cut short, replaced or
 * locked, does not reach a reader, and no file stays open.
 *
 * @throws if it is not there, is damaged, or somebody is writing it at the moment
 */
export function openCopy(path: string): Opened {
	if (statSync(path).size > largestCopy) return openFile(path);
	const file = openFile(path, { timeout: 0 });
	try {
		return opened(new Driver(file.db.$client.serialize(), { readonly: true }));
	} finally {
		file.close();
	}
}

/** Makes a new file, or with ':memory:' a database that nobody else sees. Foreign keys count at the commit. */
export function create(path: string): Opened {
	const driver = new Driver(path);
	// Nobody reads the file before it is complete and renamed, so a journal would only cost time.
	driver.pragma('journal_mode = OFF');
	driver.pragma('foreign_keys = ON');
	return opened(driver);
}

const opened = (driver: Driver.Database): Opened => ({
	db: drizzle(driver, { schema }),
	run: (statements) => void driver.exec(statements),
	close: () => void driver.close()
});
