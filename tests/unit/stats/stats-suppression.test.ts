import { describe, expect, test } from 'vitest';
import * as stats from '#lib/stats/index.ts';

/** A share of an unweighted sample: x of n. */
function estimate(x: number, n: number, change: Partial<stats.ShareEstimate> = {}) {
	const share = x / n;
	const variance = (share * (1 - share)) / n;
	const some = x > 0 && x < n;
	return {
		n,
		picked: x,
		weighted: x,
		share,
		variance,
		se: Math.sqrt(variance),
		df: n - 1,
		designN: some ? n : undefined,
		kishN: n,
		effectiveN: n,
		cappedN: n,
		...change
	};
}

describe('NCHS', () => {
	test.each([
		// Clopper–Pearson: 1 of 29 fails by n; 0 of 200 has width 0; 4 of 400 is 0.27–2.5 %
		[1, 29, false, 'neff_lt_30'],
		[0, 200, true, 'width_le_5'],
		[4, 400, true, 'width_le_5'],
		// 20 of 40 is 33.8–66.2 %, 4 of 100 is 1.1–9.9 %: 8.8/4 = 220 %; 40 of 100 is 30.3–50.3 %
		[20, 40, false, 'width_ge_30'],
		[4, 100, false, 'relwidth_gt_130'],
		[40, 100, true, 'ok']
	])('decides on %i of %i: show %s, %s', (x, n, show, reason) => {
		expect(stats.nchsPresentation(estimate(x, n))).toMatchObject({ show, reason });
	});

	test('flags 0 and 100 %, few degrees of freedom and a share whose rest is uncertain', () => {
		const flagsOf = (...given: Parameters<typeof estimate>) =>
			stats.nchsPresentation(estimate(...given)).flags;
		expect(flagsOf(0, 200)).toEqual(['zero_or_all']);
		expect(flagsOf(200, 200)).toEqual(['zero_or_all']);
		expect(flagsOf(96, 100)).toEqual(['complement']);
		expect(flagsOf(400, 1000, { df: 7 })).toEqual(['df_lt_8']);
		expect(flagsOf(1, 29)).toEqual([]);
	});

	test('cannot judge a share without a design variance', () => {
		expect(() => stats.nchsPresentation(estimate(40, 100, { df: 0, designN: undefined }))).toThrow(
			new RangeError('Expected a design variance, got 0.0024 with 0 df')
		);
	});
});

describe('this project', () => {
	test.each([
		[49, 40, 'hide'],
		[50, 44, 'warn'],
		[99, 90, 'warn'],
		[100, 90, 'show'],
		[100, 96, 'hide'],
		[100, 100, 'hide'],
		[100, 0, 'hide']
	])(
		'with %i asked and %i agreed: at least 50 and 5 a cell, a warning below 100',
		(n, x, wanted) => {
			expect(stats.presentationOf(estimate(x, n))).toBe(wanted);
		}
	);

	test('hides by effective n, by NCHS, and without a design variance', () => {
		expect(stats.presentationOf(estimate(0, 60, { cappedN: 29 }))).toBe('hide');
		expect(stats.presentationOf(estimate(4, 100))).toBe('hide');
		expect(stats.presentationOf(estimate(40, 100, { df: 0, designN: undefined }))).toBe('hide');
		expect(stats.presentationOf(estimate(400, 1000))).toBe('show');
		expect(stats.presentationOf(estimate(400, 1000, { df: 7 }))).toBe('warn');
	});
});
