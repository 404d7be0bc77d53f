import type { SavVariable } from '#lib/sav/index.ts';
import type { KnownQuestion } from '#lib/import/catalog.ts';
import { containment, wordsOf } from './similarity.ts';

/** A question of the project and the variable that seems to be its data. */
export interface QuestionMatch {
	question: KnownQuestion;
	variable: SavVariable;
	/** How it was found, in words. */
	by: string;
}

/** The words that tell a label's meaning have to be there: two in three without a number to go by. */
const leastAlike = 2 / 3;
/** With the same number a shortened or missing label will do, another question's will not. */
const leastWithNumber = 1 / 4;

/**
 * Variables for questions: by number; among the letters of one number, and without a number, by label.
 * Every variable is used once, by the question it is most like.
 */
export function findQuestions(
	questions: KnownQuestion[],
	variables: SavVariable[]
): QuestionMatch[] {
	const numeric = variables.filter(({ type }) => type === 'numeric');
	const words = new Map(numeric.map(({ name, label }) => [name, wordsOf(label)]));
	const possible = questions
		.flatMap((question) => {
			const own = ownWords(question, questions);
			const isNumbered = question.number !== '' && !isRange(question.number);
			return numeric
				.filter(({ name }) => fits(question.number, name))
				.map((variable) => {
					const label = words.get(variable.name)!;
					const alike = Math.max(...own.map((each) => containment(each, label)));
					const least = isNumbered ? (label.length === 0 ? 0 : leastWithNumber) : leastAlike;
					const by = isNumbered ? `number ${question.number}` : `label (${alike.toFixed(2)})`;
					// A number of one's own beats any similarity of labels.
					return { question, variable, by, rank: alike + Number(isNumbered), good: alike >= least };
				});
		})
		.filter(({ good }) => good)
		.toSorted((a, b) => b.rank - a.rank);

	const matches = new Map<string, QuestionMatch>();
	const used = new Set<string>();
	for (const { question, variable, by } of possible) {
		if (matches.has(question.id) || used.has(variable.name)) continue;
		matches.set(question.id, { question, variable, by });
		used.add(variable.name);
	}
	return questions.flatMap(({ id }) => matches.get(id) ?? []);
}

/** Q48a-d stands for one of Q48a, Q48b, Q48c and Q48d. */
const isRange = (number: string): boolean => /[a-z]-[a-z]$/i.test(number);

/** Whether a variable of that name may be the question of that number; any may be one without a number. */
function fits(number: string, name: string): boolean {
	if (number === '') return true;
	if (!isRange(number)) return name.toLowerCase() === number.toLowerCase();
	const [, stem = '', from = '', to = ''] = /^(.*)([a-z])-([a-z])$/i.exec(number.toLowerCase())!;
	const letter = name.toLowerCase().slice(stem.length);
	return (
		name.toLowerCase().startsWith(stem) && letter.length === 1 && from <= letter && letter <= to
	);
}

/**
 * What tells a question from those of the same number: the words of its wording, of its last part, and of
 * its title, each without what all of them share.
 */
function ownWords(question: KnownQuestion, questions: KnownQuestion[]): string[][] {
	const title = (each: KnownQuestion) => wordsOf(each.title.replace(/\(.*\)/, ''));
	const lastPart = (each: KnownQuestion) => wordsOf(each.wording.split('...').at(-1) ?? '');
	const family = questions.filter(
		(each) => isRange(each.number) && each.number === question.number
	);
	const sources =
		family.length > 1 ? [lastPart, title] : [(q: KnownQuestion) => wordsOf(q.wording), title];
	return sources
		.map((source) => {
			const shared = family.length > 1 ? family.map(source) : [];
			return source(question).filter(
				(word) => shared.length === 0 || !shared.every((words) => words.includes(word))
			);
		})
		.filter((words) => words.length > 0);
}
