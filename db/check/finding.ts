import { figureKey, list, text, type PackageRow, type Tables } from '../package/schema.ts';

/** Something an editor should look at: an error is wrong for certain, a remark may be meant so. */
export interface Finding {
	severity: 'error' | 'remark';
	file: string;
	line: number;
	text: string;
}

/** One thing that is verified. Pure: rows in, findings out. */
export interface Check {
	title: string;
	find(tables: Tables): Finding[];
}

export const rowsOf = (tables: Tables, name: string): PackageRow[] => tables.get(name) ?? [];

export const finding = (
	severity: Finding['severity'],
	{ file, line }: PackageRow,
	text: string
): Finding => ({ severity, file, line, text });

/** Some codes of a row as one key: `pew-2015-spring/defend-nato-ally/deu`. */
export const keyOf = (row: PackageRow, columns: string[]): string =>
	columns.map((column) => String(row.cells[column] ?? '')).join('/');

/** The percentage of a figure, undefined where there is none. */
export const pctOf = (row: PackageRow | undefined): number | undefined =>
	typeof row?.cells['pct'] === 'number' ? row.cells['pct'] : undefined;

/** Rows by the codes they share, in the order of the file. */
export const groupedBy = (rows: PackageRow[], columns: string[]): Map<string, PackageRow[]> =>
	Map.groupBy(rows, (row) => keyOf(row, columns));

/** Figures by their five codes joined by `/`, as lists of the package name them. */
export const figuresByKey = (tables: Tables): Map<string, PackageRow> =>
	new Map(rowsOf(tables, 'figures').map((row) => [keyOf(row, figureKey), row]));

/** Answers by question and answer, joined by `/`. */
export const answersByKey = (tables: Tables): Map<string, PackageRow> =>
	new Map(rowsOf(tables, 'answers').map((row) => [keyOf(row, ['question_id', 'answer_id']), row]));

/** Codes of the medians. */
export const mediansOf = (tables: Tables): Map<string, string[]> =>
	new Map(
		rowsOf(tables, 'populations')
			.filter((row) => row.cells['kind'] === 'median')
			.map((row) => [text(row, 'population_id'), list(row, 'members')])
	);
