import Driver from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import * as schema from './schema.ts';

/** An open database. Only this file knows which driver is behind it. */
export type Database = BetterSQLite3Database<typeof schema>;

/** An open database with the two things that Drizzle does not offer. */
export interface Opened {
	db: Database;
	/** Runs several statements of plain SQL. */
	run(statements: string): void;
	close(): void;
}

/** Opens a finished file for reading. @throws if it is not there or is no database. */
export function openFile(path: string): Opened {
	const driver = new Driver(path, { readonly: true, fileMustExist: true });
	try {
		// A file that is no database, or half of one, is noticed at the first question that needs the
		// missing page, not when it is opened. The check reads a few hundred pages, once a file.
		if (driver.pragma('quick_check', { simple: true }) !== 'ok')
			throw new Error(`Expected a sound database, got a damaged one: ${path}`);
	} catch (error) {
		driver.close();
		throw error;
	}
	return opened(driver);
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
