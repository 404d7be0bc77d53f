import type { Database } from '#db/open.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { latestFirst } from './catalog.ts';
import { wholeDictionary } from './dictionary.ts';
import { readAll } from './rows.ts';

/**
 * Every figure of the file: published numbers, and absences that are on record. In the order of
 * questions, surveys, places, groups and answers, so that it never depends on chance.
 */
export function allFigures(db: Database): DataPoint[] {
	const { questions, surveys, populations, groups, answers } = wholeDictionary(db);
	const question = places(Object.keys(questions));
	const survey = places(
		Object.values(surveys)
			.toSorted(latestFirst)
			.map(({ id }) => id)
	);
	const population = places(Object.keys(populations));
	const group = places(Object.keys(groups));
	const answer = places(Object.keys(answers));
	return readAll(db)
		.map((row) => ({
			row,
			at: [
				question(row.question),
				survey(row.survey),
				population(row.population),
				group(row.group),
				answer(`${row.question}/${row.answer}`)
			]
		}))
		.toSorted((a, b) => {
			const differs = a.at.findIndex((each, index) => each !== b.at[index]);
			return differs < 0 ? 0 : (a.at[differs] ?? 0) - (b.at[differs] ?? 0);
		})
		.map(({ row }) => row);
}

function places(codes: string[]): (code: string) => number {
	const at = new Map(codes.map((code, index) => [code, index]));
	return (code) => at.get(code) ?? codes.length;
}
