import {
	dims,
	facetKeys,
	headlineAnswer,
	type ExploreView,
	type FacetKey
} from '../view/explore.ts';
import { figureId } from '../view/row.ts';
import type { FigureColumns } from './explore-columns.ts';

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
	const { codes, headline, catalog, length } = columns;
	const first = catalog.values.answer.indexOf(headlineAnswer);
	const counts = Object.fromEntries(
		facetKeys.map((key) => [key, new Uint32Array(catalog.values[key].length)])
	) as Selection['counts'];
	const tests = facetKeys
		.filter((key) => filters[key].length > 0)
		.map((key) => ({
			key,
			codes: codes[key],
			allowed: allowedOf(catalog.values[key], filters[key]),
			headline: key === 'answer' && filters.answer.includes(headlineAnswer)
		}));
	const at: number[] = [];
	const count = (key: FacetKey, index: number) => {
		counts[key][codes[key][index]!]! += 1;
		if (key === 'answer' && headline[index]) counts.answer[first]! += 1;
	};
	for (let index = 0; index < length; index += 1) {
		if (found && !found[index]) continue;
		let failed: FacetKey | undefined;
		let failures = 0;
		for (const test of tests) {
			if (test.allowed[test.codes[index]!] || (test.headline && headline[index])) continue;
			failures += 1;
			if (failures > 1) break;
			failed = test.key;
		}
		if (failures === 0) {
			at.push(index);
			for (const key of facetKeys) count(key, index);
		} else if (failures === 1 && failed) count(failed, index);
	}
	return { at, counts };
}

function allowedOf(possible: string[], chosen: string[]): Uint8Array {
	const allowed = new Uint8Array(possible.length);
	for (const code of chosen) {
		const place = possible.indexOf(code);
		if (place >= 0) allowed[place] = 1;
	}
	return allowed;
}

/** Five codes of a figure by their dimension. */
export type Codes = Record<(typeof dims)[number], string>;

export function codesAt({ codes, catalog }: FigureColumns, index: number): Codes {
	const code = (key: keyof Codes) => catalog.values[key][codes[key][index]!]!;
	return {
		question: code('question'),
		answer: code('answer'),
		survey: code('survey'),
		country: code('country'),
		group: code('group')
	};
}

export const idOf = ({ survey, question, country, group, answer }: Codes): string =>
	figureId(survey, question, country, group, answer);
