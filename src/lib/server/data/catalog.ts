import type { Database } from '#db/open.ts';
import { figures, itemPopulations } from '#db/schema.ts';
import { and, eq, isNotNull } from 'drizzle-orm';
import { coreSurvey } from '#lib/view/explore/explore.ts';
import type { Dictionary, SurveyInfo } from '#lib/view/row.ts';
import type { Catalog } from '#lib/view/view.ts';
import { wholeDictionary } from './dictionary.ts';
import { perDatabaseAndKey } from './per-database.ts';

/** All codes a view of this question may name. @returns undefined if there is no such question */
export const getCatalog = (db: Database, question: string): Catalog | undefined =>
	// What is asked for comes from addresses: only questions that exist are remembered.
	Object.hasOwn(wholeDictionary(db).questions, question) ? catalogOf(db, question) : undefined;

const catalogOf = perDatabaseAndKey(readCatalog);

function readCatalog(db: Database, question: string): Catalog {
	const dictionary = wholeDictionary(db);
	const surveys = surveysOf(dictionary, question);
	return {
		surveys,
		defaultSurvey: surveys.find((id) => id === coreSurvey) ?? surveys[0] ?? coreSurvey,
		populations: Object.keys(dictionary.populations),
		groups: Object.values(dictionary.groups),
		answers: Object.values(dictionary.answers).filter((answer) => answer.question === question),
		present: db
			.select({
				survey: figures.surveyId,
				population: figures.populationId,
				group: figures.groupId,
				answer: figures.answerId
			})
			.from(figures)
			.where(and(eq(figures.questionId, question), isNotNull(figures.pct)))
			.all(),
		asked: db
			.select({ survey: itemPopulations.surveyId, population: itemPopulations.populationId })
			.from(itemPopulations)
			.where(and(eq(itemPopulations.questionId, question), eq(itemPopulations.asked, 'yes')))
			.all()
	};
}

/** Surveys that asked the question, the latest first. */
const surveysOf = (dictionary: Dictionary, question: string): string[] =>
	Object.values(dictionary.items)
		.filter((item) => item.question === question)
		.flatMap((item) => dictionary.surveys[item.survey] ?? [])
		.sort(latestFirst)
		.map(({ id }) => id);

/** By year, then by first day in the field, then by code: the order never depends on chance. */
export function latestFirst(a: SurveyInfo, b: SurveyInfo): number {
	const when = ({ year, fieldworkStart, id }: SurveyInfo) =>
		`${year} ${fieldworkStart ?? ''} ${id}`;
	return when(a) < when(b) ? 1 : -1;
}
