import type { Design } from './design.ts';
import type { Domain } from './domain.ts';

/** A share in linear form: from its PSU totals follow its variance and all its covariances. */
export interface LinearizedShare {
	/** Respondents who count, unweighted. */
	picked: number;
	/** Sum of their weights. */
	weighted: number;
	/** 0…1 */
	share: number;
	/** Per PSU of the design: Σ w (y − share) / W over the members of the domain. */
	psuTotals: Float64Array;
}

/**
 * The share of a domain that passes, linearized (Taylor).
 *
 * Whether it is exactly 0 or 1 is decided on counts: two sums of the same weights in another order
 * differ in the last digit.
 *
 * @param passes asked once per member, with its row in the file
 */
export function linearize(domain: Domain, passes: (row: number) => boolean): LinearizedShare {
	const { design, members, weights } = domain;
	const psuTotals = new Float64Array(design.stratumOfPsu.length);
	const chosen = new Uint8Array(members.length);
	let picked = 0;
	for (let k = 0; k < members.length; k++)
		if (passes(design.rows[members[k]!]!)) picked += chosen[k] = 1;
	if (picked === 0) return { picked, weighted: 0, share: 0, psuTotals };
	if (picked === members.length) return { picked, weighted: weights.sum, share: 1, psuTotals };

	let weighted = 0;
	for (let k = 0; k < members.length; k++) {
		if (chosen[k] === 0) continue;
		const i = members[k]!;
		weighted += design.weight[i]!;
		psuTotals[design.psu[i]!]! += design.weight[i]! / weights.sum;
	}
	const share = weighted / weights.sum;
	for (let k = 0; k < members.length; k++) {
		const i = members[k]!;
		psuTotals[design.psu[i]!]! -= (design.weight[i]! * share) / weights.sum;
	}
	return { picked, weighted, share, psuTotals };
}

/**
 * Covariance of two linearized quantities of one design, from their PSU totals.
 *
 * Σ over strata of n/(n−1) Σ over PSUs (a − mean a)(b − mean b); PSUs outside the domain count as
 * 0. A stratum with a single PSU adds a·b, as R's survey.lonely.psu = "adjust".
 */
export function covarianceOf(design: Design, a: Float64Array, b: Float64Array): number {
	const { stratumOfPsu, psusInStratum } = design;
	const meanA = stratumMeans(design, a);
	const meanB = a === b ? meanA : stratumMeans(design, b);
	let covariance = 0;
	for (let psu = 0; psu < stratumOfPsu.length; psu++) {
		const h = stratumOfPsu[psu]!;
		const n = psusInStratum[h]!;
		const scale = n === 1 ? 1 : n / (n - 1);
		covariance += scale * (a[psu]! - meanA[h]!) * (b[psu]! - meanB[h]!);
	}
	return covariance;
}

/** Variance of a linearized quantity from its PSU totals. */
export function varianceOf(design: Design, totals: Float64Array): number {
	const variance = covarianceOf(design, totals, totals);
	// Totals that cancel leave rounding errors of 1e-17, which would read as near certainty.
	return variance > 1e-24 ? variance : 0;
}

/** Mean of the PSU totals in each stratum; 0 where a single PSU is not to be centred. */
function stratumMeans({ stratumOfPsu, psusInStratum }: Design, totals: Float64Array): Float64Array {
	const means = new Float64Array(psusInStratum.length);
	for (let psu = 0; psu < totals.length; psu++) {
		const h = stratumOfPsu[psu]!;
		if (psusInStratum[h]! > 1) means[h]! += totals[psu]! / psusInStratum[h]!;
	}
	return means;
}
