import { describe, expect, test } from 'vitest';
import { GERMANY_2015 } from '#lib/stats/published/assumption-range.ts';
import { twoProportions } from '#lib/stats/published/two-proportions.ts';
import { wilsonRounded } from '#lib/stats/published/wilson.ts';
import { assumptionRange } from '../../fixtures/assumption-range.ts';

describe('the assumption range of East and West', () => {
	test('holds for confidence in Putin, 40 and 19: p ≤ .0008 everywhere', () => {
		const range = assumptionRange(0.4, 0.19);
		expect(range.verdict).toBe('holds');
		// 39.5 − 19.5 on 75 and 425: z = .20 / .0596 = 3.354
		expect(range.pHigh).toBeCloseTo(0.0008, 5);
		expect(range.cells.every(({ pHigh }) => pHigh <= 0.0008)).toBe(true);
	});

	test('is uncertain for 46 and 57: p from .007 to .109, .01 if weights are ignored', () => {
		const range = assumptionRange(0.46, 0.57);
		expect(range.verdict).toBe('uncertain');
		expect(range.pLow.toFixed(3)).toBe('0.007');
		expect(range.pHigh.toFixed(3)).toBe('0.109');
		expect(twoProportions(0.46, 175, 0.57, 825).p.toFixed(2)).toBe('0.01');
	});

	test('holds for Pew 2017, own country should, 29 and 43', () => {
		// 29.5 − 42.5 on 75 and 425: z = −.13 / √(.002773 + .000575) = −2.247, p = .0247
		const range = assumptionRange(0.29, 0.43);
		expect(range.verdict).toBe('holds');
		expect(range.pHigh).toBeCloseTo(0.0247, 4);
	});

	test('does not hold for equal figures, where rounding allows no difference at all', () => {
		const range = assumptionRange(0.46, 0.46);
		expect(range).toMatchObject({ verdict: 'does-not-hold', pHigh: 1 });
	});

	test('allows equality between its corners too: 46.2 and 46.9 may both be 46.5', () => {
		expect(assumptionRange(0.462, 0.469).pHigh).toBe(1);
	});

	test('goes over East’s share in steps of a point and deff in steps of 0.05', () => {
		const { cells } = assumptionRange(0.4, 0.19);
		const shares = [...new Set(cells.map(({ eastShare }) => eastShare.toFixed(2)))];
		expect(shares).toEqual(['0.15', '0.16', '0.17', '0.18', '0.19', '0.20']);
		expect(cells).toHaveLength(6 * 15);
		expect(cells.some(({ deff }) => Math.abs(deff - 1.75) < 1e-9)).toBe(true);
	});

	test('gives each region the interval of its smallest sample', () => {
		const { eastBand, westBand } = assumptionRange(0.46, 0.57);
		// 1000 · .15 / 2 = 75 and 1000 · .80 / 2 = 400
		expect(eastBand).toEqual(wilsonRounded(0.46, 75, 0.005));
		expect(westBand).toEqual(wilsonRounded(0.57, 400, 0.005));
	});

	test('refuses assumptions that cannot be', () => {
		const having = (change: object) => () =>
			assumptionRange(0.46, 0.57, { ...GERMANY_2015, ...change });
		const deff = { low: 1.3, high: 2 };
		expect(() => assumptionRange(46, 0.57)).toThrow('Expected east from 0 to 1, got 46');
		expect(() => assumptionRange(0.46, 57)).toThrow('Expected west from 0 to 1, got 57');
		expect(having({ n: 0 })).toThrow('Expected n above 0, got 0');
		expect(having({ halfWidth: 2 })).toThrow('Expected halfWidth from 0 to 1, got 2');
		expect(having({ eastShare: { low: 0, high: 0.2 } })).toThrow(
			'Expected eastShare.low above 0, got 0'
		);
		expect(having({ eastShare: { low: 0.3, high: 0.2 } })).toThrow(
			'Expected eastShare from low to high, got 0.3–0.2'
		);
		expect(having({ eastShare: { low: 0.2, high: 1 } })).toThrow(
			'Expected eastShare below 1, got 1'
		);
		expect(having({ deff: { ...deff, high: Infinity } })).toThrow(
			'Expected deff.high above 0, got Infinity'
		);
	});
});
