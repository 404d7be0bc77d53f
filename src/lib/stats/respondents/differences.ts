import { tCritical, tP } from './distributions.ts';
import { degreesOfFreedom, type Domain } from './domain.ts';
import type { Interval } from '#lib/stats/published/interval.ts';
import { normalP } from '#lib/stats/published/normal.ts';
import {
	type Answer,
	estimateOf,
	isUnmeasured,
	linearizeAnswer,
	type ShareEstimate
} from './share.ts';
import { covarianceOf, type LinearizedShare, varianceOf } from './taylor.ts';

/** The difference a − b of two weighted shares. Shares and errors are 0…1. */
export interface Difference {
	a: ShareEstimate;
	b: ShareEstimate;
	difference: number;
	se: number;
	covariance: number;
	df: number;
	/**
	 * t, p and interval are undefined without sampling error or degrees of freedom, and where the
	 * design says nothing about one of the two variances.
	 */
	t?: number;
	p?: number;
	/** p if the degrees of freedom were unlimited. */
	pNormal?: number;
	interval?: Interval;
}

/**
 * One answer in two groups of the same country; the groups may overlap.
 *
 * The df are those of both groups together less one, as R's svyttest has it.
 *
 * @throws {RangeError} if the groups were cut from different designs, or the column has not one
 * value per row of the file
 */
export function groupDifference(a: Domain, b: Domain, answer: Answer): Difference {
	if (a.design !== b.design) {
		throw new RangeError('Expected two domains of one design, got two designs');
	}
	const df = degreesOfFreedom(a.design, [...a.members, ...b.members]) - 1;
	return differenceOf(a, linearizeAnswer(a, answer), b, linearizeAnswer(b, answer), df);
}

/**
 * The difference of two groups as it is printed: its error no smaller than that of as many people drawn at
 * random, as few sampling units may happen to agree.
 *
 * @returns undefined where the design says nothing about it; p is undefined where there is no error
 */
export function cautiousDifference(
	found: Difference
): { difference: number; se: number; df: number; p: number | undefined } | undefined {
	const { a, b, difference, df } = found;
	if (tCritical(df) === undefined || isUnmeasured(a) || isUnmeasured(b)) return;
	const atRandom = ({ share, n }: ShareEstimate): number => (share * (1 - share)) / n;
	const se = Math.max(found.se, Math.sqrt(atRandom(a) + atRandom(b)));
	return { difference, se, df, p: se > 0 ? tP(difference / se, df) : undefined };
}

function differenceOf(
	domainA: Domain,
	linearizedA: LinearizedShare,
	domainB: Domain,
	linearizedB: LinearizedShare,
	df: number
): Difference {
	const a = estimateOf(domainA, linearizedA);
	const b = estimateOf(domainB, linearizedB);
	const difference = a.share - b.share;
	// V_a + V_b − 2 cov in one sum of squares, so that rounding cannot make it negative.
	const totals = linearizedA.psuTotals.map((total, psu) => total - linearizedB.psuTotals[psu]!);
	const se = Math.sqrt(varianceOf(domainA.design, totals));
	const covariance = covarianceOf(domainA.design, linearizedA.psuTotals, linearizedB.psuTotals);
	const result = { a, b, difference, se, covariance, df };

	const critical = tCritical(df);
	if (se === 0 || critical === undefined || isUnmeasured(a) || isUnmeasured(b)) return result;
	const t = difference / se;
	return {
		...result,
		t,
		p: tP(t, df),
		pNormal: normalP(t),
		interval: { low: difference - critical * se, high: difference + critical * se }
	};
}
