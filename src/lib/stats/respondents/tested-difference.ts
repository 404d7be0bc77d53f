import { tCritical, tP } from './distributions.ts';
import { expectPositive } from '#lib/stats/published/expect.ts';
import type { Interval } from '#lib/stats/published/interval.ts';

/** A difference with its test. */
export interface TestedDifference {
	t: number;
	p: number;
	interval: Interval;
}

/**
 * t-test of a difference of which the standard error is known, as after a survey's own design.
 *
 * @param difference and its standard error, both 0…1 or both in points
 * @param df degrees of freedom
 * @throws {RangeError} if the error or the degrees of freedom are not positive
 */
export function testedDifference(difference: number, se: number, df: number): TestedDifference {
	expectPositive('se', se);
	expectPositive('df', df);
	const critical = tCritical(df)!;
	const t = difference / se;
	return {
		t,
		p: tP(t, df),
		interval: { low: difference - critical * se, high: difference + critical * se }
	};
}
