import type { Layout } from './dictionary.ts';
import { SavError } from './error.ts';
import { rawCases } from './raw-cases.ts';
import type { ByteSource } from './source.ts';
import type { Column } from './variables.ts';

/** Some consecutive cases, column by column. */
export interface Batch {
	/** Number of the first case, from 0. */
	firstRow: number;
	/** Cases in the batch; at least 1. */
	rows: number;
	/** By variable name, in the order asked for. Numbers: NaN is system-missing. Strings: no trailing blanks. */
	columns: Map<string, Float64Array | string[]>;
}

export interface BatchOptions {
	/** Names of the variables wanted; all if left out. The others are not decoded. */
	variables?: string[];
	/** At most so many cases in a batch; fewer if 32 MB of raw data would not hold them. */
	rows?: number;
}

// Without a wish: batches of 8 MB. Inside of them pieces that stay in the processor's cache, since columns
// are cut out of cases.
const USUAL_BYTES = 1 << 23;
const MOST_BYTES = 1 << 25;
const PIECE_BYTES = 1 << 19;

// System-missing whatever the file says; a writer may have lost its last digits.
const LEAST = -1.79769e308;

/**
 * Reads the cases from first to last.
 *
 * @throws {RangeError} if there is no variable of a name asked for, or `rows` is not at least 1
 * @throws {SavError} while reading; the batches until then are right
 */
export function* readBatches(
	source: ByteSource,
	layout: Layout,
	options: BatchOptions = {}
): Generator<Batch, void, undefined> {
	const { slots, cases = Infinity } = layout;
	const columns = choose(layout.columns, options.variables);
	const rows = rowsPerBatch(columns, options.rows);
	if (layout.slots === 0) return; // files without variables exist; they have no cases either
	checkCases(source, layout);

	const pieceRows = Math.max(1, Math.min(rows, Math.floor(PIECE_BYTES / (slots * 8))));
	const piece = new Int32Array(pieceRows * slots * 2);
	const raw = rawCases(source, layout, wantedSlots(columns, slots));
	for (let firstRow = 0; firstRow < cases;) {
		const want = Math.min(rows, cases - firstRow);
		const takes = columns.map((column) => taker(column, layout, piece, want));
		let done = 0;
		while (done < want) {
			const asked = Math.min(pieceRows, want - done);
			const got = raw.fill(piece, asked);
			for (const { take } of takes) take(got, done);
			done += got;
			if (got < asked) break;
		}
		if (done < want && cases < Infinity) {
			const detail = `expected ${cases} cases, the data ends after ${firstRow + done}`;
			throw new SavError('truncated', 'data', source.size, detail);
		}
		if (done === 0) return;
		const found = takes.map(({ values }, i) => [columns[i]!.variable.name, values(done)] as const);
		yield { firstRow, rows: done, columns: new Map(found) };
		firstRow += done;
		if (done < want) return;
	}
}

function choose(columns: Column[], names: string[] | undefined): Column[] {
	if (!names) return columns;
	const byName = new Map(columns.map((column) => [column.variable.name, column]));
	return names.map((name) => {
		const found = byName.get(name);
		if (!found)
			throw new RangeError(`Expected the name of a variable, got ${JSON.stringify(name)}`);
		return found;
	});
}

function rowsPerBatch(columns: Column[], rows: number | undefined): number {
	if (rows !== undefined && !(rows >= 1))
		throw new RangeError(`Expected at least 1 row, got ${rows}`);
	const bytes = columns.reduce((sum, { variable }) => sum + Math.max(8, variable.width), 8);
	const most = (rows === undefined ? USUAL_BYTES : MOST_BYTES) / bytes;
	return Math.max(1, Math.floor(Math.min(rows ?? Infinity, most)));
}

/** A wrong number of cases is noticed before reading, where a case has a least size. */
function checkCases(source: ByteSource, layout: Layout): void {
	const { cases = 0, slots, compression, dataStart } = layout;
	const least = { none: 8 * slots, bytecode: slots, zsav: 0 }[compression];
	if (cases * least <= source.size - dataStart) return;
	const detail = `expected ${cases} cases of ${least} bytes or more, the file ends at ${source.size}`;
	throw new SavError('truncated', 'data', dataStart, detail);
}

function wantedSlots(columns: Column[], slots: number): Uint8Array {
	const wanted = new Uint8Array(slots);
	for (const { slot, bytes } of columns.flatMap(({ pieces }) => pieces))
		wanted.fill(1, slot, slot + Math.ceil(bytes / 8));
	return wanted;
}

/** Collects one column of a batch out of pieces of raw cases. */
interface Taker {
	/** Takes the first `rows` cases of the piece; they are the batch's cases from `row` on. */
	take(rows: number, row: number): void;
	values(rows: number): Float64Array | string[];
}

function taker(column: Column, layout: Layout, piece: Int32Array, rows: number): Taker {
	return column.variable.type === 'numeric'
		? numberTaker(column, layout, piece, rows)
		: stringTaker(column, layout, piece);
}

function numberTaker(column: Column, layout: Layout, piece: Int32Array, rows: number): Taker {
	const { slots, littleEndian, sysmis } = layout;
	const view = new DataView(piece.buffer);
	const start = column.pieces[0]!.slot * 8;
	const values = new Float64Array(rows);
	return {
		take(count, row) {
			for (let i = 0, at = start; i < count; i++, at += slots * 8) {
				const value = view.getFloat64(at, littleEndian);
				values[row + i] = value === sysmis || value < LEAST ? NaN : value;
			}
		},
		values: (count) => (count < rows ? values.slice(0, count) : values)
	};
}

function stringTaker({ variable, pieces }: Column, layout: Layout, piece: Int32Array): Taker {
	const { slots, decode } = layout;
	const bytes = Buffer.from(piece.buffer);
	const joined = Buffer.alloc(variable.width);
	const [first] = pieces;
	const values: string[] = [];
	return {
		take(count) {
			for (let i = 0; i < count; i++) {
				const at = i * slots * 8;
				if (pieces.length === 1) {
					const start = at + first!.slot * 8;
					values.push(decode(bytes, start, start + first!.bytes));
					continue;
				}
				let length = 0;
				for (const { slot, bytes: some } of pieces)
					length += bytes.copy(joined, length, at + slot * 8, at + slot * 8 + some);
				values.push(decode(joined));
			}
		},
		values: () => values
	};
}
