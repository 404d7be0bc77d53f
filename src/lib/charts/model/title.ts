import { answerOf, gapOf, lineKey, type Regions, type QuestionView } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { findings, type Named } from '#lib/words/charts/charts.ts';
import { itemOf, questionOf, whereOf, yearOf } from './labels.ts';
import { isMain, type Context } from './row-marks.ts';

/** The finding of a view, as a sentence without its full stop. */
export function titleOf(result: QuestionView, context: Context): string {
	const finders = { country: ofCountries, region: ofRegions, group: ofGroups, time: ofCourse };
	return finders[result.view.by](result, context) ?? findings.nothing[context.lang];
}

/** The widest gap between East and West. */
export function titleOfRegions(regions: Regions, context: Context): string {
	const { lang } = context;
	const lines = Map.groupBy(regions.rows, lineKey);
	const size = (line: DataPoint[]) => Math.abs(gapOf(line) ?? -1);
	const [widest] = [...lines.values()].sort((a, b) => size(b) - size(a));
	const east = widest && sideOf(widest, 'east');
	const west = widest && sideOf(widest, 'west');
	if (!east || !west) return findings.nothing[lang];
	const question = questionOf(context, east.question);
	return findings.widest(question, nameOf(east, context), east.pct, west.pct, lang);
}

type Finder = (result: QuestionView, context: Context) => string | undefined;

/** What Germany answered; without Germany, where the first answer is most and least frequent. */
const ofCountries: Finder = (result, context) => {
	const rows = leading(result.rows);
	const alone = new Set(rows.map(({ population }) => population)).size === 1;
	const here = rows.filter(({ population }) => population === 'deu' || alone);
	return ofPlace(here, context) ?? ofExtremes(headline(rows, result, context), context);
};

const ofGroups: Finder = (result, context) => {
	const split = leading(result.rows).filter(({ group }) => group !== 'all');
	return ofExtremes(headline(split, result, context), context) ?? ofCountries(result, context);
};

const ofRegions: Finder = (result, context) => {
	const { lang } = context;
	const rows = leading(result.rows);
	const [first] = rows;
	if (first && rows.every(({ population }) => population !== 'deu')) {
		const split = rows.filter(({ group }) => group !== 'all');
		return ofExtremes(headline(split, result, context), context);
	}
	const sided = headline(rows.filter(isSided), result, context);
	const [east, west] = [sideOf(sided, 'east'), sideOf(sided, 'west')];
	const known = east ?? west;
	if (east && west) return findings.sides(nameOf(east, context), east.pct, west.pct, lang);
	if (known)
		return findings.oneSide(nameOf(known, context), east ? 'east' : 'west', known.pct, lang);
	return first && findings.noSides(yearOf(context, first.survey), otherWave(result, context), lang);
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
	return { year, answer: nameOf(east, context), east: east.pct, west: west.pct };
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
	const alike = line.filter((row) => itemOf(context, row)?.comparable === 'yes');
	const waves = alike.length > 1 ? alike : line;
	const named = [waves[0], waves.at(-1)].flatMap((row) =>
		row ? [{ name: String(yearOf(context, row.survey)), pct: row.pct ?? 0 }] : []
	);
	const where = whereOf(context, lead.population, lead.group);
	return findings.course(
		nameOf(lead, context),
		where,
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
	const shares: Named[] = rows
		.filter((row) => row.pct !== null && isMain(answerOf(context.dictionary, row)))
		.map((row) => ({ name: nameOf(row, context), pct: row.pct ?? 0 }))
		.sort((a, b) => b.pct - a.pct)
		.slice(0, 2);
	const [row] = rows;
	if (!row || shares.length === 0) return;
	return findings.here(whereOf(context, row.population, row.group), shares, context.lang);
}

function ofExtremes(rows: DataPoint[], context: Context): string | undefined {
	const { dictionary, lang } = context;
	const sorted = [...rows].sort((a, b) => (b.pct ?? 0) - (a.pct ?? 0));
	const [most, least] = [sorted[0], sorted.at(-1)];
	if (!most || !least) return;
	if (most === least) return ofPlace([most], context);
	// A country that all share is said once; regions say it themselves.
	const inside = rows.every(({ population }) => population === most.population);
	const common = inside && rows.every(({ group }) => group !== 'all');
	const regional = rows.every(({ dimension }) => dimension === 'region');
	const where =
		common && !regional ? (dictionary.populations[most.population]?.in[lang] ?? '') : '';
	const named = (row: DataPoint): Named => ({
		name: common
			? (dictionary.groups[row.group]?.in[lang] ?? row.group)
			: whereOf(context, row.population, row.group),
		pct: row.pct ?? 0
	});
	return findings.between(nameOf(most, context), where, named(most), named(least), lang);
}

const isSided = ({ group }: DataPoint): boolean => group === 'east' || group === 'west';

/** The published row of one side. */
const sideOf = (rows: DataPoint[], side: 'east' | 'west') =>
	rows.find((row): row is DataPoint & { pct: number } => row.group === side && row.pct !== null);

const nameOf = (row: DataPoint, { dictionary, lang }: Context): string =>
	answerOf(dictionary, row).label[lang];
