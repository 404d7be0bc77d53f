import { error } from '@sveltejs/kit';
import { claimDictionary, getClaim, listClaims } from '#lib/server/pages/claims.ts';
import { claimShareable } from '#lib/server/share/shareable.ts';
import { nearestCodes } from '#lib/server/data/suggest.ts';
import { linksOf } from '#lib/server/share/shares.ts';
import { figuresInExplore } from '#lib/view/explore/ways.ts';
import { claimPath } from '#lib/view/paths.ts';
import { article } from '#lib/words/pages/article.ts';
import { reviewsOf, shownStatement } from '../../article/statement.ts';
import { reviewDays } from '#lib/server/pages/passages.ts';
import { inLang } from '#lib/words/lang.ts';
import type { PageServerLoad } from './$types';

/** One statement on its own: as asked, as written, verdict. */
export const load: PageServerLoad = ({ locals: { db, lang }, params, url }) => {
	const claim = getClaim(db, params.claim);
	const all = listClaims(db);
	if (!claim) {
		const ids = all.map(({ id }) => id);
		error(404, {
			message: article.noClaim[lang],
			nearest: nearestCodes(params.claim, ids).map((id) => ({
				href: claimPath(lang, id),
				label: getClaim(db, id)?.claim[lang] ?? id
			}))
		});
	}
	const place = all.indexOf(claim);
	return inLang(
		{
			lang,
			...shownStatement(db, claim, lang),
			dictionary: claimDictionary(db, [claim]),
			toExplore: figuresInExplore(claim.figures, lang),
			share: linksOf(db, claimShareable(db, claim, url.searchParams, lang), url),
			reviewed: reviewDays(db).get(claim.id),
			place: place + 1,
			all: all.length,
			previous: all[place - 1]?.id,
			next: all[place + 1]?.id,
			jsonLd: reviewsOf(db, [claim], url, lang)
		},
		lang
	);
};
