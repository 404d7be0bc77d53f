import { describe, expect, test } from 'vitest';
import { roundedBounds } from '#lib/stats/published/frechet.ts';
import { roundingHalfWidth } from '#lib/stats/published/rounding.ts';
import { judgeFamily, verdictOn } from '#lib/stats/published/verdict.ts';

const only = (...ps: number[]) => ps.map((p) => [{ low: p, high: p }]);

describe('several gaps are one family', () => {
	test('of four, those hold that Holm lets hold: .01, .0125 and no more', () => {
		// By hand: .01 × 4 = .04, .0125 × 3 = .0375 (raised to .04), .03 × 2 = .06, .2 × 1 = .2
		const judged = judgeFamily(only(0.03, 0.01, 0.2, 0.0125));
		expect(judged.map(({ verdict }) => verdict)).toEqual([
			'does-not-hold',
			'holds',
			'does-not-hold',
			'holds'
		]);
		expect(judged.map(({ high }) => Number(high.toFixed(4)))).toEqual([0.06, 0.04, 0.2, 0.04]);
		expect(judged.every(({ of }) => of === 4)).toBe(true);
	});

	test('a gap that holds alone may be uncertain among others', () => {
		const gap = [{ low: 0.001, high: 0.02 }];
		expect(judgeFamily([gap])[0]?.verdict).toBe('holds');
		expect(judgeFamily([gap, gap, gap])[0]?.verdict).toBe('uncertain');
	});

	test('each cell of assumptions is judged by itself, and one that fails makes a gap uncertain', () => {
		const steady = [0.001, 0.001].map((p) => ({ low: p, high: p }));
		const shaky = [0.001, 0.3].map((p) => ({ low: p, high: p }));
		expect(judgeFamily([steady, shaky]).map(({ verdict }) => verdict)).toEqual([
			'holds',
			'uncertain'
		]);
		expect(() => judgeFamily([steady, [{ low: 0, high: 1 }]])).toThrow('Expected 2 cells');
	});

	test('nothing to judge is no fault, and .05 itself does not hold', () => {
		expect(judgeFamily([])).toEqual([]);
		expect(verdictOn({ low: 0.05, high: 0.05 })).toBe('does-not-hold');
	});
});

describe('limits of two answers over the rounding box', () => {
	test('58 and 68 per cent: both at least 25 and at most 58.5', () => {
		const { both, bGivenA, aGivenB } = roundedBounds(0.58, 0.68, 0.005);
		expect(both.low).toBeCloseTo(0.25, 10);
		expect(both.high).toBeCloseTo(0.585, 10);
		// By hand: 25 / 57.5, all; 25 / 67.5, 58.5 / 67.5
		expect(bGivenA?.low).toBeCloseTo(0.43478, 5);
		expect(bGivenA?.high).toBe(1);
		expect(aGivenB?.low).toBeCloseTo(0.37037, 5);
		expect(aGivenB?.high).toBeCloseTo(0.86667, 5);
	});

	test('“at most 49 per cent” of printed figures may be more than half', () => {
		// 20 of 41 is 48.8 per cent; 20.5 of 40.5 is 50.6
		expect(roundedBounds(0.41, 0.2, 0.005).bGivenA?.high).toBeCloseTo(0.50617, 5);
	});

	test('a sum of two printed parts was rounded twice, so its limits are a point wide on each side', () => {
		// By hand: 57 + 67.5 − 100 and the smaller of 59 and 68.5.
		const { both } = roundedBounds(0.58, 0.68, 0.01, 0.005);
		expect(both.low).toBeCloseTo(0.245, 10);
		expect(both.high).toBeCloseTo(0.59, 10);
		expect(roundingHalfWidth(58)).toBe(0.005);
		expect(roundingHalfWidth(58, 2)).toBe(0.01);
		expect(roundingHalfWidth(58.25)).toBe(0);
	});

	test('computed shares have no box', () => {
		expect(roundedBounds(0.58, 0.68, 0).both.low).toBeCloseTo(0.26, 10);
		expect(roundedBounds(0, 0.68, 0).bGivenA).toBeUndefined();
	});
});
