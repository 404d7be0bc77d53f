import { redirect } from '@sveltejs/kit';
import { apiPath } from '#lib/view/paths.ts';
import type { RequestHandler } from './$types';

/** GET /data: where the files are listed, in the reader's language. */
export const GET: RequestHandler = ({ locals: { lang }, setHeaders }) => {
	setHeaders({ vary: 'Accept-Language' });
	redirect(302, `${apiPath(lang)}#whole`);
};
