import { answerOf, type Bar } from '#lib/view/result.ts';
import type { AnswerInfo, DataPoint } from '#lib/view/row.ts';
import { chartWords, statusTexts } from '#lib/words/charts/charts.ts';
import { intervalText } from '#lib/words/charts/intervals.ts';
import { absenceNames } from '#lib/words/codes.ts';
import type { Lang } from '#lib/words/lang.ts';
import { count, percent } from '#lib/words/numbers.ts';
import type { Mark, Series } from './chart.ts';
import { barNameOf, questionOf, waveOf, type Context } from './labels.ts';
import type { Token } from './theme.ts';

/**
 * A row as a chart draws it.
 *
 * @param assumed its range under the page's assumptions, if any
 * @param isSpread the chart holds several questions, so that each mark names its own
 */
export function markOf(
	row: DataPoint,
	series: number,
	{ dictionary, lang }: Context,
	assumed: Mark['assumed'] = null,
	isSpread = false
): Mark {
	const faint = row.confidence === 'low';
	const text = numberOf(row, lang) + (faint ? '†' : '');
	const context = { dictionary, lang };
	const tooltip = [
		`${barNameOf(context, row)}: ${numberOf(row, lang)}`,
		answerOf(dictionary, row).label[lang],
		...(row.role === 'nearest' || isSpread ? [questionOf(context, row.question)] : []),
		waveOf(context, row.survey)
	];
	if (row.low !== null && row.high !== null)
		tooltip.push(intervalText(percent(row.low, lang), percent(row.high, lang), lang));
	if (assumed)
		tooltip.push(
			chartWords.assumedSaid(percent(assumed.low, lang), percent(assumed.high, lang), lang)
		);
	if (row.pct !== null) tooltip.push(baseText(row, context));
	if (row.status) tooltip.push(statusTexts[row.status][lang]);
	if (faint) tooltip.push(`† ${chartWords.weak[lang]}`);
	const { figure, pct, low, high } = row;
	return { figure, series, pct, text, low, high, assumed, faint, tooltip };
}

/** Of whom it is a share: a median is of countries. */
function baseText(row: DataPoint, { dictionary, lang }: Context): string {
	if (dictionary.populations[row.population]?.kind === 'median') return chartWords.median[lang];
	return row.n === null ? chartWords.baseUnknown[lang] : chartWords.base(count(row.n, lang), lang);
}

/** `38%`, or why there is none. */
export const numberOf = (row: DataPoint, lang: Lang): string =>
	row.pct === null ? absenceNames[row.absence ?? 'not_published'][lang] : percent(row.pct, lang);

/** Tones of answers that have no opposite, darkest first. */
const neutral: Token[] = ['first', 'second', 'third', 'fourth'];

/**
 * One series an answer. Answers with an opposite have the colour of their side.
 *
 * @param apart the answers do not touch: the others need one color only
 */
export function seriesOf(
	rows: DataPoint[],
	apart: boolean,
	{ dictionary, lang }: Context
): Series[] {
	const answers = new Map(rows.map((row) => [row.answer, answerOf(dictionary, row)]));
	const list = [...answers.values()];
	const plain = list.filter((answer) => !answer.pole && isMain(answer));
	return list.map((answer) => ({
		id: answer.id,
		label: answer.label[lang],
		color:
			answer.pole ??
			(isMain(answer) ? (neutral[apart ? 0 : plain.indexOf(answer)] ?? 'fourth') : 'other'),
		soft: milder(answer, list),
		side: answer.pole === 'no' ? -1 : 1
	}));
}

/** Whether a statement of the article rests on one of the rows. */
export const isClaimed = (rows: DataPoint[], claim: string | null): boolean =>
	claim !== null && rows.some(({ claims }) => claims.includes(claim));

export const isMain = ({ kind }: AnswerInfo): boolean => kind === 'net' || kind === 'substantive';

/** Of two answers on one side, the one nearer to the other side: `somewhat` beside `very`. */
function milder(answer: AnswerInfo, list: AnswerInfo[]): boolean {
	const parts = list.filter((each) => each.pole === answer.pole && each.kind === 'substantive');
	if (!answer.pole || answer.kind !== 'substantive' || parts.length < 2) return false;
	return (answer.pole === 'yes' ? parts.at(-1) : parts[0])?.id === answer.id;
}

/** Which layout the answers of a question allow. */
export function opposed(bars: Bar[], { dictionary }: Context): 'single' | 'several' | undefined {
	const rows = bars.flatMap((bar) => bar.rows);
	const main = rows.map((row) => answerOf(dictionary, row)).filter(isMain);
	const side = (pole: 'yes' | 'no') =>
		new Set(main.filter((answer) => answer.pole === pole).map(({ id }) => id)).size;
	if (main.some((answer) => !answer.pole) || side('yes') === 0 || side('no') === 0) return;
	return side('yes') === 1 && side('no') === 1 ? 'single' : 'several';
}
