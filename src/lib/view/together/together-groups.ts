import type { Counted } from '#lib/words/together/measured.ts';
import type { Limits } from './together.ts';

/** The limits once the overlap is known: nothing is left to be moved. */
export function settled(limits: Limits, { pct }: Counted): Limits {
	const only = (share: number) => ({ low: share, high: share });
	return {
		...limits,
		both: only(pct),
		said: { both: only(pct) },
		bGivenA: limits.a > 0 ? only(Math.min(100, (100 * pct) / limits.a)) : undefined,
		aGivenB: limits.b > 0 ? only(Math.min(100, (100 * pct) / limits.b)) : undefined,
		steps: null,
		usual: pct,
		overlap: pct
	};
}

/** Those who gave neither answer, only the first, both, or only the second. */
export type GroupName = 'neither' | 'onlyA' | 'both' | 'onlyB';

/** One of the four groups, in per cent. */
export interface Group {
	name: GroupName;
	/** At the overlap at hand. */
	now: number;
	/** At any overlap that the two shares allow. */
	least: number;
	most: number;
}

/** The four groups that an overlap implies; they add up to 100. */
export function groupsAt({ a, b, both }: Limits, overlap: number): Group[] {
	// Shares with decimals leave a residue in the last binary digit.
	const share = (pct: number) => Math.max(0, pct);
	const group = (name: GroupName, of: (joint: number) => number): Group => {
		const [one, other] = [share(of(both.low)), share(of(both.high))];
		return {
			name,
			now: share(of(overlap)),
			least: Math.min(one, other),
			most: Math.max(one, other)
		};
	};
	return [
		group('neither', (joint) => 100 - a - b + joint),
		group('onlyA', (joint) => a - joint),
		group('both', (joint) => joint),
		group('onlyB', (joint) => b - joint)
	];
}

/** A part of the bar, in per cent from its left end. */
export interface Stretch {
	group: GroupName;
	/** In this group at every overlap. */
	isCertain: boolean;
	x: number;
	width: number;
}

/**
 * The bar of a hundred people: the second answer's end at the right end, the first one's are pushed
 * into it from the left. So each group keeps a certain part that never moves.
 */
export function stretchesOf(groups: Group[]): Stretch[] {
	let x = 0;
	return groups
		.flatMap(({ name, now, least }) => {
			const certain = { group: name, isCertain: true, width: least };
			const open = { group: name, isCertain: false, width: now - least };
			return name === 'onlyA' ? [open, certain] : [certain, open];
		})
		.map((part) => {
			const stretch = { ...part, x };
			x += part.width;
			return stretch;
		})
		.filter(({ width }) => width > 0);
}
