import type { Database } from '#db/open.ts';
import { figures, withdrawn } from '#db/schema.ts';
import { eq } from 'drizzle-orm';
import { canonicalQuery, parseView } from '#lib/view/query.ts';
import type { Misprint, Reading } from '#lib/view/reading.ts';
import type { Dictionary, ItemInfo, QuestionInfo, DataPoint } from '#lib/view/row.ts';
import type { Catalog } from '#lib/view/view.ts';
import type { Text } from '#lib/words/lang.ts';
import { latestFirst } from '#lib/server/data/catalog.ts';
import { cellWithCatalog, readCell } from '#lib/server/data/cells.ts';
import { claimsOn, type ListedClaim } from './claims.ts';
import { dictionaryOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { listMisprints } from './misprints.ts';
import { nearestCells } from './nearest-figures.ts';
import { nearestCodes } from '#lib/server/data/suggest.ts';
import { allReadings } from './readings.ts';

/** The same number at another time. */
interface Wave {
	row: DataPoint;
	/** Whether the two waves may be read as a change; house and mode say why not. */
	comparable: ItemInfo['comparable'];
}

/** A published number, or a cell of a view that has none, with all that is known of it. */
export interface Figure {
	row: DataPoint;
	question: QuestionInfo;
	item: ItemInfo;
	/** The other published answers of the same bar, in the order of the questionnaire. */
	others: DataPoint[];
	previous: Wave | undefined;
	next: Wave | undefined;
	/** What comes closest where there is no number; empty where there is one. */
	nearest: DataPoint[];
	claims: ListedClaim[];
	readings: Reading[];
	misprints: Misprint[];
	/** Query of the question's view in which the figure stands. */
	query: string;
	dictionary: Dictionary;
}

/**
 * One figure by its id. A cell without a number has an id too.
 *
 * @returns undefined if the codes are not known or cannot stand together
 */
export function getFigure(db: Database, id: string): Figure | undefined {
	const cell = cellWithCatalog(db, id);
	if (!cell) return undefined;
	const { row, catalog } = cell;
	const all = wholeDictionary(db);
	const question = all.questions[row.question];
	const item = all.items[`${row.survey}/${row.question}`];
	if (!question || !item) return undefined;

	const others = cell
		.read({ answer: catalog.answers.map((answer) => answer.id) })
		.filter((other) => other.figure !== id && other.pct !== null);
	const { previous, next } = waves(db, row, cell.read({ survey: catalog.surveys }));
	const nearest = row.pct === null ? nearestCells(db, row) : [];
	const around = [previous, next].flatMap((wave) => wave?.row ?? []);
	return {
		row,
		question,
		item,
		others,
		previous,
		next,
		nearest,
		claims: claimsOn(db, row.question).filter((claim) => claim.figures.includes(id)),
		readings: allReadings(db).filter((reading) =>
			reading.figures.some((each) => each.figure === id)
		),
		misprints: listMisprints(db).filter((misprint) => misprint.row.figure === id),
		query: queryOf(row, catalog),
		dictionary: dictionaryOf(db, [row, ...others, ...around, ...nearest])
	};
}

/** The published waves just before and just after. */
function waves(
	db: Database,
	row: DataPoint,
	cells: DataPoint[]
): Pick<Figure, 'previous' | 'next'> {
	const { items, surveys } = wholeDictionary(db);
	const comparable = ({ survey }: DataPoint) =>
		items[`${survey}/${row.question}`]?.comparable ?? ('yes' as const);
	const own = comparable(row);
	const published = cells.filter((cell) => cell.pct !== null || cell.survey === row.survey);
	const order = published.toSorted((a, b) => {
		const [one, other] = [surveys[a.survey], surveys[b.survey]];
		return one && other ? latestFirst(one, other) : 0;
	});
	const at = order.findIndex((cell) => cell.survey === row.survey);
	const wave = (cell: DataPoint | undefined): Wave | undefined => {
		if (!cell) return undefined;
		const theirs = comparable(cell);
		return { row: cell, comparable: theirs === 'yes' ? own : theirs };
	};
	return { previous: wave(order[at + 1]), next: wave(order[at - 1]) };
}

/** The usual view of the question that holds the cell, widened where the usual one leaves it out. */
function queryOf(row: DataPoint, catalog: Catalog): string {
	const by =
		row.dimension === 'total' ? 'country' : row.dimension === 'region' ? 'region' : 'group';
	const query = new URLSearchParams({ by, survey: row.survey });
	const wanted = { country: row.population, group: row.group, answer: row.answer } as const;
	for (const key of ['country', 'group', 'answer'] as const) {
		const usual = parseView(query, catalog).view[key];
		if (usual.includes(wanted[key])) continue;
		// East and West of Germany beside those of Ukraine would show neither well.
		const kept = key === 'country' && by !== 'country' ? [] : usual;
		query.set(key, [...kept, wanted[key]].join());
	}
	return canonicalQuery(parseView(query, catalog).view, catalog);
}

/** A figure that was taken back. */
export interface Withdrawn {
	figure: string;
	/** What stands in its place, if anything does. */
	successor: DataPoint | undefined;
	/** Day as YYYY-MM-DD. */
	on: string;
	reason: Text;
}

/** @returns undefined if no figure with this id was ever taken back */
export function getWithdrawn(db: Database, id: string): Withdrawn | undefined {
	const row = db.select().from(withdrawn).where(eq(withdrawn.figureId, id)).get();
	return (
		row && {
			figure: row.figureId,
			successor: row.successorId === null ? undefined : readCell(db, row.successorId),
			on: row.withdrawnOn,
			reason: { en: row.reasonEn, de: row.reasonDe }
		}
	);
}

/** The figures whose ids are most like a mistyped one, the closest first. */
export function nearestFigures(db: Database, given: string): DataPoint[] {
	const ids = db.select({ id: figures.figureId }).from(figures).all();
	return nearestCodes(
		given,
		ids.map(({ id }) => id)
	).flatMap((id) => readCell(db, id) ?? []);
}
