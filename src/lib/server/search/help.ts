import type { Database } from '#db/open.ts';
import { distance } from 'fastest-levenshtein';
import { exploreQuery, narrowed } from '#lib/view/explore/explore-query.ts';
import type { ExploreView } from '#lib/view/explore/explore.ts';
import type { NamedValue, Nothing, Searched } from '#lib/view/explore/search.ts';
import { langs, type Lang } from '#lib/words/lang.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { figureIndex } from '#lib/server/facets/figure-index.ts';
import { facetLabels } from '#lib/server/facets/labels.ts';
import { namesOf } from './names.ts';
import type { Found, FoundTerm } from './search.ts';
import { tokensOf } from './terms.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';

/** So many values are offered; a name such as Median stands for a dozen. */
const mostValues = 6;

/** What stands beside what a search found: the names in it as choices, and help where nothing was found. */
export function searchedOf(db: Database, found: Found, view: ExploreView, lang: Lang): Searched {
	const isEmpty = found.count === 0 && found.questions.length === 0 && found.claims.length === 0;
	return {
		values: found.terms
			.flatMap((term) => valuesOf(db, found, term, view, lang))
			.slice(0, mostValues),
		suggestion: isEmpty || found.count === 0 ? suggestionOf(db, found, view.q) : undefined,
		nothing: isEmpty && found.terms.length > 0 ? nothingOf(found, view) : undefined
	};
}

/** The names in a search, each as a choice that takes the place of the word. */
function valuesOf(
	db: Database,
	found: Found,
	term: FoundTerm,
	view: ExploreView,
	lang: Lang
): NamedValue[] {
	const { codes, places } = figureIndex(db);
	const rest = found.terms.filter((other) => other !== term);
	const q = rest.map(({ typed }) => typed).join(' ');
	return term.values.flatMap(({ key, code }): NamedValue[] => {
		const place = places[key].get(code);
		let count = 0;
		for (const [index, each] of codes[key].entries())
			if (each === place && rest.every(({ figures }) => figures[index] === 1)) count += 1;
		if (count === 0) return [];
		const label = facetLabels(db, key, lang)(code);
		return [
			{ key, code, label, count, query: exploreQuery({ ...narrowed(view, { [key]: [code] }), q }) }
		];
	});
}

/** Which words are unknown to the record; where all are known, which of them go apart. */
function nothingOf({ terms }: Found, view: ExploreView): Nothing {
	const countOf = ({ figures }: FoundTerm) => figures.reduce((sum, each) => sum + each, 0);
	const isKnown = (term: FoundTerm) =>
		term.questions.size > 0 || term.claims.size > 0 || term.values.length > 0;
	return {
		unknown: terms.filter((term) => !isKnown(term)).map(({ typed }) => typed),
		apart:
			terms.length > 1
				? terms.filter(isKnown).map((term) => ({
						word: term.typed,
						count: countOf(term),
						query: exploreQuery({ ...view, q: term.typed, cell: '' })
					}))
				: []
	};
}

/** Every word of the questions and names as it is written, by its folded form. */
const vocabulary = perDatabase((db: Database): Map<string, string> => {
	const { questions, items, answers, populations, groups } = wholeDictionary(db);
	const texts = [
		...Object.values(questions).map(({ title }) => title),
		...Object.values(items).map(({ wording }) => wording),
		...[answers, populations, groups].flatMap((each) =>
			Object.values(each).map(({ label }) => label)
		)
	];
	const words = new Map<string, string>();
	for (const text of texts)
		for (const lang of langs)
			for (const { raw, word } of tokensOf(text?.[lang] ?? ''))
				if (word.length >= leastLength && !words.has(word)) words.set(word, raw);
	return words;
});

/** Shorter words are too much like one another. */
const leastLength = 4;
const leastTail = 5;

/** The same search with unknown words spelt as the record spells them. */
function suggestionOf(db: Database, { terms }: Found, text: string): Searched['suggestion'] {
	const names = namesOf(db);
	let isOther = false;
	const unknown = new Set(
		terms
			.filter(({ questions, claims, values }) => questions.size + claims.size + values.length === 0)
			.flatMap(({ words }) => words)
	);
	const words = tokensOf(text).map(({ raw, word }) => {
		if (!unknown.has(word) || names.of(word).length > 0) return raw;
		const better = closest(word, vocabulary(db));
		isOther ||= better !== undefined;
		return better ?? raw;
	});
	return isOther ? { text: words.join(' ') } : undefined;
}

/** One slip in a short word, two in a long one. */
function closest(word: string, words: Map<string, string>): string | undefined {
	if (word.length < leastLength) return undefined;
	const most = word.length > 6 ? 2 : 1;
	let best: { raw: string; slips: number } | undefined;
	for (const [each, raw] of words) {
		if (Math.abs(each.length - word.length) > most) continue;
		const slips = distance(word, each);
		if (slips > 0 && slips <= most && slips < (best?.slips ?? Infinity)) best = { raw, slips };
	}
	return best?.raw ?? tailOf(word, words);
}

/** The known word in which a compound ends: `Waffen` of `Kernwaffen`. */
function tailOf(word: string, words: Map<string, string>): string | undefined {
	for (let from = 3; from <= word.length - leastTail; from += 1) {
		const raw = words.get(word.slice(from));
		if (raw !== undefined) return raw;
	}
	return undefined;
}
