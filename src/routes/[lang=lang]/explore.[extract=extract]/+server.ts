import { pivotTable } from '#lib/formats/tables/pivot-table.ts';
import { measuredSections, measuredTable } from '#lib/formats/tables/measured-table.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { getExplore } from '#lib/server/explore/explore.ts';
import { explorePath } from '#lib/view/paths.ts';
import { extract } from '../extract.ts';
import { preflight } from '../../reply.ts';
import { titleOf } from '../explore/title.ts';
import type { RequestHandler } from './$types';

/** GET /de/explore.csv: the figures under the table of the workbench, or its differences, as a file. */
export const GET: RequestHandler = ({ locals: { db, lang }, params, url }) => {
	const explored = getExplore(db, url.searchParams, lang, { whole: true });
	const { pivot, view } = explored;
	const measured = pivot.rows.flatMap((row) => row.cells);
	return extract(params.extract, {
		db,
		lang,
		url,
		...explored,
		title: titleOf(wholeDictionary(db), explored.rows),
		page: explorePath(lang),
		name: ['explore'],
		isOrdered: true,
		sheet: () => pivotTable(pivot, lang),
		...(view.measure !== 'percent'
			? {
					own: {
						table: (contents) => measuredTable(measured, view.measure, contents),
						sections: (contents) => measuredSections(measured, view.measure, contents, lang)
					}
				}
			: {})
	});
};

export const OPTIONS = preflight;
