import { type Interval, Z } from './interval.ts';
import { normalP } from './normal.ts';
import { wilson } from './wilson.ts';

/** The difference a − b of two shares of different people. */
export interface TwoProportions {
	difference: number;
	se: number;
	z: number;
	p: number;
	wald: Interval;
	newcombe: Interval;
}

/**
 * Compares the shares of two separate groups of which only share and effective n are known.
 *
 * With shares of exactly 0 and 1 the standard error is 0: then p is 1 for equal shares and 0
 * otherwise, and only the Newcombe limits mean something.
 *
 * @param nA effective number of respondents in a, as nB in b
 * @throws {RangeError} if a share is outside 0…1 or an n is not positive
 *
 * Limits: Newcombe 1998, Statistics in Medicine 17, 873–890, method 10 (hybrid score).
 */
export function twoProportions(a: number, nA: number, b: number, nB: number): TwoProportions {
	const intervalA = wilson(a, nA);
	const intervalB = wilson(b, nB);
	const difference = a - b;
	const se = standardError(a, nA, b, nB);
	const z = zOfDifference(a, nA, b, nB);
	return {
		difference,
		se,
		z,
		p: normalP(z),
		wald: { low: difference - Z * se, high: difference + Z * se },
		newcombe: {
			low: difference - Math.hypot(a - intervalA.low, intervalB.high - b),
			high: difference + Math.hypot(intervalA.high - a, b - intervalB.low)
		}
	};
}

const standardError = (a: number, nA: number, b: number, nB: number): number =>
	Math.sqrt((a * (1 - a)) / nA + (b * (1 - b)) / nB);

/** The test statistic of `twoProportions` alone, unchecked, for who compares under thousands of assumptions. */
export const zOfDifference = (a: number, nA: number, b: number, nB: number): number =>
	a === b ? 0 : (a - b) / standardError(a, nA, b, nB);
