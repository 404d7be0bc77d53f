import type { Bar } from '#lib/view/result.ts';
import type { DataPoint, Dictionary, ItemInfo, SurveyInfo } from '#lib/view/row.ts';
import { chartWords, footWords } from '#lib/words/charts/charts.ts';
import { whiskers } from '#lib/words/charts/intervals.ts';
import { statusNames } from '#lib/words/codes.ts';
import type { Lang } from '#lib/words/lang.ts';
import { date } from '#lib/words/numbers.ts';
import type { Section } from './chart.ts';
import { surveyName } from '#lib/view/survey-name.ts';

/** What the makers of charts pass around: the words for codes, and the language. */
export interface Context {
	dictionary: Dictionary;
	lang: Lang;
}

/** Label of a population, a group or a survey; the code itself where the dictionary has none. */
export const populationOf = ({ dictionary, lang }: Context, id: string): string =>
	dictionary.populations[id]?.label[lang] ?? id;

export const groupOf = ({ dictionary, lang }: Context, id: string): string =>
	dictionary.groups[id]?.label[lang] ?? id;

export const questionOf = ({ dictionary, lang }: Context, id: string): string =>
	dictionary.questions[id]?.title[lang] ?? id;

export const yearOf = ({ dictionary }: Context, survey: string): number =>
	dictionary.surveys[survey]?.year ?? 0;

/** Whom a number speaks of: `Germany`; `East Germany`; `France, women`. */
export function barNameOf(
	context: Context,
	{ population, group }: Pick<DataPoint, 'population' | 'group'>
): string {
	if (group === 'all') return populationOf(context, population);
	const isOwn = context.dictionary.groups[group]?.dimension === 'region';
	const name = groupOf(context, group);
	return isOwn ? name : `${populationOf(context, population)}, ${name}`;
}

/** `in Germany`, `among women in Germany`. */
export function whereOf({ dictionary, lang }: Context, population: string, group: string): string {
	const country = dictionary.populations[population]?.in[lang] ?? population;
	const among = dictionary.groups[group]?.in[lang] ?? group;
	if (group === 'all') return country;
	return dictionary.groups[group]?.population ? among : `${among} ${country}`;
}

/** `Pew Research Center, 2015`. */
export function waveOf({ dictionary }: Context, survey: string): string {
	const info = dictionary.surveys[survey];
	return info ? `${info.organisation}, ${info.year}` : survey;
}

/** Month in which the field work began, or the year where that is all that is known. */
const whenOf = ({ fieldworkStart, year }: SurveyInfo, { lang }: Context): string =>
	fieldworkStart ? date(fieldworkStart.slice(0, 7), lang) : String(year);

/** The question, of which survey: what stands under the title. */
export function subtitleOf(
	context: Context,
	question: string,
	surveys: string[],
	rows: DataPoint[]
): string {
	const { dictionary, lang } = context;
	const [first] = surveys;
	const info = surveys.length === 1 && first !== undefined ? dictionary.surveys[first] : undefined;
	const groups = new Set(rows.filter(({ role }) => role === 'main').map(({ group }) => group));
	const [group] = groups;
	return [
		questionOf(context, question),
		// A part of the people asked must not pass for all of them.
		...(groups.size === 1 && group !== undefined && group !== 'all'
			? [groupOf(context, group)]
			: []),
		...(info ? [surveyName(info, lang)] : [])
	].join(' · ');
}

/** Figures near to what was asked for, one section a survey and question. */
export function nearestSections(
	bars: Bar[],
	asked: string,
	context: Context,
	sectionOf: (bars: Bar[]) => Section['entries']
): Section[] {
	const { dictionary, lang } = context;
	const parts = Map.groupBy(bars, (bar) => `${bar.survey}/${bar.question}`);
	return [...parts.values()].map((part, index) => {
		const [{ survey, question } = { survey: '', question: '' }] = part;
		const info = dictionary.surveys[survey];
		const same = question === asked;
		const wave = info ? `${info.organisation}, ${whenOf(info, context)}` : survey;
		return {
			heading: index === 0 ? chartWords.nearest[lang] : null,
			notes: [`${wave}: ${same ? chartWords.sameQuestion[lang] : questionOf(context, question)}`],
			entries: sectionOf(part)
		};
	});
}

/** What stands under a chart: base, source, and what its marks mean. */
export function footOf(rows: DataPoint[], context: Context): string[] {
	const { dictionary, lang } = context;
	const shown = rows.filter((row) => row.pct !== null);
	const surveys = [...new Set((shown.length > 0 ? shown : rows).map((row) => row.survey))];
	const sources = surveys.map((id) => surveyName(dictionary.surveys[id], lang, id));
	const statuses = (['recovered', 'reported', 'computed', 'sum_of_parts'] as const).filter(
		(status) => shown.some((row) => row.status === status)
	);
	const isSynthetic = shown.some((row) =>
		row.sources.some((id) => dictionary.sources[id]?.kind === 'synthetic')
	);
	const foot = [...(isSynthetic ? [footWords.synthetic[lang]] : []), footWords.base[lang]];
	if (statuses.length > 0)
		foot.push(
			footWords.statuses(
				statuses.map((each) => statusNames[each][lang]),
				lang
			)
		);
	if (shown.some((row) => row.confidence === 'low')) foot.push(footWords.weak[lang]);
	if (shown.some((row) => row.low !== null)) foot.push(whiskers[lang]);
	const short = surveys.length > 3 ? institutes(surveys, context) : sources.join('; ');
	return [...foot, footWords.source(short, lang)];
}

/** Many surveys in short: institutes, first and last year. */
export function institutes(surveys: string[], { dictionary }: Context): string {
	const infos = surveys.flatMap((id) => dictionary.surveys[id] ?? []);
	const years = infos.map(({ year }) => year);
	const names = [...new Set(infos.map(({ organisation }) => organisation))];
	return `${names.join(', ')}, ${Math.min(...years)}–${Math.max(...years)}`;
}

export const itemOf = ({ dictionary }: Context, row: DataPoint): ItemInfo | undefined =>
	dictionary.items[`${row.survey}/${row.question}`];
