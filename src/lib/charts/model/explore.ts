import { usualAssumptions } from '#lib/view/assumptions.ts';
import type { Explored } from '#lib/view/explore/result.ts';
import { answerOf, barsOf, lineKey, type QuestionView } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { viewOf } from '#lib/view/view-of-rows.ts';
import type { Layout } from '#lib/view/view.ts';
import type { Lang } from '#lib/words/lang.ts';
import type { Chart } from './chart.ts';
import { chartOf, chartOfRegions } from './chart-of.ts';
import { isMain } from './row-marks.ts';

/** The drawings of a table, or why there are none. */
export interface Drawable {
	charts: Chart[];
	none: 'tooMany' | 'tooFew' | undefined;
}

/** So many questions side by side can still be compared by eye. */
const mostCharts = 4;
const mostBars = 40;
const mostLines = 8;
const mostGaps = 40;

/**
 * A table drawn as the pages draw such figures: gaps as dumbbells; each question by itself, over time
 * where surveys are laid out, else by country or group.
 *
 * @param gaps what was tested, and what follows from assumptions, of the gaps of East and West, by `lineKey`
 */
export function chartsOf(
	{ rows, pivot, view, dictionary }: Explored,
	gaps: Pick<QuestionView, 'tests' | 'ranges'>,
	lang: Lang
): Drawable {
	const shown = rows.filter(({ pct }) => pct !== null);
	if (!pivot || shown.length < 2) return { charts: [], none: 'tooFew' };
	if (view.measure === 'gap') {
		const lines = new Set(rows.map(lineKey)).size;
		if (lines > mostGaps) return { charts: [], none: 'tooMany' };
		const regions = {
			survey: [],
			surveys: [],
			sort: 'gap' as const,
			query: '',
			notices: [],
			rows,
			dictionary,
			assumed: usualAssumptions,
			...gaps
		};
		return { charts: [chartOfRegions(regions, lang)], none: undefined };
	}
	const questions = Map.groupBy(rows, ({ question }) => question);
	if (questions.size > mostCharts) return { charts: [], none: 'tooMany' };
	const overTime = [view.rows, view.columns].includes('survey') || pivot.added.includes('survey');
	const charts = [...questions.values()].map((part) =>
		chartOfQuestion(part, overTime, dictionary, gaps, lang)
	);
	const drawn = charts.filter((chart) => chart !== undefined);
	return drawn.length === charts.length
		? { charts: drawn, none: undefined }
		: { charts: [], none: 'tooMany' };
}

function chartOfQuestion(
	part: DataPoint[],
	overTime: boolean,
	dictionary: QuestionView['dictionary'],
	gaps: Pick<QuestionView, 'tests' | 'ranges'>,
	lang: Lang
): Chart | undefined {
	const shown = part.filter(({ pct }) => pct !== null);
	const surveys = new Set(shown.map(({ survey }) => survey));
	const rows = part.filter(({ survey }) => surveys.size === 0 || surveys.has(survey));
	const main = shown.filter((row) => isMain(answerOf(dictionary, row)));
	const lines = new Set(main.map((row) => [row.population, row.group, row.answer].join('~')));
	// More lines than can be told apart are drawn as bars, one wave beside the other.
	const layout = layoutOf(rows, surveys.size > 1 && overTime && lines.size <= mostLines);
	if (layout !== 'time' && barsOf(rows).length > mostBars) return undefined;
	const ordered = layout === 'time' ? inTime(rows, dictionary) : rows;
	return chartOf({ ...viewOf(rows, layout, dictionary), rows: ordered, ...gaps }, lang);
}

/** What tells the rows of one question apart. */
function layoutOf(rows: DataPoint[], isTime: boolean): Layout {
	if (isTime) return 'time';
	const groups = new Set(rows.map(({ dimension }) => dimension));
	if (groups.has('region') && [...groups].every((each) => each === 'region' || each === 'total'))
		return new Set(rows.map(({ population }) => population)).size === 1 ? 'region' : 'country';
	return groups.has('total') && groups.size === 1 ? 'country' : 'group';
}

const inTime = (rows: DataPoint[], { surveys }: QuestionView['dictionary']): DataPoint[] =>
	rows.toSorted((a, b) => (surveys[a.survey]?.year ?? 0) - (surveys[b.survey]?.year ?? 0));
