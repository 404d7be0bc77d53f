/**
 * The whole number nearest to a value, halves upward, as polling tables are printed.
 *
 * 1e-9 is added first: 0.285 × 100 is 28.499999999999996 in binary and would print 28.
 */
export function roundHalfUp(value: number): number {
	return Math.floor(value + 0.5 + 1e-9);
}

/**
 * How far rounding may have moved a figure, as a share: half a point in a whole per cent, and half a point
 * for each part where the figure is the sum of printed parts. One with decimals was not rounded.
 *
 * @param pct in per cent
 * @param parts how many rounded numbers it is the sum of
 */
export const roundingHalfWidth = (pct: number, parts = 1): number =>
	Number.isInteger(pct) ? 0.005 * parts : 0;

/** A share (0…1) in whole percents. Round once, from the unrounded share. */
export function percent(share: number): number {
	return roundHalfUp(100 * share);
}
