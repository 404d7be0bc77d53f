import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import stdlibNormalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { normalCdf } from '#lib/stats/published/normal.ts';

export { betaCdf, betaQuantile, chiSquareQuantile, fQuantile, tCdf, tQuantile };

/**
 * Quantile of the standard normal distribution.
 *
 * @stdlib's is off by 1e-8 at p = 1e-10; one Newton step brings it to the last digits.
 */
export function normalQuantile(p: number): number {
	if (p > 0.5) return -normalQuantile(1 - p);
	const z = stdlibNormalQuantile(p, 0, 1);
	if (!Number.isFinite(z)) return z;
	const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
	return z - (normalCdf(z) - p) / density;
}

/** The t that a 95 % interval uses; undefined without degrees of freedom. */
export function tCritical(df: number): number | undefined {
	return df > 0 ? tQuantile(0.975, df) : undefined;
}

/** Two-sided p-value of a t statistic. */
export function tP(t: number, df: number): number {
	return 2 * tCdf(-Math.abs(t), df);
}

/** Probability of a larger F. The lower tail of 1/F keeps the digits that 1 − cdf would lose. */
export function fUpperTail(f: number, df1: number, df2: number): number {
	return fCdf(1 / f, df2, df1);
}

/** Probability of a larger chi-square; absolute error 1e-15, so nothing below that is exact. */
export function chiSquareUpperTail(x: number, df: number): number {
	return 1 - chiSquareCdf(x, df);
}
