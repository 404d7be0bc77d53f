import { relationMeanings } from '#lib/words/pages/article.ts';
import { claimWords } from '#lib/words/pages/claim.ts';
import { relationNames } from '#lib/words/codes.ts';
import type { Lang, Text } from '#lib/words/lang.ts';

interface Reviewed {
	id: string;
	claim: Text;
	why: Text;
	relation: keyof typeof relationNames;
}

interface Article {
	publisher: string | null;
	author: string | null;
	date: string | null;
	url: string | null;
}

/** Judgements, and what was no subject of the survey: nobody has checked them. */
const unchecked = ['not_testable', 'outside_survey'];

/**
 * The article's statements that can be checked as schema.org Claim and ClaimReview. The verdict is a word from the fixed
 * list and no grade: `alternateName` without a number.
 *
 * @param page whole address of the article page; each statement is found there under its id
 * @param reviewed day of the data on which the verdicts rest, YYYY-MM-DD
 */
export const claimReviewJsonLd = (
	claims: Reviewed[],
	source: Article | undefined,
	page: string,
	reviewed: string,
	lang: Lang
): object => ({
	'@context': 'https://schema.org',
	'@graph': claims
		.filter(({ relation }) => !unchecked.includes(relation))
		.map((claim) => ({
			'@type': 'ClaimReview',
			'@id': `${page}#${claim.id}`,
			url: `${page}#${claim.id}`,
			inLanguage: lang,
			datePublished: reviewed,
			claimReviewed: claim.claim[lang],
			reviewBody: claim.why[lang],
			author: { '@type': 'Organization', name: 'Beistand', url: new URL('/', page).href },
			reviewRating: {
				'@type': 'Rating',
				alternateName: relationNames[claim.relation][lang],
				ratingExplanation: relationMeanings[claim.relation][lang]
			},
			itemReviewed: {
				'@type': 'Claim',
				text: claim.claim[lang],
				description: claimWords.paraphrase[lang],
				...(source?.url
					? {
							appearance: {
								'@type': 'NewsArticle',
								url: source.url,
								...(source.date ? { datePublished: source.date } : {}),
								...(source.author ? { author: { '@type': 'Person', name: source.author } } : {}),
								...(source.publisher
									? { publisher: { '@type': 'Organization', name: source.publisher } }
									: {})
							}
						}
					: {})
			}
		}))
});
