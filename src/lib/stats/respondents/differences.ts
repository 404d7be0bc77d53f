import { tCritical, tP } from './distributions.ts';
import { degreesOfFreedom, type Domain } from './domain.ts';
import { type FrechetBounds, frechetBounds } from '#lib/stats/published/frechet.ts';
import type { Interval } from '#lib/stats/published/interval.ts';
import { normalP } from '#lib/stats/published/normal.ts';
import { answerGap, questionGap } from '#lib/stats/published/same-people.ts';
import {
	type Answer,
	estimateOf,
	isUnmeasured,
	linearizeAnswer,
	type ShareEstimate
} from './share.ts';
import { covarianceOf, linearize, type LinearizedShare, varianceOf } from './taylor.ts';

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

/** Two answers of one question, given by the same people. */
export interface AnswerDifference extends Difference {
	/** The standard error that the two shares and Kish's effective n alone would give. */
	seFromMargins: number;
}

/**
 * Two answers of one question in one domain.
 *
 * @throws {RangeError} if the answers share a code, or are not of one question
 */
export function answerDifference(domain: Domain, a: Answer, b: Answer): AnswerDifference {
	if (a.column !== b.column) throw new RangeError('Expected answers of one question, got two');
	const shared = a.codes.find((code) => b.codes.includes(code));
	if (shared !== undefined) {
		throw new RangeError(`Expected separate answers, got code ${shared} twice`);
	}
	const result = within(domain, linearizeAnswer(domain, a), linearizeAnswer(domain, b));
	return {
		...result,
		seFromMargins: answerGap(result.a.share, result.b.share, domain.weights.kishN).se
	};
}

/** Answers of two questions put to the same people. */
export interface QuestionDifference extends Difference {
	/** Share that gave both answers. */
	both: ShareEstimate;
	/** What the two shares alone would say about it. */
	bounds: FrechetBounds;
	/** The standard errors that the two shares and Kish's effective n alone would allow. */
	seFromMargins: Interval;
}

/**
 * Answers of two questions in one domain: cut it to those who were asked both.
 *
 * @throws {RangeError} if a column has not one value per row of the file
 */
export function questionDifference(domain: Domain, a: Answer, b: Answer): QuestionDifference {
	const result = within(domain, linearizeAnswer(domain, a), linearizeAnswer(domain, b));
	const both = linearize(
		domain,
		(row) => a.codes.includes(a.column[row]!) && b.codes.includes(b.column[row]!)
	);
	return {
		...result,
		both: estimateOf(domain, both),
		bounds: frechetBounds(result.a.share, result.b.share),
		seFromMargins: questionGap(result.a.share, result.b.share, domain.weights.kishN).se
	};
}

function within(domain: Domain, a: LinearizedShare, b: LinearizedShare): Difference {
	return differenceOf(domain, a, domain, b, domain.df);
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
