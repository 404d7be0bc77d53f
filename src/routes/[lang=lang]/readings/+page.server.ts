import { getReadings } from '#lib/server/pages/readings.ts';
import { readingsPath } from '#lib/view/paths.ts';
import { withSuggestions, toCanonical } from '../canonical.ts';
import { inLang } from '#lib/words/lang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const found = getReadings(db, url.searchParams, lang);
	toCanonical(url, found.query, found.notices);
	return inLang(
		{
			lang,
			path: readingsPath(lang),
			...found,
			notices: withSuggestions(found.notices, url)
		},
		lang
	);
};
