import { expectPositive, expectShare } from './expect.ts';
import { PEW_Z } from './interval.ts';

/**
 * The design effect behind a published margin of error.
 *
 * @param n interviews
 * @param margin as a share: 0.041 for ±4.1 points
 * @throws {RangeError} if n is not positive or the margin is not in 0…1
 *
 * Pew's rule, solved for deff: margin = 1.96 · √(0.25 / n · deff).
 */
export function designEffectFromMargin(n: number, margin: number, z = PEW_Z): number {
	expectPositive('n', n);
	expectPositive('margin', margin);
	expectShare('margin', margin);
	return (margin / z) ** 2 * 4 * n;
}

/**
 * The effective number of respondents behind a published margin of error: n / deff.
 *
 * @throws {RangeError} as designEffectFromMargin
 */
export function effectiveNFromMargin(n: number, margin: number, z = PEW_Z): number {
	return n / designEffectFromMargin(n, margin, z);
}

/**
 * Pew's margin of error, which is that of a share of 50 %.
 *
 * @returns a share: 0.041 for ±4.1 points
 * @throws {RangeError} if n or the design effect is not positive
 */
export function marginOfError(n: number, designEffect: number): number {
	expectPositive('n', n);
	expectPositive('designEffect', designEffect);
	return PEW_Z * Math.sqrt((0.25 / n) * designEffect);
}
