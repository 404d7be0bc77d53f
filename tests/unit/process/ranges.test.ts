import { expect, test } from 'vitest';
import { isSameBody, rangeOf } from '../../../src/process/serve/ranges.ts';

test.each([
	['bytes=0-99', 1000, { first: 0, last: 99 }],
	['bytes=900-', 1000, { first: 900, last: 999 }],
	['bytes=900-5000', 1000, { first: 900, last: 999 }],
	['bytes=-100', 1000, { first: 900, last: 999 }],
	['bytes=-5000', 1000, { first: 0, last: 999 }],
	['bytes=1000-', 1000, 'none'],
	['bytes=-0', 1000, 'none'],
	['bytes=-1', 0, 'none'],
	['bytes=5-2', 1000, undefined],
	['bytes=0-1,5-6', 1000, undefined],
	['bytes=-', 1000, undefined],
	['lines=0-1', 1000, undefined],
	[undefined, 1000, undefined]
])('of %j and %i bytes asks for %j', (header, length, range) => {
	expect(rangeOf(header, length)).toEqual(range);
});

test('a part is sent of the same body only', () => {
	expect(isSameBody(undefined, '"a"')).toBe(true);
	expect(isSameBody('"a"', '"a"')).toBe(true);
	expect(isSameBody('"b"', '"a"')).toBe(false);
	// A weak tag promises no equal bytes.
	expect(isSameBody('W/"a"', '"a"')).toBe(false);
	expect(isSameBody('Sat, 28 Nov 2026 00:00:00 GMT', '"a"')).toBe(false);
});
