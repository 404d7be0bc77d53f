import type { Database } from '#db/open.ts';
import { fold } from '#db/fold.ts';
import { sql } from 'drizzle-orm';
import { langs } from '#lib/words/lang.ts';
import { answersTo, wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { FigureColumns } from './figure-index.ts';

/** What a search found: codes, the best first. */
export interface Found {
	/** The words as they were looked for. */
	words: string[];
	questions: string[];
	claims: string[];
}

const mostWords = 12;

/**
 * Questions and statements with all of the words, in whichever language.
 *
 * @param search words as a reader types them; ü and ue, ß and ss find each other; each may be the
 * beginning of a longer word
 */
export function search(db: Database, search: string): Found {
	const words = wordsOf(search).slice(0, mostWords);
	if (words.length === 0) return { words, questions: [], claims: [] };
	const match = words.map((word) => `"${word}"*`).join(' ');
	const questions = unique(db.all<{ id: string }>(questionSearch(match)));
	const claims = unique(db.all<{ id: string }>(claimSearch(match)));
	return { words, questions, claims };
}

/** A word in the title weighs most, then in an answer, then in the wording. */
export const questionSearch = (match: string) =>
	sql`SELECT question_id AS id FROM question_search WHERE question_search MATCH ${match}
		ORDER BY bm25(question_search, 0, 0, 10, 2, 5), question_id`;

export const claimSearch = (match: string) =>
	sql`SELECT claim_id AS id FROM claim_search WHERE claim_search MATCH ${match}
		ORDER BY bm25(claim_search), claim_id`;

/** Figures of the questions that were found, and those that the statements rest on. */
export function figuresFound(columns: FigureColumns, { questions, claims }: Found): Uint8Array {
	const { codes, places, length } = columns;
	const wanted = new Uint8Array(places.question.size);
	for (const id of questions) wanted[places.question.get(id) ?? 0] = 1;
	const found = new Uint8Array(length);
	for (let index = 0; index < length; index += 1) found[index] = wanted[codes.question[index]!]!;
	for (const claim of claims) for (const index of columns.claims.get(claim) ?? []) found[index] = 1;
	return found;
}

/** Letters and digits only: quotes and operators are text. */
const wordsOf = (text: string): string[] =>
	fold(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');

const unique = (rows: { id: string }[]): string[] => [...new Set(rows.map(({ id }) => id))];

/** Where the words stand in a question: all in the title, all in one answer, or somewhere in the wording. */
export function fieldOf(
	db: Database,
	id: string,
	words: string[]
): { field: 'title' | 'answer' | 'wording'; answer: string | undefined } {
	const has = (text: string) => {
		const there = wordsOf(text);
		return words.every((word) => there.some((each) => each.startsWith(word)));
	};
	const title = wholeDictionary(db).questions[id]?.title;
	if (title && langs.some((lang) => has(title[lang]))) return { field: 'title', answer: undefined };
	const answer = answersTo(db, id).find(({ label }) => langs.some((lang) => has(label[lang])));
	return answer ? { field: 'answer', answer: answer.id } : { field: 'wording', answer: undefined };
}
