import type { Database } from '#db/open.ts';
import { unlikenesses } from '#lib/view/comparable.ts';
import {
	dimsOf,
	type Dim,
	type ExploreView,
	type Flag,
	type Pivot,
	type PivotCell,
	type PivotHead,
	type PivotRow
} from '#lib/view/explore.ts';
import { exploreQuery } from '#lib/view/explore-query.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { measureNames } from '#lib/words/explore/explore.ts';
import type { Lang } from '#lib/words/lang.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { absentCells } from './empty-cells.ts';
import type { FigureColumns } from './figure-index.ts';
import { dimLabel } from './labels.ts';
import { columnKey, layOut, rowKey, type Layout } from './pivot-layout.ts';
import { measured, linesOf, type Line, type Measured } from './measures.ts';
import type { Codes } from './facet-counts.ts';

/** A table of more cells is neither read nor sent quickly; its figures are offered as a file. */
export const mostCells = 1500;

/** What a selection gives under a layout: a table with the rows it is made of, or the size it would have. */
export type Pivoted =
	| { pivot: Pivot; rows: DataPoint[]; size?: undefined }
	| { pivot?: undefined; rows?: undefined; size: { rows: number; columns: number } };

/** The table of a selection. @param at places of the selected figures */
export function pivotOf(
	db: Database,
	columns: FigureColumns,
	at: number[],
	view: ExploreView,
	lang: Lang
): Pivoted {
	const least = leastSize(columns, at, view);
	if (least.rows * least.columns > mostCells) return { size: least };
	const { lines, leftOut } = linesOf(db, columns, at, view.measure);
	const wide = new Set(lines.map((line) => columnKey(view.columns, line))).size;
	const long = Math.ceil(lines.length / Math.max(1, wide));
	if (long * wide > mostCells) return { size: { rows: long, columns: wide } };
	const layout = layOut(lines, view.rows, view.columns, dimsOf(view.measure));
	const order = orderOf(db, columns.places);
	const rowKeys = sortedKeys(lines, (line) => rowKey(layout, line), layout.key, order);
	const columnKeys = sortedKeys(
		lines,
		(line) => columnKey(view.columns, line),
		view.columns === 'none' ? [] : [view.columns],
		order
	);
	if (rowKeys.length * columnKeys.length > mostCells)
		return { size: { rows: rowKeys.length, columns: columnKeys.length } };

	const table = new Table(db, lang, view, layout);
	table.fill(measured(db, lines, view.measure, lang));
	const rows = table.sorted(table.rows(rowKeys, columnKeys));
	return {
		pivot: {
			columns: table.columns(columnKeys, rows),
			rows: rows.map(({ row }) => row),
			head: layout.named,
			added: layout.added,
			common: layout.common.flatMap((dim) => (lines[0] ? [table.label(dim, lines[0].codes)] : [])),
			leftOut
		},
		rows: unique(rows.flatMap((each) => each.figures))
	};
}

/** So many answers of one question make one net at most. */
const mostAnswers = 16;

/**
 * Rows and columns that a table has at least: the codes of its two dimensions, and no more cells in a row
 * than there are columns. It is known without looking up a single figure.
 */
function leastSize(
	{ codes, places }: FigureColumns,
	at: number[],
	{ rows, columns, measure }: ExploreView
): { rows: number; columns: number } {
	const none = places.sides.get('none');
	const used = measure === 'gap' ? at.filter((index) => codes.sides[index] !== none) : at;
	const distinct = (dim: Dim) => {
		const seen = new Uint8Array(places[dim].size);
		let count = 0;
		for (const index of used) {
			const code = codes[dim][index]!;
			if (!seen[code]) count += 1;
			seen[code] = 1;
		}
		return count;
	};
	const wide = columns === 'none' ? 1 : distinct(columns);
	// Figures to a line: medians have neither rank nor distance, and there is more than one country to each.
	const perLine = { percent: 1, rank: 2, median: 2, net: mostAnswers, gap: Infinity };
	const least = Math.ceil(used.length / perLine[measure] / Math.max(1, wide));
	return { rows: Math.max(distinct(rows), least), columns: wide };
}

/** A row of the table and the figures under it, absences included. */
interface TableRow {
	row: PivotRow;
	figures: DataPoint[];
	lines: Measured[];
}

class Table {
	private readonly db: Database;
	private readonly lang: Lang;
	private readonly view: ExploreView;
	private readonly layout: Layout;
	private readonly cells = new Map<string, Measured>();
	private readonly byRow = new Map<string, Measured[]>();
	private readonly byColumn = new Map<string, Measured[]>();

	constructor(db: Database, lang: Lang, view: ExploreView, layout: Layout) {
		this.db = db;
		this.lang = lang;
		this.view = view;
		this.layout = layout;
	}

	fill(lines: Measured[]): void {
		const add = (to: Map<string, Measured[]>, key: string, line: Measured) => {
			const list = to.get(key);
			if (list) list.push(line);
			else to.set(key, [line]);
		};
		for (const line of lines) {
			const [row, column] = [rowKey(this.layout, line), columnKey(this.layout.columns, line)];
			this.cells.set(`${row} ${column}`, line);
			add(this.byRow, row, line);
			add(this.byColumn, column, line);
		}
	}

	label(dim: Dim, codes: Codes): string {
		return dimLabel(this.db, dim, codes, this.lang);
	}

	rows(rowKeys: string[], columnKeys: string[]): TableRow[] {
		const absent = absentCells(this.db, this.view.measure, this.missing(rowKeys, columnKeys));
		return rowKeys.flatMap((key) => {
			const lines = this.byRow.get(key) ?? [];
			const [first] = lines;
			if (!first) return [];
			const figures: DataPoint[] = [];
			const cells = columnKeys.map((column): PivotCell => {
				const found = this.cells.get(`${key} ${column}`);
				const none = absent.get(`${key} ${column}`);
				figures.push(...(found?.rows ?? (none?.row ? [none.row] : [])));
				return found?.cell ?? none!.cell;
			});
			const [own, ...others] = this.layout.named;
			const label = own ? this.label(own, first.codes) : '';
			const second = [...others, ...this.layout.ofRows]
				.filter((dim) => dim !== 'group' || first.codes.group !== 'all')
				.map((dim) => this.label(dim, first.codes));
			return [{ row: { ...this.head(key, label, second, lines), cells }, figures, lines }];
		});
	}

	columns(columnKeys: string[], rows: TableRow[]): Pivot['columns'] {
		const { columns } = this.layout;
		return columnKeys.map((key) => {
			const lines = this.byColumn.get(key) ?? [];
			const codes = lines[0]?.codes;
			const label =
				columns === 'none' || !codes
					? measureNames[this.view.measure][this.lang]
					: this.label(columns, codes);
			const second = codes ? this.layout.ofColumns.map((dim) => this.label(dim, codes)) : [];
			const shown = rows.length > 1 ? lines : [];
			return { ...this.head(key, label, second, shown), ...this.sortOf(key) };
		});
	}

	/** Rows as the reader sorted them; those without a value in the column stand last. */
	sorted(rows: TableRow[]): TableRow[] {
		const { sort } = this.view;
		if (sort === '') return rows;
		const byName = new Intl.Collator(this.lang).compare;
		if (sort === 'label') return rows.toSorted((a, b) => byName(a.row.label, b.row.label));
		const rising = sort.endsWith('~asc');
		const column = rising ? sort.slice(0, -'~asc'.length) : sort;
		const value = ({ row, lines }: TableRow) =>
			lines.some((line) => columnKey(this.layout.columns, line) === column)
				? (this.cells.get(`${row.key} ${column}`)?.cell.value ?? null)
				: null;
		return rows.toSorted((a, b) => {
			const [x, y] = [value(a), value(b)];
			if (x === null || y === null) return Number(x === null) - Number(y === null);
			return rising ? x - y : y - x;
		});
	}

	/** First falling, then rising, then as in the package. */
	private sortOf(key: string): Pick<Pivot['columns'][number], 'sort' | 'sorted'> {
		const { sort } = this.view;
		const sorted = sort === key ? 'descending' : sort === `${key}~asc` ? 'ascending' : undefined;
		const next = sorted === 'descending' ? `${key}~asc` : sorted === 'ascending' ? '' : key;
		return { sort: exploreQuery({ ...this.view, sort: next, cell: '' }), sorted };
	}

	private head(key: string, label: string, second: string[], lines: Measured[]): PivotHead {
		const { populations } = wholeDictionary(this.db);
		const places = new Set(lines.map(({ codes }) => codes.country));
		const [only] = places;
		const strong =
			places.size === 1 &&
			!this.layout.common.includes('country') &&
			(this.byColumn.size > 1 || this.view.columns !== 'country') &&
			[this.view.rows, this.view.columns].includes('country') &&
			(only === 'deu' || populations[only ?? '']?.kind === 'median');
		return { key, label, second, flags: flagsOf(this.db, lines), strong };
	}

	/** Codes of the cells without a line, as far as row and column tell them. */
	private missing(rowKeys: string[], columnKeys: string[]): Map<string, Partial<Codes>> {
		const { key, ofRows, ofColumns, common, columns } = this.layout;
		const missing = new Map<string, Partial<Codes>>();
		for (const row of rowKeys)
			for (const column of columnKeys) {
				const cell = `${row} ${column}`;
				if (this.cells.has(cell)) continue;
				const [a, b] = [this.byRow.get(row)?.[0], this.byColumn.get(column)?.[0]];
				missing.set(cell, {
					...pick(a, [...key, ...ofRows, ...common]),
					...pick(b, columns === 'none' ? ofColumns : [columns, ...ofColumns])
				});
			}
		return missing;
	}
}

const pick = (line: Line | undefined, wanted: Dim[]): Partial<Codes> =>
	Object.fromEntries(wanted.map((dim) => [dim, line?.codes[dim]]));

/** Rows by figure; a figure under two cells stands once. */
const unique = (rows: DataPoint[]): DataPoint[] => [
	...new Map(rows.map((row) => [row.figure, row])).values()
];

/** What does not match among lines that a reader would compare. */
function flagsOf(db: Database, lines: Line[]): Flag[] {
	const { surveys, items } = wholeDictionary(db);
	const waves = [...new Set(lines.map(({ codes }) => codes.survey))];
	const flags: Flag[] = [];
	if (waves.length < 2) return flags;
	const institutes = new Set(waves.map((id) => surveys[id]?.organisation));
	const questions = Map.groupBy(lines, ({ codes }) => codes.question);
	const years = new Set(waves.map((id) => surveys[id]?.year));
	if (institutes.size > 1) flags.push('institutes');
	// One question in several years is a course; several questions of several years are a muddle.
	if (questions.size > 1 && years.size > 1) flags.push('years');
	for (const part of questions.values()) {
		const asked = [...new Set(part.map(({ codes }) => `${codes.survey}/${codes.question}`))].map(
			(id) => items[id]
		);
		if (asked.length < 2) continue;
		flags.push(...unlikenesses(asked));
	}
	return [...new Set(flags)];
}

/** Places of a line's codes: surveys run forward, answers as in their questionnaire, the rest as in the catalog. */
function orderOf(
	db: Database,
	places: FigureColumns['places']
): (dim: Dim, codes: Codes) => number {
	const { answers } = wholeDictionary(db);
	return (dim, codes) => {
		if (dim === 'answer') return answers[`${codes.question}/${codes.answer}`]?.sort ?? 0;
		const place = places[dim].get(codes[dim]) ?? -1;
		return dim === 'survey' ? -place : place;
	};
}

/** Keys of the lines, each once, in the order of the catalog. */
function sortedKeys(
	lines: Line[],
	keyOf: (line: Line) => string,
	dims: Dim[],
	order: (dim: Dim, codes: Codes) => number
): string[] {
	const firsts = new Map<string, Line>();
	for (const line of lines) {
		const key = keyOf(line);
		if (!firsts.has(key)) firsts.set(key, line);
	}
	const place = (line: Line) => dims.map((dim) => order(dim, line.codes));
	return [...firsts]
		.map(([key, line]) => ({ key, at: place(line) }))
		.toSorted((a, b) => {
			const differs = a.at.findIndex((each, index) => each !== b.at[index]);
			return differs < 0 ? 0 : (a.at[differs] ?? 0) - (b.at[differs] ?? 0);
		})
		.map(({ key }) => key);
}
