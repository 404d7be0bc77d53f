import type { Database } from '#db/open.ts';
import {
	frechetBounds,
	jointFloor,
	roundedBounds,
	type FrechetBounds
} from '#lib/stats/published/frechet.ts';
import { roundHalfUp, roundingHalfWidth } from '#lib/stats/published/rounding.ts';
import { assumedN } from '#lib/view/assumptions.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Base, Floor, Limits, TogetherView } from '#lib/view/together/together.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';

/* What two figures of the same people allow, and how far sampling error lowers it. */

/** How far rounding may have moved a figure, as a share; the sum of two printed parts was rounded twice. */
export const roundingOf = ({ pct, status }: DataPoint): number =>
	roundingHalfWidth(pct ?? 0, status === 'sum_of_parts' ? 2 : 1);

/**
 * What two figures in per cent allow, with the overlap where it is asked for, if it can be there.
 *
 * @param halfA how far rounding may have moved the first figure, as a share
 * @param halfB the same of the second
 */
export function limitsOf(
	a: number,
	b: number,
	asked: number | null,
	halfA = roundingHalfWidth(a),
	halfB = roundingHalfWidth(b)
): Limits {
	const bounds = frechetBounds(a / 100, b / 100);
	const both = inPercent(bounds.both);
	const independent = tidy(100 * bounds.independent);
	const [low, high] = [Math.ceil(both.low), Math.floor(both.high)];
	const nearest = Math.min(high, Math.max(low, roundHalfUp(independent)));
	const said = saidOf(a, b, halfA, halfB);
	const steps = low < high ? { low, independent: nearest, high } : null;
	const usual = steps ? low : both.low;
	const isPossible = asked !== null && steps && low <= asked && asked <= high;
	return {
		a,
		b,
		both,
		independent,
		said,
		bGivenA: bounds.bGivenA && inPercent(bounds.bGivenA),
		aGivenB: bounds.aGivenB && inPercent(bounds.aGivenB),
		steps,
		usual,
		overlap: isPossible ? asked : usual
	};
}

/**
 * Limits over all that rounding allows. Halves are rounded up, so an upper limit is never reached: 58 and 68
 * leave at most just below 58.5 for both, which prints as 58.
 */
function saidOf(a: number, b: number, halfA: number, halfB: number): Limits['said'] {
	const half = Math.max(halfA, halfB);
	const bounds = roundedBounds(a / 100, b / 100, halfA, halfB);
	const inside = ({ low, high }: { low: number; high: number }) => {
		const range = inPercent({ low, high });
		return half > 0 && range.high < 100 ? { ...range, high: range.high - 1e-6 } : range;
	};
	return {
		both: inside(bounds.both),
		bGivenA: bounds.bGivenA && inside(bounds.bGivenA),
		aGivenB: bounds.aGivenB && inside(bounds.aGivenB)
	};
}

/** Without the residue of binary fractions: 58 + 68 − 100 is 26, and whole. */
const tidy = (pct: number): number => Number(pct.toFixed(9));

const inPercent = ({ low, high }: FrechetBounds['both']) => ({
	low: tidy(100 * low),
	high: tidy(100 * high)
});

/** Interviews behind both figures where the reader assumes nothing; null: not to be had. */
interface Size {
	n: number | null;
	nSource: Floor['nSource'];
	/** Effective interviews, where they were computed. */
	nEff: number | null;
}

/**
 * The number of interviews of a whole country is never lent to a part of it: without one of its own,
 * or one that the reader assumes, a group has none.
 */
export function sizeOf(
	db: Database,
	{ survey, country, group }: Base,
	[a, b]: [DataPoint, DataPoint]
): Size {
	const nEff = a.nEff !== null && b.nEff !== null ? Math.min(a.nEff, b.nEff) : null;
	const own = a.n !== null && b.n !== null ? Math.min(a.n, b.n) : null;
	if (own !== null || group !== 'all') return { n: own, nSource: 'figures', nEff };
	const germany = country === 'deu' ? wholeDictionary(db).surveys[survey]?.nGermany : undefined;
	if (germany) return { n: germany, nSource: 'survey', nEff };
	return { n: assumedN, nSource: 'usual', nEff };
}

/** The lowest share of both under sampling error, or null without a number of interviews. */
export function floorOf(
	view: TogetherView,
	[a, b]: [DataPoint, DataPoint],
	size: Size
): Floor | null {
	const isKnown = view.n === null && size.nEff !== null;
	const n = view.n ?? size.n;
	const nEff = isKnown ? size.nEff : n && n / view.deff;
	if (!nEff) return null;
	const floor = jointFloor((a.pct ?? 0) / 100, (b.pct ?? 0) / 100, nEff);
	return {
		ifMost: 100 * floor.ifMost,
		ifIndependent: 100 * floor.ifIndependent,
		ifLeast: 100 * floor.ifLeast,
		n: isKnown ? null : n,
		nSource: view.n === null ? size.nSource : 'reader',
		deff: isKnown ? null : view.deff,
		nEff
	};
}
