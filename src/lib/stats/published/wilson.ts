import { expectPositive, expectShare } from './expect.ts';
import { clipToShares, type Interval, Z } from './interval.ts';

/**
 * The 95 % interval of one share.
 *
 * @param n effective number of respondents; need not be whole
 * @throws {RangeError} if the share is outside 0…1 or n is not positive
 *
 * Wilson 1927, JASA 22, 209–212; with an effective n: Franco, Little, Louis & Slud 2019.
 */
export function wilson(share: number, n: number): Interval {
	expectShare('share', share);
	expectPositive('n', n);
	const shrink = 1 + (Z * Z) / n;
	const centre = (share + (Z * Z) / (2 * n)) / shrink;
	const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / n + (Z / (2 * n)) ** 2);
	// Subtraction may miss the share in the last digit where the limit should meet it, at 0 and 1.
	return clipToShares({
		low: Math.min(share, centre - half),
		high: Math.max(share, centre + half)
	});
}

/**
 * The interval of a share of which only the rounded figure is known.
 *
 * @param halfWidth how far rounding may have moved the figure: 0.005 for whole percents
 * @throws {RangeError} as wilson, or if halfWidth is outside 0…1
 */
export function wilsonRounded(share: number, n: number, halfWidth: number): Interval {
	expectShare('share', share);
	const { low, high } = roundingBox(share, halfWidth);
	return { low: wilson(low, n).low, high: wilson(high, n).high };
}

/** The unrounded shares that may stand behind a rounded one. */
export function roundingBox(share: number, halfWidth: number): Interval {
	expectShare('halfWidth', halfWidth);
	return clipToShares({ low: share - halfWidth, high: share + halfWidth });
}

/** The four corners of the unrounded pairs that may stand behind two rounded shares. */
export function roundingCorners(
	a: number,
	b: number,
	halfA: number,
	halfB = halfA
): [number, number][] {
	const [x, y] = [roundingBox(a, halfA), roundingBox(b, halfB)];
	return [
		[x.low, y.low],
		[x.low, y.high],
		[x.high, y.low],
		[x.high, y.high]
	];
}
