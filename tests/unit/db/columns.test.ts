import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, bytesOf, emptyColumn, valuesOf } from '#db/columns.ts';

/* The columns in which the values of respondents are kept. */

test('Values come back as they were kept, whatever their size, however they came', () => {
	const value = fc.oneof(
		fc.integer({ min: 0, max: 254 }),
		fc.integer({ min: -32767, max: 32767 }),
		fc.double({ noNaN: true }),
		fc.constantFrom(NaN, 255, -32768, 32768, -0)
	);
	fc.assert(
		fc.property(fc.array(fc.array(value)), fc.nat({ max: 4 }), (batches, room) => {
			const column = emptyColumn(room);
			for (const batch of batches) append(column, Float64Array.from(batch));
			const stored = valuesOf(column.kind, bytesOf(column));
			const empty = { u8: 255, i16: -32768, f64: NaN }[column.kind];
			const read = [...stored].map((each) => (each === empty ? NaN : each + 0));
			expect(read).toEqual(batches.flat().map((each) => each + 0));
		})
	);
});

test('Answers take a byte each, weights eight', () => {
	const kindOf = (...values: number[]) => {
		const column = emptyColumn(1);
		append(column, Float64Array.from(values));
		return column.kind;
	};
	expect([kindOf(1, 9, NaN), kindOf(1, 300), kindOf(-1), kindOf(0.5), kindOf(40000)]).toEqual([
		'u8',
		'i16',
		'i16',
		'f64',
		'f64'
	]);
	expect(() => valuesOf('f64', new Uint8Array(12))).toThrow(RangeError);
	// A driver's buffer may begin anywhere.
	const bytes = new Uint8Array(9);
	bytes.set(new Uint8Array(Float64Array.of(2.5).buffer), 1);
	expect([...valuesOf('f64', bytes.subarray(1))]).toEqual([2.5]);
});
