import { Cursor } from './cursor.ts';
import {
	asciiOnly,
	decoderOf,
	decoderOfName,
	decodeWith,
	encodingOf,
	utf8Or1252,
	type Decode
} from './encoding.ts';
import {
	keyOf,
	readLongLabels,
	readLongMissing,
	readMachine,
	readPairs,
	type Open
} from './extensions.ts';
import { readHeader, type Compression, type Header } from './header.ts';
import { addLabels } from './labels.ts';
import { readRecords, type Records } from './records.ts';
import type { ByteSource } from './source.ts';
import { makeColumns, type Column, type Reading, type SavVariable } from './variables.ts';
import { warningsOf, type SavWarning, type Warn } from './warning.ts';

/** What a file says about its data. */
export interface SavDictionary {
	/** In the file's order; a very long string is one variable. */
	variables: SavVariable[];
	/** Name of the weight variable; undefined if the file is not weighted. */
	weight: string | undefined;
	/** undefined if the writer did not know: then the cases have to be counted while reading. */
	cases: number | undefined;
	compression: Compression;
	endianness: 'little' | 'big';
	/** As the Encoding Standard names it: 'utf-8', 'windows-1252'; 'us-ascii' where it is not known here. */
	encoding: string;
	/** '' if it has none. */
	fileLabel: string;
	/** The program that wrote the file, as it calls itself. */
	productName: string;
	/** What was read otherwise than the file says; reading the data may add to it. */
	warnings: SavWarning[];
}

/** Where and how the data part lies in the file. */
export interface Layout {
	columns: Column[];
	/** 8-byte elements in a case. */
	slots: number;
	dataStart: number;
	littleEndian: boolean;
	compression: Compression;
	cases: number | undefined;
	bias: number;
	sysmis: number;
	decode: Decode;
}

/**
 * Reads everything before the data.
 *
 * @param encoding for files that name a wrong one, or none; a label TextDecoder knows
 * @throws {SavError}
 * @throws {RangeError} if `encoding` is not known
 */
export function readDictionary(
	source: ByteSource,
	encoding?: string
): { dictionary: SavDictionary; layout: Layout } {
	const { header, cursor } = readHeader(source);
	const { littleEndian } = cursor;
	const records = readRecords(cursor);
	const open: Open = (subtype) => {
		const found = records.extensions.get(subtype);
		const record = `extension record 7/${subtype}`;
		return found && new Cursor(source, record, littleEndian, found.start, found.end);
	};

	const { warnings, warn } = warningsOf();
	const machine = readMachine(open, warn);
	const decoder = chooseDecoder(open, machine.codePage, encoding, warn);
	const decode = decodeWith(decoder);
	const columns = readColumns(records, open, { decode, machine, littleEndian, warn });
	const dictionary: SavDictionary = {
		variables: columns.map(({ variable }) => variable),
		weight: weightOf(header, columns, warn),
		cases: header.cases,
		compression: header.compression,
		endianness: littleEndian ? 'little' : 'big',
		encoding: decoder.encoding,
		fileLabel: decode(header.fileLabel),
		productName: decode(header.productName),
		warnings
	};
	const { slots, dataStart } = records;
	const { compression, cases, bias } = header;
	const { sysmis } = machine;
	const layout = {
		columns,
		slots,
		dataStart,
		littleEndian,
		compression,
		cases,
		bias,
		sysmis,
		decode
	};
	return { dictionary, layout };
}

/** By the caller's wish, else by the name in the file (record 7/20), else by its code page (7/3). */
function chooseDecoder(
	open: Open,
	codePage: number | undefined,
	wish: string | undefined,
	warn: Warn
): TextDecoder {
	const cursor = open(20);
	const name = cursor?.bytes(cursor.left).toString('latin1').replace(/\0/g, '').trim();
	if (wish !== undefined) {
		const wished = decoderOfName(wish);
		if (wished) return wished;
		throw new RangeError(`Expected an encoding TextDecoder knows, got ${JSON.stringify(wish)}`);
	}
	const encoding = name || encodingOf(codePage);
	const decoder = name ? decoderOfName(name) : decoderOf(encoding);
	if (decoder) return decoder.encoding === 'utf-8' ? utf8Or1252(warn) : decoder;
	const given = name ? JSON.stringify(name) : `code page ${codePage}`;
	warn(
		'encoding',
		`The encoding of the file, ${given}, is not known here; only ASCII letters are read.`
	);
	return asciiOnly;
}

function readColumns(records: Records, open: Open, reading: Reading): Column[] {
	const { decode } = reading;
	const columns = makeColumns(
		records.variables,
		readPairs(open(13), decode),
		readPairs(open(14), decode),
		reading
	);
	addLabels(columns, records.labels, reading);
	const longLabels = readLongLabels(open(21), decode);
	const longMissing = readLongMissing(open(22), decode);
	for (const { variable } of columns) {
		if (variable.type !== 'string') continue;
		const key = keyOf(variable.name);
		variable.valueLabels = longLabels.get(key) ?? variable.valueLabels;
		const values = longMissing.get(key);
		if (values) variable.missing = { values };
	}
	return columns;
}

function weightOf({ weightIndex }: Header, columns: Column[], warn: Warn): string | undefined {
	if (weightIndex === 0) return;
	const found = columns.find(({ pieces }) => pieces[0]!.slot === weightIndex - 1);
	if (found?.variable.type === 'numeric') return found.variable.name;
	warn(
		'weight',
		`The file names place ${weightIndex} as its weight, where no number stands; it is read as unweighted.`
	);
	return undefined;
}
