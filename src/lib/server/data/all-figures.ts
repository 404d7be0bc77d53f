import type { Database } from '#db/open.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { latestFirst } from './catalog.ts';
import { wholeDictionary } from './dictionary.ts';
import { readAll } from './rows.ts';

/** The codes of a figure, or of what is computed from several: then some are empty. */
interface Codes {
	question: string;
	survey: string;
	country: string;
	group: string;
	answer: string;
}

/**
 * Where a figure stands in the order of questions, surveys (the latest first), places, groups and
 * answers, so that an order never depends on chance.
 */
function catalogOrder(db: Database): (codes: Codes) => number[] {
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
	return (codes) => [
		question(codes.question),
		survey(codes.survey),
		population(codes.country),
		group(codes.group),
		answer(`${codes.question}/${codes.answer}`)
	];
}

function comparePlaces(a: number[], b: number[]): number {
	const differs = a.findIndex((each, index) => each !== b[index]);
	return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}

/** Every figure of the file: published numbers, and absences that are on record. */
export function allFigures(db: Database): DataPoint[] {
	const order = catalogOrder(db);
	return readAll(db)
		.map((row) => ({ row, place: order({ ...row, country: row.population }) }))
		.toSorted((a, b) => comparePlaces(a.place, b.place))
		.map(({ row }) => row);
}

function places(codes: string[]): (code: string) => number {
	const at = new Map(codes.map((code, index) => [code, index]));
	return (code) => at.get(code) ?? codes.length;
}
