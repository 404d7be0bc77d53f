import { answerOf, barsOf, gapOf, lineKey, type QuestionView } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { chartWords, shortLabel } from '#lib/words/charts/charts.ts';
import { intervalText } from '#lib/words/charts/intervals.ts';
import { percent, points } from '#lib/words/numbers.ts';
import { stopped } from '#lib/words/quotation.ts';
import type { Layout } from '#lib/view/view.ts';
import { barNameOf, groupOf, questionOf, waveOf, type Context } from './labels.ts';
import { numberOf } from './row-marks.ts';

/**
 * The chart in words: its finding, then every number and every absence, bar by bar. What all bars
 * have in common is not repeated.
 *
 * @param ranges what follows from assumptions for the gaps of East and West
 * @param spread names question and survey with each bar
 */
export function altOf(
	rows: DataPoint[],
	title: string,
	context: Context,
	ranges: QuestionView['ranges'] = {},
	spread = false
): string {
	const { dictionary, lang } = context;
	const bars = barsOf(rows);
	const differ = (key: 'survey' | 'question' | 'population' | 'group') =>
		new Set(bars.map((bar) => bar[key])).size > 1;
	const names = {
		question: spread || differ('question'),
		survey: spread || differ('survey')
	};
	// Where one country is divided its name is said once, by the title; a group is always named.
	const nameOf = (bar: (typeof bars)[number]) =>
		differ('group') && !differ('population')
			? groupOf(context, bar.group)
			: barNameOf(context, bar);
	const sentences = bars.map((bar) => {
		const label = [
			...(names.question ? [questionOf(context, bar.question)] : []),
			...(names.survey ? [waveOf(context, bar.survey)] : []),
			nameOf(bar)
		].join(', ');
		const parts = bar.rows.map((row) => {
			const answer = shortLabel(answerOf(dictionary, row).label[lang]);
			const asides = [
				...(row.low === null || row.high === null
					? []
					: [intervalText(percent(row.low, lang), percent(row.high, lang), lang)]),
				...(row.confidence === 'low' ? [chartWords.weak[lang]] : [])
			];
			const aside = asides.length > 0 ? ` (${asides.join('; ')})` : '';
			return `${answer} ${numberOf(row, lang)}${aside}`;
		});
		return `${label}: ${parts.join(', ')}.`;
	});
	return [stopped(title), ...sentences, ...gaps(rows, context, ranges, names.question)].join(' ');
}

/** Characters of a title in an alternative text that a table stands beside. */
const longestTitle = 220;

/** The chart in one sentence, where every number of it stands in a table: its finding, then what is drawn. */
export function briefOf(rows: DataPoint[], title: string, by: Layout, { lang }: Context): string {
	const numbers = rows.filter(({ pct }) => pct !== null).length;
	const cut =
		title.length > longestTitle ? `${title.slice(0, longestTitle).replace(/\s\S*$/, '')}…` : title;
	return numbers === 0 ? stopped(cut) : `${cut} (${chartWords.drawn(by, numbers, lang)}).`;
}

/** East minus West where both sides are there, one sentence a line. */
function gaps(
	rows: DataPoint[],
	context: Context,
	ranges: QuestionView['ranges'],
	withQuestion: boolean
): string[] {
	const { dictionary, lang } = context;
	return [...Map.groupBy(rows, lineKey)].flatMap(([key, line]) => {
		const [row] = line;
		const gap = gapOf(line);
		if (!row || gap === undefined) return [];
		const label = [
			...(withQuestion ? [questionOf(context, row.question)] : []),
			shortLabel(answerOf(dictionary, row).label[lang]),
			waveOf(context, row.survey)
		].join(', ');
		const range = ranges[key];
		const sides = (['east', 'west'] as const).flatMap((side) =>
			range ? [chartWords.assumedSide(side, range[side], lang)] : []
		);
		const said = [chartWords.gapSaid(points(gap), lang), ...sides].join('; ');
		return [`${label}: ${said}.`];
	});
}
