import type { Assumed } from '#lib/view/assumptions.ts';
import type { FacetKey } from './facets.ts';
import type { Notice } from '#lib/view/query.ts';
import type { Absence, Dictionary, DataPoint, Status } from '#lib/view/row.ts';
import type { CheckedNumbers, Searched } from './search.ts';

/* What the workbench shows: a selection of all figures, laid out as one table. */

/** What rows and columns can be made of: the five codes of a figure, and institute and year of its survey. */
export const dims = [
	'question',
	'answer',
	'institute',
	'survey',
	'year',
	'country',
	'group'
] as const;
export type Dim = (typeof dims)[number];

/** A table may have one column only, which is the measure itself. */
export type ColumnDim = Dim | 'none';

/**
 * percent: as published; net: the answer on one side minus its opposite; gap: East minus West;
 * median: a country minus the published median that counts it; rank: place among the countries;
 * change: an institute's latest wave of the selection minus its earliest.
 */
export const measures = ['percent', 'net', 'gap', 'median', 'rank', 'change'] as const;
export type Measure = (typeof measures)[number];

/** In place of an answer's code: the answer a reader looks at first, whatever the question. */
export const headlineAnswer = 'headline';

/** The survey that the site is about. */
export const coreSurvey = 'pew-2015-spring';

/** What the workbench shows to somebody who has chosen nothing: the core survey at a glance. */
export const firstFilters: Partial<Record<FacetKey, string[]>> = {
	survey: [coreSurvey],
	group: ['all'],
	answer: [headlineAnswer]
};

/** A table of more cells is neither read nor sent quickly: it is shown so many rows at a time. */
export const maxCells = 1500;

/** So many columns stand side by side at most. */
export const maxColumns = 80;

/** Column of the change between the first and the last wave of a table over time. */
export const changeColumn = 'change';

/** So many cells can be compared at once. */
export const mostPins = 4;

/** The state of the workbench; its canonical query is its address. */
export interface ExploreView {
	/** Codes in the order of the catalog; an empty list is no filter. */
	filters: Record<FacetKey, string[]>;
	/** Words looked for, as typed. */
	q: string;
	rows: Dim;
	columns: ColumnDim;
	measure: Measure;
	/** Number of the first row that is shown, from 1. */
	from: number;
	/** Empty: the order of the catalog. `label`, or a column's code, with `~asc` for rising values. */
	sort: string;
	/** Ids of cells put side by side, in the order they were chosen. */
	pin: string[];
	/** Id of the cell whose base and status are shown; empty: none. */
	cell: string;
	/** What is assumed of East's and West's samples where cells are compared. */
	assumed: Assumed;
}

/** All that a view of the workbench may name. */
export interface ExploreCatalog {
	values: Record<FacetKey, string[]>;
	/** Whether five codes, joined, can be a cell. */
	isCell(id: string): boolean;
}

/** Dimensions that stay apart under a measure; the others are what it is computed over. */
export const dimsOf = (measure: Measure): readonly Dim[] => {
	switch (measure) {
		case 'net':
			return dims.filter((dim) => dim !== 'answer');
		case 'gap':
			return ['question', 'answer', 'institute', 'survey', 'year'];
		case 'change':
			return ['question', 'answer', 'institute', 'country', 'group'];
		default:
			return dims;
	}
};

/** One value of a facet, with the figures it would leave beside the other choices. */
interface FacetValue {
	code: string;
	label: string;
	count: number;
	chosen: boolean;
	/** Query of the view with this value added or taken away; undefined: it would show nothing. */
	toggle: string | undefined;
	/** Whether the file has a figure with it at all. */
	exists: boolean;
}

export interface Facet {
	key: FacetKey;
	values: FacetValue[];
	/** Values that a very long list leaves out, the rarest first. */
	hidden: number;
	/** Query of the view without this facet's choices. */
	cleared: string;
}

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

/** What a search found besides narrowing the figures. */
export interface Hit {
	kind: 'title' | 'wording' | 'answer' | 'claim';
	/** The question's title or the statement. */
	label: string;
	/** The answer that was found; empty otherwise. */
	detail: string;
	/** Query of the view in which the figure is highlighted; for a statement without a figure its code. */
	query: string | undefined;
	claim: string | undefined;
}

/** A value that is computed of figures, with the heads it stands under. */
export interface MeasuredCell {
	figure: string;
	name: string;
	value: number;
	of: number | null;
	parts: PivotCell['parts'];
	from: string[];
}

/** What stands between two pinned cells. */
export interface Comparison {
	a: DataPoint;
	b: DataPoint;
	/** a − b in points; null where a number is missing. */
	difference: number | null;
	verdict: CompareVerdict;
	/** What else keeps the two apart. */
	cautions: (
		'question' | 'wording' | 'unseen' | 'institute' | 'mode' | 'rounded' | 'sum' | 'sums' | 'weak'
	)[];
}

/**
 * Whether a difference is larger than sampling error, and on what that rests; or why it is not known.
 *
 * computed: errors from the respondent file; margins: the margins published for whole countries, from
 * the narrowest to the widest; assumed: the assumptions about East and West. `of`: comparisons that were
 * judged together.
 */
export type CompareVerdict =
	| {
			kind: 'larger' | 'not' | 'uncertain';
			basis: 'computed' | 'margins' | 'assumed';
			of: number;
	  }
	| { kind: 'unknown'; why: 'absent' | 'median' | 'group' | 'margin' | 'overlap' | 'parts' };

export interface Explored {
	view: ExploreView;
	query: string;
	notices: Notice[];
	/** Stored figures in all, and in this selection. */
	total: number;
	matched: number;
	facets: Facet[];
	hits: Hit[];
	pivot: Pivot;
	/** The figures under the shown rows, absences included; the chart is made of these. */
	rows: DataPoint[];
	/** Records that a file of this view has. */
	records: number;
	/** Names in the search as choices, a spelling, what nothing is published on. */
	searched: Searched | undefined;
	/** What is on record of a number or a sentence that was typed in. */
	checked: CheckedNumbers | undefined;
	dictionary: Dictionary;
	pinned: DataPoint[];
	comparisons: Comparison[];
	chosen: DataPoint | undefined;
	/** The opened cell under a measure: its value, and its two figures compared; a place has one figure. */
	opened: { cell: MeasuredCell; comparison: Comparison | undefined } | undefined;
	/** The pinned cells under a measure; empty where figures themselves are pinned. */
	pinnedCells: MeasuredCell[];
}
