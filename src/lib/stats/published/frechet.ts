import { expectPositive, expectShare } from './expect.ts';
import { clipToShares, type Interval, Z } from './interval.ts';
import { roundingBox } from './wilson.ts';

/** What two shares of the same people allow to be said about those who gave both answers. */
export interface FrechetBounds {
	both: Interval;
	/** The share of both if one answer said nothing about the other. */
	independent: number;
	/** Share of b among those who gave a; undefined if nobody did. */
	bGivenA?: Interval;
	aGivenB?: Interval;
}

/**
 * Bounds of the share of people who gave both answers, from the two shares alone.
 *
 * @throws {RangeError} if a share is outside 0…1
 *
 * Fréchet 1951, Annales de l'Université de Lyon A 14, 53–77.
 */
export function frechetBounds(a: number, b: number): FrechetBounds {
	expectShare('a', a);
	expectShare('b', b);
	const both = { low: Math.max(0, a + b - 1), high: Math.min(a, b) };
	return {
		both,
		independent: a * b,
		bGivenA: a > 0 ? { low: both.low / a, high: both.high / a } : undefined,
		aGivenB: b > 0 ? { low: both.low / b, high: both.high / b } : undefined
	};
}

/**
 * The same from two rounded shares: the outermost bounds over all that rounding allows. The share of b
 * among those who gave a is least where both are least, and largest where b is largest and a least.
 *
 * @param halfA how far rounding may have moved a: 0.005 for whole per cents, 0.01 for the sum of two of
 * them, 0 for shares that were computed
 * @param halfB the same of b
 * @throws {RangeError} if a share is outside 0…1
 */
export function roundedBounds(
	a: number,
	b: number,
	halfA: number,
	halfB = halfA
): Omit<FrechetBounds, 'independent'> {
	expectShare('a', a);
	expectShare('b', b);
	const [boxA, boxB] = [roundingBox(a, halfA), roundingBox(b, halfB)];
	const low = Math.max(0, boxA.low + boxB.low - 1);
	const given = (of: Interval, other: Interval) =>
		of.low > 0 ? clipToShares({ low: low / of.low, high: other.high / of.low }) : undefined;
	return {
		both: { low, high: Math.min(boxA.high, boxB.high) },
		bGivenA: given(boxA, boxB),
		aGivenB: given(boxB, boxA)
	};
}

/** The lowest share of both that sampling error leaves possible, under three joint shares. */
export interface JointFloor {
	/** As many gave both answers as possible: the most cautious floor. */
	ifMost: number;
	ifIndependent: number;
	/** As few gave both answers as possible. */
	ifLeast: number;
}

/**
 * The floor a + b − 1 of the joint share, less 1.96 standard errors of a + b.
 *
 * That error depends on the joint share itself, which is unknown: hence three floors.
 * var(a + b) = [a(1−a) + b(1−b) + 2(π − ab)] / n, π the joint share.
 *
 * @param n effective number of respondents
 * @throws {RangeError} if a share is outside 0…1 or n is not positive
 */
export function jointFloor(a: number, b: number, n: number): JointFloor {
	const { both, independent } = frechetBounds(a, b);
	expectPositive('n', n);
	const floorIf = (joint: number) => {
		const variance = (a * (1 - a) + b * (1 - b) + 2 * (joint - a * b)) / n;
		return Math.max(0, a + b - 1 - Z * Math.sqrt(Math.max(0, variance)));
	};
	return {
		ifMost: floorIf(both.high),
		ifIndependent: floorIf(independent),
		ifLeast: floorIf(both.low)
	};
}
