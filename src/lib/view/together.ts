import { assumedN } from './assumptions.ts';
import { bounded, joinQuery, one, unknownKeys, valuesOf, type Notice } from './query.ts';
import { figureId, type Absence, type Dictionary, type Row } from './row.ts';

/** Of whom two answers are put together. */
export interface Base {
	survey: string;
	country: string;
	group: string;
}

/** Two answers of one survey and population, and what is assumed about them. */
export interface TogetherView extends Base {
	question: [string, string];
	answer: [string, string];
	/** Per cent who gave both, whole; null: as few as possible. */
	overlap: number | null;
	/** Interviews, as the reader assumes; null: as published, else as is usual. */
	n: number | null;
	deff: number;
}

/** The two margins of the article's paradox. */
export const usualTogether: TogetherView = {
	survey: 'pew-2015-spring',
	country: 'deu',
	group: 'all',
	question: ['defend-nato-ally', 'us-would-defend-ally'],
	answer: ['should-not', 'would'],
	overlap: null,
	n: null,
	deff: 1.75
};

/** Who is willing and who counts on the US: the answers that the paradox sets against each other. */
export const paradoxAnswers = ['should', 'would'];

/** All codes such a view may name, and where figures are. */
export interface TogetherCatalog {
	surveys: string[];
	countries: string[];
	groups: { id: string; population: string | null }[];
	/** In the order of the package; answers in that of the questionnaire. */
	questions: { id: string; headline: string; answers: string[] }[];
	/** Ids of the figures with a number. */
	published: Set<string>;
	/** Where at least two questions have figures of the same people. */
	bases: Base[];
}

/** Why two figures cannot be put together. */
export type RefusalCode =
	| 'same_answer'
	| 'net_and_part'
	| 'same_question'
	| 'median'
	| 'other_survey'
	| 'other_population'
	| 'not_published';

export interface Refusal {
	code: RefusalCode;
	/** Questions without a figure here, and why. */
	missing: { question: string; absence: Absence | null }[];
	/** Where both answers were published for the same people. */
	elsewhere: (Base & { query: string })[];
}

interface Range {
	low: number;
	high: number;
}

/** What two shares of the same people allow, in per cent. */
export interface Limits {
	a: number;
	b: number;
	/** Share of both. */
	both: Range;
	/** The share of both if one answer said nothing about the other. */
	independent: number;
	/** Per cent of those who gave the one answer; undefined if nobody did. */
	bGivenA?: Range;
	aGivenB?: Range;
	/** Whole per cents between which the overlap may be moved; null if there is nothing to move. */
	steps: (Range & { independent: number }) | null;
	/** Where it stands unless the reader moves it: as few as possible. */
	usual: number;
	/** Where it stands. */
	overlap: number;
}

/** The lowest share of both that sampling error leaves, in per cent, and what it rests on. */
export interface Floor {
	/** If as many as possible gave both, if the answers are independent, if as few as possible. */
	ifMost: number;
	ifIndependent: number;
	ifLeast: number;
	/** Interviews; null where effective interviews are known. */
	n: number | null;
	nSource: 'figures' | 'survey' | 'reader' | 'usual';
	/** Null where effective interviews are known. */
	deff: number | null;
	/** Effective interviews: as many of a simple random sample would err as much. */
	nEff: number;
}

/** The share of both as counted on the respondents of an imported file, with its 95 % limits, in per cent. */
export interface Measured {
	pct: number;
	low: number;
	high: number;
	/** Interviews with both questions, and effective ones. */
	n: number;
	nEff: number;
	/** Code of the source. */
	source: string;
}

/** Two figures put together, or why they cannot be. */
export interface Together {
	view: TogetherView;
	/** Canonical query string, without the mark. */
	query: string;
	notices: Notice[];
	/** Both figures; without a number only under a refusal. */
	rows: Row[];
	dictionary: Dictionary;
	refusal: Refusal | null;
	limits: Limits | null;
	/** What the respondents say, if a file was imported: then `limits` holds what it left open. */
	measured: Measured | 'suppressed' | null;
	/** Null where a number of interviews is neither known nor assumed. */
	floor: Floor | null;
	/** Of the paradox: how many are willing, how many count on the US. Null for other questions. */
	paradox: { willing: number; counting: number } | null;
}

const keys = ['answer', 'country', 'deff', 'group', 'n', 'overlap', 'question', 'survey'];
/** What the form sends, each choice whole, so that it works without JavaScript. */
const formKeys = ['from', 'a', 'b'];

export const bounds = {
	overlap: { low: 0, high: 100 },
	n: { low: 50, high: 1_000_000 },
	deff: { low: 1, high: 10 }
};
export { assumedN };

/** Codes of one choice of the form, as one value. */
export const baseCode = ({ survey, country, group }: Base): string =>
	[survey, country, group].join('~');
export const answerCode = (question: string, answer: string): string => `${question}~${answer}`;

export const isPublished = (
	{ published }: TogetherCatalog,
	{ survey, country, group }: Base,
	question: string,
	answer: string
): boolean => published.has(figureId(survey, question, country, group, answer));

/**
 * The view an address asks for. Never throws: what is unknown is left out and named.
 *
 * @returns a view whose overlap may still lie outside what its two figures allow
 */
export function parseTogether(
	query: URLSearchParams,
	catalog: TogetherCatalog
): { view: TogetherView; notices: Notice[] } {
	const notices: Notice[] = [];
	const base = baseOf(query, catalog, notices);
	const view = {
		...base,
		...(wished(query, base, catalog, notices) ?? pairOf(query, base, catalog, notices)),
		overlap: numberOf(query, 'overlap', /^\d{1,3}$/, notices),
		n: numberOf(query, 'n', /^\d{1,7}$/, notices),
		deff: numberOf(query, 'deff', /^\d{1,2}(\.\d{1,2})?$/, notices) ?? usualTogether.deff
	};
	const unknown = unknownKeys(query, [...keys, ...formKeys]);
	return { view, notices: bounded([...unknown, ...notices]) };
}

/** The one query string of a view: defaults left out, keys sorted. Parsing it gives the same view again. */
export const togetherQuery = (view: TogetherView, catalog: TogetherCatalog): string =>
	joinQuery(togetherParts(view, catalog));

/** The keys and values of the canonical query. */
export function togetherParts(view: TogetherView, catalog: TogetherCatalog): [string, string][] {
	const usual = { ...usualTogether, question: usualQuestions(view, catalog) };
	const answers = view.question.map((question) => usualAnswer(question, view, catalog));
	const parts: [string, string][] = [];
	for (const key of ['survey', 'country', 'group', 'deff'] as const)
		if (view[key] !== usual[key]) parts.push([key, String(view[key])]);
	for (const key of ['overlap', 'n'] as const)
		if (view[key] !== null) parts.push([key, String(view[key])]);
	if (view.question.join() !== usual.question.join())
		parts.push(['question', view.question.join()]);
	if (view.answer.join() !== answers.join()) parts.push(['answer', view.answer.join()]);
	return parts;
}

function baseOf(query: URLSearchParams, catalog: TogetherCatalog, notices: Notice[]): Base {
	const whole = one(query, 'from', catalog.bases.map(baseCode), notices);
	const chosen = catalog.bases.find((base) => baseCode(base) === whole);
	if (chosen) return { survey: chosen.survey, country: chosen.country, group: chosen.group };
	const survey = one(query, 'survey', catalog.surveys, notices) ?? usualTogether.survey;
	const country = one(query, 'country', catalog.countries, notices) ?? usualTogether.country;
	const groups = catalog.groups
		.filter(({ population }) => population === null || population === country)
		.map(({ id }) => id);
	return { survey, country, group: one(query, 'group', groups, notices) ?? usualTogether.group };
}

type Pair = Pick<TogetherView, 'question' | 'answer'>;

/** Both answers as the form sends them; where the chosen people were not asked them, the usual pair. */
function wished(
	query: URLSearchParams,
	base: Base,
	catalog: TogetherCatalog,
	notices: Notice[]
): Pair | undefined {
	const possible = catalog.questions.flatMap(({ id, answers }) =>
		answers.map((answer) => answerCode(id, answer))
	);
	const a = one(query, 'a', possible, notices)?.split('~');
	const b = one(query, 'b', possible, notices)?.split('~');
	if (!a || !b) return undefined;
	const both = [a, b] as [[string, string], [string, string]];
	if (!both.every(([question, answer]) => isPublished(catalog, base, question, answer)))
		return usualPair(usualQuestions(base, catalog), base, catalog);
	return { question: [both[0][0], both[1][0]], answer: [both[0][1], both[1][1]] };
}

/** Both answers as an address names them: the first answer belongs to the first question. */
function pairOf(
	query: URLSearchParams,
	base: Base,
	catalog: TogetherCatalog,
	notices: Notice[]
): Pair {
	const unknown = (key: string, value: string, possible: string[]) =>
		notices.push({ kind: 'unknown_value', key, value: value.slice(0, 60), possible });
	const questions = catalog.questions.map(({ id }) => id);
	const given = valuesOf(query, 'question', notices);
	const known = given.map((id) => (questions.includes(id) ? id : undefined));
	given.forEach((id, at) => {
		if (known[at] === undefined || at > 1) unknown('question', id, at > 1 ? [] : questions);
	});
	const usual = usualQuestions(base, catalog);
	const other = (taken: string | undefined, wanted: string) =>
		taken === wanted ? (usual.find((id) => id !== taken) ?? wanted) : wanted;
	const first = known[0] ?? other(known[1], usual[0]);
	const pair = usualPair([first, known[1] ?? other(first, usual[1])], base, catalog);
	valuesOf(query, 'answer', notices).forEach((answer, at) => {
		const possible = catalog.questions.find(({ id }) => id === pair.question[at])?.answers ?? [];
		if (possible.includes(answer)) pair.answer[at] = answer;
		else unknown('answer', answer, possible);
	});
	return pair;
}

const usualPair = (question: [string, string], base: Base, catalog: TogetherCatalog): Pair => ({
	question,
	answer: [usualAnswer(question[0], base, catalog), usualAnswer(question[1], base, catalog)]
});

/** The two questions of the paradox where these people were asked both, else the first two they were. */
function usualQuestions(base: Base, catalog: TogetherCatalog): [string, string] {
	const asked = catalog.questions.filter(({ id, answers }) =>
		answers.some((answer) => isPublished(catalog, base, id, answer))
	);
	const [first, second] = usualTogether.question.every((id) => asked.some((each) => each.id === id))
		? []
		: asked;
	return first && second ? [first.id, second.id] : usualTogether.question;
}

/** The answer of the paradox, else the one a reader looks at first, as far as it was published. */
function usualAnswer(id: string, base: Base, catalog: TogetherCatalog): string {
	const question = catalog.questions.find((each) => each.id === id);
	const ofParadox = usualTogether.answer[usualTogether.question.indexOf(id)];
	const candidates = [ofParadox, question?.headline, ...(question?.answers ?? [])].filter(
		(answer) => answer !== undefined
	);
	const published = candidates.find((answer) => isPublished(catalog, base, id, answer));
	return published ?? candidates[0] ?? '';
}

function numberOf(
	query: URLSearchParams,
	key: keyof typeof bounds,
	pattern: RegExp,
	notices: Notice[]
): number | null {
	const value = valuesOf(query, key, notices).at(-1);
	if (value === undefined) return null;
	const { low, high } = bounds[key];
	const number = Number(value);
	if (pattern.test(value) && low <= number && number <= high) return number;
	notices.push({ kind: 'unknown_value', key, value: value.slice(0, 60), possible: [] });
	return null;
}

/** The limits once the overlap is known: nothing is left to be moved. */
export function settled(limits: Limits, { pct }: Measured): Limits {
	const only = (share: number) => ({ low: share, high: share });
	return {
		...limits,
		both: only(pct),
		bGivenA: limits.a > 0 ? only(Math.min(100, (100 * pct) / limits.a)) : undefined,
		aGivenB: limits.b > 0 ? only(Math.min(100, (100 * pct) / limits.b)) : undefined,
		steps: null,
		usual: pct,
		overlap: pct
	};
}

/** Those who gave neither answer, only the first, both, or only the second. */
export type GroupName = 'neither' | 'onlyA' | 'both' | 'onlyB';

/** One of the four groups, in per cent. */
export interface Group {
	name: GroupName;
	/** At the overlap at hand. */
	now: number;
	/** At any overlap that the two shares allow. */
	least: number;
	most: number;
}

/** The four groups that an overlap implies; they add up to 100. */
export function groupsAt({ a, b, both }: Limits, overlap: number): Group[] {
	// Shares with decimals leave a residue in the last binary digit.
	const share = (pct: number) => Math.max(0, pct);
	const group = (name: GroupName, of: (joint: number) => number): Group => {
		const [one, other] = [share(of(both.low)), share(of(both.high))];
		return {
			name,
			now: share(of(overlap)),
			least: Math.min(one, other),
			most: Math.max(one, other)
		};
	};
	return [
		group('neither', (joint) => 100 - a - b + joint),
		group('onlyA', (joint) => a - joint),
		group('both', (joint) => joint),
		group('onlyB', (joint) => b - joint)
	];
}

/** A part of the bar, in per cent from its left end. */
export interface Stretch {
	group: GroupName;
	/** In this group at every overlap. */
	isCertain: boolean;
	x: number;
	width: number;
}

/**
 * The bar of a hundred people: the second answer's end at the right end, the first one's are pushed
 * into it from the left. So each group keeps a certain part that never moves.
 */
export function stretchesOf(groups: Group[]): Stretch[] {
	let x = 0;
	return groups
		.flatMap(({ name, now, least }) => {
			const certain = { group: name, isCertain: true, width: least };
			const open = { group: name, isCertain: false, width: now - least };
			return name === 'onlyA' ? [open, certain] : [certain, open];
		})
		.map((part) => {
			const stretch = { ...part, x };
			x += part.width;
			return stretch;
		})
		.filter(({ width }) => width > 0);
}
