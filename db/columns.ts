/*
 * A column of a respondent file as it is kept: one number a respondent, in the narrowest array that
 * holds them all. Answers are small whole numbers, so a question of 45,000 people takes 45 kB.
 */

export const kinds = ['u8', 'i16', 'f64'] as const;
export type ColumnKind = (typeof kinds)[number];

/** What stands for "no value" in each kind; NaN in the last. */
export const noValue = { u8: 255, i16: -32768, f64: NaN };

export type ColumnValues = Uint8Array | Int16Array | Float64Array;

/** A column that is being filled. */
export interface GrowingColumn {
	kind: ColumnKind;
	/** As long as `room`; what lies behind `rows` is not filled yet. */
	values: ColumnValues;
	rows: number;
}

const arrays = { u8: Uint8Array, i16: Int16Array, f64: Float64Array };

/** @param room rows expected; more are taken too */
export const emptyColumn = (room: number): GrowingColumn => ({
	kind: 'u8',
	values: new Uint8Array(Math.max(room, 1)),
	rows: 0
});

/** Puts values behind those that are there; NaN is none. The column widens when one does not fit. */
export function append(column: GrowingColumn, values: Float64Array): void {
	const until = column.rows + values.length;
	if (column.kind === 'u8' && until <= column.values.length && appendAnswers(column, values))
		return;
	const kind = widest(column.kind, kindOf(values));
	if (kind !== column.kind || until > column.values.length)
		rebuild(column, kind, until > column.values.length ? 2 * until : column.values.length);
	const empty = noValue[column.kind];
	const target = column.values;
	for (let i = 0; i < values.length; i++) {
		const value = values[i]!;
		target[column.rows + i] = Number.isNaN(value) ? empty : value;
	}
	column.rows = until;
}

/**
 * The usual case in one pass: answers into a column of answers.
 *
 * @returns false, and the column as it was, if a value does not fit
 */
function appendAnswers(column: GrowingColumn, values: Float64Array): boolean {
	const { values: target, rows } = column;
	for (let i = 0; i < values.length; i++) {
		const value = values[i]!;
		const whole = value | 0;
		if (whole === value && whole >= 0 && whole < noValue.u8) target[rows + i] = whole;
		else if (Number.isNaN(value)) target[rows + i] = noValue.u8;
		else return false;
	}
	column.rows = rows + values.length;
	return true;
}

/** The narrowest kind that holds all values exactly, minus nought as nought. */
function kindOf(values: Float64Array): ColumnKind {
	let kind: ColumnKind = 'u8';
	for (const value of values) {
		if (Number.isNaN(value) || (value >= 0 && value < noValue.u8 && Number.isInteger(value)))
			continue;
		if (!Number.isInteger(value) || Math.abs(value) > 32767) return 'f64';
		kind = 'i16';
	}
	return kind;
}

const widest = (a: ColumnKind, b: ColumnKind): ColumnKind =>
	kinds.indexOf(a) > kinds.indexOf(b) ? a : b;

function rebuild(column: GrowingColumn, kind: ColumnKind, room: number): void {
	const [before, empty] = [column.values, noValue[column.kind]];
	const values = new arrays[kind](room);
	for (let row = 0; row < column.rows; row++) {
		const value = before[row]!;
		values[row] = value === empty ? noValue[kind] : value;
	}
	column.kind = kind;
	column.values = values;
}

/** The filled part as bytes, in the order of this machine: the file never leaves it. */
export const bytesOf = ({ values, rows }: GrowingColumn): Uint8Array =>
	new Uint8Array(values.buffer, values.byteOffset, rows * values.BYTES_PER_ELEMENT);

/**
 * A column from the bytes it was kept as.
 *
 * @throws {RangeError} if they are no whole number of values
 */
export function valuesOf(kind: ColumnKind, bytes: Uint8Array): ColumnValues {
	const { BYTES_PER_ELEMENT: size } = arrays[kind];
	if (bytes.byteLength % size !== 0)
		throw new RangeError(`Expected whole values of ${size} bytes, got ${bytes.byteLength} bytes`);
	// Wider values have to begin at a multiple of their size, and a driver's buffer may begin anywhere.
	const own = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
	return new arrays[kind](own.buffer as ArrayBuffer, own.byteOffset, own.byteLength / size);
}
