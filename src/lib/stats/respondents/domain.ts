import type { Design } from './design.ts';
import { expectRows } from '#lib/stats/published/expect.ts';
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
	const members = membersOf(design, masks);
	if (members.length === 0) return;

	const weights = new Float64Array(members.length);
	for (let k = 0; k < members.length; k++) weights[k] = design.weight[members[k]!]!;
	return {
		design,
		members,
		weights: summarizeWeights(weights),
		df: degreesOfFreedom(design, members)
	};
}

// Plain loops: every figure of every table passes here, and closures cost three times as much.
function membersOf({ rows }: Design, masks: Uint8Array[]): Uint32Array {
	const members = new Uint32Array(rows.length);
	let count = 0;
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i]!;
		let belongs = true;
		for (let m = 0; belongs && m < masks.length; m++) belongs = masks[m]![row] === 1;
		if (belongs) members[count++] = i;
	}
	return members.slice(0, count);
}

/** PSUs less strata, of those that contain one of the respondents. */
export function degreesOfFreedom(design: Design, members: Iterable<number>): number {
	const isPsu = new Uint8Array(design.stratumOfPsu.length);
	const isStratum = new Uint8Array(design.psusInStratum.length);
	let df = 0;
	for (const i of members) {
		const psu = design.psu[i]!;
		if (isPsu[psu] === 1) continue;
		isPsu[psu] = 1;
		df++;
		const stratum = design.stratumOfPsu[psu]!;
		if (isStratum[stratum] === 0) df--;
		isStratum[stratum] = 1;
	}
	return df;
}
