import type { Database } from '#db/open.ts';
import type { FacetKey } from '#lib/view/explore/facets.ts';
import type { Lang } from '#lib/words/lang.ts';
import { directions } from '#lib/words/search/synonyms.ts';
import { facetLabels } from '#lib/server/facets/labels.ts';
import { namesOf, type Named } from './names.ts';
import { claimSearch, questionParts, questionSearch, searchTerms, type Hit } from './search.ts';
import { matchOf, partOf, tokensOf } from './terms.ts';

/* What the words of a sentence with numbers mean: of whom, of when, of which question, for or against. */

/** What an expression found in a question counts, and the most that its weight there adds to. */
const perTerm = 3;
const mostScore = 10;

const one = '\\d{1,3}(?:[.,]\\d+)?';
const between = '\\s*(?:,|;|/|–|-|und|oder|zu|bis|gegen|and|or|to|against|versus|vs\\.?)\\s*';
/** A number with its sign of per cent, or several of them: `38 and 58%`. */
export const percentages = new RegExp(
	`(?<![\\d.,])((?:${one}${between})*${one})\\s*(?:%|prozent\\b|per\\s?cent\\b|v\\.\\s?h\\.)`,
	'giu'
);

/** What a sentence speaks of, as far as the record knows it. */
export interface Meaning {
	/** Values of facets that it names; a figure must have one of each key. */
	named: Map<FacetKey, string[]>;
	/** Countries that it mentions, perhaps as what the question is about. */
	mentioned: string[];
	names: string[];
	/** How well each question fits its words. */
	questions: Map<string, number>;
	/** How many of its expressions stand in each question. */
	matched: Map<string, number>;
	claims: Map<string, number>;
	direction: 'yes' | 'no' | undefined;
}

/** Reads a sentence: its countries, groups and years, the questions and statements it may be about, and its side. */
export function meaningOf(db: Database, text: string, lang: Lang): Meaning {
	const plain = text.replace(percentages, ' ').replace(/^\s*[\d.,]+\s*$/, ' ');
	const tokens = tokensOf(plain).map(({ word }) => word);
	const read = searchTerms(db, plain).filter(({ words }) => words.some((word) => word.length > 1));
	const terms = [...new Map(read.map((term) => [term.words.join(' '), term])).values()];
	const names = namesOf(db);
	const named = terms.flatMap(({ words }) => {
		const isPlace = tokens[tokens.indexOf(words[0] ?? '') - 1] === 'in';
		return names.of(words.join(' ')).map((each) => ({ ...each, isPlace }));
	});
	const questions = new Map<string, number>();
	const claims = new Map<string, number>();
	const matched = new Map<string, number>();
	/** Each expression that is found counts, and a little more where it stands in the title. */
	const add = (to: Map<string, number>, hits: { id: string; score: number }[]) => {
		const best = new Map<string, number>();
		for (const { id, score } of hits) best.set(id, Math.max(best.get(id) ?? 0, score));
		for (const [id, score] of best) {
			to.set(id, (to.get(id) ?? 0) + perTerm + Math.min(score, mostScore) / 5);
			if (to === questions) matched.set(id, (matched.get(id) ?? 0) + 1);
		}
	};
	for (const term of terms) {
		const phrase = term.words.join(' ');
		if (names.of(phrase).some(({ key, isOwn }) => key !== 'country' || !isOwn)) continue;
		if (directionOf(term.words) !== undefined) continue;
		const phrases = [...term.own, ...term.similar];
		const parts = partOf(term).map((each) => `"${each}"`);
		add(questions, [
			...db.all<Hit>(questionSearch(matchOf(phrases))),
			...(parts.length > 0 ? db.all<Hit>(questionParts(parts.join(' OR '))) : [])
		]);
		add(claims, db.all<Hit>(claimSearch(matchOf(phrases))));
	}
	const kept = askedNames(named);
	return {
		mentioned: named.filter(({ key }) => key === 'country').map(({ code }) => code),
		named: new Map(
			[...Map.groupBy(kept, ({ key }) => key)].map(([key, each]) => [
				key,
				each.map(({ code }) => code)
			])
		),
		names: [...new Set(kept.map(({ key, code }) => facetLabels(db, key, lang)(code)))],
		questions,
		matched,
		claims,
		direction: directionOf(tokens)
	};
}

/** `Germans` or `in Germany` says who was asked; `Germany` alone may be what the question is about. */
const askedNames = (named: (Named & { isPlace: boolean })[]): Named[] =>
	named.filter(({ key, isOwn, isPlace }) => key !== 'country' || !isOwn || isPlace);

/** Shorter words stand for themselves, longer ones for all that begins with them. */
const leastPrefix = 6;

function directionOf(tokens: string[]): Meaning['direction'] {
	const says = (side: 'yes' | 'no') =>
		directions[side].some((each) =>
			tokens.some((word) => (each.length < leastPrefix ? word === each : word.startsWith(each)))
		);
	if (says('no')) return 'no';
	return says('yes') ? 'yes' : undefined;
}
