import { answerOf, barsOf, stackable, type Bar, type QuestionView } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { barWords, footWords, innerLabel } from '#lib/words/charts/charts.ts';
import { altOf, briefOf } from './alt-text.ts';
import type { Entry, RowsChart, Section, Series } from './chart.ts';
import { titleOf } from './title.ts';
import {
	footOf,
	groupOf,
	nearestSections,
	populationOf,
	subtitleOf,
	waveOf,
	type Context
} from './labels.ts';
import { isClaimed, isMain, markOf, numberOf, opposed, seriesOf } from './row-marks.ts';

/** Countries or groups as horizontal bars. */
export function barsChart(result: QuestionView, context: Context): RowsChart {
	const bars = barsOf(result.rows);
	const kind = kindOf(result.rows, bars, context);
	const all = seriesOf(result.rows, kind === 'bars', context);
	const sided = kind === 'diverging' ? all.filter(({ color }) => color !== 'other') : all;
	const drawn = kind === 'stacked' ? withTold(sided, result, context) : sided;
	const main = bars.filter(({ role }) => role === 'main');
	const entries = (part: Bar[]) =>
		part.map((bar) => entryOf(bar, part, drawn, kind, result, context));
	const sections: Section[] = [
		{ heading: null, notes: [], entries: entries(main) },
		...nearestSections(
			bars.filter(({ role }) => role === 'nearest'),
			result.question,
			context,
			entries
		)
	].filter((section) => section.entries.length > 0);

	const title = titleOf(result, context);
	const foot = footOf(result.rows, context);
	const blank = kind === 'stacked' || kind === 'diverging';
	const aside = blank ? asideOf(result.rows, drawn, context) : [];
	return {
		kind,
		lang: context.lang,
		title,
		subtitle: subtitleOf(context, result.question, result.view.survey, result.rows),
		foot: [...aside, ...(isBlank(result, blank) ? [footWords.blank[context.lang]] : []), ...foot],
		alt: altOf(result.rows, title, context),
		brief: briefOf(result.rows, title, result.view.by, context),
		series: drawn,
		sections,
		gapHead: []
	};
}

/**
 * Several answers that nobody was offered, or one beside don't know, would be hatched alike in a stack: those
 * that were volunteered are told in words.
 */
function withTold(series: Series[], { question }: QuestionView, { dictionary }: Context): Series[] {
	const isVolunteered = ({ id }: Series) =>
		dictionary.answers[`${question}/${id}`]?.kind === 'volunteered';
	if (series.filter(({ color }) => color === 'other').length < 2) return series;
	return series.map((each) =>
		isVolunteered(each) ? { ...each, told: innerLabel(each.label) } : each
	);
}

/**
 * Whether what a line lacks to 100 was not published: not where the reader left answers out, and not of a
 * median, whose answers are medians each for itself.
 */
const isBlank = ({ rows, scope, dictionary }: QuestionView, isWhole: boolean): boolean =>
	isWhole &&
	!scope.cut.includes('answer') &&
	rows.every(({ population }) => dictionary.populations[population]?.kind !== 'median');

/**
 * Two answers that are opposites need no stack: each starts at the common zero. More answers of one
 * bar touch only where the rule for stacks allows it.
 */
function kindOf(rows: DataPoint[], bars: Bar[], context: Context): RowsChart['kind'] {
	const sides = opposed(bars, context);
	if (sides === 'single') return 'diverging';
	const stack = stackable(rows, context.dictionary) && bars.some((bar) => bar.rows.length > 1);
	if (!stack) return 'bars';
	return sides === 'several' ? 'diverging' : 'stacked';
}

function entryOf(
	bar: Bar,
	among: Bar[],
	series: Series[],
	drawing: RowsChart['kind'],
	{ view, claim }: QuestionView,
	context: Context
): Entry {
	const differ = (key: 'survey' | 'population' | 'group') =>
		new Set(among.map((each) => each[key])).size > 1;
	const country = populationOf(context, bar.population);
	const group = groupOf(context, bar.group);
	const byGroup = view.by === 'group' && bar.group !== 'all';
	const second = [
		...(byGroup && differ('population') ? [country] : []),
		...(!byGroup && bar.group !== 'all' ? [group] : []),
		...(bar.role === 'main' && differ('survey') ? [waveOf(context, bar.survey)] : [])
	];
	const kind = context.dictionary.populations[bar.population]?.kind;
	const isApart = kind === 'median' && drawing === 'stacked';
	if (isApart) second.push(barWords.apart[context.lang]);
	const whole = view.by === 'group' && !differ('population') ? group : country;
	const usual =
		view.by === 'group' ? bar.group === 'all' : bar.population === 'deu' || kind === 'median';
	return {
		label: byGroup ? group : whole,
		second: second.length > 0 ? second.join('\u00a0· ') : null,
		strong: usual || isClaimed(bar.rows, claim),
		home:
			view.by === 'country' &&
			bar.population === 'deu' &&
			bar.group === 'all' &&
			differ('population'),
		marks: series.flatMap(({ id }, index) => {
			const row = bar.rows.find(({ answer }) => answer === id);
			return row ? [markOf(row, index, context)] : [];
		}),
		gap: null,
		missing: null,
		...(isApart && lacksAny(bar, context) ? { isTold: true } : {})
	};
}

/** Whether an answer that was offered has no number. */
const lacksAny = ({ rows }: Bar, { dictionary }: Context): boolean =>
	rows.some((row) => row.pct === null && isMain(answerOf(dictionary, row)));

/** Answers that a diverging chart has no side for, as a sentence: `Don't know: Turkey 23%`. */
function asideOf(rows: DataPoint[], drawn: Series[], context: Context): string[] {
	const { dictionary, lang } = context;
	const left = rows.filter(
		(row) =>
			row.pct !== null &&
			!isMain(answerOf(dictionary, row)) &&
			!drawn.some(({ id }) => id === row.answer)
	);
	return [...Map.groupBy(left, ({ answer }) => answer).values()].map((part) => {
		const [first] = part;
		const label = first ? answerOf(dictionary, first).label[lang] : '';
		const shares = part.map((row) => {
			const name =
				row.group === 'all' ? populationOf(context, row.population) : groupOf(context, row.group);
			return `${name} ${numberOf(row, lang)}`;
		});
		return `${label}: ${shares.join(', ')}.`;
	});
}
