import type { Cursor } from './cursor.ts';

/** A variable as its record has it; a very long string is several of these. */
export interface VariableRecord {
	/** Byte the record starts at. */
	at: number;
	/** 0: a number; else the bytes of a string, up to 255. */
	width: number;
	/** Place of its first 8-byte element in a case, from 0. */
	slot: number;
	/** Elements it takes; more than one for strings over 8 bytes. */
	slots: number;
	name: Buffer;
	label: Buffer;
	/** 0 to 3: that many values; −2: a range; −3: a range and a value. */
	missingCount: number;
	/** 8 bytes each. */
	missing: Buffer;
}

/** One set of value labels, and the variables it belongs to. */
export interface LabelRecord {
	at: number;
	labels: { value: Buffer; label: Buffer }[];
	/** Slots of the variables, from 1. */
	slots: number[];
}

/** Where in the file the content of an extension record lies, end excluded. */
interface Extension {
	start: number;
	end: number;
}

export interface Records {
	variables: VariableRecord[];
	labels: LabelRecord[];
	/** By subtype, the known ones; of several with one subtype the last. */
	extensions: Map<number, Extension>;
	/** 8-byte elements in a case. */
	slots: number;
	dataStart: number;
}

// Every variable costs objects, and more of them with every batch; no survey comes near this number.
const MOST_VARIABLES = 1 << 16;

// Machine, long names, very long strings, encoding, labels and missing values of long strings. The others
// are about looks, multiple responses, attributes of variables.
const EXTENSIONS = new Set([3, 4, 13, 14, 20, 21, 22]);

/**
 * Reads all records between the file header and the data, without decoding any text: the record that
 * names the encoding comes near the end.
 *
 * @throws {SavError} truncated, corrupt, too_large
 */
export function readRecords(cursor: Cursor): Records {
	const records: Records = {
		variables: [],
		labels: [],
		extensions: new Map(),
		slots: 0,
		dataStart: 0
	};
	for (;;) {
		cursor.record = 'record type';
		const at = cursor.position;
		const type = cursor.int32();
		switch (type) {
			case 2:
				readVariable(cursor, at, records);
				break;
			case 3:
				readLabels(cursor, at, records);
				break;
			case 6:
				cursor.record = 'document record';
				cursor.skip(80 * cursor.count('document lines', 80));
				break;
			case 7:
				readExtension(cursor, records);
				break;
			case 999:
				cursor.record = 'dictionary end record';
				cursor.skip(4);
				checkWidths(cursor, records);
				records.dataStart = cursor.position;
				return records;
			default:
				throw cursor.error('corrupt', `expected 2, 3, 6, 7 or 999, got ${type}`, at);
		}
	}
}

function readVariable(cursor: Cursor, at: number, records: Records): void {
	cursor.record = 'variable record';
	const width = cursor.int32();
	const hasLabel = cursor.int32();
	const missingCount = cursor.int32();
	cursor.skip(8); // the print and write formats
	const name = cursor.bytes(width === -1 ? 0 : 8); // a continuation has none
	cursor.skip(8 - name.length);
	if (width < -1 || width > 255)
		throw cursor.error('corrupt', `expected a width from −1 to 255, got ${width}`, at + 4);
	if (hasLabel !== 0 && hasLabel !== 1)
		throw cursor.error('corrupt', `expected 0 or 1 labels, got ${hasLabel}`, at + 8);
	if (![0, 1, 2, 3, -2, -3].includes(missingCount))
		throw cursor.error('corrupt', `expected 0 to 3, −2 or −3 values, got ${missingCount}`, at + 12);
	const label = cursor.bytes(hasLabel ? cursor.count('bytes of label', 1) : 0);
	cursor.skip(-label.length & 3); // filled up to whole 4 bytes
	const missing = cursor.bytes(8 * Math.abs(missingCount));
	const slot = records.slots++;
	const before = records.variables.at(-1);
	if (width === -1) {
		if (!before) throw cursor.error('corrupt', 'expected a variable before its continuation', at);
		before.slots++;
		return;
	}
	if (records.variables.length === MOST_VARIABLES)
		throw cursor.error('too_large', `expected at most ${MOST_VARIABLES} variables`, at);
	records.variables.push({ at, width, slot, slots: 1, name, label, missingCount, missing });
}

/** A string over 8 bytes is continued by dummy records, one for every further 8 bytes. */
function checkWidths(cursor: Cursor, records: Records): void {
	cursor.record = 'variable record';
	for (const { at, width, slots } of records.variables) {
		const expected = Math.max(1, Math.ceil(width / 8));
		if (slots !== expected)
			throw cursor.error(
				'corrupt',
				`expected ${expected - 1} continuations for width ${width}, got ${slots - 1}`,
				at
			);
	}
}

function readLabels(cursor: Cursor, at: number, records: Records): void {
	cursor.record = 'value label record';
	const labels: LabelRecord['labels'] = [];
	// 8 bytes of value, 1 of length, 7 of text at least
	for (let left = cursor.count('value labels', 16); left > 0; left--) {
		const value = cursor.bytes(8);
		const label = cursor.bytes(cursor.uint8());
		cursor.skip(7 - (label.length & 7)); // length byte and text fill whole 8 bytes
		labels.push({ value, label });
	}
	const typeAt = cursor.position;
	const type = cursor.int32();
	if (type !== 4)
		throw cursor.error('corrupt', `expected record 4, the labelled variables, got ${type}`, typeAt);
	const slots = cursor.int32s(cursor.count('labelled variables', 4));
	// A file of empty records could otherwise take many times its size.
	if (labels.length > 0 && slots.length > 0) records.labels.push({ at, labels, slots });
}

function readExtension(cursor: Cursor, records: Records): void {
	const subtype = cursor.int32();
	cursor.record = `extension record 7/${subtype}`;
	const size = cursor.int32();
	if (size < 0) throw cursor.error('corrupt', `expected a size, got ${size}`, cursor.position - 4);
	const length = size * cursor.count('elements', size);
	if (EXTENSIONS.has(subtype))
		records.extensions.set(subtype, { start: cursor.position, end: cursor.position + length });
	cursor.skip(length);
}
