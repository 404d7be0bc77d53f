import { referenceOf } from '#lib/formats/cite/citation.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { getFigure, getWithdrawn, nearestFigures } from '#lib/server/pages/figures.ts';
import { figurePath } from '#lib/view/paths.ts';
import { unknownKeys } from '#lib/view/query.ts';
import { missingFigure, withdrawnText } from '#lib/words/pages/figures.ts';
import { date } from '#lib/words/numbers.ts';
import { problem } from '../../../reply.ts';
import { extract, preflight } from '../../extract.ts';
import type { RequestHandler } from './$types';

/** GET /de/figures/….csv: one published number as a file, or its absence with what comes nearest. */
export const GET: RequestHandler = ({ locals: { db, lang }, params, url }) => {
	const form = params.extract;
	const fileOf = (figure: string) => new URL(`${figurePath(lang, figure)}.${form}`, url).href;
	const withdrawn = getWithdrawn(db, params.figure);
	if (withdrawn)
		return problem(
			410,
			withdrawnText(date(withdrawn.on, lang), withdrawn.reason[lang], lang),
			lang,
			{
				nearest: withdrawn.successor ? [fileOf(withdrawn.successor.figure)] : []
			}
		);
	const figure = getFigure(db, params.figure);
	if (!figure)
		return problem(404, missingFigure.form[lang], lang, {
			nearest: nearestFigures(db, params.figure).map((row) => fileOf(row.figure))
		});
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
