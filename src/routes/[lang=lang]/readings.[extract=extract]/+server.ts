import { readingsSections, readingsTable } from '#lib/formats/tables/readings-table.ts';
import { getReadings } from '#lib/server/pages/readings.ts';
import { readingsPath } from '#lib/view/paths.ts';
import { readings as words } from '#lib/words/pages/readings.ts';
import { extract } from '../extract.ts';
import { preflight } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/readings.csv: how others read the figures, as a file. */
export const GET: RequestHandler = ({ locals: { db, lang }, params, url }) => {
	const found = getReadings(db, url.searchParams, lang);
	const readings = found.waves.flatMap((wave) => wave.readings);
	const rows = new Map(
		readings.flatMap(({ figures }) => figures.map((row) => [row.figure, row] as const))
	);
	return extract(params.extract, {
		db,
		lang,
		url,
		title: words.title,
		page: readingsPath(lang),
		query: found.query,
		notices: found.notices,
		rows: [...rows.values()],
		dictionary: found.dictionary,
		name: ['readings'],
		own: {
			table: (contents) => readingsTable(readings, contents),
			sections: (contents) => readingsSections(readings, contents, lang)
		}
	});
};

export const OPTIONS = preflight;
