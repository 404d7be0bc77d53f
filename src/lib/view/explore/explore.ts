import type { Assumed } from '#lib/view/assumptions.ts';
import type { FacetKey } from './facets.ts';

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
