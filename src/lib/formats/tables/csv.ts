import Papa from 'papaparse';
import type { Column, Value } from '#lib/formats/columns.ts';
import type { TableOfRecords } from './table.ts';

/** Named on purpose and never guessed from the reader's language: a script must get what it asked for. */
export const dialects = ['default', 'excel-de', 'excel-en'] as const;
export type Dialect = (typeof dialects)[number];

/** How a dialect writes; what describes a CSV says the same. */
export const dialectOf = (dialect: Dialect) => ({
	delimiter: dialect === 'excel-de' ? ';' : ',',
	decimal: dialect === 'excel-de' ? ',' : '.',
	mark: dialect === 'default' ? '' : '\uFEFF'
});

/** Rows that become bytes at once; while they are text, all their cells are in memory with them. */
const blockRows = 50;

/**
 * A table as CSV: UTF-8, CRLF, one header row, a line end at the end, nothing else around it.
 *
 * default: comma, point, no byte order mark. excel-de: semicolon, decimal comma, byte order mark.
 * excel-en: comma, point, byte order mark. Numbers are never quoted or guarded, a negative one
 * neither; a text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export const toCsv = (
	table: Pick<TableOfRecords, 'columns' | 'records'>,
	dialect?: Dialect
): Buffer => Buffer.concat([...csvBlocks(table, dialect)]);

/**
 * The same in blocks of bytes, each made when it is asked for. As one text a long table costs more a row
 * than a short one: all of it stays alive, and is gone through, at every collection of garbage.
 */
export function* csvBlocks(
	{ columns, records }: { columns: Pick<Column, 'name'>[]; records: Iterable<Value[]> },
	dialect: Dialect = 'default'
): Generator<Buffer> {
	const { delimiter, decimal, mark } = dialectOf(dialect);
	const written = (rows: string[][]) =>
		Buffer.from(`${Papa.unparse(rows, { delimiter, newline: '\r\n' })}\r\n`);
	if (mark !== '') yield Buffer.from(mark);
	let block = [columns.map(({ name }) => name)];
	for (const record of records) {
		block.push(record.map((value) => cell(value, decimal)));
		if (block.length < blockRows) continue;
		yield written(block);
		block = [];
	}
	if (block.length > 0) yield written(block);
}

function cell(value: Value, decimal: string): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value).replace('.', decimal);
	return guarded(value);
}

/** `=1+1` would be run by a spreadsheet; `-0.5` is a number and stays one. */
const guarded = (text: string): string =>
	/^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text;

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
