import { claimReviewJsonLd } from '#lib/formats/web/claim-review.ts';
import type { Database } from '#lib/server/data/database.ts';
import { chartsOf } from '#lib/server/share/claim-charts.ts';
import { getArticle, type Claim } from '#lib/server/pages/claims.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { articlePath } from '#lib/view/paths.ts';
import { stopped } from '#lib/words/quotation.ts';
import type { Lang } from '#lib/words/lang.ts';

/** A statement as a page shows it: with its small charts and the way to its passage. */
export const shownStatement = (db: Database, claim: Claim, lang: Lang) => ({
	claim,
	charts: chartsOf(db, claim, lang).map(({ question, survey, chart, svg }) => ({
		question,
		survey,
		svg,
		// Its numbers stand under it, each with the way to its page.
		alt: stopped(chart.title),
		subtitle: chart.subtitle
	})),
	articleUrl: passageUrl(getArticle(db)?.url ?? undefined, claim.locator)
});

/** What search engines are told of the verdicts. */
export const reviewsOf = (db: Database, claims: Claim[], url: URL, lang: Lang): object =>
	claimReviewJsonLd(
		claims,
		getArticle(db),
		new URL(articlePath(lang), url).href,
		getVersion(db).version.slice(0, 10),
		lang
	);

/** The article's address with the words that find the passage; a hyphen, comma or ampersand in them is escaped. */
export const passageUrl = (url: string | undefined, locator: string | null): string | undefined =>
	url && locator ? `${url}#:~:text=${encodeURIComponent(locator).replaceAll('-', '%2D')}` : url;
