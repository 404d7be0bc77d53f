import { existsSync } from 'node:fs';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { is, sql } from 'drizzle-orm';
import { openFile, type Database } from '../open.ts';
import { versionFile } from '../path.ts';
import * as schema from '../schema.ts';

/* What differs between two versions of the data: rows of every table by number, figures one by one. */

/** What a figure held in one version. */
interface FigureValue {
	pct: number | null;
	absence: string | null;
	status: string;
}

/** One figure that is not what it was in the version before. */
interface FigureChange {
	figure: string;
	/** Undefined: the figure is new. */
	before?: FigureValue;
	/** Undefined: the figure is gone. */
	after?: FigureValue;
}

/** How many rows of a table differ from the version before. */
interface TableChange {
	table: string;
	added: number;
	changed: number;
	removed: number;
}

/** What one version holds that the version before it did not, and the other way round. */
export interface VersionChanges {
	tables: TableChange[];
	changes: FigureChange[];
}

type Rows = Map<string, Record<string, unknown>>;

/**
 * @param path where the data is served from; the version before is kept beside it
 * @param db the database of the version whose changes are wanted
 * @returns nothing where the version before is not known or gone
 */
export function changesSince(path: string, previous: string | null, db: Database): VersionChanges {
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
