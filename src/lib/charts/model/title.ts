import { isJoined } from '#lib/view/comparable.ts';
import { comparesAll } from '#lib/view/scope.ts';
import { answerOf, type QuestionView } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { findings } from '#lib/words/charts/findings.ts';
import type { Answer, Named, Place, Share } from '#lib/words/charts/shares.ts';
import { wholePercent } from '#lib/words/numbers.ts';
import { itemOf, questionOf, whereOf, yearOf, type Context } from './labels.ts';
import { isMain } from './row-marks.ts';

/** The finding of a view, as a sentence without its full stop. */
export function titleOf(result: QuestionView, context: Context): string {
	const finders = { country: ofCountries, region: ofRegions, group: ofGroups, time: ofCourse };
	return (
		finders[result.view.by](result, context) ??
		ofFirst(result, context) ??
		ofNothing(result.question, result.rows, context)
	);
}

/** A view without a number. */
function ofNothing(question: string, rows: DataPoint[], context: Context): string {
	const main = rows.filter(({ role }) => role === 'main');
	const [first] = main;
	const isOne = main.every(
		({ population, group }) => population === first?.population && group === first.group
	);
	const where =
		first && isOne
			? {
					in: whereOf(context, first.population, first.group),
					isWhole:
						first.group === 'all' &&
						context.dictionary.populations[first.population]?.kind === 'country'
				}
			: undefined;
	return findings.nothing(questionOf(context, question), where, context.lang);
}

/** Where the layout has nothing to compare: the number that is looked at first. */
function ofFirst(result: QuestionView, context: Context): string | undefined {
	const [row] = headline(
		result.rows.filter(({ role }) => role === 'main'),
		result,
		context
	);
	if (!row) return;
	const share = { answer: answerOfRow(row, context), pct: row.pct ?? 0 };
	return findings.here(placeOf(row, context), [share], context.lang);
}

type Finder = (result: QuestionView, context: Context) => string | undefined;

/** What Germany answered; without Germany, where the first answer is most and least frequent. */
const ofCountries: Finder = (result, context) => {
	const rows = leading(result.rows);
	const alone = new Set(rows.map(({ population }) => population)).size === 1;
	const here = rows.filter(({ population }) => population === 'deu' || alone);
	const written = context.dictionary.questions[result.question]?.finding;
	if (written && result.scope.isDefault && holds(written[context.lang], here))
		return written[context.lang];
	return ofPlace(here, context) ?? ofMany(headline(rows, result, context), result, context);
};

/** Whether a view shows every number that a sentence names. */
const holds = (sentence: string, rows: DataPoint[]): boolean =>
	(sentence.match(/\d+/g) ?? []).every((number) =>
		rows.some(({ pct }) => pct !== null && wholePercent(pct) === number)
	);

const ofGroups: Finder = (result, context) => {
	const split = leading(result.rows).filter(({ group }) => group !== 'all');
	return ofMany(headline(split, result, context), result, context) ?? ofCountries(result, context);
};

const ofRegions: Finder = (result, context) => {
	const { lang } = context;
	const rows = leading(result.rows);
	const [first] = rows;
	if (first && rows.every(({ population }) => population !== 'deu')) {
		const split = rows.filter(({ group }) => group !== 'all');
		const regions = ofMany(headline(split, result, context), result, context);
		return regions ?? ofCountries(result, context);
	}
	const sided = headline(rows.filter(isSided), result, context);
	const [east, west] = [sideOf(sided, 'east'), sideOf(sided, 'west')];
	const known = east ?? west;
	if (east && west) return findings.sides(answerOfRow(east, context), east.pct, west.pct, lang);
	if (known) {
		const side = east ? 'east' : 'west';
		const isOtherMissing = rows.some(
			({ group, answer, pct }) =>
				pct === null && answer === known.answer && isSide(group) && group !== side
		);
		const answer = answerOfRow(known, context);
		return findings.oneSide(answer, side, known.pct, isOtherMissing, lang);
	}
	// Without a cell of East or West in the view nothing can be said of them.
	if (!first || !rows.some(isSided)) return ofCountries(result, context);
	const { hasSides } = result.scope;
	return findings.noSides(
		yearOf(context, first.survey),
		hasSides,
		hasSides ? undefined : otherWave(result, context),
		lang
	);
};

/** The nearest wave of the same question with both sides. */
function otherWave(result: QuestionView, context: Context) {
	const near = result.rows.filter(
		({ role, question }) => role === 'nearest' && question === result.question
	);
	const [first] = near;
	const sided = headline(
		near.filter((row) => row.survey === first?.survey && isSided(row)),
		result,
		context
	);
	const [east, west] = [sideOf(sided, 'east'), sideOf(sided, 'west')];
	if (!east || !west) return;
	const year = yearOf(context, east.survey);
	return { year, answer: answerOfRow(east, context), east: east.pct, west: west.pct };
}

/** From the first to the last of the waves that may be compared. */
const ofCourse: Finder = (result, context) => {
	const shown = result.rows.filter(({ role, pct }) => role === 'main' && pct !== null);
	const candidates = headline(shown, result, context);
	const lead = candidates.find(({ population }) => population === 'deu') ?? candidates[0];
	if (!lead) return;
	const line = shown
		.filter(
			({ answer, population, group }) =>
				answer === lead.answer && population === lead.population && group === lead.group
		)
		.sort((a, b) => yearOf(context, a.survey) - yearOf(context, b.survey));
	const alike = line.filter((row) => isJoined(itemOf(context, row)));
	const waves = alike.length > 1 ? alike : line.slice(-1);
	const named = [waves[0], waves.at(-1)].flatMap((row) =>
		row ? [{ name: String(yearOf(context, row.survey)), pct: row.pct ?? 0 }] : []
	);
	return findings.course(
		answerOfRow(lead, context),
		placeOf(lead, context),
		waves.length > 1 ? named : named.slice(0, 1),
		context.lang
	);
};

/** The main rows of the survey that comes first: a title tells of one. */
function leading(rows: DataPoint[]): DataPoint[] {
	const main = rows.filter(({ role }) => role === 'main');
	return main.filter(({ survey }) => survey === main[0]?.survey);
}

/** Rows with a number of the answer a reader looks at first, else of the first that has one. */
function headline(
	rows: DataPoint[],
	{ question }: QuestionView,
	{ dictionary }: Context
): DataPoint[] {
	const shown = rows.filter(({ pct }) => pct !== null);
	const wanted = dictionary.questions[question]?.headline;
	const answer = shown.some((row) => row.answer === wanted) ? wanted : shown[0]?.answer;
	return shown.filter((row) => row.answer === answer);
}

/** The two most frequent of the main answers in one place. */
function ofPlace(rows: DataPoint[], context: Context): string | undefined {
	const shares: Share[] = rows
		.filter((row) => row.pct !== null && isMain(answerOf(context.dictionary, row)))
		.filter(({ group }) => group === rows[0]?.group)
		.map((row) => ({ answer: answerOfRow(row, context), pct: row.pct ?? 0 }))
		.sort((a, b) => b.pct - a.pct)
		.slice(0, 2);
	const [row] = rows;
	if (!row || shares.length === 0) return;
	return findings.here(placeOf(row, context), shares, context.lang);
}

/** As many are named one by one; more have a highest and a lowest. */
const fewest = 2;

/** One answer among several places or groups. Medians are no places beside those they are made of. */
function ofMany(rows: DataPoint[], result: QuestionView, context: Context): string | undefined {
	const { dictionary, lang } = context;
	const countries = rows.filter(
		({ population }) => dictionary.populations[population]?.kind === 'country'
	);
	const sorted = (countries.length > 0 ? countries : rows).toSorted(
		(a, b) => (b.pct ?? 0) - (a.pct ?? 0)
	);
	const [most, least] = [sorted[0], sorted.at(-1)];
	if (!most || !least) return;
	if (most === least) return ofPlace([most], context);
	// A country that all share is said once; regions say it themselves.
	const inside = sorted.every(({ population }) => population === most.population);
	const common = inside && sorted.every(({ group }) => group !== 'all');
	const regional = sorted.every(({ dimension }) => dimension === 'region');
	const where =
		common && !regional ? (dictionary.populations[most.population]?.in[lang] ?? '') : '';
	const named = (row: DataPoint): Named => ({
		name: common
			? (dictionary.groups[row.group]?.in[lang] ?? row.group)
			: whereOf(context, row.population, row.group),
		pct: row.pct ?? 0
	});
	const answer = answerOfRow(most, context);
	if (sorted.length <= fewest || most.pct === least.pct)
		return findings.beside(answer, where, sorted.map(named), lang);
	const ends = ({ pct }: DataPoint) => sorted.filter((row) => row.pct === pct).map(named);
	const chosen = comparesAll(result.scope, result.view.by) ? null : sorted.length;
	return findings.between(answer, where, ends(most), ends(least), chosen, lang);
}

const isSide = (group: string): boolean => group === 'east' || group === 'west';
const isSided = ({ group }: DataPoint): boolean => isSide(group);

/** The published row of one side. */
export const sideOf = (rows: DataPoint[], side: 'east' | 'west') =>
	rows.find((row): row is DataPoint & { pct: number } => row.group === side && row.pct !== null);

export const labelOf = (row: DataPoint, { dictionary, lang }: Context): string =>
	answerOf(dictionary, row).label[lang];

const answerOfRow = (row: DataPoint, context: Context): Answer => ({
	label: labelOf(row, context),
	subject: questionOf(context, row.question),
	clause: answerOf(context.dictionary, row).clause
});

const placeOf = ({ population, group }: DataPoint, context: Context): Place => ({
	in: whereOf(context, population, group),
	isGermany: population === 'deu' && group === 'all'
});
