import type { Interval } from '#lib/stats/published/interval.ts';

/**
 * The shares that the observed one does not contradict, by the binomial likelihood ratio.
 *
 * The limits are the q with 2n[p ln(p/q) + (1−p) ln((1−p)/(1−q))] = t², n the effective number.
 *
 * @param share above 0 and below 1
 * @param t quantile that takes the place of the normal 1.96
 */
export function likelihoodInterval(share: number, n: number, t: number): Interval {
	const contradicts = (q: number) =>
		2 * n * (share * Math.log(share / q) + (1 - share) * Math.log((1 - share) / (1 - q))) > t * t;
	return { low: boundary(0, share, contradicts), high: boundary(1, share, contradicts) };
}

/** Halves the way between a contradicted and an accepted value until no number lies between. */
function boundary(outside: number, inside: number, contradicts: (q: number) => boolean): number {
	for (;;) {
		const middle = (outside + inside) / 2;
		if (middle === outside || middle === inside) return middle;
		if (contradicts(middle)) outside = middle;
		else inside = middle;
	}
}
