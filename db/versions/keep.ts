import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { openFile } from '../open.ts';
import { versionFile, versionsPath } from '../path.ts';
import { dataVersion } from '../schema.ts';
import { changesSince } from './changes.ts';
import { readRecord, readRecords, writeRecord } from './record.ts';

/*
 * Every version of the data that was ever loaded, kept beside the file in service:
 *
 *   beistand.sqlite
 *   beistand.versions/2026-11-24.3fa9c1b2d4e5.sqlite   the file as it was loaded
 *   beistand.versions/2026-11-24.3fa9c1b2d4e5.json     when, and what changed
 *
 * The operator may delete a .sqlite at any time. The .json stays small and should stay: from then on the
 * site says that this version existed and is gone.
 */

/**
 * Keeps a finished file as a version. It is called before the file goes into service, so that every
 * version a reader may have seen can be had later.
 *
 * @param finished the file to keep
 * @param path where it is going to be served from; what lies there now is the version before
 * @param keep how many files stay, the newest first; undefined: all
 * @throws what the disk says
 */
export function keepVersion(finished: string, path: string, keep?: number): void {
	const folder = versionsPath(path);
	mkdirSync(folder, { recursive: true });
	if (existsSync(path) && finished !== path) keepServed(path);
	keepOne(finished, path, latestVersion(path));
	if (keep !== undefined) prune(path, keep);
}

/** A file that was loaded before versions were kept becomes the first of them. */
function keepServed(path: string): void {
	try {
		keepOne(path, path, latestVersion(path));
	} catch {
		// What lies there is no sound database; it is about to be replaced by one.
	}
}

function keepOne(finished: string, path: string, previous: string | null): void {
	const opened = openFile(finished);
	try {
		const { version, figures } = opened.db.select().from(dataVersion).get()!;
		const target = versionFile(path, version);
		const bytes = readFileSync(finished);
		const record = readRecord(path, version);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		// Made anew by another state of the program, or not at all: no other data went into service.
		const isSame = previous === version;
		if (isSame && record?.sha256 === sha256 && existsSync(target)) return;
		copyWhole(finished, target);
		const before = isSame ? (record?.previous ?? null) : previous;
		writeRecord(path, {
			version,
			loadedAt: isSame ? (record?.loadedAt ?? statSync(finished).mtime.toISOString()) : now(),
			previous: before,
			figures,
			bytes: bytes.length,
			sha256,
			...(isSame && record
				? { tables: record.tables, changes: record.changes }
				: changesSince(path, before, opened.db))
		});
	} finally {
		opened.close();
	}
}

/** Copied under another name first, so that a reader never meets half a file. */
function copyWhole(from: string, to: string): void {
	const half = `${to}.half-${process.pid}`;
	copyFileSync(from, half);
	renameSync(half, to);
}

const now = (): string => new Date().toISOString();

/** The version that the file in service holds, or the last one on record. */
function latestVersion(path: string): string | null {
	try {
		const { db, close } = openFile(path);
		try {
			return db.select().from(dataVersion).get()?.version ?? null;
		} finally {
			close();
		}
	} catch {
		return readRecords(path)[0]?.version ?? null;
	}
}

/** Files beyond the number to keep go, the oldest first; their records stay. */
function prune(path: string, keep: number): void {
	for (const { version } of readRecords(path).slice(Math.max(1, keep)))
		rmSync(versionFile(path, version), { force: true });
}

/** Bytes of a kept file; undefined: it is gone. */
export function keptBytes(path: string, version: string): number | undefined {
	try {
		return statSync(versionFile(path, version)).size;
	} catch {
		return undefined;
	}
}
