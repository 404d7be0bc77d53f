import type { Database } from '#db/open.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { latestFirst } from './catalog.ts';
import { wholeDictionary } from './dictionary.ts';
import { figuresOf } from './rows.ts';

/**
 * Where a figure of a question stands in the order of surveys (the latest first), places, groups and
 * answers, so that an order never depends on chance.
 */
function catalogOrder(db: Database): (figure: DataPoint) => number[] {
	const { surveys, populations, groups, answers } = wholeDictionary(db);
	const survey = places(
		Object.values(surveys)
			.toSorted(latestFirst)
			.map(({ id }) => id)
	);
	const population = places(Object.keys(populations));
	const group = places(Object.keys(groups));
	const answer = places(Object.keys(answers));
	return (figure) => [
		survey(figure.survey),
		population(figure.population),
		group(figure.group),
		answer(`${figure.question}/${figure.answer}`)
	];
}

function comparePlaces(a: number[], b: number[]): number {
	const differs = a.findIndex((each, index) => each !== b[index]);
	return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}

/** Every figure of the file: published numbers, and absences that are on record. */
export const allFigures = (db: Database): DataPoint[] => [...figuresInOrder(db)];

/** The same one by one; the figures of a question are read when its first one is asked for. */
export function* figuresInOrder(db: Database): Generator<DataPoint> {
	const order = catalogOrder(db);
	for (const question of Object.keys(wholeDictionary(db).questions))
		yield* [...figuresOf(db, question).values()]
			.map((row) => ({ row, place: order(row) }))
			.sort((a, b) => comparePlaces(a.place, b.place))
			.map(({ row }) => row);
}

function places(codes: string[]): (code: string) => number {
	const at = new Map(codes.map((code, index) => [code, index]));
	return (code) => at.get(code) ?? codes.length;
}
