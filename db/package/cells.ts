import { CsvError, parse } from 'csv-parse/sync';
import type { Cell, Fault, Field, PackageRow, Part, Resource } from './schema.ts';

/** One record and the line it begins in. */
interface Parsed {
	record: string[];
	line: number;
}

/** The rows of one CSV file, each cell of the type the schema says; faults are added to `faults`. */
export function readRows(part: Part, resource: Resource, faults: Fault[]): PackageRow[] {
	const file = `${part.name}/${resource.path}`;
	const csv = part.files.get(resource.path);
	if (csv === undefined) {
		if (part.complete) faults.push(wholeFile(file, 0, 'this file to exist'));
		return [];
	}
	if (csv.startsWith('\uFEFF')) {
		faults.push(wholeFile(file, 1, 'UTF-8 without a byte order mark'));
		return [];
	}
	const names = resource.schema.fields.map((field) => field.name);
	const foreign = foreignForm(csv, names);
	if (foreign) {
		faults.push(wholeFile(file, 1, foreign));
		return [];
	}
	const parsed = recordsOf(csv, (line, expected) => faults.push(wholeFile(file, line, expected)));
	if (!parsed) return [];
	const [header, ...body] = parsed;
	if (header?.record.join() !== names.join()) {
		faults.push(wholeFile(file, 1, `the header ${names.join()}`));
		return [];
	}
	return body.flatMap(({ record, line }) => {
		if (record.length !== names.length) {
			faults.push(wholeFile(file, line, `${names.length} cells, found ${record.length}`));
			return [];
		}
		return [readRow(file, line, resource.schema.fields, record, faults)];
	});
}

/** How a spreadsheet of another country or age saves a table, in words that say what to choose instead. */
function foreignForm(csv: string, names: string[]): string | undefined {
	// Every other byte of UTF-16 is zero, and its first two are no UTF-8.
	if (csv.startsWith('\uFFFD\uFFFD') || csv.includes('\0'))
		return 'UTF-8; this is UTF-16, which spreadsheets call "Unicode text"';
	const header = csv.slice(0, csv.search(/\r?\n|$/)).replaceAll('"', '');
	for (const [mark, name] of [
		[';', 'semicolons'],
		['\t', 'tabs']
	] as const)
		if (names.length > 1 && header.startsWith(`${names[0]}${mark}`))
			return `cells parted by commas; here ${name} part them`;
	return undefined;
}

/**
 * @returns undefined if this is no CSV; then `tell` was called with the line where the record in
 * question begins. The parser itself names the line where it noticed, for a quote left open the last.
 */
function recordsOf(
	csv: string,
	tell: (line: number, expected: string) => void
): Parsed[] | undefined {
	const records: Parsed[] = [];
	let begun = 1;
	try {
		// Windows ends lines with two characters, of which the parser's count makes two lines.
		parse(csv.replaceAll('\r\n', '\n'), {
			record_delimiter: '\n',
			relax_column_count: true,
			on_record: (record: string[], { lines }) => {
				records.push({ record, line: begun });
				begun = lines + 1;
				return null;
			}
		});
		return records;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
		tell(begun, open ? 'a second quote that closes the cell' : 'quotes around whole cells only');
		return undefined;
	}
}

const wholeFile = (file: string, line: number, expected: string): Fault => ({
	file,
	line,
	column: '',
	value: '',
	expected
});

function readRow(
	file: string,
	line: number,
	fields: Field[],
	record: string[],
	faults: Fault[]
): PackageRow {
	const cells: Record<string, Cell> = {};
	fields.forEach((field, index) => {
		const value = record[index] ?? '';
		const cell = readCell(field, value);
		const expected = expectation(field, value, cell);
		if (expected) faults.push({ file, line, column: field.name, value, expected });
		cells[field.name] = cell;
	});
	return { cells, file, line };
}

function readCell(field: Field, value: string): Cell {
	if (field.type === 'list') return value === '' ? [] : value.split(';');
	if (value === '') return null;
	if (field.type === 'integer') return numberIn(value, /^(0|-?[1-9]\d*)$/);
	if (field.type === 'number') return numberIn(value, /^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d+)$/);
	return value;
}

/** `Number` alone would take ' 7 ', '0x1F', '1e3' and '056', and round what has too many digits. */
function numberIn(value: string, form: RegExp): number {
	const number = Number(value);
	return form.test(value) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : NaN;
}

/** Marks and overrides of direction, blanks without width. */
const unseen = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;

/** What would have been right, or undefined when the cell is. */
function expectation(field: Field, value: string, cell: Cell): string | undefined {
	const {
		required,
		enum: codes,
		pattern,
		minimum = -Infinity,
		maximum = Infinity
	} = field.constraints ?? {};
	if (value === '') return required ? 'a value' : undefined;
	if (value !== value.trim()) return 'no blanks at either end';
	if (/\p{Cc}/u.test(value)) return 'one line without control characters';
	if (unseen.test(value))
		return 'no characters that nobody sees or that turn the direction of the text';
	// "ü" and "u" with two dots after it look alike and are not found by each other.
	if (value !== value.normalize('NFC'))
		return 'accents that are one with their letter (Unicode NFC)';
	// What a byte becomes that is no UTF-8, as in a file saved for an older Windows.
	if (value.includes('\uFFFD')) return 'text in UTF-8';
	if (typeof cell === 'number') {
		const inRange = cell >= minimum && cell <= maximum;
		return inRange
			? undefined
			: `${field.type === 'integer' ? 'a whole number' : 'a number'}${range(minimum, maximum)}`;
	}
	if (field.type === 'date' && !isDay(value)) return 'a day as YYYY-MM-DD';
	if (codes && !codes.includes(value)) return `one of ${codes.join(', ')}`;
	if (pattern && !new RegExp(pattern).test(value)) return `text that matches ${pattern}`;
	if (Array.isArray(cell)) {
		if (cell.includes('')) return 'codes joined by single semicolons';
		if (new Set(cell).size < cell.length) return 'each entry once';
	}
	return undefined;
}

function range(minimum: number, maximum: number): string {
	if (maximum !== Infinity) return ` from ${minimum} to ${maximum}`;
	return minimum === -Infinity ? '' : ` of at least ${minimum}`;
}

/** 2015-02-30 has the form of a day and is none; `Date` alone would take 2015 for a day. */
function isDay(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const day = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
