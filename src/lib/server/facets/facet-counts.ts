import { dims, headlineAnswer, type ExploreView } from '#lib/view/explore/explore.ts';
import { facetKeys, type FacetKey } from '#lib/view/explore/facets.ts';
import { figureId } from '#lib/view/row.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';

/** The figures of a view, and how many each value of a facet would leave. */
export interface Selection {
	/** Places of the selected figures in the columns, in the order of the file. */
	at: Int32Array;
	/** For every facet, by place in the catalog: figures with that value and all other choices. */
	counts: Record<FacetKey, Uint32Array>;
}

/** In place of a facet's number: every facet lets the figure through, or more than one does not. */
const [passed, failedTwice] = [0, 255];

/**
 * A figure counts for a facet when every other facet lets it through, so that the count beside a value is
 * what choosing it would show. Column by column, which is several times as fast as figure by figure.
 *
 * @param found figures that a search lets through; undefined: no search
 */
export function select(
	columns: FigureColumns,
	filters: ExploreView['filters'],
	found?: Uint8Array
): Selection {
	const { codes, places, headline, catalog, length } = columns;
	const isHeadline = filters.answer.includes(headlineAnswer);
	// For each figure `passed`, `failedTwice`, or 1 + the number of the one facet that holds it back.
	const failed = new Uint8Array(length);
	if (found)
		for (let index = 0; index < length; index += 1) if (!found[index]) failed[index] = failedTwice;
	for (const [facet, key] of facetKeys.entries()) {
		if (filters[key].length === 0) continue;
		const allowed = allowedOf(places[key], filters[key]);
		const column = codes[key];
		const orHeadline = key === 'answer' && isHeadline;
		for (let index = 0; index < length; index += 1)
			if (!allowed[column[index]!] && !(orHeadline && headline[index]))
				failed[index] = failed[index] === passed ? facet + 1 : failedTwice;
	}
	const at = placesOf(failed, passed);
	const counts = Object.fromEntries(
		facetKeys.map((key, facet) => {
			const each = new Uint32Array(catalog.values[key].length);
			const near = filters[key].length > 0 ? placesOf(failed, facet + 1) : new Int32Array();
			for (const part of [at, near]) {
				tally(each, codes[key], part);
				if (key === 'answer') each[places.answer.get(headlineAnswer) ?? 0]! += sum(headline, part);
			}
			return [key, each];
		})
	) as Selection['counts'];
	return { at, counts };
}

/** Places with a value, rising. */
function placesOf(values: Uint8Array, wanted: number): Int32Array {
	const found = new Int32Array(values.length);
	let count = 0;
	for (let index = 0; index < values.length; index += 1)
		if (values[index] === wanted) found[count++] = index;
	return found.slice(0, count);
}

function tally(counts: Uint32Array, column: Uint16Array, at: Int32Array): void {
	for (let each = 0; each < at.length; each += 1) counts[column[at[each]!]!]! += 1;
}

function sum(values: Uint8Array, at: Int32Array): number {
	let all = 0;
	for (let each = 0; each < at.length; each += 1) all += values[at[each]!]!;
	return all;
}

function allowedOf(places: Map<string, number>, chosen: string[]): Uint8Array {
	const allowed = new Uint8Array(places.size);
	for (const code of chosen) {
		const place = places.get(code);
		if (place !== undefined) allowed[place] = 1;
	}
	return allowed;
}

/** Codes of a figure by their dimension: its own five, institute and year of its survey. */
export type Codes = Record<(typeof dims)[number], string>;

export function codesAt({ codes, catalog }: FigureColumns, index: number): Codes {
	const code = (key: keyof Codes) => catalog.values[key][codes[key][index]!]!;
	return {
		question: code('question'),
		answer: code('answer'),
		institute: code('institute'),
		survey: code('survey'),
		year: code('year'),
		country: code('country'),
		group: code('group')
	};
}

/** What tells a figure from all others. */
export type FigureCodes = Pick<Codes, 'question' | 'answer' | 'survey' | 'country' | 'group'>;

export const idOf = ({ survey, question, country, group, answer }: FigureCodes): string =>
	figureId(survey, question, country, group, answer);
