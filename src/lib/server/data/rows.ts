import type { Database } from '#db/open.ts';
import { answerParts, answers, claimFigures, claims, figures, figureSources } from '#db/schema.ts';
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { figureId, type DataPoint } from '#lib/view/row.ts';
import { dimensionOf, type Catalog, type View } from '#lib/view/view.ts';
import { sumNote } from '#lib/words/charts/marks.ts';
import type { Text } from '#lib/words/lang.ts';
import { absences, absentRow } from './absences.ts';
import { withDirection } from './directions.ts';
import { perDatabaseAndKey } from './per-database.ts';

type Cells = Pick<View, 'survey' | 'country' | 'group' | 'answer'>;

/**
 * The cells of a question: every combination of the listed codes that can exist, each with its
 * published number or with the reason why there is none. A group of another country is no cell.
 *
 * @returns in the order of the lists: survey, country, group, answer
 */
export function readRows(
	db: Database,
	question: string,
	cells: Cells,
	catalog: Catalog
): DataPoint[] {
	const found = figuresOf(db, question);
	const absence = absences(db, question);
	const rows: DataPoint[] = [];
	for (const survey of cells.survey)
		for (const country of cells.country)
			for (const group of cells.group) {
				if (!fits(catalog, country, group)) continue;
				for (const answer of cells.answer) {
					const id = figureId(survey, question, country, group, answer);
					rows.push(
						withDirection(
							db,
							found.get(id) ??
								absentRow(
									{ survey, question, population: country, group, answer },
									dimensionOf(catalog, group),
									absence(survey, country)
								)
						)
					);
				}
			}
	return rows;
}

function fits(catalog: Catalog, country: string, group: string): boolean {
	const home = catalog.groups.find(({ id }) => id === group)?.population ?? null;
	return home === null || home === country;
}

/**
 * All stored figures of a question by id, with their sources and the claims that rest on them. The views of
 * a question are many and its figures few, so they are read once; nobody may change a row.
 */
export const figuresOf = perDatabaseAndKey(
	(db: Database, question: string): Map<string, DataPoint> => {
		const found = readWhere(db, eq(figures.questionId, question));
		for (const row of found.values()) Object.freeze(row);
		return found;
	}
);

/** Stored figures in the order of their ids; an id without a figure is left out. */
export function readById(db: Database, ids: string[]): DataPoint[] {
	const found = readWhere(db, inArray(figures.figureId, listed(ids)));
	return ids.flatMap((id) => found.get(id) ?? []);
}

/**
 * A list of ids as one value: a statement with a place for each of a thousand ids takes longer to write and
 * to plan than to answer, and SQLite bounds their number.
 */
export const listed = (ids: string[]): SQL =>
	sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

function readWhere(db: Database, wanted: SQL): Map<string, DataPoint> {
	const sources = gathered(
		db
			.select({ figure: figureSources.figureId, value: figureSources.sourceId })
			.from(figureSources)
			.innerJoin(figures, eq(figures.figureId, figureSources.figureId))
			.where(wanted)
			.orderBy(asc(figureSources.sort))
			.all()
	);
	const resting = gathered(
		db
			.select({ figure: claimFigures.figureId, value: claimFigures.claimId })
			.from(claimFigures)
			.innerJoin(figures, eq(figures.figureId, claimFigures.figureId))
			.innerJoin(claims, eq(claims.claimId, claimFigures.claimId))
			.where(wanted)
			// In the article's order; without one it is the plan of the query that decides.
			.orderBy(asc(claims.sort))
			.all()
	);
	const stored = db.select().from(figures).where(wanted).all();
	const parts = partsOfSums(db, wanted);
	return new Map(
		stored.map((row): [string, DataPoint] => [
			row.figureId,
			{
				figure: row.figureId,
				survey: row.surveyId,
				question: row.questionId,
				population: row.populationId,
				dimension: row.dimension,
				group: row.groupId,
				answer: row.answerId,
				pct: row.pct,
				absence: row.absence,
				status: row.status,
				confidence: row.confidence,
				n: row.n,
				nEff: row.nEff,
				low: row.ci95Low,
				high: row.ci95High,
				intervalMethod: row.intervalMethod,
				role: 'main',
				sources: sources.get(row.figureId) ?? [],
				claims: resting.get(row.figureId) ?? [],
				note: noteOf(row, parts.get(row.figureId))
			}
		])
	);
}

/** A sum stands with its parts; every other figure with what the package remarks on it. */
function noteOf(
	{ noteEn: en, noteDe: de }: { noteEn: string | null; noteDe: string | null },
	parts: number[] | undefined
): Text | null {
	if (parts) return { en: sumNote(parts, 'en'), de: sumNote(parts, 'de') };
	return en === null || de === null ? null : { en, de };
}

/** The two printed parts of each sum, in the order of the questionnaire, by the id of the sum. */
function partsOfSums(db: Database, wanted: SQL): Map<string, number[]> {
	const isSum = eq(figures.status, 'sum_of_parts');
	const part = alias(figures, 'part');
	const found = db
		.select({ figure: figures.figureId, pct: part.pct })
		.from(figures)
		.innerJoin(
			answerParts,
			and(eq(answerParts.questionId, figures.questionId), eq(answerParts.netId, figures.answerId))
		)
		.innerJoin(
			part,
			and(
				eq(part.questionId, figures.questionId),
				eq(part.surveyId, figures.surveyId),
				eq(part.populationId, figures.populationId),
				eq(part.groupId, figures.groupId),
				eq(part.answerId, answerParts.partId)
			)
		)
		.innerJoin(
			answers,
			and(eq(answers.questionId, part.questionId), eq(answers.answerId, part.answerId))
		)
		.where(and(isSum, wanted))
		.orderBy(asc(answers.sort))
		.all();
	return gathered(found.map(({ figure, pct }) => ({ figure, value: pct ?? 0 })));
}

/** Values in the order they come, by their figure. */
const gathered = <Value>(pairs: { figure: string; value: Value }[]): Map<string, Value[]> =>
	new Map(
		[...Map.groupBy(pairs, ({ figure }) => figure)].map(([figure, own]) => [
			figure,
			own.map(({ value }) => value)
		])
	);
