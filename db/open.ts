import { statSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { is } from 'drizzle-orm';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { applicationId, openDriver, type OpenOptions } from './file.ts';
import * as schema from './schema.ts';

/** An open database. Only this file and file.ts know which driver is behind it. */
export type Database = BetterSQLite3Database<typeof schema>;

/** An open database with the two things that Drizzle does not offer. */
export interface Opened {
	db: Database & { $client: Driver.Database };
	/** Runs several statements of plain SQL. */
	run(statements: string): void;
	close(): void;
}

/** Opens a finished file for reading. @throws if it is not there, is no database or stays locked */
export const openFile = (path: string, options?: OpenOptions): Opened =>
	opened(openDriver(path, options));

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

/** Makes a new file, or with ':memory:' a database that nobody else sees. Foreign keys count at the commit. */
export function create(path: string): Opened {
	const driver = new Driver(path);
	// Nobody reads the file before it is complete and renamed, so a journal would only cost time.
	driver.pragma('journal_mode = OFF');
	driver.pragma('foreign_keys = ON');
	driver.pragma(`application_id = ${applicationId}`);
	return opened(driver);
}

const opened = (driver: Driver.Database): Opened => ({
	db: drizzle(driver, { schema }),
	run: (statements) => void driver.exec(statements),
	close: () => void driver.close()
});
