import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Keys } from '#lib/server/explore/pivot-keys.ts';
import { LineParts } from '#lib/server/explore/pivot-parts.ts';
import { figureIndex } from '#lib/server/facets/figure-index.ts';
import { dims } from '#lib/view/explore/explore.ts';
import { realDatabase } from '../../fixtures/real.ts';

const db = realDatabase();
const columns = figureIndex(db);

/** The real figures, each several times over, so that lines are as many as those of a large file. */
const lines = Int32Array.from({ length: 8 * columns.length }, (_, line) => line % columns.length);
const keys = new Keys(db, columns, lines);
const chosen = fc.uniqueArray(fc.constantFrom(...dims), { minLength: 1, maxLength: 4 });

test('parts of many lines are those of their joined codes, in the order of the table', () => {
	fc.assert(
		fc.property(chosen, fc.nat(columns.length), (wanted, from) => {
			const at = lines.subarray(from);
			const { of, count } = new LineParts(at, keys).by(wanted);
			const joined = Float64Array.from(at, (index) => keys.of(wanted, index));
			const places = new Map([...new Set(joined)].sort((a, b) => a - b).map((key, n) => [key, n]));
			expect(count).toBe(places.size);
			expect(of).toEqual(Int32Array.from(joined, (key) => places.get(key)!));
		}),
		{ numRuns: 6 }
	);
});

test('a code varies within a part of many lines, though only the last of them differs', () => {
	fc.assert(
		fc.property(chosen, fc.nat(columns.length - 1), ([dim, ...within], last) => {
			const at = new Int32Array(20_000);
			at[at.length - 1] = last;
			const isSamePart = within.every((each) => keys.digit(each, 0) === keys.digit(each, last));
			const isOther = keys.digit(dim!, 0) !== keys.digit(dim!, last);
			expect(new LineParts(at, keys).varies(dim!, within)).toBe(isSamePart && isOther);
		}),
		{ numRuns: 40 }
	);
});

test('no line is no part', () => {
	const none = new LineParts(new Int32Array(), keys);
	expect(none.by(['question', 'answer'])).toEqual({ of: new Int32Array(), count: 0 });
	expect(none.varies('answer', ['question'])).toBe(false);
});
