import { describe, expect, test } from 'vitest';
import { frechetBounds, jointFloor } from '#lib/stats/published/frechet.ts';
import { impliedShare } from '#lib/stats/published/implied-share.ts';
import { clopperPearson } from '#lib/stats/respondents/intervals.ts';
import * as margin from '#lib/stats/published/published-margin.ts';
import { percent } from '#lib/stats/published/rounding.ts';
import { answerGap, questionGap } from '#lib/stats/published/same-people.ts';
import { twoProportions } from '#lib/stats/published/two-proportions.ts';
import { wilson, wilsonRounded } from '#lib/stats/published/wilson.ts';

describe('the interval of one share', () => {
	test.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('is the score interval printed in Newcombe 1998 for %i of %i', (x, n, low, high) => {
		expect(wilson(x / n, n).low).toBeCloseTo(low, 4);
		expect(wilson(x / n, n).high).toBeCloseTo(high, 4);
	});

	test.each([
		[81, 263, 0.2527, 0.3676],
		[0, 20, 0, 0.1684],
		[20, 20, 0.8316, 1]
	])('is the exact interval printed in Newcombe 1998 for %i of %i', (x, n, low, high) => {
		expect(clopperPearson(x / n, n).low).toBeCloseTo(low, 4);
		expect(clopperPearson(x / n, n).high).toBeCloseTo(high, 4);
	});

	test('reaches from the lower limit of the lowest to the upper of the highest unrounded share', () => {
		const { low, high } = wilsonRounded(0.38, 571, 0.005);
		expect(low).toBe(wilson(0.375, 571).low);
		expect(high).toBe(wilson(0.385, 571).high);
		expect(wilsonRounded(0, 571, 0.005).low).toBe(0);
	});

	test('refuses percents, no respondents and a negative half width', () => {
		expect(() => wilson(38, 100)).toThrow(new RangeError('Expected share from 0 to 1, got 38'));
		expect(() => wilson(0.38, 0)).toThrow(new RangeError('Expected n above 0, got 0'));
		expect(() => wilson(0.38, Infinity)).toThrow('Expected n above 0, got Infinity');
		expect(() => clopperPearson(-0.1, 9)).toThrow('Expected share from 0 to 1, got -0.1');
		expect(() => clopperPearson(0.1, NaN)).toThrow('Expected n above 0, got NaN');
		expect(() => wilsonRounded(0.38, 100, -1)).toThrow('Expected halfWidth from 0 to 1, got -1');
		expect(() => wilsonRounded(38, 100, 0.005)).toThrow('Expected share from 0 to 1, got 38');
	});
});

describe('the difference of two groups', () => {
	test.each([
		[56, 70, 48, 80, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.1705, 0.809],
		[10, 10, 0, 10, 0.6075, 1]
	])('has the limits printed in Newcombe 1998 for %i/%i − %i/%i', (x, m, y, n, low, high) => {
		const { newcombe } = twoProportions(x / m, m, y / n, n);
		expect(newcombe.low).toBeCloseTo(low, 4);
		expect(newcombe.high).toBeCloseTo(high, 4);
	});

	test('may be larger than sampling error although the intervals overlap', () => {
		// n = 1,001, East 17 % of the sample, deff 1.75: 46 ± 9.7, 57 ± 4.5, p = .047
		const [nEast, nWest] = [(1001 * 0.17) / 1.75, (1001 * 0.83) / 1.75];
		const [east, west] = [wilson(0.46, nEast), wilson(0.57, nWest)];
		expect((east.high - east.low) / 2).toBeCloseTo(0.097, 3);
		expect((west.high - west.low) / 2).toBeCloseTo(0.0443, 3);
		expect(east.high).toBeGreaterThan(west.low);
		expect(twoProportions(0.46, nEast, 0.57, nWest).p).toBeCloseTo(0.047, 3);
	});

	test('has no error to test against between shares of 0 and 1', () => {
		expect(twoProportions(0, 50, 0, 80)).toMatchObject({ z: 0, p: 1 });
		expect(twoProportions(1, 50, 0, 80)).toMatchObject({ z: Infinity, p: 0 });
	});

	test('refuses percents and groups without respondents', () => {
		expect(() => twoProportions(40, 1, 0.19, 1)).toThrow('Expected share from 0 to 1, got 40');
		expect(() => twoProportions(0.4, 1, 0.19, 0)).toThrow('Expected n above 0, got 0');
	});
});

describe('a published margin of error', () => {
	test('of ±4.1 points on 1,001 interviews means a design effect of 1.75', () => {
		// (0.041/1.96)² · 4 · 1001 = 1.752
		expect(margin.designEffectFromMargin(1001, 0.041)).toBeCloseTo(1.752, 3);
		expect(margin.effectiveNFromMargin(1001, 0.041)).toBeCloseTo(571.3, 1);
		expect(margin.marginOfError(1001, 1.7520626822157432)).toBeCloseTo(0.041, 12);
	});

	test('refuses points for shares and numbers that are not positive', () => {
		const { designEffectFromMargin, marginOfError } = margin;
		expect(() => designEffectFromMargin(1001, 4.1)).toThrow('Expected margin from 0 to 1, got 4.1');
		expect(() => designEffectFromMargin(1001, 0)).toThrow('Expected margin above 0, got 0');
		expect(() => designEffectFromMargin(0, 0.04)).toThrow('Expected n above 0, got 0');
		expect(() => marginOfError(0, 1)).toThrow('Expected n above 0, got 0');
		expect(() => marginOfError(10, -1)).toThrow('Expected designEffect above 0, got -1');
	});
});

describe('two margins of one sample: 58 % should not, 68 % the US would', () => {
	test('bound the share of both to 26–58 %, 45–100 % and 38–85 %', () => {
		const bounds = frechetBounds(0.58, 0.68);
		const whole = ({ low, high } = { low: NaN, high: NaN }) => [percent(low), percent(high)];
		expect(whole(bounds.both)).toEqual([26, 58]);
		expect(percent(bounds.independent)).toBe(39);
		expect(whole(bounds.bGivenA)).toEqual([45, 100]);
		expect(whole(bounds.aGivenB)).toEqual([38, 85]);
	});

	test('leave a floor of about 20 % with sampling error', () => {
		// If independent: var = (.58·.42 + .68·.32)/571.4 = .000807; 26 − 1.96 · 2.841 = 20.4
		const floor = jointFloor(0.58, 0.68, 1000 / 1.75);
		expect(floor.ifIndependent).toBeCloseTo(0.204, 3);
		// π = .58: 26 − 1.96 · √((.4612 + 2 · .1856)/571.4) = 26 − 7.48; π = .26: 26 − 3.60
		expect(floor.ifMost).toBeCloseTo(0.1852, 4);
		expect(floor.ifLeast).toBeCloseTo(0.224, 4);
	});

	test('say nothing about those who gave an answer that nobody gave', () => {
		expect(frechetBounds(0, 0.4).bGivenA).toBeUndefined();
		expect(frechetBounds(0.4, 0).aGivenB).toBeUndefined();
	});

	test('are refused as percents', () => {
		expect(() => frechetBounds(58, 0.68)).toThrow('Expected a from 0 to 1, got 58');
		expect(() => frechetBounds(0.58, 68)).toThrow('Expected b from 0 to 1, got 68');
		expect(() => jointFloor(0.58, 0.68, 0)).toThrow('Expected n above 0, got 0');
	});
});

describe('two shares of the same people', () => {
	test('of one question differ with the multinomial error', () => {
		// [.38 + .58 − .04] / 920 = .001; z = −.2 / .0316
		const gap = answerGap(0.38, 0.58, 920);
		expect(gap.se).toBeCloseTo(Math.sqrt(0.001), 12);
		expect(gap.z).toBeCloseTo(-6.3246, 4);
		expect(gap.interval.low).toBeCloseTo(-0.2 - 1.96 * 0.031623, 4);
	});

	test('of one question do not differ where nobody, or half, gave each', () => {
		expect(answerGap(0, 0, 50)).toMatchObject({ difference: 0, se: 0, p: 1 });
		expect(answerGap(0.5, 0.5, 50).p).toBe(1);
	});

	test('of two questions differ with an error between those of the Fréchet bounds', () => {
		// a = .5, b = .5: π = .5 means the same people and no error; π = 0 means var = 1/n
		const gap = questionGap(0.5, 0.5, 100);
		expect(gap.se.low).toBe(0);
		expect(gap.se.high).toBeCloseTo(0.1, 12);
	});

	test('are refused as percents, as more than everyone, and of nobody', () => {
		expect(() => answerGap(38, 0.58, 9)).toThrow('Expected a from 0 to 1, got 38');
		expect(() => answerGap(0.38, 58, 9)).toThrow('Expected b from 0 to 1, got 58');
		expect(() => answerGap(0.5, 0.75, 9)).toThrow('Expected a + b up to 1, got 1.25');
		expect(() => answerGap(0.38, 0.58, 0)).toThrow('Expected n above 0, got 0');
		expect(() => questionGap(0.38, 1.1, 9)).toThrow('Expected b from 0 to 1, got 1.1');
		expect(() => questionGap(0.38, 0.68, 0)).toThrow('Expected n above 0, got 0');
	});
});

describe('the East share that three figures imply', () => {
	test('is 2/11 for total 55, East 46, West 57, and 1/11 to 3/11 with rounding', () => {
		const { point, low, high } = impliedShare(0.55, 0.46, 0.57);
		expect(point).toBeCloseTo(2 / 11, 12);
		// (56.5 − 55.5) / (56.5 − 45.5) and (57.5 − 54.5) / (57.5 − 46.5)
		expect(low).toBeCloseTo(1 / 11, 12);
		expect(high).toBeCloseTo(3 / 11, 12);
	});

	test('is unknown where East and West may be equal', () => {
		expect(impliedShare(0.46, 0.46, 0.46)).toEqual({ point: undefined, low: 0, high: 1 });
		expect(impliedShare(0.46, 0.46, 0.47)).toMatchObject({ low: 0, high: 1 });
	});

	test('refuses percents', () => {
		expect(() => impliedShare(55, 0.46, 0.57)).toThrow('Expected total from 0 to 1, got 55');
		expect(() => impliedShare(0.55, 46, 0.57)).toThrow('Expected east from 0 to 1, got 46');
		expect(() => impliedShare(0.55, 0.46, 57)).toThrow('Expected west from 0 to 1, got 57');
		expect(() => impliedShare(0.5, 0.4, 0.6, 2)).toThrow('Expected halfWidth from 0 to 1, got 2');
	});
});
