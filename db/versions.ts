import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { basename, join } from 'node:path';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { is, sql } from 'drizzle-orm';
import { openFile, type Database } from './open.ts';
import { versionFile, versionsPath } from './path.ts';
import * as schema from './schema.ts';

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

/** What a figure held in one version. */
export interface FigureValue {
	pct: number | null;
	absence: string | null;
	status: string;
}

/** One figure that is not what it was in the version before. */
export interface FigureChange {
	figure: string;
	/** Undefined: the figure is new. */
	before?: FigureValue;
	/** Undefined: the figure is gone. */
	after?: FigureValue;
}

/** How many rows of a table differ from the version before. */
export interface TableChange {
	table: string;
	added: number;
	changed: number;
	removed: number;
}

/** What is on record of one version. */
export interface VersionRecord {
	version: string;
	/** When it was last put into service here, in UTC: 2026-11-24T09:30:00.000Z. */
	loadedAt: string;
	/** The version that was in service before it; null: none is known. */
	previous: string | null;
	figures: number;
	bytes: number;
	/** SHA-256 of the file, in hexadecimal. */
	sha256: string;
	tables: TableChange[];
	changes: FigureChange[];
}

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
		const { version, figures } = opened.db.select().from(schema.dataVersion).get()!;
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

function writeRecord(path: string, record: VersionRecord): void {
	const target = join(versionsPath(path), `${record.version}.json`);
	const half = `${target}.half-${process.pid}`;
	writeFileSync(half, `${JSON.stringify(record, null, '\t')}\n`);
	renameSync(half, target);
}

const now = (): string => new Date().toISOString();

const readRecord = (path: string, version: string): VersionRecord | undefined =>
	readRecords(path).find((record) => record.version === version);

/** Every version on record, the latest first; a record that cannot be read is left out. */
export function readRecords(path: string): VersionRecord[] {
	const folder = versionsPath(path);
	if (!existsSync(folder)) return [];
	const records = readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.flatMap((name) => {
			try {
				const record = JSON.parse(readFileSync(join(folder, name), 'utf8')) as VersionRecord;
				return record.version === basename(name, '.json') ? [record] : [];
			} catch {
				return [];
			}
		});
	return records.toSorted((a, b) => (a.loadedAt < b.loadedAt ? 1 : -1));
}

/** The version that the file in service holds, or the last one on record. */
function latestVersion(path: string): string | null {
	try {
		const { db, close } = openFile(path);
		try {
			return db.select().from(schema.dataVersion).get()?.version ?? null;
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

type Rows = Map<string, Record<string, unknown>>;

/** What a database holds that the version before did not, and the other way round. */
function changesSince(
	path: string,
	previous: string | null,
	db: Database
): Pick<VersionRecord, 'tables' | 'changes'> {
	const file = previous === null ? '' : versionFile(path, previous);
	if (!existsSync(file)) return { tables: [], changes: [] };
	const before = openFile(file);
	try {
		const tables = tableNames()
			.filter(({ name }) => name !== 'data_version')
			.flatMap(({ name, key }) => {
				const counts = compare(readTable(before.db, name, key), readTable(db, name, key));
				return counts.added + counts.changed + counts.removed > 0
					? [{ table: name, ...counts }]
					: [];
			});
		return { tables, changes: figureChanges(figuresIn(before.db), figuresIn(db)) };
	} finally {
		before.close();
	}
}

const tableNames = (): { name: string; key: string[] }[] =>
	Object.values(schema).flatMap((table) => {
		if (!is(table, SQLiteTable)) return [];
		const { name, columns, primaryKeys } = getTableConfig(table);
		const own = columns.filter(({ primary }) => primary);
		const key = [...own, ...primaryKeys.flatMap((each) => each.columns)];
		return [{ name, key: key.map((column) => column.name) }];
	});

/** Rows by their key; a table that this version did not have yet is empty. */
function readTable(db: Database, name: string, key: string[]): Rows {
	try {
		const rows = db.all<Record<string, unknown>>(sql.raw(`SELECT * FROM "${name}"`));
		return new Map(rows.map((row) => [key.map((column) => String(row[column])).join('\0'), row]));
	} catch {
		return new Map();
	}
}

/** Columns that only one of two versions has tell of the program and not of the data. */
function compare(before: Rows, after: Rows): Omit<TableChange, 'table'> {
	const shared = Object.keys(before.values().next().value ?? {}).filter(
		(column) => column !== 'sort' && column in (after.values().next().value ?? {})
	);
	const counts = { added: 0, changed: 0, removed: 0 };
	for (const [key, row] of after) {
		const old = before.get(key);
		if (!old) counts.added += 1;
		else if (shared.some((column) => old[column] !== row[column])) counts.changed += 1;
	}
	for (const key of before.keys()) if (!after.has(key)) counts.removed += 1;
	return counts;
}

const figuresIn = (db: Database): Map<string, FigureValue> =>
	new Map(
		db
			.all<FigureValue & { figure: string }>(
				sql.raw('SELECT figure_id AS figure, pct, absence, status FROM figures ORDER BY figure_id')
			)
			.map(({ figure, pct, absence, status }) => [figure, { pct, absence, status }])
	);

function figureChanges(
	before: Map<string, FigureValue>,
	after: Map<string, FigureValue>
): FigureChange[] {
	const all = [...new Set([...before.keys(), ...after.keys()])].sort();
	return all.flatMap((figure): FigureChange[] => {
		const [old, now] = [before.get(figure), after.get(figure)];
		if (JSON.stringify(old) === JSON.stringify(now)) return [];
		return [{ figure, ...(old ? { before: old } : {}), ...(now ? { after: now } : {}) }];
	});
}

/** Bytes of a kept file; undefined: it is gone. */
export function keptBytes(path: string, version: string): number | undefined {
	try {
		return statSync(versionFile(path, version)).size;
	} catch {
		return undefined;
	}
}
