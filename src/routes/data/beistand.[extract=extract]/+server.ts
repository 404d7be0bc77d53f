import { unknownKeys } from '#lib/view/query.ts';
import { extract } from '../../[lang=lang]/extract.ts';
import { preflight } from '../../reply.ts';
import { wholeView } from '../whole.ts';
import type { RequestHandler } from './$types';

/** GET /data/beistand.csv: all figures as a file. */
export const GET: RequestHandler = async ({ locals: { db }, params, url }) =>
	extract(params.extract, {
		...(await wholeView(db, url)),
		notices: unknownKeys(url.searchParams, [])
	});

export const OPTIONS = preflight;
