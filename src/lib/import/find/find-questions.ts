import type { SavVariable } from '#lib/sav/index.ts';
import type { KnownQuestion } from '#lib/import/catalog.ts';
import { containment, dice, wordsOf } from './similarity.ts';

/** A question of the project and the variable that seems to be its data. */
export interface QuestionMatch {
	question: KnownQuestion;
	variable: SavVariable;
	/** How it was found, in words. */
	by: string;
}

/** A question that several variables fit equally well: only a person can tell. */
export interface QuestionTie {
	question: KnownQuestion;
	variables: SavVariable[];
}

/** Without a number to go by two in three of the words have to be there. */
const leastAlike = 2 / 3;
/** With the same number a shortened label will do; another question's will not. */
const leastWithNumber = 1 / 2;
/** What a number counts beside the label: a label that fits exactly elsewhere is worth more. */
const numberBonus = 0.4;
/** So many words from the beginning of a wording make a label a cut one. */
const leastBeginning = 4;
/** How near the item at the end of a label has to be to that of the question. */
const leastItem = 0.6;
/** Closer than this two variables are equally likely. */
const tieWithin = 0.02;

interface Candidate {
	question: KnownQuestion;
	variable: SavVariable;
	by: string;
	rank: number;
}

/**
 * Variables for questions: by number, by the stem they ask with, and by the item at the end of the label.
 * A label that speaks of another item is no match, whatever its number; a label that ends before the item
 * is taken by its number. Every variable is used once, by the question it is most like; where two are
 * equally like none is taken.
 */
export function findQuestions(
	questions: KnownQuestion[],
	variables: SavVariable[]
): { matches: QuestionMatch[]; ties: QuestionTie[] } {
	const numeric = variables.filter(({ type }) => type === 'numeric');
	const labels = numeric.map((variable) => ({
		variable,
		// "… d. Russia": the letter of the item is no word.
		label: wordsOf(variable.label.replace(/\s[a-z][.)]\s/i, ' '))
	}));
	const texts = questions.map((question) => ({ question, text: textOf(question, questions) }));
	const possible = texts
		.flatMap(({ question, text }) =>
			labels.flatMap(({ variable, label }) => candidateOf(question, text, variable, label) ?? [])
		)
		.toSorted((a, b) => b.rank - a.rank);

	const matches = new Map<string, QuestionMatch>();
	const ties: QuestionTie[] = [];
	const used = new Set<string>();
	const isDone = (id: string) => matches.has(id) || ties.some(({ question }) => question.id === id);
	for (const best of possible) {
		const { question, variable, by, rank } = best;
		if (isDone(question.id) || used.has(variable.name)) continue;
		const equals = possible.filter(
			(each) =>
				each.question.id === question.id &&
				!used.has(each.variable.name) &&
				rank - each.rank < tieWithin
		);
		if (equals.length > 1) {
			ties.push({ question, variables: equals.map((each) => each.variable) });
			continue;
		}
		matches.set(question.id, { question, variable, by });
		used.add(variable.name);
	}
	return { matches: questions.flatMap(({ id }) => matches.get(id) ?? []), ties };
}

/** What a label can be compared with. */
interface QuestionText {
	wording: string[];
	title: string[];
	/** Words of the item that the stem has not; undefined where the question is no item of a list. */
	item: string[] | undefined;
	stem: string[];
	/** Items of the same list. */
	siblings: string[][];
}

/** Where the item of a list begins, after the last of these. */
const beforeItem = /(?:…|\.\.\.|\?|:)\s+(?=\S)/g;
const startOfItem = (wording: string): number =>
	[...wording.matchAll(beforeItem)].map((cut) => cut.index + cut[0].length).at(-1) ?? 0;

function textOf(question: KnownQuestion, questions: KnownQuestion[]): QuestionText {
	const { number, wording, title } = question;
	const at = startOfItem(wording);
	const stem = wordsOf(wording.slice(0, at));
	const isItem = at > 0 && /[a-z](-[a-z])?$/i.test(number);
	const family = questions.filter(
		(each) => each !== question && numberOf(each) === numberOf(question)
	);
	const words = wordsOf(wording.slice(at));
	// "relations with", which all items of a list share, tells none from another.
	const shared = family.map((each) => wordsOf(each.wording));
	const own = words.filter(
		(word) => shared.length === 0 || !shared.every((each) => each.includes(word))
	);
	return {
		wording: wordsOf(wording),
		title: wordsOf(title.replace(/\(.*\)/, '')),
		item: isItem ? own : undefined,
		stem,
		siblings: family.map((each) => wordsOf(each.wording.slice(startOfItem(each.wording))))
	};
}

/** `Q48` of `Q48a` and of `Q48a-d`. */
const numberOf = ({ number }: KnownQuestion): string => number.replace(/[a-z](-[a-z])?$/i, '');

function candidateOf(
	question: KnownQuestion,
	text: QuestionText,
	variable: SavVariable,
	label: string[]
): Candidate | undefined {
	const { number } = question;
	const isRange = /[a-z]-[a-z]$/i.test(number);
	const hasNumber = number !== '' && !isRange && isNamed(number, variable);
	if (isRange && !fitsRange(number, variable.name)) return;
	const by = hasNumber ? `number ${number}` : 'label';
	const found = (rank: number, note = ''): Candidate => ({
		question,
		variable,
		by: by + note,
		rank: rank + (hasNumber ? numberBonus : 0)
	});
	if (label.length === 0) return hasNumber ? found(0, ', no label') : undefined;

	const { until, words: known } = knownBeginning(label, text.wording);
	const isCut =
		until < text.wording.length &&
		known >= leastBeginning &&
		(known === label.length ||
			(known === label.length - 1 && isBegun(label.at(-1)!, text.wording[until]!)));
	if (text.item && isCut && until <= text.stem.length)
		return hasNumber ? found(1, ', label cut') : undefined;
	const alike = isCut
		? 1
		: Math.max(
				containment(text.wording, label),
				containment(text.title, label),
				hasNumber ? containment(label, [...text.wording, ...text.title]) : 0
			);
	const near = Math.max(dice(text.wording, label), isCut ? 0.9 : 0);
	if (alike < (hasNumber || isRange ? leastWithNumber : leastAlike)) return;
	if (!text.item) return found(near);
	const item = isCut ? 1 : itemLikeness(text, label);
	return item < leastItem ? undefined : found(near + item / 2);
}

/** A word that the end of a label cut off. */
const isBegun = (part: string, whole: string): boolean =>
	part.length === 1 || whole.startsWith(part);

/** How many words a label has in the order of a wording from its own first word on, and where they end. */
function knownBeginning(label: string[], wording: string[]): { words: number; until: number } {
	const from = wording.findIndex((_, at) =>
		label.slice(0, leastBeginning).every((word, i) => word === wording[at + i])
	);
	if (from < 0) return { words: 0, until: 0 };
	const differs = label.findIndex((word, i) => word !== wording[from + i]);
	const words = differs < 0 ? label.length : differs;
	return { words, until: from + words };
}

/** Whether a label speaks of the item of a question, 0…1: what it says beside the stem. */
function itemLikeness(
	{ item = [], stem, wording, siblings }: QuestionText,
	label: string[]
): number {
	// What tells the item from each other one of the list has to be there.
	const isAnother = siblings.some((sibling) => {
		const own = item.filter((word) => !sibling.includes(word));
		return own.length > 0 && !own.some((word) => label.includes(word));
	});
	if (isAnother) return 0;
	const inStem = new Set(stem);
	const rest = label.filter((word) => !inStem.has(word));
	const own = item.filter((word) => !inStem.has(word));
	const wanted = own.length > 0 ? own : item;
	const isPart = rest.length > 0 && containment(rest, wording) === 1;
	return Math.max(
		dice(wanted, rest),
		isPart ? containment(rest, wanted) : 0,
		containment(wanted, label) === 1 ? leastItem : 0
	);
}

/** By its name, or by the number its label begins with. */
const isNamed = (number: string, { name, label }: SavVariable): boolean =>
	name.toLowerCase() === number.toLowerCase() ||
	new RegExp(`^\\s*${number}\\b[.:)]`, 'i').test(label);

/** Q48a-d stands for one of Q48a, Q48b, Q48c and Q48d. */
function fitsRange(number: string, name: string): boolean {
	const [, stem = '', from = '', to = ''] = /^(.*)([a-z])-([a-z])$/i.exec(number.toLowerCase())!;
	const letter = name.toLowerCase().slice(stem.length);
	return (
		name.toLowerCase().startsWith(stem) && letter.length === 1 && from <= letter && letter <= to
	);
}
