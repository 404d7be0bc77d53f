import { holm } from './holm.ts';
import type { Interval } from './interval.ts';

/* The one judge of differences: every page, file and sentence that says whether a gap holds asks here. */

/** Error of the first kind that a whole family of comparisons may have. */
const LEVEL = 0.05;

/** p < .05 under every assumption; p ≥ .05 under every one; neither. */
export type Verdict = 'holds' | 'does-not-hold' | 'uncertain';

/** What can be said of one comparison that was looked at together with others. */
export interface FamilyVerdict {
	verdict: Verdict;
	/** Lowest and highest p over assumptions and rounding, raised for the whole family (Holm). */
	low: number;
	high: number;
	/** Comparisons in the family. */
	of: number;
}

/** The verdict on p-values that go from the lowest to the highest. */
export function verdictOn({ low, high }: Interval): Verdict {
	if (high < LEVEL) return 'holds';
	return low < LEVEL ? 'uncertain' : 'does-not-hold';
}

/**
 * Judges several comparisons as one family, so that not one in twenty comes out by chance.
 *
 * Within one cell of assumptions each comparison has a lowest and a highest p, between which rounding
 * leaves it open. Holm never lowers a p when another one of the family rises, so that the lowest ones
 * together give the lowest adjusted p, and the highest ones the highest.
 *
 * @param comparisons p-values of each comparison, by cell of assumptions: the same cells for all, one
 * where nothing is assumed
 * @returns in the order given
 * @throws {RangeError} if the comparisons have not the same number of cells
 */
export function judgeFamily(comparisons: readonly (readonly Interval[])[]): FamilyVerdict[] {
	const cells = comparisons[0]?.length ?? 0;
	const odd = comparisons.find(({ length }) => length !== cells);
	if (odd) throw new RangeError(`Expected ${cells} cells of assumptions, got ${odd.length}`);
	const ranges = comparisons.map((): Interval => ({ low: 1, high: 0 }));
	// From cell to cell the order hardly changes, and what is nearly sorted is sorted at once.
	const orders = { low: [...comparisons.keys()], high: [...comparisons.keys()] };
	for (let cell = 0; cell < cells; cell++) {
		const low = holm(
			comparisons.map((each) => each[cell]!.low),
			orders.low
		);
		const high = holm(
			comparisons.map((each) => each[cell]!.high),
			orders.high
		);
		ranges.forEach((range, index) => {
			range.low = Math.min(range.low, low[index]!);
			range.high = Math.max(range.high, high[index]!);
		});
	}
	return ranges.map((range) => ({ ...range, verdict: verdictOn(range), of: comparisons.length }));
}
