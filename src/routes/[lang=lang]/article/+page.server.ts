import { getArticle, listClaims, type Claim } from '#lib/server/pages/claims.ts';
import { figuresOf, getPassages } from '#lib/server/pages/passages.ts';
import { summariseVerdicts } from '#lib/server/pages/verdicts.ts';
import { bounded, joinQuery, one, unknownKeys, type Notice } from '#lib/view/query.ts';
import { inLang, type Lang } from '#lib/words/lang.ts';
import { firstSentence } from '#lib/words/sentence-end.ts';
import { withSuggestions, toCanonical } from '../canonical.ts';
import { passageUrl, reviewsOf } from './statement.ts';
import type { PageServerLoad } from './$types';

/** The order in which the page tells the article: what rests on the survey comes first. */
const order = ['survey', 'conclusions', 'russia', 'alliance'] as const;

/** The article by its parts; `?claim=c7` sets one statement off. */
export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const claims = listClaims(db);
	const article = getArticle(db);
	const notices: Notice[] = [];
	const ids = claims.map(({ id }) => id);
	const chosen = one(url.searchParams, 'claim', ids, notices);
	const all = bounded([...unknownKeys(url.searchParams, ['claim']), ...notices]);
	toCanonical(url, joinQuery(chosen ? [['claim', chosen]] : []), all);
	const { passages, asides } = getPassages(db, lang);
	const shown = (claim: Claim) => statementOf(claim, article?.url ?? undefined, lang);
	return inLang(
		{
			lang,
			chosen,
			notices: withSuggestions(all, url),
			article: article && {
				url: article.url,
				publisher: article.publisher,
				author: article.author
			},
			verdicts: summariseVerdicts(db),
			sections: order.flatMap((section) => {
				const own = passages.filter((passage) => passage.section === section);
				if (own.length === 0) return [];
				return [
					{
						section,
						paragraphs: [...new Set(own.map(({ paragraph }) => paragraph))],
						passages: own.map((passage) => ({
							id: passage.id,
							sentence: passage.sentence,
							statements: passage.claims.map(shown),
							figures: figuresOf(db, passage, lang)
						}))
					}
				];
			}),
			asides: asides.map(shown),
			jsonLd: reviewsOf(db, claims, url, lang)
		},
		lang
	);
};

/** A statement with its reason cut behind the first sentence, which is the conclusion. */
function statementOf(claim: Claim, articleUrl: string | undefined, lang: Lang) {
	const [conclusion, reasons] = firstSentence(claim.why[lang], lang);
	return {
		id: claim.id,
		claim: claim.claim[lang],
		relation: claim.relation,
		conclusion,
		reasons,
		shifts: claim.shifts,
		hasFigures: claim.rows.length > 0,
		articleUrl: passageUrl(articleUrl, claim.locator)
	};
}
