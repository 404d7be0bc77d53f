import type { Domain } from './domain.ts';
import { expectRows } from '#lib/stats/published/expect.ts';
import { linearize, type LinearizedShare, varianceOf } from './taylor.ts';

/** The answer to a question: one code, or several for a NET. */
export interface Answer {
	/** One code per row of the file; NaN is system-missing. */
	column: Float64Array;
	codes: readonly number[];
}

/** A weighted share with its precision. Shares and errors are 0…1. */
export interface ShareEstimate {
	/** Respondents in the domain, unweighted. */
	n: number;
	/** Of these, respondents who gave the answer. */
	picked: number;
	/** Sum of the weights of those who gave it. */
	weighted: number;
	share: number;
	variance: number;
	se: number;
	df: number;
	/**
	 * Effective n from the design, share(1 − share) / variance; undefined for a share of 0 or 1 and
	 * where the design says nothing about the variance, as within a single PSU.
	 */
	designN?: number;
	/** Effective n from the weights alone. */
	kishN: number;
	/** designN, or kishN where there is none. May exceed n. */
	effectiveN: number;
	/** effectiveN, at most n: the one to print and to suppress by. */
	cappedN: number;
}

/**
 * Weighted share of a domain that gave an answer, with its Taylor variance.
 *
 * A member without a code did not give the answer: cut the domain to the base of the question.
 *
 * @throws {RangeError} if the column has not one value per row of the file
 *
 * Linearization and domains as in R survey: Binder 1983, International Statistical Review 51.
 */
export function shareOf(domain: Domain, answer: Answer): ShareEstimate {
	return estimateOf(domain, linearizeAnswer(domain, answer));
}

/** @throws {RangeError} if the column has not one value per row of the file */
export function linearizeAnswer(domain: Domain, { column, codes }: Answer): LinearizedShare {
	expectRows('column', column, domain.design.fileRows);
	return linearize(domain, (row) => codes.includes(column[row]!));
}

/** Whether the design leaves open how precise a share is; at 0 and 1 its variance is 0 by rule. */
export function isUnmeasured({ share, designN }: ShareEstimate): boolean {
	return designN === undefined && share > 0 && share < 1;
}

export function estimateOf(domain: Domain, linearized: LinearizedShare): ShareEstimate {
	const { picked, weighted, share, psuTotals } = linearized;
	const variance = varianceOf(domain.design, psuTotals);
	const designN = variance > 0 && domain.df > 0 ? (share * (1 - share)) / variance : undefined;
	const { n, kishN } = domain.weights;
	const effectiveN = designN ?? kishN;
	return {
		n,
		picked,
		weighted,
		share,
		variance,
		se: Math.sqrt(variance),
		df: domain.df,
		designN,
		kishN,
		effectiveN,
		cappedN: Math.min(n, effectiveN)
	};
}
