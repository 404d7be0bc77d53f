import { listQuestions } from '#lib/server/pages/questions.ts';
import { figureIndex } from '#lib/server/facets/figure-index.ts';
import { searchedOf } from '#lib/server/search/help.ts';
import { checkNumbers } from '#lib/server/search/numbers.ts';
import { search as find } from '#lib/server/search/search.ts';
import { parseExplore } from '#lib/view/explore/explore-query.ts';
import { explorePath } from '#lib/view/paths.ts';
import { inLang } from '#lib/words/lang.ts';
import { shownOf } from '#lib/view/row.ts';
import type { PageServerLoad } from './$types';

/** As long as a sentence; the rest of an address is not worth a search. */
const longest = 300;

export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const search = (url.searchParams.get('q') ?? '').trim().slice(0, longest);
	const checked = checkNumbers(db, search, lang);
	const found = search === '' || checked ? undefined : find(db, search);
	// A name in the search leads to the figures it stands for, which the workbench shows.
	const { view } = parseExplore(new URLSearchParams({ q: search }), figureIndex(db).catalog);
	return inLang(
		{
			lang,
			search,
			explore: explorePath(lang),
			checked,
			searched: found && searchedOf(db, found, view, lang),
			topics: listQuestions(db, found?.questions).map(({ topic, questions }) => ({
				topic,
				questions: questions.map(({ question: { id, title }, headline, hasRegions }) => ({
					question: { id, title },
					headline: headline && { ...headline, row: shownOf(headline.row) },
					hasRegions
				}))
			}))
		},
		lang
	);
};
