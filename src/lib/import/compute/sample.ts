import { isMissing, numbersOf, type SavFile } from '#lib/sav/index.ts';
import { ImportError } from '#lib/import/error.ts';
import type { Mapping } from '#db/respondents.ts';

/** The columns of a file that a mapping needs, one value per row; NaN is system-missing. */
export interface Sample {
	rows: number;
	columns: Map<string, Float64Array>;
}

/** Reads the columns that the mapping names, and no others. */
export function readSample(
	file: SavFile,
	mapping: Mapping,
	onRows: (rows: number) => void
): Sample {
	const variables = [
		...new Set([
			mapping.country.variable,
			...[mapping.weight, mapping.stratum, mapping.psu].filter((name) => name !== null),
			...(mapping.region ? [mapping.region.variable] : []),
			...Object.values(mapping.questions).map(({ variable }) => variable)
		])
	];
	const weighting = [mapping.weight, mapping.stratum, mapping.psu];
	const pieces = new Map(variables.map((name) => [name, [] as Float64Array[]]));
	let rows = 0;
	for (const batch of file.batches({ variables })) {
		for (const [name, piece] of pieces) {
			const column = numbersOf(batch, name);
			piece.push(weighting.includes(name) ? withoutMissing(file, name, column) : column);
		}
		rows += batch.rows;
		onRows(rows);
	}
	if (rows === 0) throw new ImportError('unreadable', 'Expected interviews, the file has none');
	const columns = new Map([...pieces].map(([name, parts]) => [name, joined(parts, rows)]));
	return { rows, columns };
}

/** A value that the file declares to be no answer weighs nobody and is no stratum. */
export function withoutMissing(
	{ dictionary }: SavFile,
	name: string,
	column: Float64Array
): Float64Array {
	const variable = dictionary.variables.find((each) => each.name === name);
	return variable?.missing
		? column.map((value) => (isMissing(variable, value) ? NaN : value))
		: column;
}

/** The same columns with the marked (1) rows only. */
export function withRows({ columns }: Sample, mask: Uint8Array): Sample {
	const rows = mask.reduce((sum, one) => sum + one, 0);
	const kept = new Uint32Array(rows);
	let at = 0;
	for (let row = 0; row < mask.length; row++) if (mask[row] === 1) kept[at++] = row;
	const cut = (column: Float64Array) => Float64Array.from(kept, (row) => column[row]!);
	return {
		rows,
		columns: new Map([...columns].map(([name, column]) => [name, cut(column)]))
	};
}

function joined(parts: Float64Array[], rows: number): Float64Array {
	const [only] = parts;
	if (parts.length === 1 && only) return only;
	const whole = new Float64Array(rows);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** @throws {RangeError} if the sample was read without that column */
export function columnOf({ columns }: Sample, name: string): Float64Array {
	const column = columns.get(name);
	if (!column) throw new RangeError(`Expected a column that was read, got ${name}`);
	return column;
}
