import type { Database } from '#db/open.ts';
import { sql } from 'drizzle-orm';
import { figureIndex, type FigureColumns } from '#lib/server/facets/figure-index.ts';
import { namesOf, type Named } from './names.ts';
import { matchOf, partOf, termsOf, tokensOf, type Term } from './terms.ts';

/** A term with what it finds. */
export interface FoundTerm extends Term {
	/** Values of facets that it names. */
	values: Named[];
	/** Questions with it in their texts, and how well; statements likewise. */
	questions: Map<string, number>;
	claims: Map<string, number>;
	/** For every figure, whether it has the value or belongs to such a question. */
	figures: Uint8Array;
}

/** What a search found: codes, the best first. */
export interface Found {
	terms: FoundTerm[];
	questions: string[];
	claims: string[];
	/** For every figure, whether the search lets it through. */
	figures: Uint8Array;
	/** Number of those figures. */
	count: number;
}

/**
 * Questions, statements and figures with all of the words, in whichever language.
 *
 * @param text words as a reader types them; ü, ue and u find each other; each may be the beginning of a
 * word, another form of it, a part of a compound, or another word of the field for the same
 */
export function search(db: Database, text: string): Found {
	const columns = figureIndex(db);
	const terms = searchTerms(db, text).map((term) => foundTerm(db, columns, term));
	const figures = new Uint8Array(columns.length);
	if (terms.length === 0) return { terms, questions: [], claims: [], figures, count: 0 };
	for (let index = 0; index < columns.length; index += 1)
		figures[index] = Number(terms.every((term) => term.figures[index] === 1));
	const claims = inAll(terms.map((term) => term.claims));
	const questions = rankedQuestions(columns, terms, figures);
	for (const claim of claims)
		for (const index of columns.claims.get(claim) ?? []) figures[index] = 1;
	let count = 0;
	for (const each of figures) count += each;
	return { terms, questions, claims, figures, count };
}

/** The expressions that a text is looked for by. */
export function searchTerms(db: Database, text: string): Term[] {
	const names = namesOf(db);
	return termsOf(tokensOf(text), (phrase) => names.of(phrase).length > 0, names.longest);
}

/** A term in another word, or only within one, counts less than the word itself. */
const weights = { own: 1, similar: 0.5, part: 0.3 };

function foundTerm(db: Database, columns: FigureColumns, term: Term): FoundTerm {
	const values = namesOf(db).of(term.words.join(' '));
	// A year or a group is what it is called; a country may also be what a question is about.
	const isNameOnly = values.some(({ key }) => key !== 'country');
	const questions = new Map<string, number>();
	const claims = new Map<string, number>();
	const add = (to: Map<string, number>, hits: Hit[], weight: number) => {
		for (const { id, score } of hits) to.set(id, Math.max(to.get(id) ?? 0, score * weight));
	};
	for (const kind of ['own', 'similar'] as const) {
		if (term[kind].length === 0) continue;
		const match = matchOf(term[kind]);
		if (!isNameOnly) add(questions, db.all<Hit>(questionSearch(match)), weights[kind]);
		add(claims, db.all<Hit>(claimSearch(match)), weights[kind]);
	}
	const parts = partOf(term);
	if (parts.length > 0) {
		const match = parts.map((each) => `"${each}"`).join(' OR ');
		if (!isNameOnly) add(questions, db.all<Hit>(questionParts(match)), weights.part);
		add(claims, db.all<Hit>(claimParts(match)), weights.part);
	}
	return { ...term, values, questions, claims, figures: figuresOf(columns, values, questions) };
}

function figuresOf(
	{ codes, places, length }: FigureColumns,
	values: Named[],
	questions: Map<string, number>
): Uint8Array {
	const wanted = new Uint8Array(places.question.size);
	for (const id of questions.keys()) wanted[places.question.get(id) ?? 0] = 1;
	const found = new Uint8Array(length);
	for (let index = 0; index < length; index += 1) found[index] = wanted[codes.question[index]!]!;
	for (const { key, code } of values) {
		const place = places[key].get(code);
		const column = codes[key];
		for (let index = 0; index < length; index += 1) if (column[index] === place) found[index] = 1;
	}
	return found;
}

/** Questions with every term in their texts or among their figures; the best texts first. */
function rankedQuestions(
	{ codes, catalog, length }: FigureColumns,
	terms: FoundTerm[],
	figures: Uint8Array
): string[] {
	const withFigures = new Set<number>();
	for (let index = 0; index < length; index += 1)
		if (figures[index] === 1) withFigures.add(codes.question[index]!);
	const scored = catalog.values.question.flatMap((id, place) => {
		const scores = terms.map((term) => term.questions.get(id) ?? 0);
		const fits = scores.every((score) => score > 0) || withFigures.has(place);
		return fits ? [{ id, score: scores.reduce((sum, each) => sum + each, 0) }] : [];
	});
	return scored.toSorted((a, b) => b.score - a.score).map(({ id }) => id);
}

/** Keys that every map has, the largest sum first. */
function inAll([first, ...others]: Map<string, number>[]): string[] {
	return [...(first ?? [])]
		.filter(([id]) => others.every((each) => each.has(id)))
		.map(([id, score]) => ({
			id,
			score: others.reduce((sum, each) => sum + (each.get(id) ?? 0), score)
		}))
		.toSorted((a, b) => b.score - a.score)
		.map(({ id }) => id);
}

/** A question or statement that was found. */
export interface Hit {
	id: string;
	/** The larger the better. */
	score: number;
}

/** A word in the title weighs most, then in an answer, then in the wording. */
export const questionSearch = (match: string) =>
	sql`SELECT question_id AS id, -bm25(question_search, 0, 0, 10, 2, 5) AS score
		FROM question_search WHERE question_search MATCH ${match} ORDER BY score DESC, question_id`;

export const claimSearch = (match: string) =>
	sql`SELECT claim_id AS id, -bm25(claim_search) AS score
		FROM claim_search WHERE claim_search MATCH ${match} ORDER BY score DESC, claim_id`;

/** Parts of words are found or not; how often they stand in a text says little. */
export const questionParts = (match: string) =>
	sql`SELECT question_id AS id, 1.0 AS score FROM question_parts WHERE question_parts MATCH ${match}`;

const claimParts = (match: string) =>
	sql`SELECT claim_id AS id, 1.0 AS score FROM claim_parts WHERE claim_parts MATCH ${match}`;
