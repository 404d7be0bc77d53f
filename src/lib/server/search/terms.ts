import { fold } from '#db/fold.ts';
import { spellings, stopWords, synonyms } from '#lib/words/search/synonyms.ts';

/** One word or expression that is looked for. */
export interface Term {
	/** As typed, for a search without it and for messages. */
	typed: string;
	/** Folded. */
	words: string[];
	/** The expression itself, its stem and its other spelling: folded words joined by blanks. */
	own: string[];
	/** Expressions of the field that mean the same. */
	similar: string[];
}

/** Endings of both languages, the longest first; what is left must stay long enough to mean something. */
const endings: [ending: string, least: number][] = [
	['ungen', 5],
	['ung', 5],
	['ern', 4],
	['ten', 6],
	['te', 6],
	['ing', 4],
	['em', 4],
	['en', 4],
	['er', 5],
	['es', 4],
	['ed', 4],
	['e', 4],
	['n', 4],
	['s', 4],
	['t', 6]
];

/** A folded word without its ending, by which its other forms are found: `sanktion` of `sanktionen`. */
function stem(word: string): string {
	if (/\d/.test(word)) return word;
	const ending = endings.find(
		([each, least]) => word.endsWith(each) && word.length - each.length >= least
	);
	return ending ? word.slice(0, -ending[0].length) : word;
}

export const stemmed = (phrase: string): string => phrase.split(' ').map(stem).join(' ');

const similarTo = new Map<string, number[]>();
synonyms.forEach((line, index) => {
	for (const each of line)
		similarTo.set(stemmed(each), [...(similarTo.get(stemmed(each)) ?? []), index]);
});
const longestSynonym = Math.max(...synonyms.flat().map((each) => each.split(' ').length));

/** A word of a text as it stands there and as it is searched. */
export interface Token {
	raw: string;
	word: string;
}

/** Letters and digits only: quotes and operators are text. */
export const tokensOf = (text: string): Token[] =>
	[...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([raw]) => ({ raw, word: fold(raw) }));

/** Folded words of a text. */
export const wordsOf = (text: string): string[] => tokensOf(text).map(({ word }) => word);

const mostTerms = 12;

/**
 * What a reader looks for, expression by expression: the longest that is a name or an idea of the field
 * counts as one. Words without a meaning of their own are left out where others are left.
 *
 * @param isName whether folded words, joined by blanks, are a name of the record
 */
export function termsOf(
	tokens: Token[],
	isName: (phrase: string) => boolean,
	longestName: number
): Term[] {
	const meaning = tokens.filter(({ word }) => !stopWords.has(word) || isName(word));
	const left = meaning.length > 0 ? meaning : tokens;
	const terms: Term[] = [];
	for (let at = 0; at < left.length && terms.length < mostTerms;) {
		const most = Math.min(left.length - at, Math.max(longestName, longestSynonym));
		let length = 1;
		for (let wanted = most; wanted > 1; wanted -= 1) {
			const phrase = left
				.slice(at, at + wanted)
				.map(({ word }) => word)
				.join(' ');
			if (!isName(phrase) && !similarTo.has(stemmed(phrase))) continue;
			length = wanted;
			break;
		}
		terms.push(termOf(left.slice(at, at + length)));
		at += length;
	}
	return terms;
}

function termOf(tokens: Token[]): Term {
	const words = tokens.map(({ word }) => word);
	const phrase = words.join(' ');
	const lines = similarTo.get(stemmed(phrase)) ?? [];
	return {
		typed: tokens.map(({ raw }) => raw).join(' '),
		words,
		own: [...new Set([phrase, ...otherSpellings(phrase)].map(lastStemmed))],
		similar: [...new Set(lines.flatMap((index) => synonyms[index] ?? []).map(lastStemmed))]
	};
}

/** Of an expression the last word may end otherwise; the words before it stand as they are. */
const lastStemmed = (phrase: string): string => {
	const words = phrase.split(' ');
	return [...words.slice(0, -1), stem(words.at(-1) ?? '')].join(' ');
};

const otherSpellings = (phrase: string): string[] =>
	spellings.flatMap(([british, american]) => {
		if (phrase.includes(british)) return [phrase.replace(british, american)];
		return phrase.includes(american) ? [phrase.replace(american, british)] : [];
	});

/** Where a term stands in a text: as a word or the beginning of one, within one, by another word, or not at all. */
export function standsIn(term: Term, text: string): 'word' | 'part' | 'similar' | undefined {
	const words = ` ${wordsOf(text).join(' ')} `;
	const begins = (each: string) => words.includes(` ${each}${isWhole(each) ? ' ' : ''}`);
	if (term.own.some(begins)) return 'word';
	if (term.similar.some(begins)) return 'similar';
	return partOf(term).some((each) => words.includes(each)) ? 'part' : undefined;
}

/** Shorter parts stand in too many words that mean something else. */
const leastPart = 5;

/** What of a term may stand within a longer word. */
export const partOf = ({ own, words }: Term): string[] =>
	words.length === 1 ? own.filter((each) => each.length >= leastPart) : [];

/** Whether an expression ends in so short a word that it begins too many others: `men` and `Menschen`. */
const isWhole = (phrase: string): boolean => (phrase.split(' ').at(-1) ?? '').length < 4;

/** Terms as a question to the full-text index: each a phrase whose last word may go on. */
export const matchOf = (phrases: string[]): string =>
	phrases.map((each) => `"${each}"${isWhole(each) ? '' : '*'}`).join(' OR ');
