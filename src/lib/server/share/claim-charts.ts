import type { Database } from '#db/open.ts';
import { chartOf, type RowsChart, type TimeChart } from '#lib/charts/index.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Lang } from '#lib/words/lang.ts';
import type { Claim } from '#lib/server/pages/claims.ts';
import { dictionaryOf } from '#lib/server/data/dictionary.ts';
import { viewOf } from '#lib/view/view-of-rows.ts';
import { reachOf } from '#lib/charts/layout/bar-scale.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { inlineSvg } from '#lib/server/render/scene-svg.ts';
import { perDatabaseAndKey } from '#lib/server/data/per-database.ts';

/** A small picture of the figures of one question behind a statement. */
export interface SmallChart {
	question: string;
	survey: string;
	chart: RowsChart | TimeChart;
	svg: string;
}

/** Width of the drawing; on a page it is scaled to its column. */
const width = 360;

/** The figures of a statement drawn, one picture a question and survey; drawn once a file. */
export const chartsOf = (db: Database, claim: Claim, lang: Lang): SmallChart[] =>
	allCharts(db, { claim, lang });

const allCharts = perDatabaseAndKey(
	(db: Database, { claim, lang }: { claim: Claim; lang: Lang }): SmallChart[] =>
		comparable(
			[...Map.groupBy(claim.rows, ({ survey, question }) => `${survey}/${question}`).values()].map(
				(rows) => draw(db, rows, lang)
			)
		),
	{ keyOf: ({ claim, lang }) => `${claim.id}/${lang}` }
);

/**
 * Small pictures stand one below the other: a per cent is as long in each of them. Bars to both sides of
 * zero may reach over more than a hundred, since the longest of each side are of different countries.
 */
function comparable(charts: Omit<SmallChart, 'svg'>[]): SmallChart[] {
	const leastRange = Math.max(
		100,
		...charts.map(({ chart }) => {
			if (chart.kind === 'time' || chart.kind === 'dumbbell') return 0;
			const { left, right } = reachOf(chart);
			return left + right;
		})
	);
	return charts.map(({ chart, ...rest }) => {
		const alike = chart.kind === 'time' ? chart : { ...chart, leastRange };
		return { ...rest, chart: alike, svg: inlineSvg(place(alike, { width })) };
	});
}

function draw(db: Database, rows: DataPoint[], lang: Lang): Omit<SmallChart, 'svg'> {
	const [first] = rows;
	const by = rows.some((row) => row.dimension === 'region') ? 'region' : 'country';
	const chart = chartOf(viewOf(rows, by, dictionaryOf(db, rows)), lang);
	return {
		question: first?.question ?? '',
		survey: first?.survey ?? '',
		chart
	};
}
