/** The part of a Data Package descriptor (v2) that this project uses; see db/data/datapackage.json. */
export interface PackageSchema {
	title: string;
	description: string;
	/** Day of the last change of the data, as YYYY-MM-DD. */
	version: string;
	resources: Resource[];
}

export interface Resource {
	name: string;
	path: string;
	/** What one row is, then what no row means. */
	description: string;
	schema: {
		fields: Field[];
		primaryKey: string[];
		foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
	};
}

export interface Field {
	name: string;
	type: 'string' | 'integer' | 'number' | 'date' | 'list';
	description: string;
	constraints?: {
		required?: boolean;
		enum?: string[];
		pattern?: string;
		minimum?: number;
		maximum?: number;
	};
	/** A list field whose entries must exist elsewhere; `key` stands for the five codes of a figure joined by `/`. */
	references?: { resource: string; field: string };
}

/** A checked cell: a list is empty where the CSV cell is, everything else is null. */
export type Cell = string | number | string[] | null;

/** One row with the place it came from, so that a fault can name it. */
export interface PackageRow {
	cells: Record<string, Cell>;
	file: string;
	/** 1-based, as an editor counts. */
	line: number;
}

/** Resource name → its rows in the order of the files. */
export type Tables = Map<string, PackageRow[]>;

/** What is wrong with one cell (column '' = with the line or the file). */
export interface Fault {
	file: string;
	line: number;
	column: string;
	value: string;
	expected: string;
}

/** A folder of CSV files: the package itself, or what an analyst imported beside it. */
export interface Part {
	/** As printed in faults, for example `db/data`. */
	name: string;
	/** File name → text. */
	files: Map<string, string>;
	/** The package has every file; a part beside it only those it adds rows to. */
	complete: boolean;
}

/** `db/data/figures.csv:812: column pct: "138" given; expected a number from 0 to 100` */
export const printFault = (fault: Fault): string =>
	`${fault.file}:${fault.line}: ` +
	(fault.column ? `column ${fault.column}: ${JSON.stringify(fault.value)} given; ` : '') +
	`expected ${fault.expected}`;

/** The columns whose codes together name a figure. */
export const figureKey = ['survey_id', 'question_id', 'population_id', 'group_id', 'answer_id'];

/** The id of a figure row: its five codes joined by `~`. */
export const idOf = (row: PackageRow): string =>
	figureKey.map((column) => text(row, column)).join('~');

/** Figure id (`~`) of a figure key as the package writes it (`/`). */
export const figureId = (key: string): string => key.replaceAll('/', '~');

/** A cell that the schema says is text and filled; the checks have made sure of it. */
export const text = (row: PackageRow, column: string): string => row.cells[column] as string;

/** A cell that the schema says is a list. */
export const list = (row: PackageRow, column: string): string[] => row.cells[column] as string[];
