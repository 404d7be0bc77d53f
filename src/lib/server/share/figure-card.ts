import { barsChart } from '#lib/charts/model/bars.ts';
import { numberChart } from '#lib/charts/model/number.ts';
import { figurePath } from '#lib/view/paths.ts';
import { bounded, unknownKeys } from '#lib/view/query.ts';
import type { Lang } from '#lib/words/lang.ts';
import type { Figure } from '#lib/server/pages/figures.ts';
import { questionShareable, type Shareable } from './shareable.ts';
import { viewOf } from '#lib/view/view-of-rows.ts';

/** One number away from its page. What `query` has besides sizes is left out and named. */
export function figureShareable(
	{ row, dictionary }: Figure,
	query: URLSearchParams,
	lang: Lang
): Shareable {
	const view = viewOf([row], row.dimension === 'total' ? 'country' : 'group', dictionary);
	const context = { dictionary, lang };
	const chart = numberChart(row, barsChart(view, context), context);
	return {
		...questionShareable(view, lang),
		chart,
		path: figurePath(lang, row.figure),
		notices: bounded(unknownKeys(query, []))
	};
}
