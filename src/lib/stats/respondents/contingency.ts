import type { Domain } from './domain.ts';
import { expectRows } from '#lib/stats/published/expect.ts';

/** A question by a grouping. Cells lie row by row: cell = row · groups.length + group. */
export interface ContingencyTable {
	domain: Domain;
	/** Codes of the question that occur, ascending. */
	answers: number[];
	/** Codes of the grouping that occur, ascending. */
	groups: number[];
	/** Per member of the domain. */
	cellOfMember: Uint32Array;
	/** Per cell, unweighted. */
	count: Float64Array;
	/** Per cell, share of the whole weighted domain. */
	share: Float64Array;
}

/**
 * Counts a domain by a question and a grouping.
 *
 * @throws {RangeError} if a member has no code in one of the columns: cut the domain to those who
 * have, or if a column has not one value per row of the file
 */
export function tableOf(
	domain: Domain,
	question: Float64Array,
	grouping: Float64Array
): ContingencyTable {
	const { design, members, weights } = domain;
	const answerOfMember = numberCodes('question', domain, question);
	const groupOfMember = numberCodes('grouping', domain, grouping);
	const { codes: answers } = answerOfMember;
	const { codes: groups } = groupOfMember;

	const cellOfMember = new Uint32Array(members.length);
	const count = new Float64Array(answers.length * groups.length);
	const share = new Float64Array(count.length);
	for (const [k, i] of members.entries()) {
		const cell = answerOfMember.numbers[k]! * groups.length + groupOfMember.numbers[k]!;
		cellOfMember[k] = cell;
		count[cell]! += 1;
		share[cell]! += design.weight[i]! / weights.sum;
	}
	return { domain, answers, groups, cellOfMember, count, share };
}

function numberCodes(name: string, { design, members }: Domain, column: Float64Array) {
	expectRows(name, column, design.fileRows);
	const codesOfMembers = Float64Array.from(members, (i) => column[design.rows[i]!]!);
	const empty = codesOfMembers.findIndex(Number.isNaN);
	if (empty >= 0) {
		const row = design.rows[members[empty]!]!;
		throw new RangeError(`Expected a code of the ${name} for every member, got none in row ${row}`);
	}
	const codes = [...new Set(codesOfMembers)].sort((a, b) => a - b);
	const numberOf = new Map(codes.map((code, number) => [code, number]));
	return { codes, numbers: Uint32Array.from(codesOfMembers, (code) => numberOf.get(code)!) };
}

/** Per PSU of the design: Σ w · value of the member's cell / W. */
export function psuTotalsOf(table: ContingencyTable, value: Float64Array): Float64Array {
	const { design, members, weights } = table.domain;
	const totals = new Float64Array(design.stratumOfPsu.length);
	for (const [k, i] of members.entries()) {
		totals[design.psu[i]!]! += (design.weight[i]! * value[table.cellOfMember[k]!]!) / weights.sum;
	}
	return totals;
}

/** Pearson's X² of the two sides of a table of counts, row by row. */
export function pearson(cells: Float64Array, columns: number): number {
	const ofRow = new Float64Array(cells.length / columns);
	const ofColumn = new Float64Array(columns);
	let total = 0;
	for (const [cell, count] of cells.entries()) {
		ofRow[Math.floor(cell / columns)]! += count;
		ofColumn[cell % columns]! += count;
		total += count;
	}
	let x2 = 0;
	for (const [cell, count] of cells.entries()) {
		const expected = (ofRow[Math.floor(cell / columns)]! * ofColumn[cell % columns]!) / total;
		x2 += (count - expected) ** 2 / expected;
	}
	return x2;
}
