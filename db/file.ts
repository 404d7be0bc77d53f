import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Driver from 'better-sqlite3';

/*
 * The file as a file, without Drizzle: a server that starts asks about it before anything reads it, and
 * Drizzle's modules take longer to load than everything else that a start needs.
 */

/** Which file stands at a path: inode, size and time of change. A rename gives another inode. */
export function fileIdOf(path: string): string | undefined {
	try {
		const { ino, size, mtimeMs } = statSync(path);
		return [path, ino, size, mtimeMs].join();
	} catch {
		return undefined;
	}
}

export interface OpenOptions {
	/** Milliseconds to wait for somebody who is writing it. */
	timeout?: number;
	/** A table that such a file has. */
	table?: string;
}

/**
 * Opens a finished file for reading.
 *
 * @throws if it is not there, is no database or stays locked
 */
export function openDriver(
	path: string,
	{ timeout = 5000, table = 'data_version' }: OpenOptions = {}
): Driver.Database {
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
	return driver;
}

/** Stands at byte 68 of every file that a load makes ("Beis"). */
export const applicationId = 0x42656973;

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
		openDriver(path).close();
		return true;
	} catch {
		return false;
	}
}

/** Of what a file was made: its data version, the hash of the package, and a number for the program. */
export interface Made {
	version: string;
	hash: string;
	maker: number;
}

/** @returns undefined for what cannot be read */
export function madeOf(path: string): Made | undefined {
	try {
		const driver = openDriver(path);
		try {
			const made = driver.prepare(
				'SELECT version, hash, user_version AS maker FROM data_version, pragma_user_version'
			);
			return made.get() as Made | undefined;
		} finally {
			driver.close();
		}
	} catch {
		return undefined;
	}
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
