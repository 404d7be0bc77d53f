import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { is } from 'drizzle-orm';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
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
 * locked, does not reach a reader, and no file stays open. What is returned has every table and column
 * that this code reads.
 *
 * @throws if it is not there, is damaged, has another schema, or somebody is writing it at the moment
 */
export function openCopy(path: string): Opened {
	const isLarge = statSync(path).size > largestCopy;
	const file = openFile(path, { timeout: 0 });
	try {
		if (isLarge) return assertReadable(file);
		const bytes = file.db.$client.serialize();
		// Backup tools set WAL mode. A copy in memory has no log, and SQLite opens none that names one:
		// bytes 18 and 19 of the file say how it is written and read (1: rollback journal).
		bytes[18] = bytes[19] = 1;
		const copy = opened(new Driver(bytes, { readonly: true }));
		file.close();
		return assertReadable(copy);
	} catch (error) {
		if (file.db.$client.open) file.close();
		throw error;
	}
}

/** Asks every table for every column, and closes what cannot answer. @throws naming what is missing */
function assertReadable(data: Opened): Opened {
	try {
		for (const table of Object.values(schema))
			if (is(table, SQLiteTable)) data.db.select().from(table).limit(1).all();
		if (!data.db.select().from(schema.dataVersion).get())
			throw new Error('Expected a data version, got an empty table');
		return data;
	} catch (error) {
		data.close();
		throw error;
	}
}

/** Stands at byte 68 of every file that a load makes ("Beis"). */
const applicationId = 0x42656973;

/** What a load may replace: nothing, an empty file, or a database that a load of this project made. */
export function isReplaceable(path: string): boolean {
	const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	if (size === 0) return true;
	const head = Buffer.alloc(100);
	const file = openSync(path, 'r');
	try {
		readSync(file, head, 0, 100, 0);
	} finally {
		closeSync(file);
	}
	if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') return false;
	if (head.readUInt32BE(68) === applicationId) return true;
	// Files of earlier versions bear no mark, but have our table.
	try {
		openFile(path).close();
		return true;
	} catch {
		return false;
	}
}

/** Makes a new file, or with ':memory:' a database that nobody else sees. Foreign keys count at the commit. */
export function create(path: string): Opened {
	const driver = new Driver(path);
	// Nobody reads the file before it is complete and renamed, so a journal would only cost time.
	driver.pragma('journal_mode = OFF');
	driver.pragma('foreign_keys = ON');
	driver.pragma(`application_id = ${applicationId}`);
	return opened(driver);
}

/**
 * Runs work that only one process at a time may do; others wait. The lock is the operating system's, taken
 * through SQLite: a killed process holds it no longer.
 *
 * @param path of a file for the lock alone
 * @throws what the work throws, and the driver's error if others hold the lock for ten minutes
 */
export function exclusively(path: string, work: () => void): void {
	const driver = new Driver(path, { timeout: 600_000 });
	try {
		driver.exec('BEGIN EXCLUSIVE');
		work();
	} finally {
		driver.close();
	}
}

const opened = (driver: Driver.Database): Opened => ({
	db: drizzle(driver, { schema }),
	run: (statements) => void driver.exec(statements),
	close: () => void driver.close()
});
