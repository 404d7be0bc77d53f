import { describe, expect, test } from 'vitest';
import * as stats from '#lib/stats/index.ts';

const columnOf = (...values: number[]) => Float64Array.from(values);
const maskOf = (...marks: number[]) => Uint8Array.from(marks);
const domainOfAll = (columns: stats.SampleColumns, ...masks: Uint8Array[]) =>
	stats.domainOf(stats.designOf(columns)!, ...masks)!;

/** Weights 1 to 4; the first and the third say yes (1). */
const weight = columnOf(1, 2, 3, 4);
const yes: stats.Answer = { column: columnOf(1, 2, 1, 2), codes: [1] };

describe('the design of a country', () => {
	test('leaves out rows without a positive weight and rows of other countries', () => {
		const design = stats.designOf(
			{ weight: columnOf(1, NaN, 0, -1, 2, 3) },
			maskOf(1, 1, 1, 1, 0, 1)
		);
		expect([...design!.rows]).toEqual([0, 5]);
		expect([...design!.weight]).toEqual([1, 3]);
	});

	test('is undefined where nobody is left', () => {
		expect(stats.designOf({ weight: columnOf(0, NaN) })).toBeUndefined();
		expect(stats.designOf({ weight }, maskOf(0, 0, 0, 0))).toBeUndefined();
	});

	test('tells PSUs apart whose numbers restart in each stratum', () => {
		const design = stats.designOf({
			weight: columnOf(1, 1, 1, 1, 1),
			stratum: columnOf(7, 7, 8, 8, 7),
			psu: columnOf(1, 2, 1, 1, 1)
		})!;
		expect([...design.psu]).toEqual([0, 1, 2, 2, 0]);
		expect([...design.stratumOfPsu]).toEqual([0, 0, 1]);
		expect([...design.psusInStratum]).toEqual([2, 1]);
	});

	test('takes every respondent as a PSU where the columns are empty, as by telephone', () => {
		const empty = columnOf(NaN, NaN, NaN, NaN);
		const design = stats.designOf({ weight, stratum: empty, psu: empty })!;
		expect([...design.psusInStratum]).toEqual([4]);
	});

	test('refuses columns and masks of another length, and strata that some rows lack', () => {
		const short = columnOf(1, 2);
		expect(() => stats.designOf({ weight, psu: short })).toThrow(
			new RangeError('Expected psu to have 4 rows, got 2')
		);
		expect(() => stats.designOf({ weight }, maskOf(1))).toThrow(
			'Expected country to have 4 rows, got 1'
		);
		expect(() => stats.designOf({ weight, stratum: columnOf(1, NaN, 1, 1) })).toThrow(
			new RangeError('Expected a stratum in all rows or in none, got none in 1 of 4')
		);
		const domain = domainOfAll({ weight });
		expect(() => stats.domainOf(domain.design, maskOf(1))).toThrow(
			'Expected mask to have 4 rows, got 1'
		);
		expect(() => stats.shareOf(domain, { column: short, codes: [1] })).toThrow(
			'Expected column to have 4 rows, got 2'
		);
	});
});

test('rowsWhere never marks a row without a code', () => {
	expect([...stats.rowsWhere(columnOf(1, NaN, 8), () => true)]).toEqual([1, 0, 1]);
	expect([...stats.rowsWhere(columnOf(1, NaN, 8), (code) => code < 8)]).toEqual([1, 0, 0]);
});

describe('weights 1, 2, 3 and 4', () => {
	test('are worth 100/30 respondents, by Pew a design effect of 1 + (5/3)/6.25', () => {
		const summary = stats.summarizeWeights(weight);
		expect(summary).toMatchObject({ n: 4, sum: 10, sumOfSquares: 30 });
		expect(summary.kishN).toBeCloseTo(10 / 3, 12);
		expect(summary.kishDeff).toBeCloseTo(1.2, 12);
		expect(summary.pewDeff).toBeCloseTo(1 + 5 / 3 / 6.25, 12);
		// 1.96 · √(.25 / 4 · 1.2667)
		expect(summary.pewMargin).toBeCloseTo(0.5515, 4);
	});

	test('need a second respondent for Pew’s design effect, and none may be missing', () => {
		expect(stats.summarizeWeights(columnOf(3))).toMatchObject({ n: 1, kishN: 1 });
		expect(stats.summarizeWeights(columnOf(3)).pewDeff).toBeUndefined();
		expect(() => stats.summarizeWeights(columnOf())).toThrow('Expected at least one weight, got 0');
		expect(() => stats.summarizeWeights(columnOf(1, 0))).toThrow('Expected weights above 0, got 0');
	});
});

describe('a weighted share', () => {
	test('has the variance worked out by hand', () => {
		// p = 4/10; z = .06 −.08 .18 −.16, Σz² = .068; V = 4/3 · .068
		const estimate = stats.shareOf(domainOfAll({ weight }), yes);
		expect(estimate).toMatchObject({ n: 4, picked: 2, weighted: 4, df: 3 });
		expect(estimate.share).toBeCloseTo(0.4, 12);
		expect(estimate.variance).toBeCloseTo((4 / 3) * 0.068, 12);
		expect(estimate.effectiveN).toBeCloseTo(0.24 / ((4 / 3) * 0.068), 12);
	});

	test('of a domain counts the whole design’s PSUs', () => {
		// First three: W = 6, p = 2/3; z = 1/18, −4/18, 3/18, 0; V = 4/3 · 26/324, not 3/2 · 26/324
		const estimate = stats.shareOf(domainOfAll({ weight }, maskOf(1, 1, 1, 0)), yes);
		expect(estimate.df).toBe(2);
		expect(estimate.variance).toBeCloseTo(((4 / 3) * 26) / 324, 12);
	});

	test('sums within PSUs, centres within strata, and adds a lonely PSU as it is', () => {
		// z = .125 −.125 .125 −.125; PSU totals 0 and .125 (mean .0625), lonely −.125
		// V = 2/1 · 2 · .0625² + .125² = .03125
		const domain = domainOfAll({
			weight: columnOf(1, 1, 1, 1),
			stratum: columnOf(1, 1, 1, 2),
			psu: columnOf(1, 1, 2, 1)
		});
		const estimate = stats.shareOf(domain, yes);
		expect(estimate.variance).toBeCloseTo(0.03125, 14);
		expect(estimate.df).toBe(1);
	});

	test('adds several codes to a NET, and takes a missing code as another answer', () => {
		const column = columnOf(1, 2, 3, NaN);
		const net = stats.shareOf(domainOfAll({ weight }), { column, codes: [1, 2] });
		expect(net.share).toBeCloseTo(0.3, 12);
	});

	test('is exactly 0 or 1 by counts, with Kish’s effective n', () => {
		const domain = domainOfAll({ weight: columnOf(0.1, 0.2, 0.3, 0.7) });
		const nobody = stats.shareOf(domain, { ...yes, codes: [9] });
		const all = stats.shareOf(domain, { ...yes, codes: [1, 2] });
		expect(nobody).toMatchObject({ share: 0, variance: 0, designN: undefined });
		expect(all).toMatchObject({ share: 1, variance: 0, designN: undefined });
		expect(all.effectiveN).toBeCloseTo(1.69 / 0.63, 12);
		expect(stats.kornGraubard(all)).toBeUndefined();
	});

	test('within one PSU says nothing about its variance', () => {
		// The errors of the only PSU cancel, up to the last digits: 1e-17 is not near certainty.
		const columns = { weight: columnOf(0.1, 0.7, 0.3, 0.9), psu: columnOf(1, 1, 1, 2) };
		const estimate = stats.shareOf(domainOfAll(columns, maskOf(1, 1, 1, 0)), yes);
		expect(estimate).toMatchObject({ df: 0, variance: 0, designN: undefined });
		expect(estimate.effectiveN).toBe(estimate.kishN);
		expect(stats.kornGraubardN(estimate)).toBeUndefined();
		expect(stats.kornGraubard(estimate)).toBeUndefined();
	});

	test('of nobody does not exist', () => {
		expect(stats.domainOf(stats.designOf({ weight })!, maskOf(0, 0, 0, 0))).toBeUndefined();
	});
});
