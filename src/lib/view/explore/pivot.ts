import type { Absence, Status } from '#lib/view/row.ts';
import type { Dim } from './explore.ts';

/* The table that a view of the workbench is laid out as, and the form in which it is sent. */

/** Why a cell of the table holds no value; all but the first belong to the table, not to the data. */
export type PivotAbsence =
	Absence | 'no_record' | 'impossible' | 'filtered' | 'one_side' | 'no_median' | 'one_wave';

export interface PivotCell {
	/** The cell the value is of, or the first that it is computed from; null: there can be none. */
	figure: string | null;
	/** Per cent, points or place; null exactly where `absence` says why. */
	value: number | null;
	/** Places are out of so many. */
	of: number | null;
	absence: PivotAbsence | null;
	status: Status | null;
	weak: boolean;
	/** What it is computed from: both sides, a figure and its median. */
	parts: { label: string; pct: number | null }[];
	/** Ids of the figures that a difference or a place is made of; empty for a figure itself. */
	from: string[];
	/** 0…4, the strength of the shade. */
	heat: number;
}

/** A cell as it is sent: what is empty or nought is left out, since a large table has many such. */
export type SentCell = Partial<PivotCell> & Pick<PivotCell, 'heat'>;

/** A table as it is sent. */
export type SentPivot = Omit<Pivot, 'rows'> & {
	rows: (Omit<PivotRow, 'cells'> & { cells: SentCell[] })[];
};

/** A cell of which nothing is known. */
export const emptyCell: PivotCell = {
	figure: null,
	value: null,
	of: null,
	absence: null,
	status: null,
	weak: false,
	parts: [],
	from: [],
	heat: 0
};

export const sent = (pivot: Pivot): SentPivot => ({
	...pivot,
	rows: pivot.rows.map((row) => ({ ...row, cells: row.cells.map(sentCell) }))
});

function sentCell({ heat, ...cell }: PivotCell): SentCell {
	const isEmpty = (value: unknown) =>
		value === null || value === false || (Array.isArray(value) && value.length === 0);
	// A cell that is no figure itself is opened by those it is made of.
	const isNeeded = (key: string) => key !== 'from' || cell.figure === null;
	const filled = Object.entries(cell).filter(([key, value]) => isNeeded(key) && !isEmpty(value));
	return { ...Object.fromEntries(filled), heat };
}

export const received = (pivot: SentPivot): Pivot => ({
	...pivot,
	rows: pivot.rows.map((row) => ({
		...row,
		cells: row.cells.map((cell) => ({ ...emptyCell, ...cell }))
	}))
});

/** What does not quite match along a row or a column. */
export type Flag = 'institutes' | 'wording' | 'unseen' | 'mode' | 'years';

export interface PivotHead {
	key: string;
	label: string;
	/** What else all its cells share, and not all of the table. */
	second: string[];
	flags: Flag[];
	/** Germany and medians, set off. */
	strong: boolean;
}

export interface PivotRow extends PivotHead {
	cells: PivotCell[];
}

export interface PivotColumn extends PivotHead {
	/** Query of the view sorted by it, and how it is sorted now. */
	sort: string;
	sorted: 'descending' | 'ascending' | undefined;
}

export interface Pivot {
	columns: PivotColumn[];
	rows: PivotRow[];
	/** Head of the first column: the dimensions a row stands for. */
	head: Dim[];
	/** Dimensions that the reader did not ask for, but without which two figures would share a cell. */
	added: Dim[];
	/** What all cells have in common. */
	common: string[];
	/** Figures without either side, left out of a table of gaps; medians, left out of ranks. */
	leftOut: number;
	/** Titles of the questions that have no two opposite sides, left out of a table of nets. */
	withoutSides: string[];
	/** Which rows these are of how many with a value. */
	part: {
		/** Number of the first, from 1. */
		first: number;
		/** Rows with a value in all. */
		all: number;
		/** Query of the rows after these and of those before; undefined: there are none. */
		next: string | undefined;
		previous: string | undefined;
	};
	/** Rows and columns in which no cell has a value; they are not shown. */
	empty: { rows: number; columns: number };
	/** Columns that do not fit. */
	moreColumns: number;
}
