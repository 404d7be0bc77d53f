import { expectPositive, expectShare } from './expect.ts';
import type { Interval } from './interval.ts';
import { normalP } from './normal.ts';
import { zOfDifference } from './two-proportions.ts';
import { roundingCorners, wilsonRounded } from './wilson.ts';

/** What is assumed where East's and West's numbers of respondents are not published. */
export interface Assumptions {
	/** Interviews in the whole country. */
	n: number;
	/** East's share of the sample. */
	eastShare: Interval;
	/** Design effect. */
	deff: Interval;
	/** How far rounding may have moved each figure: 0.005 for whole percents. */
	halfWidth: number;
}

/**
 * For Pew's survey of Germany, spring 2015, whose own n and margin were not seen.
 *
 * With n = 1,000 (998 to 1,003) the grid gives the p-values printed in the project's design:
 * .0008 at most for 40/19, .007 to .109 for 46/57.
 */
export const GERMANY_2015: Readonly<Assumptions> = {
	n: 1000,
	eastShare: { low: 0.15, high: 0.2 },
	deff: { low: 1.3, high: 2 },
	halfWidth: 0.005
};

/** One combination of assumptions, with the lowest and highest p that rounding allows. */
interface AssumptionCell {
	eastShare: number;
	deff: number;
	pLow: number;
	pHigh: number;
}

/** What every combination of assumptions says of a gap. */
export interface AssumptionGrid {
	/** The grid, East's share varying slowest. */
	cells: AssumptionCell[];
	/** Outermost 95 % limits over the grid of East and West (Wilson). */
	eastBand: Interval;
	westBand: Interval;
}

// Steps of one point and of 0.05 for the default assumptions, so that the grid meets 1.75.
const EAST_SHARE_STEPS = 6;
const DEFF_STEPS = 15;

/**
 * What every combination of assumptions says of two rounded figures of East and West.
 *
 * Each cell of the grid takes n_E = n · eastShare / deff and n_W = n · (1 − eastShare) / deff as
 * effective numbers and looks at the four corners of rounding. |z| grows with the distance of the
 * two figures wherever they lie, so the corners with the least and the greatest |z| have the highest
 * and the lowest p, except that p is 1 when both true figures may be the same.
 *
 * @throws {RangeError} if a figure or an assumption is outside its range, or low lies above high
 */
export function assumptionGrid(
	east: number,
	west: number,
	assumptions: Assumptions = GERMANY_2015
): AssumptionGrid {
	expectShare('east', east);
	expectShare('west', west);
	expectAssumptions(assumptions);
	const { eastShare, deff, halfWidth } = assumptions;
	const corners = roundingCorners(east, west, halfWidth);
	const mayBeEqual = Math.abs(east - west) <= 2 * halfWidth + 1e-9;
	const effects = stepsOf(deff, DEFF_STEPS);
	const cells: AssumptionCell[] = [];
	for (const share of stepsOf(eastShare, EAST_SHARE_STEPS))
		for (const effect of effects) {
			const nEast = sizeOf(assumptions, share, effect);
			const nWest = sizeOf(assumptions, 1 - share, effect);
			let [least, most] = [Infinity, 0];
			for (const [e, w] of corners) {
				const distance = Math.abs(zOfDifference(e, nEast, w, nWest));
				least = Math.min(least, distance);
				most = Math.max(most, distance);
			}
			const pHigh = mayBeEqual ? 1 : normalP(least);
			cells.push({ eastShare: share, deff: effect, pLow: normalP(most), pHigh });
		}
	return {
		cells,
		eastBand: wilsonRounded(east, sizeOf(assumptions, eastShare.low, deff.high), halfWidth),
		westBand: wilsonRounded(west, sizeOf(assumptions, 1 - eastShare.high, deff.high), halfWidth)
	};
}

function sizeOf({ n }: Assumptions, shareOfSample: number, deff: number): number {
	return (n * shareOfSample) / deff;
}

function stepsOf({ low, high }: Interval, count: number): number[] {
	return Array.from({ length: count }, (_, step) => low + ((high - low) * step) / (count - 1));
}

function expectAssumptions({ n, eastShare, deff }: Assumptions): void {
	expectPositive('n', n);
	for (const [name, { low, high }] of Object.entries({ eastShare, deff })) {
		expectPositive(`${name}.low`, low);
		if (!(low <= high)) {
			throw new RangeError(`Expected ${name} from low to high, got ${low}–${high}`);
		}
	}
	expectPositive('deff.high', deff.high);
	if (eastShare.high >= 1) {
		throw new RangeError(`Expected eastShare below 1, got ${eastShare.high}`);
	}
}
