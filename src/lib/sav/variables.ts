import { SavError } from './error.ts';
import type { Decode } from './encoding.ts';
import { keyOf, type Machine } from './extensions.ts';
import type { MissingRule } from './missing.ts';
import type { VariableRecord } from './records.ts';
import type { Warn } from './warning.ts';

/** One variable of the file. */
export interface SavVariable {
	/** The long name; files without long names have eight letters in capitals. */
	name: string;
	/** '' if it has none. */
	label: string;
	type: 'numeric' | 'string';
	/** Bytes of a string, in the file's encoding; 0 for a number. */
	width: number;
	/** Value → label. Strings without trailing blanks, as in the data. Variables may share one map. */
	valueLabels: ReadonlyMap<number | string, string>;
	missing: MissingRule | undefined;
}

/** Where in a case a variable's bytes lie: one piece, or one for each segment of a very long string. */
interface Piece {
	/** 8-byte element, from 0. */
	slot: number;
	/** Bytes that count; 8 for a number. */
	bytes: number;
}

/** A variable and its place in a case. */
export interface Column {
	variable: SavVariable;
	pieces: Piece[];
}

/** What it takes to turn the bytes of the records into texts and numbers. */
export interface Reading {
	decode: Decode;
	machine: Machine;
	littleEndian: boolean;
	warn: Warn;
}

// A very long string lies in segments declared as 255 bytes each, one for every 252 bytes of width.
const SEGMENT = 255;
const WIDTH_PER_SEGMENT = 252;

const NO_LABELS: SavVariable['valueLabels'] = new Map();

/**
 * Joins the segments of very long strings and gives every variable its long name. Value labels are empty.
 *
 * @param longNames, veryLong records 7/13 and 7/14, by key of the short name
 * A name that another variable has already, whatever its case, gets a number behind it, with a warning.
 *
 * @throws {SavError} corrupt if segments are missing
 */
export function makeColumns(
	records: VariableRecord[],
	longNames: Map<string, string>,
	veryLong: Map<string, string>,
	reading: Reading
): Column[] {
	const columns: Column[] = [];
	const names = new Set<string>();
	for (let i = 0; i < records.length;) {
		const record = records[i]!;
		const shortName = reading.decode(record.name);
		const width = widthOf(record, veryLong.get(keyOf(shortName)));
		const count = width > SEGMENT ? Math.ceil(width / WIDTH_PER_SEGMENT) : 1;
		const given = longNames.get(keyOf(shortName)) || shortName;
		const name = freeName(given, names);
		names.add(keyOf(name));
		if (name !== given)
			reading.warn(
				'names',
				`Two variables are called ${JSON.stringify(given)}; the second is read as ${name}.`
			);
		columns.push({
			variable: {
				name,
				label: reading.decode(record.label),
				type: width > 0 ? 'string' : 'numeric',
				width,
				valueLabels: NO_LABELS,
				missing: missingOf(record, reading)
			},
			pieces: piecesOf(records.slice(i, i + count), width, count)
		});
		i += count;
	}
	return columns;
}

/** `Region`, or `Region_2` where that is taken. */
function freeName(given: string, taken: Set<string>): string {
	let name = given;
	for (let number = 2; taken.has(keyOf(name)); number++) name = `${given}_${number}`;
	return name;
}

function widthOf(record: VariableRecord, veryLong: string | undefined): number {
	const width = Number(veryLong);
	if (!(width > SEGMENT)) return record.width; // some writers list shorter strings too
	if (!Number.isInteger(width) || record.width !== SEGMENT)
		throw fault(record, `expected the first 255 bytes of ${veryLong}, got width ${record.width}`);
	return width;
}

function piecesOf(segments: VariableRecord[], width: number, count: number): Piece[] {
	if (width === 0) return [{ slot: segments[0]!.slot, bytes: 8 }];
	let left = width;
	const pieces = segments.map((segment) => {
		const bytes = Math.min(segment.width, left);
		left -= bytes;
		return { slot: segment.slot, bytes };
	});
	if (left > 0 || segments.length < count)
		throw fault(
			segments[0]!,
			`expected ${count} segments for width ${width}, ${left} bytes are missing`
		);
	return pieces;
}

function missingOf(record: VariableRecord, reading: Reading): MissingRule | undefined {
	const { missing, missingCount, width } = record;
	if (missingCount === 0) return;
	if (width > 0) {
		if (missingCount < 0) throw fault(record, 'expected no missing range for a string');
		const values = Array.from({ length: missingCount }, (_, i) =>
			reading.decode(missing, 8 * i, 8 * i + Math.min(width, 8))
		);
		return { values };
	}
	const numbers = Array.from({ length: Math.abs(missingCount) }, (_, i) =>
		reading.littleEndian ? missing.readDoubleLE(8 * i) : missing.readDoubleBE(8 * i)
	);
	if (missingCount > 0) return { values: numbers };
	const { lowest, highest, sysmis } = reading.machine;
	const [low, high, ...values] = numbers as [number, number, ...number[]];
	return {
		values,
		range: {
			low: low === lowest || low === sysmis ? -Infinity : low,
			high: high === highest ? Infinity : high
		}
	};
}

function fault(record: VariableRecord, detail: string): SavError {
	return new SavError('corrupt', 'variable record', record.at, detail);
}
