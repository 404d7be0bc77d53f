import {
	answerCode,
	baseCode,
	bounds,
	isPublished,
	usualTogether,
	type Base,
	type TogetherCatalog,
	type TogetherView
} from './together.ts';
import {
	bounded,
	joinQuery,
	one,
	unknownKeys,
	unknownValue,
	valuesOf,
	type Notice
} from '#lib/view/query.ts';

const keys = ['answer', 'country', 'deff', 'group', 'n', 'overlap', 'question', 'survey'];
/** What the form sends, each choice whole, so that it works without JavaScript. */
const formKeys = ['from', 'a', 'b'];

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
export function togetherQuery(view: TogetherView, catalog: TogetherCatalog): string {
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
	return joinQuery(parts);
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
		notices.push(unknownValue(key, value, possible));
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
	// Read as it was typed: a comma is a decimal mark here and parts no list.
	const value = query.getAll(key).at(-1)?.trim().replace(',', '.');
	if (!value) return null;
	const { low, high } = bounds[key];
	const number = Number(value);
	if (pattern.test(value) && low <= number && number <= high) return number;
	notices.push(unknownValue(key, value));
	return null;
}
