import { closeSync, openSync, writeSync } from 'node:fs';
import { bytecode, plain, zsav, type Pack } from './sav-bytes-data.ts';
import { Fields } from './sav-bytes-fields.ts';
import { writeDictionary } from './sav-bytes-records.ts';

/** A number, a string, or null for system-missing. */
export type Value = number | string | null;

/** One variable of a file to be written. */
export interface VariableDescription {
	name: string;
	/** Bytes of a string; 0 or left out: a number. */
	width?: number;
	label?: string;
	/** Type, width, decimals as in the file: [5, 8, 2] is F8.2, [20, 11, 0] is DATE11. */
	format?: [number, number, number];
	missing?: { values?: (number | string)[]; range?: [number, number] };
	valueLabels?: [number | string, string][];
}

/** A system file to be written, for tests and benches. */
export interface FileDescription {
	variables: VariableDescription[];
	rows: Iterable<Value[]>;
	/** The number of cases the header gives; −1 for unknown. */
	cases: number;
	compression?: 'none' | 'bytecode' | 'zsav';
	littleEndian?: boolean;
	/** How texts are written. */
	encoding?: 'utf-8' | 'windows-1252' | 'iso-8859-15';
	/** How the file names its encoding: record 7/20, code page of record 7/3. Neither unless given here. */
	encodingName?: string;
	codePage?: number;
	/** Name of the weight variable. */
	weight?: string;
	fileLabel?: string;
}

/** Where the bytes go. `patch` overwrites what was appended before. */
export interface Sink {
	size: number;
	append(bytes: Uint8Array): void;
	patch(position: number, bytes: Uint8Array): void;
}

/** The whole file in memory. */
export function savBytes(description: FileDescription): Buffer {
	const parts: Uint8Array[] = [];
	const patches: [number, Uint8Array][] = [];
	const sink: Sink = {
		size: 0,
		append(bytes) {
			parts.push(Buffer.from(bytes));
			sink.size += bytes.length;
		},
		patch: (position, bytes) => patches.push([position, bytes])
	};
	writeTo(sink, description);
	const all = Buffer.concat(parts);
	for (const [position, bytes] of patches) all.set(bytes, position);
	return all;
}

/** The file on disk, row by row, so that it may be larger than memory. */
export function writeSav(path: string, description: FileDescription): void {
	const file = openSync(path, 'w');
	const sink: Sink = {
		size: 0,
		append(bytes) {
			for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
			sink.size += bytes.length;
		},
		patch: (position, bytes) => void writeSync(file, bytes, 0, bytes.length, position)
	};
	writeTo(sink, description);
	closeSync(file);
}

const PACKS: Record<NonNullable<FileDescription['compression']>, Pack> = {
	none: plain,
	bytecode,
	zsav
};

function writeTo(sink: Sink, description: FileDescription): void {
	const fields = new Fields(description);
	writeDictionary(fields, description);
	sink.append(fields.done());
	PACKS[description.compression ?? 'none'](sink, fields, description);
}
