import { Cursor } from './cursor.ts';
import { SavError, type SavErrorCode } from './error.ts';
import { otherFormat, TELLING_BYTES } from './other-format.ts';
import type { ByteSource } from './source.ts';

/** How the data part is packed: not at all, one command byte per value, or that once more deflated. */
export type Compression = 'none' | 'bytecode' | 'zsav';

/** The first 176 bytes of the file. Texts are still bytes: the encoding is known only later. */
export interface Header {
	productName: Buffer;
	compression: Compression;
	/** Place of the weight variable, from 1, counted in 8-byte elements; 0: not weighted. */
	weightIndex: number;
	/** undefined: the writer did not know, the data ends where the file ends. */
	cases: number | undefined;
	/** A command byte b from 1 to 251 stands for the number b − bias; 100 in all known files. */
	bias: number;
	fileLabel: Buffer;
}

const HEADER_BYTES = 176;
const LAYOUT_AT = 64;
const COMPRESSIONS: Compression[] = ['none', 'bytecode', 'zsav'];

/**
 * Reads the file header.
 *
 * @returns the header, and a cursor in the file's byte order that stands behind it
 * @throws {SavError} not_sav for anything that does not begin like a system file
 *
 * Layout of all records: PSPP developer's guide, "System File Format".
 */
export function readHeader(source: ByteSource): { header: Header; cursor: Cursor } {
	const cursor = new Cursor(source, 'file header', isLittleEndian(source));
	cursor.skip(4);
	const productName = cursor.bytes(60);
	cursor.skip(8); // layout code, known by now, and a case size that many writers get wrong
	const compression = COMPRESSIONS[cursor.int32()];
	if (!compression)
		throw cursor.error('unsupported', 'expected compression 0, 1 or 2', cursor.position - 4);
	const weightIndex = cursor.int32();
	const cases = cursor.int32();
	if (cases < -1)
		throw cursor.error('corrupt', `expected −1 or more cases, got ${cases}`, cursor.position - 4);
	const bias = cursor.float64();
	if (!Number.isFinite(bias))
		throw cursor.error('corrupt', `expected a number as bias, got ${bias}`, cursor.position - 8);
	cursor.skip(17); // date and time of writing
	const fileLabel = cursor.bytes(64);
	cursor.skip(3);
	return {
		header: {
			productName,
			compression,
			weightIndex,
			cases: cases === -1 ? undefined : cases,
			bias,
			fileLabel
		},
		cursor
	};
}

/** The layout code is 2 or 3 when read in the right byte order. */
function isLittleEndian(source: ByteSource): boolean {
	const start = Buffer.alloc(TELLING_BYTES);
	const length = source.read(0, start);
	const magic = start.toString('latin1', 0, Math.min(4, length));
	if (magic !== '$FL2' && magic !== '$FL3') {
		const kind = otherFormat(start.subarray(0, length));
		const detail = `expected "$FL2" or "$FL3", got ${JSON.stringify(magic)}`;
		throw fault('not_sav', 0, kind ? `${detail}: this is ${kind}` : detail, kind);
	}
	if (source.size < HEADER_BYTES)
		throw fault('truncated', source.size, `expected ${HEADER_BYTES} bytes, got ${source.size}`);
	const codes = [start.readInt32LE(LAYOUT_AT), start.readInt32BE(LAYOUT_AT)];
	const found = codes.findIndex((code) => code === 2 || code === 3);
	if (found < 0) throw fault('not_sav', LAYOUT_AT, `expected layout code 2 or 3, got ${codes[0]}`);
	return found === 0;
}

function fault(code: SavErrorCode, offset: number, detail: string, format?: string): SavError {
	return new SavError(code, 'file header', offset, detail, { format });
}
