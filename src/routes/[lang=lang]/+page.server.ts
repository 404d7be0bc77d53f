import { error } from '@sveltejs/kit';
import { chartOf } from '#lib/charts/index.ts';
import { countRelations } from '#lib/server/pages/claims.ts';
import { drawingsOf } from '#lib/server/render/page-drawings.ts';
import { coreSplits } from '#lib/server/pages/regions.ts';
import { listQuestions } from '#lib/server/pages/questions.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { faults } from '#lib/words/site.ts';
import type { PageServerLoad } from './$types';

/** The question this product begins with. */
const first = 'defend-nato-ally';

export const load: PageServerLoad = ({ locals: { db, lang } }) => {
	const result = getResult(db, first, new URLSearchParams(), lang);
	const question = result?.dictionary.questions[first];
	if (!result || !question) error(404, faults.noQuestion[lang]);
	const chart = chartOf(result, lang);
	return {
		lang,
		question,
		germany: result.rows.filter((row) => row.population === 'deu' && row.pct !== null),
		answers: result.dictionary.answers,
		survey: result.dictionary.surveys[result.view.survey[0] ?? ''],
		chart,
		drawings: drawingsOf(chart),
		splits: coreSplits(db),
		relations: countRelations(db),
		topics: listQuestions(db, lang)
	};
};
