import { percent } from '#lib/stats/index.ts';
import type { KnownQuestion } from '#lib/import/catalog.ts';
import { LinearBounds, type KnownSum, type Solver } from './linear-bounds.ts';
import type { PairTable, Side } from './pairs.ts';
import { leastWidth, protect, type Audited, type Candidate, type Target } from './protection.ts';

/** Codes that are no answers of the project: never shown, and in every sum. */
const others = '';

/**
 * Hides further pairs of a table of two questions until no hidden one comes out within its least width.
 *
 * A reader knows of each shown share, and of each total on record, that it lies within half a point. The
 * answers of one question add up to each total of the other, the parts of a net to the net.
 *
 * @param knows whether the total of an answer is known, for the people of this table
 * @returns a new table; the one given stays as it was
 */
export function hidePairs(
	table: PairTable,
	knows: (side: Side) => boolean,
	solver: Solver
): PairTable & { audited: Audited[] } {
	const pairs = table.pairs.map((pair) => ({ ...pair }));
	const bounds = new LinearBounds(solver, pairSums({ ...table, pairs }, knows));
	try {
		const targets = pairTargets(table);
		const { hidden, audited } = protect(bounds, targets, pairCandidates(table));
		for (const place of hidden) pairs[place]!.disclosure = 'derivable';
		return { ...table, pairs, audited };
	} finally {
		bounds.dispose();
	}
}

/** Pairs hidden for their own sake. */
export const pairTargets = ({ a, b, pairs }: PairTable): Target[] =>
	pairs
		.filter(({ disclosure }) => disclosure === 'imprecise')
		.map((pair) => ({
			name: `${a.id} ${pair.a.answer.id} × ${b.id} ${pair.b.answer.id}`,
			terms: termsOf(pair),
			least: leastWidth(pair.estimate.n)
		}));

/** Pairs that are shown, by their place in the table, which is that of their sum too. */
export const pairCandidates = ({ pairs }: PairTable): Candidate[] =>
	pairs.flatMap(({ disclosure, estimate }, place) =>
		disclosure === 'shown' ? [{ place, cost: estimate.picked }] : []
	);

/** The total of a single answer of one of the two questions, as a sum of unknowns of the table. */
export function marginTerms(
	{ a, b, pairs, hasOthers }: PairTable,
	side: 'a' | 'b',
	answer: string
): Map<string, number> {
	const across =
		side === 'a'
			? leavesOf(b, pairs.map((pair) => pair.b), hasOthers.b) // prettier-ignore
			: leavesOf(a, pairs.map((pair) => pair.a), hasOthers.a); // prettier-ignore
	return new Map(
		across.map((other) => [side === 'a' ? nameOf(answer, other) : nameOf(other, answer), 1])
	);
}

const nameOf = (a: string, b: string): string => `${a}×${b}`;

const leavesIn = ({ id, kind, parts }: Side['answer']): string[] => (kind === 'net' ? parts : [id]);

/** A pair as a sum of unknowns: of a net all its parts. */
const termsOf = ({ a, b }: { a: Side; b: Side }): Map<string, number> =>
	new Map(
		leavesIn(a.answer).flatMap((one) =>
			leavesIn(b.answer).map((other) => [nameOf(one, other), 1] as const)
		)
	);

/** Everything a table of pairs tells: a sum for each pair in its order, then each known total, then 100. */
export function pairSums(table: PairTable, knows: (side: Side) => boolean): KnownSum[] {
	const { a, b, pairs, hasOthers } = table;
	const within = (terms: Map<string, number>, share: number): KnownSum => {
		const printed = percent(share);
		return { terms, low: printed - 0.5, high: printed + 0.5 };
	};
	const leavesA = leavesOf(a, pairs.map((pair) => pair.a), hasOthers.a); // prettier-ignore
	const leavesB = leavesOf(b, pairs.map((pair) => pair.b), hasOthers.b); // prettier-ignore
	const cross = (ones: string[], others: string[]): Map<string, number> =>
		new Map(ones.flatMap((one) => others.map((other) => [nameOf(one, other), 1] as const)));
	const once = (side: 'a' | 'b'): Side[] => [
		...new Map(pairs.map((pair) => [pair[side].answer.id, pair[side]])).values()
	];
	return [
		...pairs.map((pair): KnownSum =>
			pair.disclosure === 'shown'
				? within(termsOf(pair), pair.estimate.share)
				: { terms: termsOf(pair), low: -1e30, high: 1e30 }
		),
		...once('a').filter(knows).map((side) => within(cross(leavesIn(side.answer), leavesB), side.share)), // prettier-ignore
		...once('b').filter(knows).map((side) => within(cross(leavesA, leavesIn(side.answer)), side.share)), // prettier-ignore
		{ terms: cross(leavesA, leavesB), low: 100, high: 100 }
	];
}

const leavesOf = ({ answers }: KnownQuestion, listed: Side[], hasOthers: boolean): string[] => {
	const ids = new Set(listed.map(({ answer }) => answer.id));
	const known = answers.filter(({ id, kind }) => ids.has(id) && kind !== 'net');
	return [...known.map(({ id }) => id), ...(hasOthers ? [others] : [])];
};
