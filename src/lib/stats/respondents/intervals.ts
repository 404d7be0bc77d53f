import { betaQuantile, tCritical } from './distributions.ts';
import { expectPositive, expectShare } from '#lib/stats/published/expect.ts';
import { type Interval, Z } from '#lib/stats/published/interval.ts';
import { likelihoodInterval } from './likelihood.ts';
import type { ShareEstimate } from './share.ts';
import { wilson } from '#lib/stats/published/wilson.ts';

/**
 * The ways to put a 95 % interval around a weighted share. Without suffix the effective n is that
 * of the design; nstar: also corrected for the degrees of freedom; kish: from the weights alone.
 */
export const INTERVAL_METHODS = [
	'wilson',
	'wilson_nstar',
	'wilson_kish',
	'clopper_kish',
	'korn_graubard',
	'korn_graubard_capped',
	'logit',
	'arcsine',
	'likelihood',
	'mean_t',
	'mean_z',
	'agresti_coull',
	'jeffreys',
	'uniform'
] as const;

export type IntervalMethod = (typeof INTERVAL_METHODS)[number];

/**
 * The 95 % interval of a weighted share.
 *
 * mean_t, mean_z and agresti_coull may leave 0…1; all others stay within.
 *
 * @returns undefined where designN is, except that the kish methods do without and wilson falls
 * back on Kish's effective n
 *
 * Korn & Graubard 1998, Survey Methodology 24, 193–201; the rest as in R survey's svyciprop and in
 * Franco, Little, Louis & Slud 2019, Journal of Survey Statistics and Methodology 7, 334–364.
 */
export function intervalOf(
	estimate: ShareEstimate,
	method: IntervalMethod = 'wilson'
): Interval | undefined {
	const { share, n, se, kishN, designN } = estimate;
	if (method === 'wilson') return wilson(share, estimate.effectiveN);
	if (method === 'wilson_kish') return wilson(share, kishN);
	if (method === 'clopper_kish') return clopperPearson(share, kishN);

	const t = tCritical(estimate.df);
	const starN = kornGraubardN(estimate);
	if (designN === undefined || t === undefined || starN === undefined) return;
	switch (method) {
		case 'mean_t':
			return { low: share - t * se, high: share + t * se };
		case 'logit':
			return logit(share, t * se);
		case 'arcsine':
			return arcsine(share, t * se);
		case 'likelihood':
			return likelihoodInterval(share, designN, t);
		case 'korn_graubard':
			return clopperPearson(share, starN);
		case 'korn_graubard_capped':
			return clopperPearson(share, Math.min(starN, n));
		case 'wilson_nstar':
			return wilson(share, starN);
		case 'mean_z':
			return { low: share - Z * se, high: share + Z * se };
		case 'agresti_coull':
			return agrestiCoull(share, designN);
		case 'jeffreys':
			return betaPosterior(share, designN, 0.5);
		case 'uniform':
			return betaPosterior(share, designN, 1);
	}
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

function betaPosterior(share: number, n: number, prior: number): Interval {
	const yes = n * share + prior;
	const no = n * (1 - share) + prior;
	return { low: betaQuantile(0.025, yes, no), high: betaQuantile(0.975, yes, no) };
}

function agrestiCoull(share: number, n: number): Interval {
	const enlarged = n + Z * Z;
	const centre = (n * share + (Z * Z) / 2) / enlarged;
	const half = Z * Math.sqrt((centre * (1 - centre)) / enlarged);
	return { low: centre - half, high: centre + half };
}

/** @param half half the width of the interval if it were symmetric around the share */
function logit(share: number, half: number): Interval {
	const centre = Math.log(share / (1 - share));
	const reach = half / (share * (1 - share));
	const back = (x: number) => 1 / (1 + Math.exp(-x));
	return { low: back(centre - reach), high: back(centre + reach) };
}

/** @param half as for logit */
function arcsine(share: number, half: number): Interval {
	const centre = Math.asin(Math.sqrt(share));
	const reach = half / (2 * Math.sqrt(share * (1 - share)));
	// As in R: near 0 and 1 the angle leaves its quarter, the sine turns back, and the limit printed
	// is a little inside 0…1 where it should be 0 or 1. So this method is for comparison only.
	return { low: Math.sin(centre - reach) ** 2, high: Math.sin(centre + reach) ** 2 };
}
