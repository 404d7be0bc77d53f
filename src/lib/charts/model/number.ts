import { placeName } from '#lib/view/figure-name.ts';
import { answerOf } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { quoted } from '#lib/words/quotation.ts';
import type { NumberChart, RowsChart } from './chart.ts';
import { markOf } from './row-marks.ts';
import type { Context } from './labels.ts';

/** One number, or why there is none. @param drawn the chart of that number alone, whose texts it takes */
export function numberChart(row: DataPoint, drawn: RowsChart, context: Context): NumberChart {
	const { dictionary, lang } = context;
	const answer = quoted(answerOf(dictionary, row).label[lang], lang);
	const { title, subtitle, foot, alt, brief, series } = drawn;
	return {
		kind: 'number',
		lang,
		title,
		subtitle,
		foot,
		alt,
		brief,
		series,
		mark: markOf(row, 0, context),
		said: `${answer}, ${placeName(row, dictionary, lang)}`
	};
}
