import type { Database } from '#db/open.ts';
import { changeColumn, type ExploreView } from '#lib/view/explore/explore.ts';
import type { Lang } from '#lib/words/lang.ts';
import { codesAt } from '#lib/server/facets/facet-counts.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';
import { dimLabel } from '#lib/server/facets/labels.ts';
import type { Lines } from './lines.ts';
import type { Keys } from './pivot-keys.ts';
import type { Layout } from './pivot-layout.ts';

/** A line of the table by its number, with the keys of its row and column. */
export interface Grid {
	rowKeys: Float64Array;
	columnKeys: Float64Array;
	/** The first line of each row and column, by key. */
	rows: Map<number, number>;
	columns: Map<number, number>;
}

export function gridOf(lines: Lines, keys: Keys, layout: Layout): Grid {
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
export function filledKeys(lines: Lines, grid: Grid): { rows: Set<number>; columns: Set<number> } {
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

export const sorted = (keys: number[]): number[] => [...Float64Array.from(keys).toSorted()];

/** Rows as the reader sorted them; those without a value in the column stand last. */
export function sortedRows(
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
