import { referenceOf } from '#lib/formats/cite/citation.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { figurePath } from '#lib/view/paths.ts';
import { unknownKeys } from '#lib/view/query.ts';
import { extract } from '../../extract.ts';
import { preflight } from '../../../reply.ts';
import { foundFigure } from '../found-figure.ts';
import type { RequestHandler } from './$types';

/** GET /de/figures/….csv: one published number as a file, or its absence with what comes nearest. */
export const GET: RequestHandler = ({ locals: { db, lang }, params, url }) => {
	const form = params.extract;
	const figure = foundFigure({ db, lang }, params.figure, form, url);
	if (figure instanceof Response) return figure;
	const { row, nearest, question, dictionary } = figure;
	return extract(form, {
		db,
		lang,
		url,
		title: question.title,
		page: figurePath(lang, row.figure),
		query: '',
		notices: unknownKeys(url.searchParams, []),
		rows: [row, ...nearest.map((each) => ({ ...each, role: 'nearest' as const }))],
		dictionary,
		name: row.figure.split('~'),
		reference: referenceOf(
			row,
			dictionary,
			{
				address: new URL(figurePath(lang, row.figure), url).href,
				version: getVersion(db).version
			},
			lang
		)
	});
};

export const OPTIONS = preflight;
