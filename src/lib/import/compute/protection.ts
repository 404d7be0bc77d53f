import type { Bounds, LinearBounds } from './linear-bounds.ts';

/** A withheld number: what is to stay unknown of it. */
export interface Target {
	/** In words, for the report. */
	name: string;
	/** The number as a sum of unknowns, in points of those who were asked. */
	terms: ReadonlyMap<string, number>;
	/** How wide the bounds must be, in the same points. */
	least: number;
	/** Table it is of, where several are looked at together. */
	table?: string;
}

/** A number that is shown and may be hidden to protect another. */
export interface Candidate {
	/** Its place among the known sums. */
	place: number;
	/** How much a reader loses with it; the cheapest goes first. */
	cost: number;
	/** Table it is of, where several are looked at together: those of the same table are tried first. */
	table?: string;
}

/** A withheld number after all that could be hidden for it is. */
export interface Audited extends Target {
	/**
	 * Nothing that could be hidden makes the bounds wide enough: numbers on record alone tell it. Its `least` is
	 * then the width that these leave, so that what is published adds nothing to them.
	 */
	isOpen: boolean;
}

/** So many respondents of a group a withheld number must be able to differ by. */
const leastRespondents = 10;
/** In points of the group; of a very small one ten respondents would be more than can be asked for. */
const mostPoints = 20;

/** How wide the bounds of a withheld share must be, in points of a group of n respondents. */
export const leastWidth = (n: number): number =>
	Math.min(mostPoints, Math.max(1, (100 * leastRespondents) / n));

/** Solvers stop a little short of the true optimum. */
const tolerance = 1e-6;

const widthOf = ({ low, high }: Bounds): number => high - low;

/**
 * Hides the cheapest numbers until no withheld one comes out within its least width, then shows again
 * what turns out to be needless.
 *
 * @returns places that were hidden, and what was found of every target
 */
export function protect(
	bounds: LinearBounds,
	targets: Target[],
	candidates: Candidate[]
): { hidden: Set<number>; audited: Audited[] } {
	const hidden = new Set<number>();
	/** What numbers on record leave of those that they tell by themselves. */
	const open = new Map<Target, number>();
	const leastOf = (target: Target): number => open.get(target) ?? target.least;
	const isExposed = (target: Target): boolean =>
		!bounds.isAsWide(target.terms, leastOf(target) - tolerance);
	let record: LinearBounds | undefined;
	try {
		lookAtAll(bounds, targets);
		for (const target of targets) {
			if (!isExposed(target)) continue;
			// What even hiding everything would not protect must come out no nearer than without us.
			record ??= bounds.without(new Set(candidates.map(({ place }) => place)));
			const most = widthOf(record.of(target.terms));
			if (most < target.least - tolerance) open.set(target, most);
			while (isExposed(target)) {
				const left = candidates.filter(({ place }) => !hidden.has(place));
				const place = victimFor(bounds, target, leastOf(target), left);
				if (place === undefined) break;
				hidden.add(place);
				bounds.hide(place);
			}
		}
		const dear = candidates
			.filter(({ place }) => hidden.has(place))
			.toSorted((a, b) => b.cost - a.cost);
		for (const { place } of dear) {
			bounds.show(place);
			if (targets.some(isExposed)) bounds.hide(place);
			else hidden.delete(place);
		}
		const audited = targets.map((target): Audited => ({
			...target,
			least: leastOf(target),
			isOpen: open.has(target)
		}));
		return { hidden, audited };
	} finally {
		record?.dispose();
	}
}

/**
 * Most withheld numbers turn out to be wide enough when all of them are asked for at once, and need no
 * solving of their own; those that do not are asked for together again, as long as that helps.
 */
function lookAtAll(bounds: LinearBounds, targets: Target[]): void {
	const isLeft = ({ terms, least }: Target) => widthOf(bounds.seen(terms)) < least - tolerance;
	let left = targets;
	for (;;) {
		if (left.length < 2) return;
		bounds.of(together(left));
		const next = left.filter(isLeft);
		if (next.length === left.length) return;
		left = next;
	}
}

/** The sum of all targets, each in its least width. */
function together(targets: Target[]): Map<string, number> {
	const sum = new Map<string, number>();
	for (const { terms, least } of targets)
		for (const [name, factor] of terms) sum.set(name, (sum.get(name) ?? 0) + factor / least);
	return sum;
}

/**
 * The cheapest number that protects the target; else the one that widens its bounds most; where none does
 * alone, as in a table with totals on both sides, the cheapest. Only numbers that hold the bounds are tried.
 *
 * @returns undefined where no number does
 */
function victimFor(
	bounds: LinearBounds,
	{ terms, table }: Target,
	least: number,
	candidates: Candidate[]
): number | undefined {
	const now = bounds.priced(terms);
	const holding = candidates.filter(({ place }) => now.binding.has(place));
	const own = holding.filter((each) => each.table === table);
	const byCost = (own.length > 0 ? own : holding).toSorted((a, b) => a.cost - b.cost);
	let widest = widthOf(now) + tolerance;
	let best: number | undefined;
	for (const { place } of byCost) {
		bounds.hide(place);
		const width = widthOf(bounds.of(terms));
		bounds.show(place);
		if (width >= least - tolerance) return place;
		if (width > widest) [widest, best] = [width, place];
	}
	return best ?? byCost[0]?.place;
}
