import { readFileSync, statSync } from 'node:fs';
import { openCopy, openFile, type Database, type Opened } from '#db/open.ts';
import { databasePath, versionFile, versionsPath } from '#db/path.ts';
import { readRecords, type VersionRecord } from '#db/versions/record.ts';
import { keptBytes } from '#db/versions/keep.ts';
import { getVersion } from './version.ts';

/** One loaded version of the data as the site speaks of it. */
export interface DataVersion extends VersionRecord {
	/** Whether it is the one in service. */
	isCurrent: boolean;
	/** Whether its files can still be had. */
	isKept: boolean;
}

let cached: { path: string; changedAt: number; records: VersionRecord[] } | undefined;

/** Records as the folder has them now; a load changes the folder, so it is read again only then. */
function records(path: string): VersionRecord[] {
	const changedAt = statSync(versionsPath(path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (cached?.path !== path || cached.changedAt !== changedAt)
		cached = { path, changedAt, records: readRecords(path) };
	return cached.records;
}

/** Every version that was loaded, the latest first. */
export function getVersions(db: Database, path = databasePath()): DataVersion[] {
	const { version: current } = getVersion(db);
	return records(path).map((record) => ({
		...record,
		isCurrent: record.version === current,
		isKept: record.version === current || keptBytes(path, record.version) !== undefined
	}));
}

/**
 * The database of a version.
 *
 * open: here it is, the one in service or a kept one. gone: the version existed, its file was deleted or
 * is damaged.
 * older: it was made by an earlier state of the program, so that only its file can be given out.
 * unknown: no version of that name was ever loaded here.
 */
export type FoundVersion =
	| { kind: 'open'; db: Database; version: string }
	| { kind: 'gone' | 'older' | 'unknown'; version: string };

/** So many older versions stay open; each is a copy in memory. */
const maxOpen = 4;

/** A request that began before a version was closed may still be reading it. */
const graceMilliseconds = 10_000;

const opening = new Map<string, Opened | 'older' | 'gone'>();

/** @param wanted a data version, or the `v` of an embed, which has a fingerprint behind it */
export function openVersion(db: Database, wanted: string, path = databasePath()): FoundVersion {
	const version = wanted.split('.').slice(0, 2).join('.');
	if (version === getVersion(db).version) return { kind: 'open', db, version };
	// Only what is on record becomes part of a path.
	if (!records(path).some((record) => record.version === version))
		return { kind: 'unknown', version };
	const bytes = keptBytes(path, version);
	if (bytes === undefined) return { kind: 'gone', version };
	const file = versionFile(path, version);
	const key = `${file} ${bytes}`;
	const opened = opening.get(key) ?? tryOpen(file);
	opening.delete(key);
	opening.set(key, opened);
	for (const [oldest, each] of opening) {
		if (opening.size <= maxOpen) break;
		opening.delete(oldest);
		if (typeof each !== 'string') setTimeout(each.close, graceMilliseconds).unref();
	}
	return typeof opened === 'string'
		? { kind: opened, version }
		: { kind: 'open', db: opened.db, version };
}

/** The file with every table and column that this program reads, or why there is none. */
function tryOpen(file: string): Opened | 'older' | 'gone' {
	try {
		return openCopy(file);
	} catch {
		return isSound(file) ? 'older' : 'gone';
	}
}

/** Whether a file is a database of this project, of whatever state of it. */
function isSound(file: string): boolean {
	try {
		openFile(file).close();
		return true;
	} catch (error) {
		console.error(`A kept version of the data cannot be read: ${String(error)}`);
		return false;
	}
}

/** The kept file itself, whatever program made it. @param version one that openVersion found */
export const versionBytes = (version: string, path = databasePath()): Uint8Array =>
	readFileSync(versionFile(path, version));
