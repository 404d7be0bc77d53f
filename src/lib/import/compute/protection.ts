import type { Bounds, LinearBounds } from './linear-bounds.ts';

/** A withheld number: what is to stay unknown of it. */
export interface Target {
	/** In words, for the report. */
	name: string;
	/** The number as a sum of unknowns, in points of those who were asked. */
	terms: ReadonlyMap<string, number>;
	/** How wide the bounds must be, in the same points. */
	least: number;
}

/** A number that is shown and may be hidden to protect another. */
export interface Candidate {
	/** Its place among the known sums. */
	place: number;
	/** How much a reader loses with it; the cheapest goes first. */
	cost: number;
}

/** Bounds of a withheld number that everything published allows. */
export interface Audited extends Target {
	bounds: Bounds;
	/** Nothing that could be hidden makes the bounds wide enough: public numbers alone tell it. */
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
 * @returns places that were hidden, and the bounds of every target
 */
export function protect(
	bounds: LinearBounds,
	targets: Target[],
	candidates: Candidate[]
): { hidden: Set<number>; audited: Audited[] } {
	const hidden = new Set<number>();
	const open = new Set<Target>();
	const isExposed = (target: Target): boolean =>
		widthOf(bounds.of(target.terms)) < target.least - tolerance;
	for (const target of targets) {
		if (!isExposed(target)) continue;
		// What even hiding everything would not protect, public numbers tell by themselves.
		const shown = candidates.filter(({ place }) => !hidden.has(place));
		for (const { place } of shown) bounds.hide(place);
		const isHopeless = isExposed(target);
		for (const { place } of shown) bounds.show(place);
		if (isHopeless) {
			open.add(target);
			continue;
		}
		while (isExposed(target)) {
			const place = victimFor(
				bounds,
				target,
				candidates.filter((each) => !hidden.has(each.place))
			);
			hidden.add(place);
			bounds.hide(place);
		}
	}
	const dear = candidates
		.filter(({ place }) => hidden.has(place))
		.toSorted((a, b) => b.cost - a.cost);
	for (const { place } of dear) {
		bounds.show(place);
		if (targets.some((target) => !open.has(target) && isExposed(target))) bounds.hide(place);
		else hidden.delete(place);
	}
	const audited = targets.map((target): Audited => ({
		...target,
		bounds: bounds.of(target.terms),
		isOpen: open.has(target)
	}));
	return { hidden, audited };
}

/**
 * The cheapest number that protects the target; else the one that widens its bounds most; where none does
 * alone, as in a table with totals on both sides, the cheapest.
 */
function victimFor(bounds: LinearBounds, target: Target, candidates: Candidate[]): number {
	const byCost = candidates.toSorted((a, b) => a.cost - b.cost);
	let widest = widthOf(bounds.of(target.terms)) + tolerance;
	let best: number | undefined;
	for (const { place } of byCost) {
		bounds.hide(place);
		const width = widthOf(bounds.of(target.terms));
		bounds.show(place);
		if (width >= target.least - tolerance) return place;
		if (width > widest) [widest, best] = [width, place];
	}
	return best ?? byCost[0]!.place;
}
