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
	const pick = <Info>(from: Record<string, Info>, keys: string[]): Record<string, Info> =>
		Object.fromEntries(
			[...new Set(keys)].flatMap((key) => {
				const info = from[key];
				return info ? [[key, info]] : [];
			})
		);
	return {
		surveys: pick(
			all.surveys,
			asked.map((row) => row.survey)
		),
		questions: pick(
			all.questions,
			asked.map((row) => row.question)
		),
		items: pick(
			all.items,
			asked.map((row) => `${row.survey}/${row.question}`)
		),
		answers: pick(
			all.answers,
			rows.map((row) => `${row.question}/${row.answer}`)
		),
		populations: pick(
			all.populations,
			rows.map((row) => row.population)
		),
		groups: pick(
			all.groups,
			rows.map((row) => row.group)
		),
		sources: pick(
			all.sources,
			rows.flatMap((row) => row.sources)
		)
	};
}
