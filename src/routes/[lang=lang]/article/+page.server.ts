import {
	claimDictionary,
	countRelations,
	getArticle,
	listClaims
} from '#lib/server/pages/claims.ts';
import { claimReviewJsonLd } from '#lib/formats/web/claim-review.ts';
import { articlePath } from '#lib/view/paths.ts';
import { bounded, joinQuery, one, unknownKeys, type Notice } from '#lib/view/query.ts';
import { suggestionFor, toCanonical } from '../canonical.ts';
import { shownStatement } from './statement.ts';
import type { PageServerLoad } from './$types';

/** The article in its order; `?claim=c7` sets one statement off. */
export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const claims = listClaims(db);
	const notices: Notice[] = [];
	const ids = claims.map(({ id }) => id);
	const chosen = one(url.searchParams, 'claim', ids, notices);
	const all = bounded([...unknownKeys(url.searchParams, ['claim']), ...notices]);
	toCanonical(url, joinQuery(chosen ? [['claim', chosen]] : []), all);
	return {
		lang,
		chosen,
		notices: all.map((notice) => ({ ...notice, nearest: suggestionFor(notice, url) })),
		article: getArticle(db),
		relations: countRelations(db),
		statements: claims.map((claim) => shownStatement(db, claim, lang)),
		dictionary: claimDictionary(db, claims),
		jsonLd: claimReviewJsonLd(claims, getArticle(db), new URL(articlePath(lang), url).href, lang)
	};
};
