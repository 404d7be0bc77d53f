import { getRegions } from '#lib/server/pages/regions.ts';
import { regionsPath } from '#lib/view/paths.ts';
import { regions as words } from '#lib/words/pages/regions.ts';
import { extract } from '../extract.ts';
import { preflight } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/regions.csv: the rows of the page on East and West as a file. */
export const GET: RequestHandler = ({ locals: { db, lang }, params, url }) => {
	const regions = getRegions(db, url.searchParams, lang);
	return extract(params.extract, {
		db,
		lang,
		url,
		...regions,
		title: words.title,
		page: regionsPath(lang),
		name: ['regions']
	});
};

export const OPTIONS = preflight;
