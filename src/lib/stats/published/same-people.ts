import { expectPositive, expectShare } from './expect.ts';
import { frechetBounds } from './frechet.ts';
import { type Interval, Z } from './interval.ts';
import { normalP } from './normal.ts';

/** The difference of two answers of one question, from published figures. */
export interface AnswerGap {
	difference: number;
	se: number;
	z: number;
	p: number;
	interval: Interval;
}

/**
 * Compares two answers of one question, given by the same people, from their shares alone.
 *
 * @param n effective number of respondents
 * @throws {RangeError} if the shares are outside 0…1, add up to more than 1, or n is not positive
 *
 * Multinomial: var(a − b) = [a + b − (a − b)²] / n.
 */
export function answerGap(a: number, b: number, n: number): AnswerGap {
	expectShare('a', a);
	expectShare('b', b);
	// Two rounded shares, 0.585 and 0.415, may pass 1 in the last binary digit.
	if (a + b > 1 + 1e-9) throw new RangeError(`Expected a + b up to 1, got ${a + b}`);
	expectPositive('n', n);

	const difference = a - b;
	const se = Math.sqrt(Math.max(0, a + b - difference ** 2) / n);
	const z = difference === 0 ? 0 : difference / se;
	return {
		difference,
		se,
		z,
		p: normalP(z),
		interval: { low: difference - Z * se, high: difference + Z * se }
	};
}

/** The difference of two questions put to the same people, from published figures. */
export interface QuestionGap {
	difference: number;
	/** low if as many people as possible gave both answers, high if as few as possible. */
	se: Interval;
}

/**
 * Compares answers of two questions put to the same people, from the two shares alone.
 *
 * How many gave both answers is unknown, so the standard error is a range.
 *
 * @param n effective number of respondents
 * @throws {RangeError} if a share is outside 0…1 or n is not positive
 *
 * var(a − b) = [a(1−a) + b(1−b) − 2(π − ab)] / n, π the joint share within its Fréchet bounds.
 */
export function questionGap(a: number, b: number, n: number): QuestionGap {
	const { both } = frechetBounds(a, b);
	expectPositive('n', n);
	const seIf = (joint: number) =>
		Math.sqrt(Math.max(0, a * (1 - a) + b * (1 - b) - 2 * (joint - a * b)) / n);
	return { difference: a - b, se: { low: seIf(both.high), high: seIf(both.low) } };
}
