import type { Database } from '#db/open.ts';
import type { Row } from '../view/row.ts';
import { getCatalog } from './catalog.ts';
import { wholeDictionary } from './dictionary.ts';
import { readFigures } from './rows.ts';

/**
 * Every figure of the file: published numbers, and absences that are on record. In the order of
 * questions, surveys, places, groups and answers, so that it never depends on chance.
 */
export function allFigures(db: Database): Row[] {
	return Object.keys(wholeDictionary(db).questions).flatMap((question) => {
		const catalog = getCatalog(db, question);
		if (!catalog) return [];
		const lists = {
			survey: catalog.surveys,
			country: catalog.populations,
			group: catalog.groups.map(({ id }) => id),
			answer: catalog.answers.map(({ id }) => id)
		};
		const place = ({ survey, population, group, answer }: Row) => [
			lists.survey.indexOf(survey),
			lists.country.indexOf(population),
			lists.group.indexOf(group),
			lists.answer.indexOf(answer)
		];
		return [...readFigures(db, question, lists).values()]
			.map((row) => ({ row, at: place(row) }))
			.toSorted((a, b) => {
				const differs = a.at.findIndex((each, index) => each !== b.at[index]);
				return differs < 0 ? 0 : (a.at[differs] ?? 0) - (b.at[differs] ?? 0);
			})
			.map(({ row }) => row);
	});
}
