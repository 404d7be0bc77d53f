import { redirect } from '@sveltejs/kit';
import { startPath } from '#lib/view/paths.ts';
import type { RequestHandler } from './$types';

/** `/` leads to the start page in the reader's language. */
export const GET: RequestHandler = ({ locals, setHeaders }) => {
	setHeaders({ vary: 'Accept-Language' });
	redirect(302, startPath(locals.lang));
};
