import type { Database } from '#db/open.ts';
import type { AnswerInfo, Dictionary, DataPoint } from '#lib/view/row.ts';
import { perDatabase } from './per-database.ts';
import { readDictionary } from './read-dictionary.ts';

/** Everything that codes may stand for. It is small (some 600 records), so it is read once a file. */
export const wholeDictionary = perDatabase(readDictionary);

const answersByQuestion = perDatabase((db: Database) =>
	Map.groupBy(Object.values(wholeDictionary(db).answers), (answer) => answer.question)
);

/** The answers of a question in the order of its questionnaire. */
export const answersTo = (db: Database, question: string): AnswerInfo[] =>
	answersByQuestion(db).get(question) ?? [];

/** Whether one of two answers of a question is a net that adds up the other. */
export function isPartOf(db: Database, a: DataPoint, b: DataPoint): boolean {
	const { answers } = wholeDictionary(db);
	const parts = (row: DataPoint) => answers[`${row.question}/${row.answer}`]?.netOf ?? [];
	return parts(a).includes(b.answer) || parts(b).includes(a.answer);
}

/** The part of the dictionary that these rows need, and these items even if they have no row. */
export function dictionaryOf(
	db: Database,
	rows: DataPoint[],
	items: { survey: string; question: string }[] = []
): Dictionary {
	const asked = [...rows, ...items];
	const all = wholeDictionary(db);
	const pick = <Info, Row>(
		from: Record<string, Info>,
		named: Row[],
		key: (row: Row) => string | string[]
	): Record<string, Info> =>
		Object.fromEntries(
			[...new Set(named.flatMap(key))].flatMap((each) => {
				const info = from[each];
				return info ? [[each, info]] : [];
			})
		);
	return {
		surveys: pick(all.surveys, asked, ({ survey }) => survey),
		questions: pick(all.questions, asked, ({ question }) => question),
		items: pick(all.items, asked, ({ survey, question }) => `${survey}/${question}`),
		answers: pick(all.answers, rows, ({ question, answer }) => `${question}/${answer}`),
		populations: pick(all.populations, rows, ({ population }) => population),
		groups: pick(all.groups, rows, ({ group }) => group),
		sources: pick(all.sources, rows, ({ sources }) => sources)
	};
}
