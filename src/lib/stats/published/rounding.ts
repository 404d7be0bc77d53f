/**
 * The whole number nearest to a value, halves upward, as polling tables are printed.
 *
 * 1e-9 is added first: 0.285 × 100 is 28.499999999999996 in binary and would print 28.
 */
export function roundHalfUp(value: number): number {
	return Math.floor(value + 0.5 + 1e-9);
}

/** A share (0…1) in whole percents. Round once, from the unrounded share. */
export function percent(share: number): number {
	return roundHalfUp(100 * share);
}
