import { error, redirect } from '@sveltejs/kit';
import { getCrosstab } from '#lib/server/crosstab/crosstab.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { crosstabAccess } from '../../../crosstab-access.ts';
import { openRespondents } from '#lib/server/crosstab/respondents.ts';
import { crosstabPath } from '#lib/view/paths.ts';
import { withQuery } from '#lib/view/query.ts';
import { whoOf } from './file.ts';
import { faults } from '#lib/words/site.ts';
import { withSuggestions, toCanonical } from '../../canonical.ts';
import type { PageServerLoad } from './$types';

/** Without the token from the terminal there is no such page: nobody can tell whether a file is here. */
export const load: PageServerLoad = (event) => {
	const { db, lang } = event.locals;
	// Never in a cache, nor what the browser fetches on the way here: the next reader may sit elsewhere.
	event.locals.isPrivate = true;
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const access = crosstabAccess(event);
	if (access === 'enter') redirect(303, crosstabPath(lang));
	const respondents = access === 'open' ? openRespondents() : undefined;
	if (!respondents) error(404, faults.noPage[lang]);
	const crosstab = getCrosstab(db, respondents, event.url.searchParams);
	toCanonical(event.url, crosstab.query, crosstab.notices);
	const { populations, surveys } = wholeDictionary(db);
	return {
		lang,
		path: crosstabPath(lang),
		crosstab,
		notices: withSuggestions(crosstab.notices, event.url),
		countries: crosstab.catalog.countries.map((code) => ({
			code,
			label: populations[code]?.label[lang] ?? code
		})),
		/** Country and filters, for the heading. */
		who: whoOf(crosstab.view, populations, lang),
		files: ['csv', 'xlsx'].map((name) => ({
			name: name.toUpperCase(),
			href: withQuery(`${crosstabPath(lang)}/table.${name}`, crosstab.query)
		})),
		survey: surveys[respondents.mapping.survey]
	};
};
