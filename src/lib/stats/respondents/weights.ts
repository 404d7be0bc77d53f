import { marginOfError } from '#lib/stats/published/published-margin.ts';

/** What the weights of a group of respondents cost in precision. */
export interface WeightSummary {
	/** Respondents, unweighted. */
	n: number;
	sum: number;
	sumOfSquares: number;
	/** Effective number of respondents, (Σw)² / Σw² (Kish 1965, Survey Sampling). */
	kishN: number;
	/** n / kishN. */
	kishDeff: number;
	/** 1 + (sd/mean)², sd with n − 1, as in Pew's calculate_deff; undefined for one respondent. */
	pewDeff?: number;
	/** Pew's margin of error, a share; undefined for one respondent. */
	pewMargin?: number;
}

/**
 * Effective number, design effect and Pew's margin of error of weighted respondents.
 *
 * @throws {RangeError} if there are no weights, or one is not positive
 */
export function summarizeWeights(weights: Float64Array): WeightSummary {
	const n = weights.length;
	if (n === 0) throw new RangeError('Expected at least one weight, got 0');
	let sum = 0;
	let sumOfSquares = 0;
	for (const weight of weights) {
		if (!(weight > 0)) throw new RangeError(`Expected weights above 0, got ${weight}`);
		sum += weight;
		sumOfSquares += weight * weight;
	}
	const kishN = sum ** 2 / sumOfSquares;
	const summary = { n, sum, sumOfSquares, kishN, kishDeff: n / kishN };
	if (n === 1) return summary;

	const mean = sum / n;
	let squaredDeviations = 0;
	for (const weight of weights) squaredDeviations += (weight - mean) ** 2;
	const pewDeff = 1 + squaredDeviations / (n - 1) / mean ** 2;
	return { ...summary, pewDeff, pewMargin: marginOfError(n, pewDeff) };
}
