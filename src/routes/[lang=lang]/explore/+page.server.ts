import { chartsOf } from '#lib/charts/explore.ts';
import { Drawing } from '#lib/charts/drawing.ts';
import { heightOf, type Chart } from '#lib/charts/index.ts';
import { sentenceOf } from '#lib/formats/sentence.ts';
import { viewCitation } from '#lib/formats/view-citation.ts';
import type { Database } from '#lib/server/database.ts';
import { dictionaryOf, wholeDictionary } from '#lib/server/dictionary.ts';
import { drawSvg } from '#lib/server/draw.ts';
import { drawingsOf } from '#lib/server/drawings.ts';
import { guidesOf } from '#lib/server/explore-guide.ts';
import { getExplore } from '#lib/server/explore.ts';
import { gapTestsOf } from '#lib/server/gap-tests.ts';
import { servesThisMachine } from '#lib/server/loopback.ts';
import { rangesOf } from '#lib/server/ranges.ts';
import { openRespondents } from '#lib/server/respondents.ts';
import { sent, type Comparison, type Explored } from '#lib/view/explore.ts';
import { exploreQuery, pinned } from '#lib/view/explore-query.ts';
import { figureContext, figureName } from '#lib/view/figure-name.ts';
import { crosstabPath, explorePath } from '#lib/view/paths.ts';
import { withQuery } from '#lib/view/query.ts';
import type { Dictionary, Row } from '#lib/view/row.ts';
import { crosstab } from '#lib/words/crosstab.ts';
import { comparisonText } from '#lib/words/explore-compare.ts';
import { viewTitle } from '#lib/words/explore.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import { meant, toCanonical } from '../canonical.ts';
import { contentsOf } from '../extract.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const explored = getExplore(db, url.searchParams, lang);
	const { rows, dictionary, view, query, chosen } = explored;
	toCanonical(url, query, explored.notices);
	const path = explorePath(lang);
	const tests = gapTestsOf(db, rows);
	const gaps = { tests, ranges: rangesOf(db, rows, view.assumed, tests) };
	const { charts, none } = chartsOf(explored, gaps, lang);
	const shown = [...explored.pinned, ...(chosen ? [chosen] : [])];
	const contents = contentsOf({
		...explored,
		dictionary: { ...dictionary, surveys: surveysOf(db, explored) },
		db,
		lang,
		url,
		title: viewTitle,
		page: path
	});
	const guides = guidesOf(db, lang);
	// By how the server is set up, not by who asks: this page is kept for all.
	const hasCrosstab = servesThisMachine(process.env) && openRespondents() !== undefined;
	return {
		...explored,
		// The table carries what it shows; its figures themselves are for drawings and files.
		rows: rows.length,
		pivot: explored.pivot && sent(explored.pivot),
		dictionary: dictionaryOf(db, shown),
		comparisons: explored.comparisons.map((pair) => said(pair, dictionary, lang)),
		question: single(rows),
		crosstab: hasCrosstab ? { href: crosstabPath(lang), title: crosstab.title[lang] } : undefined,
		lang,
		path,
		canonical: withQuery(path, query),
		notices: explored.notices.map((notice) => ({ ...notice, nearest: meant(notice, url) })),
		charts: drawn(charts),
		chartFirst: charts.length === 1 && charts.every(isLow),
		noChart: none,
		sentences: Object.fromEntries(
			shown.map((row) => [row.figure, sentenceOf(row, dictionary, lang)])
		),
		pins: Object.fromEntries(
			shown.map(({ figure }) => [figure, exploreQuery(pinned(view, figure))])
		),
		guides,
		reading: guides.find((guide) => guide.query === exploreQuery({ ...view, pin: [], cell: '' })),
		address: new URL(withQuery(path, query), url).href,
		citation: viewCitation(contents, lang)
	};
};

/** The surveys whose figures are chosen, those of a table too large to be shown as well. */
function surveysOf(db: Database, { facets, view }: Explored): Dictionary['surveys'] {
	const { surveys } = wholeDictionary(db);
	const values = facets.find(({ key }) => key === 'survey')?.values ?? [];
	const isChosen = view.filters.survey.length > 0;
	return Object.fromEntries(
		values
			.filter(({ count, chosen }) => count > 0 && (chosen || !isChosen))
			.flatMap(({ code }) => {
				const survey = surveys[code];
				return survey ? [[code, survey] as const] : [];
			})
	);
}

/** The one question of a view, which has a page of its own. */
function single(rows: Row[]): string | undefined {
	const questions = new Set(rows.map(({ question }) => question));
	return questions.size === 1 ? [...questions][0] : undefined;
}

/** Low enough to stand over the table without pushing it out of sight. */
const isLow = (chart: Chart): boolean => heightOf(chart, 620) <= 480;

/**
 * A single low drawing comes in every width. Several stand in narrow columns, where the narrowest serves;
 * so does a tall one, of which three would take longer to draw than a reader waits.
 */
const drawn = (charts: Chart[]) =>
	charts.map((chart) => ({
		chart,
		drawings: charts.length === 1 && isLow(chart) ? drawingsOf(chart) : [narrowest(chart)]
	}));

const narrowest = (chart: Chart): Drawing =>
	new Drawing(320, heightOf(chart, 320), drawSvg(chart, { width: 320, theme: 'light' }));

function said(
	{ a, b, difference, verdict, cautions }: Comparison,
	dictionary: Dictionary,
	lang: Lang
): { key: string; text: string } {
	const name = (row: Row) => {
		const value = row.pct === null ? '' : `: ${percent(row.pct, lang)}`;
		return `${figureName(row, dictionary, lang)} (${figureContext(row, dictionary, lang)}${value})`;
	};
	return {
		key: `${a.figure} ${b.figure}`,
		text: comparisonText(name(a), name(b), difference, verdict, cautions, lang)
	};
}
