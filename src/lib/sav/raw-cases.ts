import { SavError } from './error.ts';
import type { Layout } from './dictionary.ts';
import { streamFrom, type ByteSource, type ByteStream } from './source.ts';
import { zsavStream } from './zsav.ts';

/**
 * Cases as the uncompressed form of the file has them: 8 bytes an element, in the file's byte order.
 *
 * `fill` writes up to `cases` whole cases to the start of `target` and returns how many there were; fewer
 * only where the data ends. Elements that are not wanted keep what was there.
 */
export interface RawCases {
	fill(target: Int32Array, cases: number): number;
}

/** @param wanted by slot: 1 for the elements that will be looked at */
export function rawCases(source: ByteSource, layout: Layout, wanted: Uint8Array): RawCases {
	const { compression, dataStart, littleEndian } = layout;
	if (compression === 'zsav')
		return bytecodeCases(
			zsavStream(source, dataStart, littleEndian, mostBytes(layout)),
			layout,
			wanted
		);
	const stream = streamFrom(source, dataStart);
	return compression === 'none'
		? plainCases(stream, layout)
		: bytecodeCases(stream, layout, wanted);
}

/** A command and its 8 bytes for each element, and what writers pad the end with. */
const mostBytes = ({ cases, slots }: Layout): number =>
	cases === undefined ? Infinity : 9 * cases * slots + (1 << 16);

function plainCases(stream: ByteStream, { slots }: Layout): RawCases {
	return {
		fill(target, cases) {
			const bytes = new Uint8Array(target.buffer, target.byteOffset, cases * slots * 8);
			const read = stream.read(bytes);
			if (read % (slots * 8) !== 0) throw endsInside(stream);
			return read / (slots * 8);
		}
	};
}

const BUFFER_BYTES = 1 << 18;
const END = 252;
const LITERAL = 253;
const BLANKS = 254;
const SYSMIS = 255;

/**
 * Undoes the bytecode compression: eight command bytes, then the 8-byte literals they ask for.
 *
 * Elements are copied as pairs of int32, because a string read as a float64 may come out as another NaN.
 */
function bytecodeCases(stream: ByteStream, layout: Layout, wanted: Uint8Array): RawCases {
	const { slots } = layout;
	const meaning = meanings(layout);
	const bytes = new Uint8Array(BUFFER_BYTES);
	const words = new Int32Array(bytes.buffer);
	const commands = new Uint8Array(8);
	let next = 8; // of the commands
	let position = 0; // of the buffer; commands and literals keep it a multiple of 8
	let length = 0;
	let ended = false;
	let cut = false;

	/** Fills the buffer again; false at the end of the data. */
	function refill(): boolean {
		// Half a group can only be the last one, and then the file has lost the rest of it.
		if (cut) throw endsInside(stream);
		const read = stream.read(bytes);
		cut = read % 8 !== 0;
		position = 0;
		length = read - (read % 8);
		return length > 0 || (cut && refill());
	}

	return {
		fill(target, cases) {
			const elements = cases * slots;
			let slot = 0;
			let element = 0;
			while (element < elements && !ended) {
				if (next === 8) {
					if (position === length && !refill()) break;
					for (next = 0; next < 8; next++) commands[next] = bytes[position + next]!;
					position += 8;
					next = 0;
				}
				const command = commands[next++]!;
				if (command === LITERAL) {
					if (position === length && !refill()) throw endsInside(stream);
					if (wanted[slot]) {
						target[element << 1] = words[position >> 2]!;
						target[(element << 1) + 1] = words[(position >> 2) + 1]!;
					}
					position += 8;
				} else if (command === 0) {
					continue;
				} else if (command === END) {
					ended = true;
					break;
				} else if (wanted[slot]) {
					target[element << 1] = meaning[command << 1]!;
					target[(element << 1) + 1] = meaning[(command << 1) + 1]!;
				}
				element++;
				if (++slot === slots) slot = 0;
			}
			if (slot !== 0) throw endsInside(stream);
			return element / slots;
		}
	};
}

/** The 8 bytes that a command stands for, as two int32 each, in the file's byte order. */
function meanings({ bias, sysmis, littleEndian }: Layout): Int32Array {
	const meaning = new Float64Array(256);
	const view = new DataView(meaning.buffer);
	for (let command = 1; command < END; command++)
		view.setFloat64(command * 8, command - bias, littleEndian);
	view.setFloat64(SYSMIS * 8, sysmis, littleEndian);
	new Uint8Array(meaning.buffer).fill(0x20, BLANKS * 8, BLANKS * 8 + 8);
	return new Int32Array(meaning.buffer);
}

function endsInside(stream: ByteStream): SavError {
	return new SavError(
		'truncated',
		'data',
		stream.offset(),
		'expected a whole case, the data ends inside one'
	);
}
