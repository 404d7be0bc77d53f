import { error } from '@sveltejs/kit';
import { getCrosstab } from '#lib/server/crosstab/crosstab.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { isAtThisMachine } from '../../../loopback.ts';
import { openRespondents } from '#lib/server/crosstab/respondents.ts';
import { crosstabPath } from '#lib/view/paths.ts';
import { faults } from '#lib/words/site.ts';
import { suggestionFor, toCanonical } from '../../canonical.ts';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

/** Elsewhere, and without an import, there is no such page: nobody can tell whether a file is here. */
export const load: PageServerLoad = (event) => {
	const { db, lang } = event.locals;
	// Never in a cache, nor what the browser fetches on the way here: the next reader may sit elsewhere.
	event.locals.isPrivate = true;
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const respondents = isHere(event) ? openRespondents() : undefined;
	if (!respondents) error(404, faults.noPage[lang]);
	const crosstab = getCrosstab(db, respondents, event.url.searchParams);
	toCanonical(event.url, crosstab.query, crosstab.notices);
	const { populations, surveys } = wholeDictionary(db);
	return {
		lang,
		path: crosstabPath(lang),
		crosstab,
		notices: crosstab.notices.map((notice) => ({
			...notice,
			nearest: suggestionFor(notice, event.url)
		})),
		countries: crosstab.catalog.countries.map((code) => ({
			code,
			label: populations[code]?.label[lang] ?? code
		})),
		survey: surveys[respondents.mapping.survey]
	};
};

function isHere({ request: { headers }, getClientAddress }: PageServerLoadEvent): boolean {
	let address: string | undefined;
	try {
		address = getClientAddress();
	} catch {
		// A page that is made ahead of time has nobody who asked for it.
	}
	return isAtThisMachine({ address, headers, environment: process.env });
}
