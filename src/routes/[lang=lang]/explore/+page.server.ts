import { chartsOf } from '#lib/charts/model/explore.ts';
import { heightOf, type Chart } from '#lib/charts/index.ts';
import { chartSentence } from '#lib/charts/model/view-sentence.ts';
import { viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Database } from '#lib/server/data/database.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { besideTable, drawingsOf, narrowDrawing } from '#lib/server/render/page-drawings.ts';
import { guidesOf } from '#lib/server/explore/guide.ts';
import { getFigure } from '#lib/server/pages/figures.ts';
import { getExplore } from '#lib/server/explore/explore.ts';
import { judgedGaps } from '#lib/server/gaps/gap-family.ts';
import type { Explored } from '#lib/view/explore/result.ts';
import { sent } from '#lib/view/explore/pivot.ts';
import { exploreQuery } from '#lib/view/explore/explore-query.ts';
import { explorePath, togetherPath } from '#lib/view/paths.ts';
import { withQuery } from '#lib/view/query.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import { lead, noChart, noTable } from '#lib/words/explore/explore.ts';
import { inLang } from '#lib/words/lang.ts';
import { samePeople } from '#lib/words/pages/same-people.ts';
import { withSuggestions, toCanonical } from '../canonical.ts';
import { contentsOf } from '../extract-file.ts';
import type { PageServerLoad } from './$types';
import { trayOf } from './cell-panel.ts';
import { single, titleOf } from './title.ts';

export const load: PageServerLoad = ({ locals: { db, lang }, url, isDataRequest }) => {
	const explored = getExplore(db, url.searchParams, lang);
	const { rows, dictionary, view, query } = explored;
	toCanonical(url, query, explored.notices);
	const path = explorePath(lang);
	const gaps = judgedGaps(db, rows, view.assumed);
	const { charts, none } = chartsOf(explored, gaps, lang);
	const contents = contentsOf({
		...explored,
		dictionary: { ...dictionary, surveys: surveysOf(db, explored) },
		db,
		lang,
		url,
		title: titleOf(wholeDictionary(db), rows),
		page: path
	});
	const guides = guidesOf(db, lang);
	return {
		view,
		query,
		total: explored.total,
		matched: explored.matched,
		facets: explored.facets,
		hits: explored.hits,
		// Facets and table, the bulk of it, are in the reader's language already.
		searched: inLang(explored.searched, lang),
		checked: inLang(explored.checked, lang),
		// The table carries what it shows; its figures themselves are for drawings and files.
		records: explored.records,
		tray: trayOf(
			db,
			{ ...explored, dictionary: wholeDictionary(db) },
			lang,
			othersOf(db, explored)
		),
		sentence: sentenceOfView(db, charts, explored),
		pivot: sent(explored.pivot),
		question: single(rows),
		lang,
		path,
		canonical: withQuery(path, query),
		notices: withSuggestions(explored.notices, url),
		charts: drawn(charts, isDataRequest),
		chartFirst: charts.length === 1 && charts.every(isLow),
		noChart: none && noChart[none][lang],
		lead: lead[lang],
		noTable:
			explored.pivot.rows.length > 0
				? undefined
				: noTable[explored.matched === 0 ? 'nothing' : 'nothingMeasured'][lang],
		guides,
		together: {
			question: samePeople.question[lang],
			link: samePeople.link[lang],
			path: togetherPath(lang)
		},
		reading: guides.find((guide) => guide.query === exploreQuery({ ...view, pin: [], cell: '' })),
		address: new URL(withQuery(path, query), url).href,
		citation: viewCitation(contents, lang)
	};
};

/** The surveys whose figures are chosen, those of rows that are not shown as well. */
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

/** The other answers of the people in the open cell: a sentence names the other side too. */
const othersOf = (db: Database, { chosen }: Explored): DataPoint[] =>
	chosen ? (getFigure(db, chosen.figure)?.others ?? []) : [];

/** The one drawing of a view as a sentence; several have none in common. */
function sentenceOfView(db: Database, charts: Chart[], { rows }: Explored): string | undefined {
	const [chart, ...more] = charts;
	if (!chart || more.length > 0) return undefined;
	return chartSentence(chart, wholeDictionary(db).questions[single(rows) ?? '']);
}

/** Low enough to stand over the table without pushing it out of sight. */
const isLow = (chart: Chart): boolean => heightOf(chart, 620) <= 480;

/**
 * A single low drawing comes in every width. Several stand in narrow columns, where the narrowest serves;
 * so does a tall one, of which three would take longer to draw than a reader waits.
 */
const drawn = (charts: Chart[], isDataRequest: boolean) =>
	charts.map((chart) => ({
		chart: besideTable(chart),
		drawings:
			charts.length === 1 && isLow(chart)
				? drawingsOf(chart, isDataRequest)
				: [narrowDrawing(chart, isDataRequest)]
	}));
