import {
	dims,
	facetKeys,
	headlineAnswer,
	type ExploreView,
	type FacetKey
} from '#lib/view/explore/explore.ts';
import { figureId } from '#lib/view/row.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';

const answerFacet = facetKeys.indexOf('answer');

/** The figures of a view, and how many each value of a facet would leave. */
export interface Selection {
	/** Places of the selected figures in the columns, in the order of the file. */
	at: number[];
	/** For every facet, by place in the catalog: figures with that value and all other choices. */
	counts: Record<FacetKey, Uint32Array>;
}

/**
 * One pass over all figures. A figure counts for a facet when every other facet lets it through, so
 * that the count beside a value is what choosing it would show.
 *
 * @param found figures that a search lets through; undefined: no search
 */
export function select(
	columns: FigureColumns,
	filters: ExploreView['filters'],
	found?: Uint8Array
): Selection {
	const { codes, places, headline, catalog, length } = columns;
	const first = places.answer.get(headlineAnswer) ?? 0;
	const counts = Object.fromEntries(
		facetKeys.map((key) => [key, new Uint32Array(catalog.values[key].length)])
	) as Selection['counts'];
	const tests = facetKeys
		.filter((key) => filters[key].length > 0)
		.map((key) => ({
			facet: facetKeys.indexOf(key),
			codes: codes[key],
			allowed: allowedOf(places[key], filters[key]),
			headline: key === 'answer' && filters.answer.includes(headlineAnswer)
		}));
	const at: number[] = [];
	// Plain lists of arrays: looking them up by name for every figure would cost more than the counting.
	const columnsOf = facetKeys.map((key) => codes[key]);
	const countsOf = facetKeys.map((key) => counts[key]);
	const count = (facet: number, index: number) => {
		const column = countsOf[facet]!;
		const code = columnsOf[facet]![index]!;
		column[code]! += 1;
		if (facet === answerFacet && headline[index]) column[first]! += 1;
	};
	for (let index = 0; index < length; index += 1) {
		if (found && !found[index]) continue;
		let failed = -1;
		let failures = 0;
		for (const test of tests) {
			if (test.allowed[test.codes[index]!] || (test.headline && headline[index])) continue;
			failures += 1;
			if (failures > 1) break;
			failed = test.facet;
		}
		if (failures === 0) {
			at.push(index);
			for (let facet = 0; facet < columnsOf.length; facet += 1) count(facet, index);
		} else if (failures === 1) count(failed, index);
	}
	return { at, counts };
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
