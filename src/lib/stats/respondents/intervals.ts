import { betaQuantile, tCritical } from './distributions.ts';
import { expectPositive, expectShare } from '#lib/stats/published/expect.ts';
import { type Interval, Z } from '#lib/stats/published/interval.ts';
import type { ShareEstimate } from './share.ts';
import { wilson } from '#lib/stats/published/wilson.ts';

/**
 * The 95 % interval of Korn and Graubard, with no more people than were asked.
 *
 * @returns undefined where designN is
 *
 * Korn & Graubard 1998, Survey Methodology 24, 193–201.
 */
export function kornGraubard(estimate: ShareEstimate): Interval | undefined {
	const n = kornGraubardN(estimate);
	return n === undefined ? undefined : clopperPearson(estimate.share, Math.min(n, estimate.n));
}

/**
 * The interval to print: Wilson's with the effective n of the design, which counts for no more than as many
 * people drawn at random, and with t at the design's degrees of freedom in place of z.
 *
 * @param share another share than the estimate's own: the printed one, or an end of its rounding
 * @returns undefined where the design says nothing
 */
export function cautiousInterval(
	estimate: ShareEstimate,
	share = estimate.share
): Interval | undefined {
	const n = cautiousN(estimate);
	return n === undefined ? undefined : wilson(share, n);
}

/** Effective n, at most n, less what few degrees of freedom cost: cappedN · (z / t(df))². */
function cautiousN({ cappedN, df }: ShareEstimate): number | undefined {
	const t = tCritical(df);
	return t === undefined ? undefined : cappedN * (Z / t) ** 2;
}

/**
 * Effective n corrected for the degrees of freedom, n_eff · (t(n−1) / t(df))².
 *
 * @returns undefined where designN is
 */
export function kornGraubardN({ designN, n, df }: ShareEstimate): number | undefined {
	const t = tCritical(df);
	const tOfN = tCritical(n - 1);
	if (designN === undefined || t === undefined || tOfN === undefined) return;
	return designN * (tOfN / t) ** 2;
}

/**
 * Exact binomial interval, also for an n that is not whole.
 *
 * @throws {RangeError} if the share is outside 0…1 or n is not positive
 *
 * Clopper & Pearson 1934, Biometrika 26, 404–413, in its Beta form.
 */
export function clopperPearson(share: number, n: number): Interval {
	expectShare('share', share);
	expectPositive('n', n);
	const yes = n * share;
	const no = n * (1 - share);
	return {
		low: share === 0 ? 0 : betaQuantile(0.025, yes, no + 1),
		high: share === 1 ? 1 : betaQuantile(0.975, yes + 1, no)
	};
}
