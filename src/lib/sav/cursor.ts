import { SavError, type SavErrorCode } from './error.ts';
import type { ByteSource } from './source.ts';

const WINDOW = 1 << 16;

// A dictionary of 900 variables with all its labels keeps half a megabyte of text. Every text also costs an
// object, and a hostile file may not ask for more of both than this.
const MOST_KEPT = 1 << 25;
const OBJECT_BYTES = 32;
const EMPTY = Buffer.alloc(0);

/**
 * Reads the fields of a record one after the other, in the file's byte order.
 *
 * Every length is checked against what is left before any memory is asked for; a fault becomes a SavError
 * that names the record and the byte.
 */
export class Cursor {
	/** Name of the record being read, for error messages. */
	record: string;
	/** Byte in the file that is read next. */
	position: number;
	readonly end: number;
	readonly littleEndian: boolean;
	#source: ByteSource;
	#window = new Uint8Array(0);
	#view = new DataView(this.#window.buffer);
	#windowStart = 0;
	#kept = 0;

	/** @param start, end bytes of the file this cursor may read, end excluded */
	constructor(
		source: ByteSource,
		record: string,
		littleEndian: boolean,
		start = 0,
		end = source.size
	) {
		this.#source = source;
		this.record = record;
		this.littleEndian = littleEndian;
		this.position = start;
		this.end = end;
	}

	get left(): number {
		return this.end - this.position;
	}

	/** The error for this place; `at` when the fault lies before the current position. */
	error(code: SavErrorCode, detail: string, at = this.position): SavError {
		return new SavError(code, this.record, at, detail);
	}

	/** An int32 that counts something: at least 0, and with room for that many times `size` bytes. */
	count(what: string, size: number): number {
		const at = this.position;
		const count = this.int32();
		if (count < 0) throw this.error('corrupt', `expected a number of ${what}, got ${count}`, at);
		this.#expect(count * size, `${count} ${what}`, at);
		return count;
	}

	int32(): number {
		const at = this.#take(4);
		return this.#view.getInt32(at, this.littleEndian);
	}

	/** An int64 as a number; positions past 2^53 lose digits, but then they are past any file too. */
	int64(): number {
		const at = this.#take(8);
		return Number(this.#view.getBigInt64(at, this.littleEndian));
	}

	float64(): number {
		const at = this.#take(8);
		return this.#view.getFloat64(at, this.littleEndian);
	}

	uint8(): number {
		const at = this.#take(1);
		return this.#view.getUint8(at);
	}

	/** A copy of the next bytes, to keep. */
	bytes(length: number): Buffer {
		if (length === 0) return EMPTY;
		this.#expect(length, `${length} bytes`);
		this.#kept += length + OBJECT_BYTES;
		if (this.#kept > MOST_KEPT)
			throw this.error('too_large', `expected at most ${MOST_KEPT} bytes of dictionary`);
		const start = this.#take(length);
		return Buffer.from(this.#window.subarray(start, start + length));
	}

	/** Integers to keep. */
	int32s(count: number): number[] {
		const bytes = this.bytes(4 * count);
		return Array.from({ length: count }, (_, i) =>
			this.littleEndian ? bytes.readInt32LE(4 * i) : bytes.readInt32BE(4 * i)
		);
	}

	skip(length: number): void {
		this.#expect(length, `${length} bytes`);
		this.position += length;
	}

	#expect(length: number, what: string, at = this.position): void {
		if (length >= 0 && length <= this.left) return;
		const code = this.end === this.#source.size ? 'truncated' : 'corrupt';
		const where = code === 'truncated' ? 'the file' : 'the record';
		throw this.error(code, `expected ${what}, but ${where} ends after ${this.left}`, at);
	}

	/** Makes sure the next bytes are in the window, and steps over them; returns their place in it. */
	#take(length: number): number {
		this.#expect(length, `${length} bytes`);
		if (this.position + length > this.#windowStart + this.#window.length) this.#refill(length);
		const start = this.position - this.#windowStart;
		this.position += length;
		return start;
	}

	#refill(length: number): void {
		this.#window = new Uint8Array(Math.min(Math.max(length, WINDOW), this.left));
		this.#view = new DataView(this.#window.buffer);
		this.#windowStart = this.position;
		const read = this.#source.read(this.position, this.#window);
		if (read < this.#window.length)
			throw this.error('truncated', `expected ${this.#window.length} bytes, the file gave ${read}`);
	}
}
