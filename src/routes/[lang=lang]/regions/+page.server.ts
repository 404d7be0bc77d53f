import { chartOfRegions } from '#lib/charts/index.ts';
import { regionsSentence } from '#lib/charts/model/view-sentence.ts';
import { marksIn } from '#lib/components/figures/marks.ts';
import { surveyName } from '#lib/view/survey-name.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { regionsShareable } from '#lib/server/share/shareable.ts';
import { impliedShares } from '#lib/server/gaps/implied-shares.ts';
import { getRegions, leadingQuestion } from '#lib/server/pages/regions.ts';
import { linksOf } from '#lib/server/share/shares.ts';
import { gapsInExplore } from '#lib/view/explore/ways.ts';
import { regionsPath } from '#lib/view/paths.ts';
import { splitsOf, type Regions } from '#lib/view/result.ts';
import { withQuery } from '#lib/view/query.ts';
import { withSuggestions, toCanonical } from '../canonical.ts';
import { topicNames } from '#lib/words/codes.ts';
import { impliedText } from '#lib/words/pages/regions-page.ts';
import { inLang, type Lang } from '#lib/words/lang.ts';
import { regions as words } from '#lib/words/pages/regions.ts';
import type { PageServerLoad } from './$types';
import { entriesOf, type Entry } from './entries.ts';

export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const regions = getRegions(db, url.searchParams, lang);
	toCanonical(url, regions.query, regions.notices);
	const chart = chartOfRegions(regions, lang);
	const { surveys } = wholeDictionary(db);
	const entries = entriesOf(regions, lang);
	const { survey, query, sort, assumed, tests, rows } = regions;
	return inLang(
		{
			lang,
			path: regionsPath(lang),
			canonical: withQuery(regionsPath(lang), query),
			query,
			sort,
			assumed,
			tests,
			rows: rows.length,
			toExplore: gapsInExplore(survey.length < regions.surveys.length ? survey : [], lang),
			leading: entries.filter(({ question }) => question === leadingQuestion),
			sections: sectionsOf(regions, entries, lang),
			verdicts: tally(regions),
			signs: marksIn(rows),
			implied: [
				...new Set(
					impliedShares(db, rows).map(({ question, year, ...share }) =>
						impliedText(question[lang], year, share, lang)
					)
				)
			],
			headline: headlineOf(regions),
			sources: sourcesOf(regions, lang),
			notices: withSuggestions(regions.notices, url),
			choices: regions.surveys.map((code) => ({
				code,
				label: surveyName(surveys[code], lang),
				chosen: survey.includes(code)
			})),
			finding: chart.title,
			sentence: regionsSentence(regions, chart),
			share: linksOf(db, regionsShareable(regions, lang, chart), url)
		},
		lang
	);
};

/** By topic, without the question that leads the page; in any other order all in one list. */
function sectionsOf({ sort, dictionary }: Regions, entries: Entry[], lang: Lang) {
	if (sort !== 'topic') return [{ key: 'all', title: words.title[lang], entries }];
	const others = entries.filter(({ question }) => question !== leadingQuestion);
	const topicOf = ({ question }: Entry) => dictionary.questions[question]?.topic ?? 'context';
	return [...Map.groupBy(others, topicOf)].map(([topic, own]) => ({
		key: topic,
		title: topicNames[topic][lang],
		entries: own
	}));
}

/** How many gaps stand how firmly under the assumptions, the firmest first. */
const tally = ({ ranges }: Regions) =>
	(['holds', 'uncertain', 'does-not-hold'] as const)
		.map((verdict) => ({
			verdict,
			gaps: Object.values(ranges).filter((each) => each.verdict === verdict).length
		}))
		.filter(({ gaps }) => gaps > 0);

/** Where the numbers come from: each source once with the survey it tells of, in the order of the page. */
const sourcesOf = ({ rows, dictionary }: Regions, lang: Lang) =>
	[...Map.groupBy(rows, ({ survey }) => survey)].map(([survey, own]) => ({
		survey: surveyName(dictionary.surveys[survey], lang),
		sources: [...new Set(own.flatMap((row) => row.sources))].flatMap((code) => {
			const source = dictionary.sources[code];
			if (!source) return [];
			// How and where it was read stands on the pages of its figures.
			const { id, title, titleLang, publisher, author, date, url } = source;
			return [{ id, title, titleLang, publisher, author, date, url }];
		})
	}));

/** The latest survey with both sides of the question that leads the page. */
function headlineOf({ rows, dictionary }: Regions) {
	const own = splitsOf(rows.filter(({ question }) => question === leadingQuestion));
	const latest = own
		.flatMap(({ east, west }) => {
			const survey = dictionary.surveys[east.survey];
			return survey ? [{ year: survey.year, east: east.pct, west: west.pct }] : [];
		})
		.sort((a, b) => b.year - a.year);
	return latest[0];
}
