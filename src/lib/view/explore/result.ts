import type { Notice } from '#lib/view/query.ts';
import type { DataPoint, Dictionary } from '#lib/view/row.ts';
import type { ExploreView } from './explore.ts';
import type { FacetKey } from './facets.ts';
import type { Pivot, PivotCell } from './pivot.ts';
import type { CheckedNumbers, Searched } from './search.ts';

/* What a view of the workbench is answered with. */

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
