import Papa from 'papaparse';
import type { Value } from '#lib/formats/columns.ts';
import type { Table } from './table.ts';

/** Named on purpose and never guessed from the reader's language: a script must get what it asked for. */
export const dialects = ['default', 'excel-de', 'excel-en'] as const;
export type Dialect = (typeof dialects)[number];

/** How a dialect writes; what describes a CSV says the same. */
export const dialectOf = (dialect: Dialect) => ({
	delimiter: dialect === 'excel-de' ? ';' : ',',
	decimal: dialect === 'excel-de' ? ',' : '.',
	mark: dialect === 'default' ? '' : '\uFEFF'
});

/**
 * A table as CSV: UTF-8, CRLF, one header row, a line end at the end, nothing else around it.
 *
 * default: comma, point, no byte order mark. excel-de: semicolon, decimal comma, byte order mark.
 * excel-en: comma, point, byte order mark. Numbers are never quoted or guarded, a negative one
 * neither; a text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function toCsv({ columns, records }: Table, dialect: Dialect = 'default'): string {
	const { delimiter, decimal, mark } = dialectOf(dialect);
	const csv = Papa.unparse(
		{
			fields: columns.map(({ name }) => name),
			data: records.map((record) => record.map((value) => cell(value, decimal)))
		},
		{ delimiter, newline: '\r\n' }
	);
	// Without records the header already ends its line.
	return `${mark}${csv}${csv.endsWith('\r\n') ? '' : '\r\n'}`;
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
