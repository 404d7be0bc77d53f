import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

export { betaQuantile, tCdf, tQuantile };

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
