import { leadingQuestion } from '#lib/server/pages/regions.ts';
import { error } from '@sveltejs/kit';
import { chartOf, plainTable } from '#lib/charts/index.ts';
import type { Database } from '#lib/server/data/database.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { headlineOf, listQuestions } from '#lib/server/pages/questions.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { coreSplits } from '#lib/server/pages/regions.ts';
import { summariseVerdicts } from '#lib/server/pages/verdicts.ts';
import { besideTable, drawingsOf } from '#lib/server/render/page-drawings.ts';
import { faults } from '#lib/words/site.ts';
import { inLang } from '#lib/words/lang.ts';
import type { PageServerLoad } from './$types';

/** What a reader should know beside it, the nearest first. */
const others = [
	'us-would-defend-ally',
	'view-of-nato',
	'russia-threat-neighbours',
	'confidence-putin',
	'arms-to-ukraine',
	'ukraine-join-nato'
];

export const load: PageServerLoad = ({ locals: { db, lang }, isDataRequest }) => {
	const result = getResult(db, leadingQuestion, new URLSearchParams(), lang);
	const survey = result?.dictionary.surveys[result.view.survey[0] ?? ''];
	const answered = (pole: 'yes' | 'no') =>
		result?.rows.find(
			({ population, group, question, answer }) =>
				population === 'deu' &&
				group === 'all' &&
				result.dictionary.answers[`${question}/${answer}`]?.pole === pole
		)?.pct;
	const [no, yes] = [answered('no'), answered('yes')];
	if (!result || !survey || no == null || yes == null) error(404, faults.noQuestion[lang]);
	const chart = chartOf(result, lang);
	const splits = coreSplits(db).filter(({ question }) => question.id === leadingQuestion);
	return inLang(
		{
			lang,
			question: leadingQuestion,
			shares: { no, yes },
			survey,
			chart: besideTable(chart),
			table: plainTable(result.rows, 'country', { dictionary: result.dictionary, lang }),
			drawings: drawingsOf(chart, isDataRequest),
			splits,
			verdicts: summariseVerdicts(db),
			others: others.flatMap((id) => inOneLine(db, id)),
			topics: listQuestions(db).map(({ topic, questions }) => ({
				topic,
				questions: questions.length
			}))
		},
		lang
	);
};

/** A question with the number a reader looks at first; none where that was not published for Germany. */
function inOneLine(db: Database, id: string) {
	const { questions, answers } = wholeDictionary(db);
	const question = questions[id];
	const row = question && headlineOf(db, question);
	const answer = answers[`${id}/${row?.answer}`]?.label;
	return question && row?.population === 'deu' && answer
		? [{ id, row, title: question.title, answer }]
		: [];
}
