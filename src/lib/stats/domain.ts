import type { Design } from './design.ts';
import { expectRows } from './expect.ts';
import { summarizeWeights, type WeightSummary } from './weights.ts';

/** The respondents of a country that a share is taken over: a base, a group, or both. */
export interface Domain {
	design: Design;
	/** 0-based numbers of the respondents within the design, ascending. */
	members: Uint32Array;
	weights: WeightSummary;
	/** PSUs with a member less strata with a member. */
	df: number;
}

/**
 * The respondents of a design that all the masks mark.
 *
 * @param masks per row of the file, 1 for rows that belong; none for the whole country
 * @returns undefined if nobody belongs
 * @throws {RangeError} if a mask has not one value per row of the file
 */
export function domainOf(design: Design, ...masks: Uint8Array[]): Domain | undefined {
	for (const mask of masks) expectRows('mask', mask, design.fileRows);
	const members: number[] = [];
	for (let i = 0; i < design.rows.length; i++) {
		const row = design.rows[i]!;
		if (masks.every((mask) => mask[row] === 1)) members.push(i);
	}
	if (members.length === 0) return;

	return {
		design,
		members: Uint32Array.from(members),
		weights: summarizeWeights(Float64Array.from(members, (i) => design.weight[i]!)),
		df: degreesOfFreedom(design, members)
	};
}

/** PSUs less strata, of those that contain one of the respondents. */
export function degreesOfFreedom(design: Design, members: Iterable<number>): number {
	const psus = new Set<number>();
	for (const i of members) psus.add(design.psu[i]!);
	const strata = new Set<number>();
	for (const psu of psus) strata.add(design.stratumOfPsu[psu]!);
	return psus.size - strata.size;
}
