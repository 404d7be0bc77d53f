import { openSav, SavError, type SavFile } from '../src/lib/sav/index.ts';
import { savBytes, type FileDescription } from './sav-bytes.ts';

/** Opens a file and reads everything in it. */
export function readAll(bytes: Uint8Array): number {
	const file = openSav(bytes);
	let rows = 0;
	for (const batch of file.batches()) rows += batch.rows;
	return rows;
}

/** All batches of a file in one, as plain arrays. */
export function columnsOf(opened: SavFile): Record<string, (number | string)[]> {
	const columns: Record<string, (number | string)[]> = {};
	for (const batch of opened.batches())
		for (const [name, values] of batch.columns) (columns[name] ??= []).push(...values);
	return columns;
}

/** The SavError a file ends in. */
export function errorOf(bytes: Uint8Array): SavError {
	try {
		readAll(bytes);
	} catch (error) {
		if (error instanceof SavError) return error;
		throw error;
	}
	throw new Error('Expected a SavError');
}

/** A small file with one variable of each kind. */
export function file(changes: Partial<FileDescription> = {}): Buffer {
	return savBytes({
		variables: [
			{ name: 'Number', label: 'A label', valueLabels: [[1, 'one']], missing: { values: [9] } },
			{ name: 'Text', width: 300 },
			{ name: 'Word', width: 12, valueLabels: [['yes', 'Ja']], missing: { values: ['no'] } }
		],
		rows: Array.from({ length: 20 }, (_, i) => [i, `text ${i}`, 'yes']),
		cases: 20,
		encodingName: 'UTF-8',
		codePage: 65001,
		...changes
	});
}

/** The file with an int32 in another place than it should be: `at` bytes behind the first `after`. */
export function withInt32(bytes: Buffer, after: string, at: number, value: number): Buffer {
	const copy = Buffer.from(bytes);
	copy.writeInt32LE(value, copy.indexOf(after) + at);
	return copy;
}

const record = (...numbers: number[]) =>
	Buffer.from(Int32Array.from(numbers).buffer).toString('latin1');
/** Where the record that begins with these int32 starts. */
export const indexOfRecord = (bytes: Buffer, ...numbers: number[]) =>
	bytes.indexOf(record(...numbers), 'latin1');

/** The file with one int32 of the first record that begins with these numbers changed. */
export function changed(start: number[], index: number, value: number, bytes = file()): Buffer {
	const copy = Buffer.from(bytes);
	copy.writeInt32LE(value, indexOfRecord(copy, ...start) + 4 * index);
	return copy;
}
