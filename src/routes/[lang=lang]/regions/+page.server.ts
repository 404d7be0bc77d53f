import { chartOfRegions } from '#lib/charts/index.ts';
import { surveyName } from '#lib/server/choices.ts';
import { wholeDictionary } from '#lib/server/dictionary.ts';
import { drawingsOf } from '#lib/server/drawings.ts';
import { regionsFace } from '#lib/server/faces.ts';
import { getRegions } from '#lib/server/regions.ts';
import { shareOf } from '#lib/server/shares.ts';
import { regionsPath } from '#lib/view/paths.ts';
import { withQuery } from '#lib/view/query.ts';
import { meant, toCanonical } from '../canonical.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const regions = getRegions(db, url.searchParams, lang);
	toCanonical(url, regions.query, regions.notices);
	const chart = chartOfRegions(regions, lang);
	const { surveys } = wholeDictionary(db);
	return {
		lang,
		path: regionsPath(lang),
		canonical: withQuery(regionsPath(lang), regions.query),
		// Wordings stand on the questions' own pages.
		regions: { ...regions, dictionary: { ...regions.dictionary, items: {} } },
		notices: regions.notices.map((notice) => ({ ...notice, nearest: meant(notice, url) })),
		choices: regions.surveys.map((code) => ({
			code,
			label: surveyName(surveys[code], lang),
			chosen: regions.survey.includes(code)
		})),
		chart,
		drawings: drawingsOf(chart),
		share: shareOf(db, regionsFace(regions, lang, chart), url)
	};
};
