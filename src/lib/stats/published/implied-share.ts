import { expectShare } from './expect.ts';
import { clipToShares, type Interval } from './interval.ts';
import { roundingBox } from './wilson.ts';

/** The weight that one part must have had in a total. */
export interface ImpliedShare extends Interval {
	/** From the figures as printed; undefined if the two parts are printed equal. */
	point?: number;
}

/**
 * East's share of the sample that makes three published figures fit: (west − total) / (west − east).
 *
 * @param halfWidth how far rounding may have moved each figure: 0.005 for whole percents
 * @returns the range over all that rounding allows, within 0…1; all of 0…1 if the true figures of
 * the two parts may be equal, since then any share fits
 * @throws {RangeError} if a figure is outside 0…1
 */
export function impliedShare(
	total: number,
	east: number,
	west: number,
	halfWidth = 0.005
): ImpliedShare {
	expectShare('total', total);
	expectShare('east', east);
	expectShare('west', west);
	expectShare('halfWidth', halfWidth);
	const point = west === east ? undefined : (west - total) / (west - east);
	// The same 1e-9 as in roundHalfUp: 0.47 − 0.46 is a little more than 0.01.
	if (Math.abs(west - east) <= 2 * halfWidth + 1e-9) return { point, low: 0, high: 1 };

	const ends = ({ low, high }: Interval) => [low, high];
	const corners = ends(roundingBox(total, halfWidth)).flatMap((t) =>
		ends(roundingBox(east, halfWidth)).flatMap((e) =>
			ends(roundingBox(west, halfWidth)).map((w) => (w - t) / (w - e))
		)
	);
	return { point, ...clipToShares({ low: Math.min(...corners), high: Math.max(...corners) }) };
}
