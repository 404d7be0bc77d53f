import type { Database } from '#db/open.ts';
import {
	changeColumn,
	dimsOf,
	maxCells,
	maxColumns,
	type Dim,
	type ExploreView,
	type Pivot,
	type PivotCell,
	type PivotRow
} from '#lib/view/explore.ts';
import { exploreQuery } from '#lib/view/explore-query.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Lang } from '#lib/words/lang.ts';
import { changeOver } from './change-column.ts';
import { absentCells, blank } from './empty-cells.ts';
import { codesAt, type Codes } from '#lib/server/facets/facet-counts.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';
import { headsOf } from './heads.ts';
import { dimLabel } from '#lib/server/facets/labels.ts';
import { linesOf, type Lines } from './lines.ts';
import { measured } from './measures.ts';
import { Keys } from './pivot-keys.ts';
import { layOut, type Layout } from './pivot-layout.ts';

/** A table and the figures under its shown rows. */
export interface Pivoted {
	pivot: Pivot;
	rows: DataPoint[];
	/** Lines of the whole table, without those of rows and columns that have no value at all. */
	lines: number;
	/** Cells without a line that are cells of the data, and rows of the file: of a table of one part. */
	absent: number;
}

/** A line of the table by its number, with the keys of its row and column. */
interface Grid {
	rowKeys: Float64Array;
	columnKeys: Float64Array;
	/** The first line of each row and column, by key. */
	rows: Map<number, number>;
	columns: Map<number, number>;
}

/**
 * The table of a selection: rows and columns without any value dropped, then as many rows as can be read,
 * from the one that the view names.
 *
 * @param at places of the selected figures
 * @param whole whether all rows and columns are wanted: for files
 */
export function pivotOf(
	db: Database,
	columns: FigureColumns,
	at: number[],
	view: ExploreView,
	lang: Lang,
	whole = false
): Pivoted {
	const keys = new Keys(db, columns, Int32Array.from(at));
	const lines = linesOf(db, columns, at, view.measure, keys);
	const layout = layOut(lines.at, keys, view.rows, view.columns, dimsOf(view.measure));
	const grid = gridOf(lines, keys, layout);
	const filled = filledKeys(lines, grid);
	const allColumns = sorted([...filled.columns]);
	const shownColumns = whole ? allColumns : allColumns.slice(0, maxColumns);
	const ordered = sortedRows(db, columns, lines, grid, layout, [...filled.rows], view, lang);
	const most = Math.max(1, Math.floor(maxCells / Math.max(1, shownColumns.length)));
	const first = whole ? 0 : startOf(view.from, ordered.length, most);
	const shownRows = whole ? ordered : ordered.slice(first, first + most);

	const cellLines = new Map<string, number>();
	const isShown = { rows: new Set(shownRows), columns: new Set(shownColumns) };
	for (let line = 0; line < lines.at.length; line += 1) {
		const [row, column] = [grid.rowKeys[line]!, grid.columnKeys[line]!];
		if (isShown.rows.has(row) && isShown.columns.has(column))
			cellLines.set(`${row} ${column}`, line);
	}
	const codesOf = (line: number | undefined) => codesAt(columns, lines.at[line ?? 0] ?? 0);
	const found = measured(db, columns, lines, [...cellLines.values()], view.measure, lang);
	/* A table of several parts is as good as endless in its empty cells: its file holds the figures alone. */
	const isOnePart = ordered.length <= most && allColumns.length <= maxColumns;
	const missing = new Map<string, Partial<Codes>>();
	for (const row of whole && !isOnePart ? [] : shownRows)
		for (const column of shownColumns)
			if (!cellLines.has(`${row} ${column}`))
				missing.set(`${row} ${column}`, {
					...pick(codesOf(grid.rows.get(row)), [...layout.key, ...layout.ofRows, ...layout.common]),
					...pick(codesOf(grid.columns.get(column)), [...layout.across, ...layout.ofColumns])
				});
	const absent = absentCells(db, view.measure, missing);

	const figures: DataPoint[] = [];
	const cells = shownRows.map((row) =>
		shownColumns.map((column): PivotCell => {
			const key = `${row} ${column}`;
			const line = cellLines.get(key);
			const cell = line === undefined ? undefined : found.get(line);
			const none = absent.get(key);
			figures.push(...(cell?.rows ?? (none?.row ? [none.row] : [])));
			return cell?.cell ?? none?.cell ?? blank;
		})
	);
	const heads = headsOf(db, view, layout, lang);
	const byRow = Map.groupBy(cellLines, ([key]) => key.split(' ')[0]!);
	const byColumn = Map.groupBy(cellLines, ([key]) => key.split(' ')[1]!);
	const codesIn = (part: [string, number][] = []) => part.map(([, line]) => codesOf(line));
	const rows = shownRows.map((key, index): PivotRow => ({
		...heads.row(codesOf(grid.rows.get(key)), codesIn(byRow.get(String(key)))),
		cells: cells[index]!
	}));
	const heading = shownColumns.map((key) =>
		heads.column(
			codesOf(grid.columns.get(key)),
			codesIn(byColumn.get(String(key))),
			rows.length > 1
		)
	);
	const change = whole ? undefined : changeOver(db, view, heading, rows, lang);
	for (const [index, row] of rows.entries())
		if (change) row.cells = [...row.cells, change.cells[index]!];
	const next = first + most < ordered.length ? first + most + 1 : undefined;
	const previous = first > 0 ? Math.max(1, first - most + 1) : undefined;
	const partAt = (from: number | undefined) =>
		from === undefined ? undefined : exploreQuery({ ...view, from, cell: '' });
	const { questions } = wholeDictionary(db);
	return {
		pivot: {
			columns: change ? [...heading, change.head] : heading,
			rows,
			head: layout.named,
			added: layout.added,
			common: layout.common.flatMap((dim) =>
				lines.at.length > 0 ? [dimLabel(db, dim, codesOf(0), lang)] : []
			),
			leftOut: lines.leftOut,
			withoutSides: lines.withoutSides.map((id) => questions[id]?.title[lang] ?? id),
			part: {
				first: first + 1,
				all: ordered.length,
				next: partAt(next),
				previous: partAt(previous)
			},
			empty: {
				rows: grid.rows.size - ordered.length,
				columns: grid.columns.size - allColumns.length
			},
			moreColumns: allColumns.length - shownColumns.length
		},
		rows: [...new Map(figures.map((row) => [row.figure, row])).values()],
		lines: lines.at.filter(
			(_, line) =>
				filled.rows.has(grid.rowKeys[line]!) && filled.columns.has(grid.columnKeys[line]!)
		).length,
		absent: isOnePart ? [...absent.values()].filter(({ row }) => row).length : 0
	};
}

function gridOf(lines: Lines, keys: Keys, layout: Layout): Grid {
	const rowKeys = Float64Array.from(lines.at, (index) => keys.of(layout.key, index));
	const columnKeys = Float64Array.from(lines.at, (index) => keys.of(layout.across, index));
	const firsts = (each: Float64Array) => {
		const found = new Map<number, number>();
		for (const [line, key] of each.entries()) if (!found.has(key)) found.set(key, line);
		return found;
	};
	return { rowKeys, columnKeys, rows: firsts(rowKeys), columns: firsts(columnKeys) };
}

/** Rows and columns with a value; all of them where no cell has one, so that the reasons are seen. */
function filledKeys(lines: Lines, grid: Grid): { rows: Set<number>; columns: Set<number> } {
	const [rows, columns] = [new Set<number>(), new Set<number>()];
	for (let line = 0; line < lines.at.length; line += 1) {
		const [row, column] = [grid.rowKeys[line]!, grid.columnKeys[line]!];
		if ((rows.has(row) && columns.has(column)) || Number.isNaN(lines.value(line))) continue;
		rows.add(row);
		columns.add(column);
	}
	if (rows.size > 0) return { rows, columns };
	return { rows: new Set(grid.rows.keys()), columns: new Set(grid.columns.keys()) };
}

const sorted = (keys: number[]): number[] => [...Float64Array.from(keys).toSorted()];

/** The number of the first shown row; one behind the last leads to the last part. */
const startOf = (from: number, all: number, most: number): number =>
	from > all ? Math.max(0, Math.floor((all - 1) / most) * most) : from - 1;

/** Rows as the reader sorted them; those without a value in the column stand last. */
function sortedRows(
	db: Database,
	columns: FigureColumns,
	lines: Lines,
	grid: Grid,
	{ named, across }: Layout,
	rows: number[],
	{ sort }: ExploreView,
	lang: Lang
): number[] {
	const plain = sorted(rows);
	if (sort === '') return plain;
	const codesOf = (row: number) => codesAt(columns, lines.at[grid.rows.get(row)!]!);
	if (sort === 'label') {
		const byName = new Intl.Collator(lang).compare;
		const [own = 'question'] = named;
		const labels = new Map(plain.map((row) => [row, dimLabel(db, own, codesOf(row), lang)]));
		return plain.toSorted((a, b) => byName(labels.get(a)!, labels.get(b)!));
	}
	const rising = sort.endsWith('~asc');
	const wanted = rising ? sort.slice(0, -'~asc'.length) : sort;
	const values = new Map<number, number>();
	const [dim] = across;
	const ends = new Map<number, { first: number; last: number; from: number; to: number }>();
	for (let line = 0; line < lines.at.length; line += 1) {
		const row = grid.rowKeys[line]!;
		if (wanted === changeColumn) {
			const [value, column] = [lines.value(line), grid.columnKeys[line]!];
			if (Number.isNaN(value)) continue;
			const end = ends.get(row) ?? { first: value, last: value, from: column, to: column };
			if (column < end.from) [end.first, end.from] = [value, column];
			if (column > end.to) [end.last, end.to] = [value, column];
			ends.set(row, end);
			if (end.from < end.to) values.set(row, end.last - end.first);
		} else if (!dim || codesAt(columns, lines.at[line]!)[dim] === wanted)
			values.set(row, lines.value(line));
	}
	const value = (row: number) => values.get(row) ?? NaN;
	return plain.toSorted((a, b) => {
		const [x, y] = [value(a), value(b)];
		if (Number.isNaN(x) || Number.isNaN(y))
			return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
		return rising ? x - y : y - x;
	});
}

const pick = (codes: Codes, wanted: Dim[]): Partial<Codes> =>
	Object.fromEntries(wanted.map((dim) => [dim, codes[dim]]));
