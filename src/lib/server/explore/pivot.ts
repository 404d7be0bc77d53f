import type { Database } from '#db/open.ts';
import {
	dimsOf,
	maxCells,
	maxColumns,
	type Dim,
	type ExploreView,
	type Measure
} from '#lib/view/explore/explore.ts';
import { emptyCell, type Pivot, type PivotCell, type PivotRow } from '#lib/view/explore/pivot.ts';
import { exploreQuery } from '#lib/view/explore/explore-query.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Lang } from '#lib/words/lang.ts';
import { changeOver } from './change-column.ts';
import { absentCells } from './empty-cells.ts';
import { codesAt, type Codes } from '#lib/server/facets/facet-counts.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';
import { headsOf } from './heads.ts';
import { dimLabel } from '#lib/server/facets/labels.ts';
import { linesOf, type Lines } from './lines.ts';
import { measured } from './measures.ts';
import { gridOf, sortedRows, type Grid, type Heads } from './pivot-grid.ts';
import { Keys } from './pivot-keys.ts';
import { layOut } from './pivot-layout.ts';
import { LineParts } from './pivot-parts.ts';

/** A table and the figures under its shown rows. */
export interface Pivoted {
	pivot: Pivot;
	rows: DataPoint[];
	/** Cells of the whole table of differences or places that stand on a figure: rows of its file. */
	lines: number;
	/** Empty cells that are cells of the data, of a table that is shown at once; of a longer one none. */
	absent: number;
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
	at: Int32Array,
	view: ExploreView,
	lang: Lang,
	whole = false
): Pivoted {
	const keys = new Keys(db, columns, at);
	const lines = linesOf(db, columns, at, view.measure, keys);
	const parts = new LineParts(lines.at, keys);
	const layout = layOut(parts, view.rows, view.columns, dimsOf(view.measure));
	const grid = gridOf(lines, parts, layout);
	const allColumns = grid.columns.filled;
	const shownColumns = whole ? allColumns : allColumns.slice(0, maxColumns);
	const ordered = sortedRows(db, columns, lines, grid, layout, view, lang);
	const most = Math.max(1, Math.floor(maxCells / Math.max(1, shownColumns.length)));
	const isAtOnce =
		ordered.length * allColumns.length <= maxCells && allColumns.length <= maxColumns;
	const first = whole || isAtOnce ? 0 : startOf(view.from, ordered.length, most);
	const shownRows = whole ? ordered : ordered.slice(first, first + most);

	const cellLines = new Map<string, number>();
	const isShown = { rows: setOf(grid.rows, shownRows), columns: setOf(grid.columns, shownColumns) };
	for (let line = 0; line < lines.at.length; line += 1) {
		const [row, column] = [grid.rows.of[line]!, grid.columns.of[line]!];
		if (isShown.rows[row] && isShown.columns[column]) cellLines.set(`${row} ${column}`, line);
	}
	const codesOf = (line: number | undefined) => codesAt(columns, lines.at[line ?? 0] ?? 0);
	const found = measured(db, columns, lines, [...cellLines.values()], view.measure, lang);
	const missing = new Map<string, Partial<Codes>>();
	// A file of a long table has its figures alone: most of the possible cells were never measured.
	for (const row of whole && !isAtOnce ? [] : shownRows)
		for (const column of shownColumns)
			if (!cellLines.has(`${row} ${column}`))
				missing.set(`${row} ${column}`, {
					...pick(codesOf(grid.rows.first[row]), [
						...layout.key,
						...layout.ofRows,
						...layout.common
					]),
					...pick(codesOf(grid.columns.first[column]), [...layout.across, ...layout.ofColumns])
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
			return cell?.cell ?? none?.cell ?? { ...emptyCell, absence: 'no_record' };
		})
	);
	const heads = headsOf(db, view, layout, lang);
	const byRow = Map.groupBy(cellLines, ([key]) => key.split(' ')[0]!);
	const byColumn = Map.groupBy(cellLines, ([key]) => key.split(' ')[1]!);
	const codesIn = (part: [string, number][] = []) => part.map(([, line]) => codesOf(line));
	const rows = shownRows.map((key, index): PivotRow => ({
		...heads.row(codesOf(grid.rows.first[key]), codesIn(byRow.get(String(key)))),
		cells: cells[index]!
	}));
	const heading = shownColumns.map((key) =>
		heads.column(
			codesOf(grid.columns.first[key]),
			codesIn(byColumn.get(String(key))),
			rows.length > 1
		)
	);
	const change = changeOver(db, view, heading, rows, lang);
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
				rows: grid.rows.first.length - ordered.length,
				columns: grid.columns.first.length - allColumns.length
			},
			moreColumns: allColumns.length - shownColumns.length
		},
		rows: [...new Map(figures.map((row) => [row.figure, row])).values()],
		lines: linesWithFigure(lines, grid, view.measure),
		absent: isAtOnce ? [...absent.values()].filter(({ row }) => row).length : 0
	};
}

/** Lines in the rows and columns of the table that name a figure; a gap names the sides it lacks too. */
function linesWithFigure(lines: Lines, { rows, columns }: Grid, measure: Measure): number {
	// Each published figure is a line; those of a table of them are counted with the figures.
	if (measure === 'percent') return lines.at.length;
	const isFilled = { rows: setOf(rows, rows.filled), columns: setOf(columns, columns.filled) };
	let count = 0;
	for (let line = 0; line < lines.at.length; line += 1)
		if (
			isFilled.rows[rows.of[line]!] &&
			isFilled.columns[columns.of[line]!] &&
			(measure === 'gap' || lines.parts(line).some((at) => at >= 0))
		)
			count += 1;
	return count;
}

/** For each row, or column, whether it is one of these. */
function setOf({ first }: Heads, numbers: number[]): Uint8Array {
	const found = new Uint8Array(first.length);
	for (const number of numbers) found[number] = 1;
	return found;
}

/** The number of the first shown row; one behind the last leads to the last part. */
const startOf = (from: number, all: number, most: number): number =>
	from > all ? Math.max(0, Math.floor((all - 1) / most) * most) : from - 1;

const pick = (codes: Codes, wanted: Dim[]): Partial<Codes> =>
	Object.fromEntries(wanted.map((dim) => [dim, codes[dim]]));
