import { getFigure, getWithdrawn, nearestFigures } from '#lib/server/pages/figures.ts';
import { figureShareable } from '#lib/server/share/figure-card.ts';
import { figurePath } from '#lib/view/paths.ts';
import { missingFigure, withdrawnText } from '#lib/words/pages/figures.ts';
import { date } from '#lib/words/numbers.ts';
import { problem } from '../../../reply.ts';
import { pictureOf, preflight } from '../../picture.ts';
import type { RequestHandler } from './$types';

/** GET /de/figures/….png?card: one published number as a picture, or its absence in words. */
export const GET: RequestHandler = ({ params, ...event }) => {
	const { url, locals } = event;
	const { db, lang } = locals;
	const form = params.picture;
	const pictureAt = (figure: string) => new URL(`${figurePath(lang, figure)}.${form}`, url).href;
	const withdrawn = getWithdrawn(db, params.figure);
	if (withdrawn)
		return problem(
			410,
			withdrawnText(date(withdrawn.on, lang), withdrawn.reason[lang], lang),
			lang,
			{
				nearest: withdrawn.successor ? [pictureAt(withdrawn.successor.figure)] : []
			}
		);
	const figure = getFigure(db, params.figure);
	if (!figure)
		return problem(404, missingFigure.form[lang], lang, {
			nearest: nearestFigures(db, params.figure).map((row) => pictureAt(row.figure))
		});
	return pictureOf(form, event, figureShareable(figure, url.searchParams, lang));
};

export const OPTIONS = preflight;
