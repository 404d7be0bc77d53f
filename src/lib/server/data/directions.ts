import type { Database } from '#db/open.ts';
import { directions, directionSources } from '#db/schema.ts';
import { asc } from 'drizzle-orm';
import type { Absence, DataPoint } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import { perDatabase } from './per-database.ts';

/** Which side of Germany gave an answer more often, as an institute says in words without a number. */
export interface Direction {
	survey: string;
	question: string;
	population: string;
	answer: string;
	higher: 'east' | 'west';
	says: Text;
	sources: string[];
}

type Codes = Pick<DataPoint, 'survey' | 'question' | 'population' | 'answer'>;
const keyOf = ({ survey, question, population, answer }: Codes): string =>
	[survey, question, population, answer].join('~');

/** All of them, by survey, question, population and answer. There are few, so they are read once. */
const directionsIn = perDatabase((db: Database): Map<string, Direction> => {
	const sources = db.select().from(directionSources).orderBy(asc(directionSources.sort)).all();
	return new Map(
		db
			.select()
			.from(directions)
			.all()
			.map((row): [string, Direction] => {
				const codes = {
					survey: row.surveyId,
					question: row.questionId,
					population: row.populationId,
					answer: row.answerId
				};
				const own = sources.filter(
					({
						surveyId: survey,
						questionId: question,
						populationId: population,
						answerId: answer
					}) => keyOf({ survey, question, population, answer }) === keyOf(codes)
				);
				return [
					keyOf(codes),
					{
						...codes,
						higher: row.higherGroupId,
						says: { en: row.saysEn, de: row.saysDe },
						sources: own.map(({ sourceId }) => sourceId)
					}
				];
			})
	);
});

/** What is said in words of a cell of East or West; undefined for other groups, or if nothing is. */
const directionOf = (db: Database, cell: Codes & Pick<DataPoint, 'group'>) =>
	cell.group === 'east' || cell.group === 'west' ? directionsIn(db).get(keyOf(cell)) : undefined;

/** Answers of which a survey says in words how East and West stand to each other. */
export const answersWithDirection = (db: Database, question: string, survey: string): string[] =>
	[...directionsIn(db).values()]
		.filter((each) => each.question === question && each.survey === survey)
		.map(({ answer }) => answer);

/** A cell without a number, with what is said of it in words. */
export function withDirection(db: Database, row: DataPoint): DataPoint {
	const direction = row.absence === 'not_published' ? directionOf(db, row) : undefined;
	if (!direction) return row;
	const absence: Absence = direction.higher === 'east' ? 'higher_in_east' : 'higher_in_west';
	return { ...row, absence, sources: direction.sources, note: direction.says };
}
