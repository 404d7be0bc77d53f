import { error } from '@sveltejs/kit';
import type { Database } from '#lib/server/data/database.ts';
import { datasetJsonLd } from '#lib/formats/web/json-ld.ts';
import { chartOf } from '#lib/charts/index.ts';
import { viewSentence } from '#lib/charts/model/view-sentence.ts';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { choicesOf } from '#lib/server/pages/filter-choices.ts';
import { claimsOn } from '#lib/server/pages/claims.ts';
import { besideTable, drawingsOf } from '#lib/server/render/page-drawings.ts';
import { questionShareable } from '#lib/server/share/shareable.ts';
import { nearestQuestions } from '#lib/server/data/suggest.ts';
import { allReadings } from '#lib/server/pages/readings.ts';
import { movedQuestion } from '#lib/server/pages/corrections.ts';
import { listMisprints } from '#lib/server/pages/misprints.ts';
import { listRelated } from '#lib/server/pages/questions.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { linksOf } from '#lib/server/share/shares.ts';
import { apiPath, explorePath, questionPath, togetherPath } from '#lib/view/paths.ts';
import { usualTogether } from '#lib/view/together/together.ts';
import { canonicalQuery, inLayout, joinQuery, withQuery } from '#lib/view/query.ts';
import type { QuestionView } from '#lib/view/result.ts';
import { layouts, type Layout } from '#lib/view/view.ts';
import { inLang, type Lang } from '#lib/words/lang.ts';
import { samePeople } from '#lib/words/pages/same-people.ts';
import { faults } from '#lib/words/site.ts';
import { withSuggestions, toCanonical } from '../../canonical.ts';
import { contentsOf } from '../../extract-file.ts';

export interface Asked {
	db: Database;
	lang: Lang;
	question: string;
	url: URL;
	/** Whether only the data of the page are asked for, after a click. */
	isDataRequest?: boolean;
}

/** The question of an address, or a 404 in the reader's language with what was perhaps meant. */
function foundResult({ db, lang, question, url }: Asked, query: URLSearchParams) {
	const result = getResult(db, question, query, lang);
	if (result) return result;
	const moved = movedQuestion(db, question);
	if (moved)
		return error(410, {
			message: faults.movedQuestion[lang],
			nearest: [{ href: url.pathname.replace(question, moved.id), label: moved.title[lang] }]
		});
	return error(404, {
		message: faults.noQuestion[lang],
		nearest: nearestQuestions(db, question, lang).map(({ id, title }) => ({
			href: url.pathname.replace(question, id),
			label: title[lang]
		}))
	});
}

/**
 * Everything the page of a question shows, in the view its address asks for.
 *
 * @param fixedLayout layout that the path itself names (…/by-region)
 */
export function questionPage(asked: Asked, fixedLayout?: Layout) {
	const { db, lang, question, url } = asked;
	const path = questionPath(lang, question);
	const query = new URLSearchParams(url.searchParams);
	if (fixedLayout) query.set('by', fixedLayout);
	const result = foundResult(asked, query);
	const catalog = getCatalog(db, question);
	const canonical = withQuery(path, result.query);
	if (!fixedLayout) toCanonical(url, result.query, result.notices);

	const info = result.dictionary.questions[question];
	if (!info || !catalog) return error(404, faults.noQuestion[lang]);
	const chart = chartOf(result, lang);
	return inLang(
		{
			lang,
			question: info,
			path,
			canonical,
			result,
			notices: withSuggestions(result.notices, url),
			layouts: layouts.map((by) => ({
				by,
				href: withQuery(path, canonicalQuery(inLayout(result.view, by, catalog), catalog))
			})),
			choices: choicesOf(db, result, catalog, lang),
			chart: besideTable(chart),
			sentence: viewSentence(result, chart),
			drawings: drawingsOf(chart, asked.isDataRequest ?? false),
			share: linksOf(db, questionShareable(result, lang, chart), url),
			explore: exploreOf(result, lang),
			together: usualTogether.question.includes(question)
				? { ...samePeople, path: togetherPath(lang) }
				: undefined,
			misprints: misprintsOf(db, result),
			claims: claimsOn(db, question),
			readings: allReadings(db)
				.filter(({ figures }) => figures.some((row) => row.question === question))
				.map(({ source, outlet, published, says }) => ({
					id: source.id,
					outlet,
					published,
					says
				})),
			related: listRelated(db, info).map(({ id, title }) => ({ id, title })),
			jsonLd: datasetJsonLd(contentsOf({ ...asked, ...result, title: info.title, page: path }), {
				lang,
				description:
					result.dictionary.items[`${result.view.survey[0]}/${question}`]?.wording?.[lang],
				files: Object.fromEntries(
					(['csv', 'json', 'xlsx'] as const).map((form) => [
						form,
						new URL(withQuery(`${path}.${form}`, result.query), url).href
					])
				),
				isPartOf: new URL(apiPath(lang), url).href
			})
		},
		lang
	);
}

/** Wrong numbers in circulation in the place of those in view, and how many there are of the question's others. */
function misprintsOf(db: Database, { question, rows }: QuestionView) {
	const inView = new Set(rows.map(({ figure }) => figure));
	const all = listMisprints(db).filter(({ row }) => row.question === question);
	const here = all.filter(({ row }) => inView.has(row.figure));
	return {
		// What their lines do not show need not be sent.
		here: here.map((each) => ({
			...each,
			source: { ...each.source, note: null, transcription: null }
		})),
		elsewhere: all.length - here.length
	};
}

/** The workbench with the same figures: what the view tells apart stands in its rows. */
function exploreOf({ question, view }: QuestionView, lang: Lang): string {
	const country: [string, string] = ['country', view.country.join()];
	const survey: [string, string] = ['survey', view.survey.join()];
	const table: Record<Layout, [string, string][]> = {
		country: [survey, ['rows', 'country'], ['columns', 'answer']],
		// East and West were seldom published for the survey in view: all waves that have them.
		region: [country, ['group', 'all,east,west'], ['rows', 'survey'], ['columns', 'group']],
		group: [country, survey, ['rows', 'group'], ['columns', 'answer']],
		time: [country, ['rows', 'survey'], ['columns', 'answer']]
	};
	return withQuery(explorePath(lang), joinQuery([['question', question], ...table[view.by]]));
}
