import type { Regions, QuestionView } from '#lib/view/result.ts';
import type { Lang } from '#lib/words/lang.ts';
import type { RowsChart, TimeChart } from './chart.ts';
import { questionRegionsChart, allRegionsChart } from './dumbbells.ts';
import { barsChart } from './bars.ts';
import { timeChart } from './time.ts';

/** The drawing of a view: plain data, the same for page, embed and file. */
export function chartOf(result: QuestionView, lang: Lang): RowsChart | TimeChart {
	const context = { dictionary: result.dictionary, lang };
	switch (result.view.by) {
		case 'region':
			return questionRegionsChart(result, context);
		case 'time': {
			const chart = timeChart(result, context);
			// A single wave is no course, and says more as bars.
			const waves = new Set(chart.lines.flatMap(({ points }) => points.map(({ at }) => at)));
			return waves.size > 1 ? chart : barsChart(result, context);
		}
		case 'country':
		case 'group':
			return barsChart(result, context);
	}
}

/** The drawing of the list of East–West figures. */
export const chartOfRegions = (regions: Regions, lang: Lang): RowsChart =>
	allRegionsChart(regions, { dictionary: regions.dictionary, lang });
