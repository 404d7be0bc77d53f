import type { Cursor } from './cursor.ts';
import type { Decode } from './encoding.ts';
import type { Warn } from './warning.ts';

/** The numbers with a meaning of their own, and the code page (records 7/3 and 7/4). */
export interface Machine {
	codePage: number | undefined;
	/** The number that stands for system-missing. */
	sysmis: number;
	lowest: number;
	highest: number;
}

/** Finds the content of an extension record; undefined if the file has none of that subtype. */
export type Open = (subtype: number) => Cursor | undefined;

// System-missing is the least of all numbers, LOWEST the one after it.
const LOWEST = -1.7976931348623155e308;
// Some writers lose digits of it; no answer is a number of 308 digits.
const HUGE = 1e300;

/** @throws {SavError} unsupported for the floating point formats of IBM/370 and VAX */
export function readMachine(open: Open, warn: Warn): Machine {
	const machine: Machine = {
		codePage: undefined,
		sysmis: -Number.MAX_VALUE,
		lowest: LOWEST,
		highest: Number.MAX_VALUE
	};
	const integers = open(3);
	if (integers) {
		integers.skip(16); // version and machine
		const representation = integers.int32();
		if (representation === 2 || representation === 3)
			throw integers.error('unsupported', `expected IEEE numbers (1), got ${representation}`);
		integers.skip(8);
		machine.codePage = integers.int32();
	}
	const floats = open(4);
	if (floats) {
		const [sysmis, highest, lowest] = [floats.float64(), floats.float64(), floats.float64()];
		if (sysmis < -HUGE) machine.sysmis = sysmis;
		else
			warn(
				'sysmis',
				`The file says that ${sysmis} is system-missing; only the least of all numbers is.`
			);
		if (highest > HUGE) machine.highest = highest;
		if (lowest < -HUGE) machine.lowest = lowest;
	}
	return machine;
}

/** Names compare without regard to case. */
export const keyOf = (name: string) => name.toLowerCase();

// As many as there can be variables.
const MOST_PAIRS = 1 << 16;

/**
 * A record of `SHORT=value` pairs, each ended by a tab: long names (7/13), very long strings (7/14).
 *
 * @returns by the key of the short name; what has no "=" is skipped
 */
export function readPairs(cursor: Cursor | undefined, decode: Decode): Map<string, string> {
	const pairs = new Map<string, string>();
	for (const pair of cursor ? decode(cursor.bytes(cursor.left)).split('\t', MOST_PAIRS) : []) {
		const equals = pair.indexOf('=');
		if (equals < 0) continue;
		pairs.set(keyOf(pair.slice(0, equals)), pair.slice(equals + 1).replace(/[ \0]+$/, ''));
	}
	return pairs;
}

/**
 * Value labels of strings over 8 bytes (record 7/21).
 *
 * @returns by the key of the variable's long name
 */
export function readLongLabels(
	cursor: Cursor | undefined,
	decode: Decode
): Map<string, Map<string, string>> {
	const sets = new Map<string, Map<string, string>>();
	while (cursor && cursor.left > 0) {
		const name = readText(cursor, decode);
		cursor.skip(4); // the variable's width, known from its own record
		const labels = new Map<string, string>();
		for (let left = cursor.count('value labels', 8); left > 0; left--)
			labels.set(readText(cursor, decode), readText(cursor, decode));
		sets.set(keyOf(name), labels);
	}
	return sets;
}

/**
 * Missing values of strings over 8 bytes (record 7/22); only their first 8 bytes can be other than blank.
 *
 * @returns by the key of the variable's long name
 */
export function readLongMissing(cursor: Cursor | undefined, decode: Decode): Map<string, string[]> {
	const rules = new Map<string, string[]>();
	while (cursor && cursor.left > 0) {
		const name = readText(cursor, decode);
		const count = cursor.uint8();
		if (count < 1 || count > 3)
			throw cursor.error(
				'corrupt',
				`expected 1 to 3 missing values, got ${count}`,
				cursor.position - 1
			);
		const length = cursor.count('bytes of missing value', count);
		const values: string[] = [];
		for (let i = 0; i < count; i++) {
			let value = cursor.bytes(length);
			// Old PSPP repeated the length before every value.
			if (i > 0 && length === 8 && isLength(value))
				value = Buffer.concat([value.subarray(4), cursor.bytes(4)]);
			values.push(decode(value));
		}
		rules.set(keyOf(name), values);
	}
	return rules;
}

/** Whether bytes that should be text begin with an int32 of 8. */
function isLength(bytes: Buffer): boolean {
	return bytes.readInt32LE() === 8 || bytes.readInt32BE() === 8;
}

function readText(cursor: Cursor, decode: Decode): string {
	return decode(cursor.bytes(cursor.count('bytes of text', 1)));
}
