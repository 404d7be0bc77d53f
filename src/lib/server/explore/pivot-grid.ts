import type { Database } from '#db/open.ts';
import { changeColumn, type ExploreView } from '#lib/view/explore/explore.ts';
import type { Lang } from '#lib/words/lang.ts';
import { codesAt } from '#lib/server/facets/facet-counts.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';
import { dimLabel } from '#lib/server/facets/labels.ts';
import type { Lines } from './lines.ts';
import type { Layout } from './pivot-layout.ts';
import type { LineParts, Parts } from './pivot-parts.ts';

/** The rows, or the columns, of a table, numbered in its order. */
export interface Heads {
	/** The row of each line. */
	of: Int32Array;
	/** The first line of each row. */
	first: Int32Array;
	/** Rows with a value, rising; all of them where no cell has one, so that the reasons are seen. */
	filled: number[];
}

export interface Grid {
	rows: Heads;
	columns: Heads;
}

export function gridOf(lines: Lines, parts: LineParts, layout: Layout): Grid {
	const rows = parts.by(layout.key);
	const columns = parts.by(layout.across);
	const hasValue = { rows: new Uint8Array(rows.count), columns: new Uint8Array(columns.count) };
	for (let line = 0; line < parts.length; line += 1) {
		const [row, column] = [rows.of[line]!, columns.of[line]!];
		if ((hasValue.rows[row] && hasValue.columns[column]) || Number.isNaN(lines.value(line)))
			continue;
		hasValue.rows[row] = 1;
		hasValue.columns[column] = 1;
	}
	return { rows: headsOf(rows, hasValue.rows), columns: headsOf(columns, hasValue.columns) };
}

function headsOf({ of, count }: Parts, hasValue: Uint8Array): Heads {
	const first = new Int32Array(count);
	for (let line = of.length - 1; line >= 0; line -= 1) first[of[line]!] = line;
	const all = Array.from(first, (_, number) => number);
	const filled = all.filter((number) => hasValue[number]);
	return { of, first, filled: filled.length > 0 ? filled : all };
}

/** Rows as the reader sorted them; those without a value in the column stand last. */
export function sortedRows(
	db: Database,
	columns: FigureColumns,
	lines: Lines,
	grid: Grid,
	{ named, across }: Layout,
	{ sort }: ExploreView,
	lang: Lang
): number[] {
	const plain = grid.rows.filled;
	if (sort === '') return plain;
	const codesOf = (row: number) => codesAt(columns, lines.at[grid.rows.first[row]!]!);
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
		const row = grid.rows.of[line]!;
		if (wanted === changeColumn) {
			const [value, column] = [lines.value(line), grid.columns.of[line]!];
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
