import { answerOf, barsOf, gapOf, lineKey, type QuestionView } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { chartWords, shortLabel } from '#lib/words/charts/charts.ts';
import { intervalText } from '#lib/words/charts/intervals.ts';
import { percent, points } from '#lib/words/numbers.ts';
import { groupOf, populationOf, questionOf, waveOf } from './labels.ts';
import { numberOf, type Context } from './row-marks.ts';

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
		survey: spread || differ('survey'),
		group: differ('group')
	};
	const population = differ('population') || !names.group;
	const sentences = bars.map((bar) => {
		const label = [
			...(names.question ? [questionOf(context, bar.question)] : []),
			...(names.survey ? [waveOf(context, bar.survey)] : []),
			...(population ? [populationOf(context, bar.population)] : []),
			...(names.group ? [groupOf(context, bar.group)] : [])
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
	return [`${title}.`, ...sentences, ...gaps(rows, context, ranges, names.question)].join(' ');
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
