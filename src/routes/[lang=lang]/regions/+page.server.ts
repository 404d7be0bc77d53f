import { chartOfRegions } from '#lib/charts/index.ts';
import { regionsSentence } from '#lib/charts/model/view-sentence.ts';
import { surveyName } from '#lib/view/survey-name.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { regionsShareable } from '#lib/server/share/shareable.ts';
import { impliedShares } from '#lib/server/gaps/implied-shares.ts';
import { getRegions, leadingQuestion } from '#lib/server/pages/regions.ts';
import { linksOf } from '#lib/server/share/shares.ts';
import { regionsPath } from '#lib/view/paths.ts';
import { splitsOf, type Regions } from '#lib/view/result.ts';
import { isDirection, shownOf, type Dictionary, type LineNames } from '#lib/view/row.ts';
import { withQuery } from '#lib/view/query.ts';
import { suggestionFor, toCanonical } from '../canonical.ts';
import { inLang } from '#lib/words/lang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const regions = getRegions(db, url.searchParams, lang);
	toCanonical(url, regions.query, regions.notices);
	const chart = chartOfRegions(regions, lang);
	const { surveys } = wholeDictionary(db);
	return inLang(
		{
			lang,
			path: regionsPath(lang),
			canonical: withQuery(regionsPath(lang), regions.query),
			// What the table does not name stands on the pages of its questions and figures.
			regions: {
				...regions,
				rows: regions.rows.map(shownOf),
				dictionary: namesOf(regions.dictionary)
			},
			implied: impliedShares(db, regions.rows),
			headline: headlineOf(regions),
			// What an institute said in words where it printed no number.
			words: [
				...new Set(
					regions.rows
						.filter(({ absence }) => isDirection(absence))
						.flatMap(({ note }) => note ?? [])
				)
			],
			sources: sourcesOf(regions),
			notices: regions.notices.map((notice) => ({
				...notice,
				nearest: suggestionFor(notice, url)
			})),
			choices: regions.surveys.map((code) => ({
				code,
				label: surveyName(surveys[code], lang),
				chosen: regions.survey.includes(code)
			})),
			leading: leadingQuestion,
			finding: chart.title,
			sentence: regionsSentence(regions, chart),
			share: linksOf(db, regionsShareable(regions, lang, chart), url)
		},
		lang
	);
};

const namesOf = ({ surveys, questions, answers }: Dictionary): LineNames => ({
	surveys: each(surveys, ({ organisation, title }) => ({ organisation, title })),
	questions: each(questions, ({ title, topic }) => ({ title, topic })),
	answers: each(answers, ({ label }) => ({ label }))
});

const each = <From, To>(record: Record<string, From>, change: (value: From) => To) =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Where the numbers come from: each source once with the survey it tells of, in the order of the page. */
const sourcesOf = ({ rows, dictionary }: Regions) =>
	[...Map.groupBy(rows, ({ survey }) => survey)].map(([survey, own]) => ({
		survey,
		sources: [...new Set(own.flatMap((row) => row.sources))].flatMap(
			(id) => dictionary.sources[id] ?? []
		)
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
