import type { Database } from '#db/open.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Catalog } from '#lib/view/view.ts';
import { getCatalog } from './catalog.ts';
import { wholeDictionary } from './dictionary.ts';
import { readRows } from './rows.ts';

interface Cells {
	survey: string[];
	country: string[];
	group: string[];
	answer: string[];
}

/** A cell with the catalog of its question and a way to read those that share some of its codes. */
export interface CellWithCatalog {
	row: DataPoint;
	catalog: Catalog;
	/** @param others codes in place of the cell's own */
	read(others: Partial<Cells>): DataPoint[];
}

/**
 * The cell that an id names, with its number or with the reason why there is none.
 *
 * @param id five codes joined by `~`, from anywhere
 * @returns undefined if a code is not known or the codes cannot stand together
 */
export function cellWithCatalog(db: Database, id: string): CellWithCatalog | undefined {
	const [survey = '', question = '', population = '', group = '', answer = ''] = id.split('~');
	if (!Object.hasOwn(wholeDictionary(db).questions, question)) return undefined;
	const catalog = getCatalog(db, question);
	if (
		!catalog?.surveys.includes(survey) ||
		!catalog.populations.includes(population) ||
		!catalog.groups.some((each) => each.id === group) ||
		!catalog.answers.some((each) => each.id === answer)
	)
		return undefined;
	const own = { survey: [survey], country: [population], group: [group], answer: [answer] };
	const read = (others: Partial<Cells>) => readRows(db, question, { ...own, ...others }, catalog);
	const [row] = read({});
	return row?.figure === id ? { row, catalog, read } : undefined;
}

/** The cell alone. */
export const readCell = (db: Database, id: string): DataPoint | undefined =>
	cellWithCatalog(db, id)?.row;
