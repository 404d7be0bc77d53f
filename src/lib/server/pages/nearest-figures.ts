import type { Database } from '#db/open.ts';
import { figureId, type DataPoint } from '#lib/view/row.ts';
import type { Catalog } from '#lib/view/view.ts';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { readCell } from '#lib/server/data/cells.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';

/** As many as a reader compares. */
const most = 5;

/*
 * How far a published number is from the one that is missing. Another group of the same people is
 * nearest, then another wave, then another country, Germany before all others; another question
 * comes last.
 */
const far = { group: 1, wave: 2, year: 0.1, germany: 3, country: 4, question: 6 };
/** Another question in another country helps nobody. */
const tooFar = 9;

/** The published numbers that come closest to a cell without one, the closest first. */
export function nearestCells(db: Database, cell: DataPoint): DataPoint[] {
	const { questions, surveys } = wholeDictionary(db);
	const year = (survey: string) => surveys[survey]?.year ?? 0;
	const abroad = (population: string): number => (population === 'deu' ? far.germany : far.country);
	const distance = (each: Catalog['present'][number], question: string): number =>
		(each.group === cell.group ? 0 : far.group) +
		(each.survey === cell.survey ? 0 : far.wave) +
		Math.abs(year(each.survey) - year(cell.survey)) * far.year +
		(each.population === cell.population ? 0 : abroad(each.population)) +
		(question === cell.question ? 0 : far.question);

	const own = questions[cell.question];
	const related = Object.values(questions)
		.filter(({ id, relatedTo }) => relatedTo === cell.question || id === own?.relatedTo)
		.map(({ id, headline }) => ({ id, answer: headline }));
	return [{ id: cell.question, answer: cell.answer }, ...related]
		.flatMap(({ id, answer }) =>
			(getCatalog(db, id)?.present ?? [])
				.filter((each) => each.answer === answer)
				.map((each) => ({
					figure: figureId(each.survey, id, each.population, each.group, answer),
					distance: distance(each, id)
				}))
		)
		.filter((each) => each.distance < tooFar)
		.toSorted((a, b) => a.distance - b.distance || (a.figure < b.figure ? -1 : 1))
		.slice(0, most)
		.flatMap(({ figure }) => readCell(db, figure) ?? []);
}
