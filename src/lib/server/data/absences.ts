import type { Database } from '#db/open.ts';
import { itemPopulations, items } from '#db/schema.ts';
import { eq } from 'drizzle-orm';
import { figureId, type Absence, type DataPoint } from '#lib/view/row.ts';
import { perDatabaseAndKey } from './per-database.ts';

/** A cell without a number, and why. */
export const absentRow = (
	codes: Pick<DataPoint, 'survey' | 'question' | 'population' | 'group' | 'answer'>,
	dimension: DataPoint['dimension'],
	absence: Absence
): DataPoint => ({
	...blank,
	figure: figureId(codes.survey, codes.question, codes.population, codes.group, codes.answer),
	...codes,
	dimension,
	absence
});

const blank = {
	pct: null,
	status: null,
	confidence: null,
	n: null,
	nEff: null,
	low: null,
	high: null,
	intervalMethod: null,
	role: 'main' as const,
	sources: [],
	claims: [],
	note: null
};

/**
 * Why a cell without a figure is empty. That a country was not asked is said only where it is known:
 * it is named as left out, or the item's list of countries is complete. A median is never asked.
 */
export function absences(db: Database, question: string) {
	const { complete, asked } = askingOf(db, question);
	return (survey: string, country: string): Absence => {
		const known = asked.get(`${survey}/${country}`);
		if (known === 'no') return 'not_asked';
		if (known === 'yes' || country.startsWith('median-')) return 'not_published';
		return complete.has(survey) ? 'not_asked' : 'not_published';
	};
}

interface Asking {
	/** Surveys whose list of countries is complete. */
	complete: Set<string>;
	/** By survey and country whether it was asked there. */
	asked: Map<string, string>;
}

/** Where a question was asked. */
const askingOf = perDatabaseAndKey((db: Database, question: string): Asking => {
	const own = db.select().from(items).where(eq(items.questionId, question)).all();
	const populations = db
		.select()
		.from(itemPopulations)
		.where(eq(itemPopulations.questionId, question))
		.all();
	return {
		complete: new Set(
			own.filter((item) => item.askedInComplete === 'yes').map((item) => item.surveyId)
		),
		asked: new Map(populations.map((row) => [`${row.surveyId}/${row.populationId}`, row.asked]))
	};
});
