import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { holm } from '#lib/stats/published/holm.ts';
import { median } from '#lib/stats/published/median.ts';
import { normalCdf, normalP } from '#lib/stats/published/normal.ts';
import { percent, roundHalfUp } from '#lib/stats/published/rounding.ts';

describe('rounding', () => {
	test.each([
		[0.285, 29], // 0.285 × 100 is 28.499999999999996
		[0.5, 50],
		[0.004, 0],
		[0.005, 1],
		[0.384999, 38]
	])('percent prints %f as %i', (share, whole) => {
		expect(percent(share)).toBe(whole);
	});

	test('roundHalfUp rounds halves upward, below 0 too', () => {
		expect([2.5, -2.5, 0.49, 11].map(roundHalfUp)).toEqual([3, -2, 0, 11]);
	});
});

describe('median', () => {
	test('is the middle value, whatever the order', () => {
		expect(median([72, 49, 68, 70, 65, 66, 68])).toBe(68);
	});

	test('is the mean of the two middle values of an even count', () => {
		expect(median([37, 58, 34, 47])).toBe(42);
	});

	test('refuses no values and values that are no numbers', () => {
		expect(() => median([])).toThrow(new RangeError('Expected at least one value, got 0'));
		expect(() => median([1, NaN])).toThrow(new RangeError('Expected numbers, got NaN'));
	});
});

test.each([
	[-1.96, 0.024997895148220435],
	[-5, 2.866515718791939e-7],
	[-10, 7.61985302416053e-24],
	[0, 0.5],
	[2, 0.9772498680518208],
	[Infinity, 1],
	[-Infinity, 0]
])('normalCdf has the tabulated value at %f', (z, p) => {
	expect(Math.abs(normalCdf(z) - p)).toBeLessThanOrEqual(1e-12 * p);
});

test('normalP counts both tails, and passes on what is no number', () => {
	expect(normalP(1.959963984540054)).toBeCloseTo(0.05, 14);
	expect(normalP(-1.959963984540054)).toBeCloseTo(0.05, 14);
	expect(normalCdf(NaN)).toBeNaN();
});

describe('Holm’s adjustment', () => {
	test('multiplies the smallest p by 4, the next by 3, and never goes down again', () => {
		// .005·4 = .02, .01·3 = .03, .03·2 = .06, .04·1 = .04 → .06
		const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
		expect(adjusted.map((p) => p.toFixed(4))).toEqual(['0.0300', '0.0600', '0.0600', '0.0200']);
	});

	test('leaves a single comparison alone and nothing at nothing', () => {
		expect(holm([0.03])).toEqual([0.03]);
		expect(holm([])).toEqual([]);
	});

	test('refuses what is no probability', () => {
		expect(() => holm([0.2, 1.2])).toThrow(new RangeError('Expected p from 0 to 1, got 1.2'));
	});
});

test('what pages import for the browser needs no library and nothing of respondent files', () => {
	const folder = new URL('../../../src/lib/stats/published/', import.meta.url);
	const light = ['assumption-range', 'frechet', 'median', 'rounding', 'two-proportions', 'wilson'];
	light.push('holm', 'implied-share', 'published-margin', 'same-people', 'verdict');
	const reached = new Set(light.map((name) => `./${name}.ts`));
	for (const path of reached) {
		const text = readFileSync(new URL(path, folder), 'utf8');
		for (const [, from] of text.matchAll(/from '(.+)'/g)) reached.add(from!);
	}
	const leaves = ['expect', 'interval', 'normal'].map((name) => `./${name}.ts`);
	expect([...reached].sort()).toEqual([...light.map((name) => `./${name}.ts`), ...leaves].sort());
});
