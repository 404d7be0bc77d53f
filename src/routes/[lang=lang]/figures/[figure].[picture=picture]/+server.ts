import { figureShareable } from '#lib/server/share/figure-card.ts';
import { pictureOf } from '../../picture.ts';
import { preflight } from '../../../reply.ts';
import { foundFigure } from '../found-figure.ts';
import type { RequestHandler } from './$types';

/** GET /de/figures/….png?card: one published number as a picture, or its absence in words. */
export const GET: RequestHandler = ({ params, ...event }) => {
	const { url, locals } = event;
	const found = foundFigure(locals, params.figure, params.picture, url);
	if (found instanceof Response) return found;
	return pictureOf(params.picture, event, figureShareable(found, url.searchParams, locals.lang));
};

export const OPTIONS = preflight;
