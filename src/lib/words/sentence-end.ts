import type { Lang } from './lang.ts';

/** What ends in a full stop and ends no sentence. */
const abbreviation = /(?:\bU\.S|\bz\. ?B|\bd\. ?h|\bca|\bNr|\bNo|\bvgl|\bSt|(?<!\d)\d{1,2})\.$/;

/**
 * A text cut behind its first sentence.
 *
 * @returns the sentence with its full stop, and the rest without the space between; empty where there is none
 */
export function firstSentence(text: string, lang: Lang): [string, string] {
	const ends = /[.!?][”“"’)]*(?=\s+[\p{Lu}„“"\d])/gu;
	for (const match of text.matchAll(ends)) {
		const end = match.index + match[0].length;
		const first = text.slice(0, end);
		// English writes no full stop behind an ordinal number; German does.
		if (abbreviation.test(first) && !(lang === 'en' && /\d\.$/.test(first))) continue;
		return [first, text.slice(end).trimStart()];
	}
	return [text, ''];
}
