import type { Extract } from '#lib/formats/extract.ts';
import { nearestQuestions } from '#lib/server/data/suggest.ts';
import { movedQuestion } from '#lib/server/pages/corrections.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { questionPath } from '#lib/view/paths.ts';
import type { Layout } from '#lib/view/view.ts';
import { faults } from '#lib/words/site.ts';
import { problem } from '../../../reply.ts';
import { extract } from '../../extract.ts';
import type { Asked } from './question-page.ts';

/** The rows of a question in the view its address asks for, as a file. */
export function questionExtract(
	form: Extract,
	asked: Asked,
	fixedLayout?: Layout
): Response | Promise<Response> {
	const { db, lang, question, url } = asked;
	const query = new URLSearchParams(url.searchParams);
	if (fixedLayout) query.set('by', fixedLayout);
	const result = getResult(db, question, query, lang);
	const info = result?.dictionary.questions[question];
	const moved = info ? undefined : movedQuestion(db, question);
	if (moved)
		return problem(410, faults.movedQuestion[lang], lang, {
			nearest: [new URL(`${questionPath(lang, moved.id)}.${form}`, url).href]
		});
	if (!result || !info)
		return problem(404, faults.noQuestion[lang], lang, {
			nearest: nearestQuestions(db, question, lang).map(
				({ id }) => new URL(`${questionPath(lang, id)}.${form}`, url).href
			)
		});
	const { view } = result;
	return extract(form, {
		...asked,
		...result,
		title: info.title,
		page: questionPath(lang, question),
		name: [question, `by-${view.by}`, ...(view.survey.length === 1 ? view.survey : [])],
		named: ['by', ...(view.survey.length === 1 ? ['survey'] : [])]
	});
}
