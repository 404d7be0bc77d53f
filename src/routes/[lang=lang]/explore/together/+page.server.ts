import { whereOf } from '#lib/charts/model/labels.ts';
import { error } from '@sveltejs/kit';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { togetherShareable } from '#lib/server/share/shareable.ts';
import { linksOf } from '#lib/server/share/shares.ts';
import { claimsOnBoth, getTogether, getTogetherCatalog } from '#lib/server/pages/together.ts';
import { togetherPath } from '#lib/view/paths.ts';
import { faults } from '#lib/words/site.ts';
import { withSuggestions, toCanonical } from '../../canonical.ts';
import { answersToChoose, basesToChoose, whoLabel } from './choices.ts';
import { inLang } from '#lib/words/lang.ts';
import type { PageServerLoad } from './$types';
import { statementsOf } from './statements.ts';

export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const together = getTogether(db, url.searchParams);
	if (!together) error(404, faults.noQuestion[lang]);
	toCanonical(url, together.query, together.notices);
	const catalog = getTogetherCatalog(db);
	const dictionary = wholeDictionary(db);
	const { country, group } = together.view;
	const place = whereOf({ dictionary, lang }, country, group);
	return inLang(
		{
			lang,
			path: togetherPath(lang),
			share: linksOf(db, togetherShareable(together, lang), url),
			together,
			notices: withSuggestions(together.notices, url),
			place,
			...statementsOf(together, place, lang),
			bases: basesToChoose(catalog, dictionary, lang),
			answers: answersToChoose(together.view, catalog, dictionary, lang),
			elsewhere: (together.refusal?.elsewhere ?? []).map(({ query, ...base }) => ({
				query,
				label: `${whoLabel(base, dictionary, lang)}, ${dictionary.surveys[base.survey]?.title[lang]}`
			})),
			claims: claimsOnBoth(db, together.rows).map(({ id, claim, relation }) => ({
				id,
				claim,
				relation
			}))
		},
		lang
	);
};
