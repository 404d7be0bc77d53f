import { isJoined } from '#lib/view/comparable.ts';
import { answerOf, type QuestionView } from '#lib/view/result.ts';
import type { DataPoint, SurveyInfo } from '#lib/view/row.ts';
import { chartWords, footWords, shortLabel } from '#lib/words/charts/charts.ts';
import { altOf, briefOf } from './alt-text.ts';
import type { Point, Series, TimeChart } from './chart.ts';
import { titleOf } from './title.ts';
import {
	footOf,
	groupOf,
	itemOf,
	populationOf,
	subtitleOf,
	waveOf,
	type Context
} from './labels.ts';
import { isMain, markOf } from './row-marks.ts';

const dayMilliseconds = 86_400_000;

/** One line a population, group and answer; don't know has its numbers in the table only. */
export function timeChart(result: QuestionView, context: Context): TimeChart {
	const { lang } = context;
	const rows = result.rows.filter(({ role }) => role === 'main');
	const shown = rows.filter((row) => row.pct !== null && isMain(answerOf(context.dictionary, row)));
	const drawn = [
		...Map.groupBy(shown, ({ population, group, answer }) =>
			[population, group, answer].join('~')
		).values()
	];
	const series = drawn.map((line) => seriesOf(line, shown, context));
	const several = new Set(shown.map(({ population }) => population)).size > 1;
	const lines = drawn.map((line, index) => {
		const strong = !several || line.some(({ population }) => population === 'deu');
		return { series: index, strong, points: pointsOf(line, rows, index, context) };
	});
	const title = titleOf(result, context);
	const open = lines.some(({ points }) => points.some(({ joined }) => !joined));
	const dashed = lines.some(({ points }) => points.some(({ afterGap }) => afterGap));
	return {
		kind: 'time',
		lang,
		title,
		subtitle: subtitleOf(context, result.question, result.view.survey, rows),
		foot: [
			...(open ? [footWords.apart[lang]] : []),
			...(dashed ? [footWords.dashed[lang]] : []),
			...footOf(result.rows, context)
		],
		alt: altOf(result.rows, title, context),
		brief: briefOf(result.rows, title, 'time', context),
		series,
		lines
	};
}

/** A line is named by what tells it from the others; Germany, or else the first, is darkest. */
function seriesOf(line: DataPoint[], shown: DataPoint[], context: Context): Series {
	const [row] = line;
	if (!row) throw new RangeError('Expected a line with a row, got none');
	const differ = (key: 'population' | 'group' | 'answer') =>
		new Set(shown.map((each) => each[key])).size > 1;
	const answer = answerOf(context.dictionary, row);
	const several = differ('population') || differ('group');
	const places = [
		...(differ('population') ? [populationOf(context, row.population)] : []),
		...(differ('group') ? [groupOf(context, row.group)] : [])
	];
	const names = [
		...places,
		...(differ('answer') || line.length === shown.length
			? [several ? shortLabel(answer.label[context.lang]) : answer.label[context.lang]]
			: [])
	];
	const side = row.group === 'east' || row.group === 'west' ? row.group : undefined;
	const pole = differ('answer') || !differ('population') ? answer.pole : null;
	const lead = shown.find(({ population }) => population === 'deu') ?? shown[0];
	const neutral = row.population === lead?.population ? 'first' : 'second';
	return {
		id: [row.population, row.group, row.answer].join('~'),
		label: names.join(', '),
		color: side ?? pole ?? neutral,
		soft: false,
		side: 1,
		...(several && differ('answer') && pole !== null && side === undefined
			? { byColor: { key: shortLabel(answer.label[context.lang]), name: places.join(', ') } }
			: {})
	};
}

/** @param all the rows of every line, with those that have no figure */
function pointsOf(rows: DataPoint[], all: DataPoint[], series: number, context: Context): Point[] {
	const momentIn = ({ survey }: DataPoint): number => {
		const info = context.dictionary.surveys[survey];
		return info ? momentOf(info) : 0;
	};
	const points: Point[] = rows.map((row) => {
		const joined = isJoined(itemOf(context, row));
		const mark = markOf(row, series, context);
		return {
			...mark,
			tooltip: joined ? mark.tooltip : [...mark.tooltip, chartWords.apart[context.lang]],
			at: momentIn(row),
			label: waveOf(context, row.survey),
			joined,
			afterGap: false
		};
	});
	const [first] = rows;
	const missed = all
		.filter(
			(row) =>
				row.pct === null &&
				row.population === first?.population &&
				row.group === first.group &&
				row.answer === first.answer &&
				isJoined(itemOf(context, row))
		)
		.map(momentIn);
	return apart(
		withGaps(
			points.sort((a, b) => a.at - b.at),
			missed
		)
	);
}

/** @param missed moments of waves that the line would join if they had a figure */
function withGaps(points: Point[], missed: number[]): Point[] {
	let before: Point | undefined;
	return points.map((point) => {
		const from = before?.at;
		if (point.joined) before = point;
		const afterGap =
			point.joined &&
			from !== undefined &&
			missed.some((moment) => moment > from && moment < point.at);
		return { ...point, afterGap };
	});
}

/** Years by which two surveys of one date are drawn apart, so that both points are seen. */
const leastApart = 0.2;

function apart(points: Point[]): Point[] {
	let last = -Infinity;
	return points.map((point) => {
		last = Math.max(point.at, last + leastApart);
		return { ...point, at: last };
	});
}

/** The middle of the field work as a year with its fraction, else the middle of the year. */
function momentOf({ year, fieldworkStart, fieldworkEnd }: SurveyInfo): number {
	const days = [fieldworkStart, fieldworkEnd ?? fieldworkStart]
		.filter((day) => day !== null)
		.map((day) => Date.parse(day));
	if (days.length === 0 || days.some(Number.isNaN)) return year + 0.5;
	const middle = days.reduce((sum, day) => sum + day, 0) / days.length;
	return year + (middle - Date.UTC(year, 0, 1)) / dayMilliseconds / 365.25;
}
