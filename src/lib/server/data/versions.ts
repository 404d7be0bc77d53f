import { readFileSync, statSync } from 'node:fs';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { is, sql } from 'drizzle-orm';
import { openCopy, type Database, type Opened } from '#db/open.ts';
import { databasePath } from '#db/path.ts';
import * as schema from '#db/schema.ts';
import {
	keptBytes,
	readRecords,
	versionFile,
	versionsPath,
	type FigureChange,
	type TableChange,
	type VersionRecord
} from '#db/versions.ts';
import { getVersion } from './version.ts';

export type { FigureChange, TableChange };

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
 * open: here it is, the one in service or a kept one. gone: the version existed, its file was deleted.
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

const open = new Map<string, Opened>();

/**
 * @param wanted a data version, or the `v` of an embed, which has a fingerprint behind it
 * @throws if the kept file is damaged
 */
export function openVersion(db: Database, wanted: string, path = databasePath()): FoundVersion {
	const version = wanted.split('.').slice(0, 2).join('.');
	if (version === getVersion(db).version) return { kind: 'open', db, version };
	// Only what is on record becomes part of a path.
	if (!records(path).some((record) => record.version === version))
		return { kind: 'unknown', version };
	const file = versionFile(path, version);
	const fileKey = `${file} ${keptBytes(path, version)}`;
	if (keptBytes(path, version) === undefined) return { kind: 'gone', version };
	const opened = open.get(fileKey) ?? openCopy(file);
	open.delete(fileKey);
	open.set(fileKey, opened);
	for (const [key, oldest] of open) {
		if (open.size <= maxOpen) break;
		open.delete(key);
		setTimeout(oldest.close, graceMilliseconds).unref();
	}
	return isReadable(opened.db)
		? { kind: 'open', db: opened.db, version }
		: { kind: 'older', version };
}

/** The kept file itself, whatever program made it. @param version one that openVersion found */
export const versionBytes = (version: string, path = databasePath()): Uint8Array =>
	readFileSync(versionFile(path, version));

const readable = new WeakMap<Database, boolean>();

/** Whether a file has every table and column that this program reads. */
function isReadable(db: Database): boolean {
	let known = readable.get(db);
	if (known === undefined) {
		known = Object.values(schema).every((table) => {
			if (!is(table, SQLiteTable)) return true;
			const { name, columns } = getTableConfig(table);
			const there = db.all<{ name: string }>(sql.raw(`PRAGMA table_info("${name}")`));
			return columns.every((column) => there.some((each) => each.name === column.name));
		});
		readable.set(db, known);
	}
	return known;
}
