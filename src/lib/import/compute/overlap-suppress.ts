import { derivable, type Equation } from '#lib/stats/index.ts';
import type { KnownQuestion } from '#lib/import/catalog.ts';
import type { Pair, PairTable, Side } from './pairs.ts';

/** Answers that the project does not have are never shown, and stand in every sum. */
const others = '';

/**
 * Hides further pairs of a table of two questions until no hidden one can be worked out.
 *
 * The answers of one question add up to each total of the other, the parts of a net to the net. The
 * totals themselves are known where they are figures; a total that was hidden must not come out of this
 * table either. Of the pairs that stand in one sum with one that could be worked out, that is hidden which
 * leaves the fewest such, and of equals the one with the fewest respondents, until there is none.
 *
 * @param knows whether the share of a single answer is known
 * @returns a new table; the one given stays as it was
 */
export function hidePairs(table: PairTable, knows: (side: Side) => boolean): PairTable {
	const pairs = table.pairs.map((pair) => ({ ...pair }));
	const at = new Map(pairs.map((pair) => [nameOf(pair.a.answer.id, pair.b.answer.id), pair]));
	const margins = new Map(
		pairs.flatMap(({ a, b }) => [
			[nameOf(a.answer.id, undefined), knows(a)] as const,
			[nameOf(undefined, b.answer.id), knows(b)] as const
		])
	);
	const sums = sumsOf(table);
	const isOurs = (name: string) => at.has(name) || margins.has(name);
	const openIf = (hidden?: Pair): string[] =>
		openOnes(
			sums,
			(name) => margins.get(name) ?? (at.get(name)?.fate === 'shown' && at.get(name) !== hidden),
			isOurs
		);
	for (let open = openIf(); open.length > 0; open = openIf()) {
		const neighbours = sums
			.filter((sum) => open.some((name) => sum.has(name)))
			.flatMap((sum) => [...sum.keys()].flatMap((name) => at.get(name) ?? []));
		const candidates = [neighbours, pairs]
			.map((some) => some.filter(({ fate }) => fate === 'shown'))
			.find((some) => some.length > 0);
		const [victim] = (candidates ?? [])
			.map((pair) => ({ pair, left: openIf(pair).length }))
			.toSorted((x, y) => x.left - y.left || x.pair.estimate.picked - y.pair.estimate.picked);
		if (!victim) break;
		victim.pair.fate = 'derivable';
	}
	return { ...table, pairs };
}

/** Name of a pair of answers; undefined stands for all answers of that question, so for a total. */
const nameOf = (a: string | undefined, b: string | undefined): string => `${a ?? '*'}×${b ?? '*'}`;

/** What is not shown and could be worked out, of what the project has answers for. */
function openOnes(
	sums: ReadonlyMap<string, number>[],
	isShown: (name: string) => boolean,
	isOurs: (name: string) => boolean
): string[] {
	const numbers = new Map<string, number>();
	const numberOf = (name: string): number => {
		const known = numbers.get(name) ?? numbers.size;
		numbers.set(name, known);
		return known;
	};
	const equations = sums
		.map(
			(sum): Equation =>
				new Map(
					[...sum]
						.filter(([name]) => !isShown(name))
						.map(([name, factor]) => [numberOf(name), factor])
				)
		)
		.filter((equation) => equation.size > 0);
	const fixed = derivable(equations);
	return [...numbers].filter(([name, at]) => fixed.has(at) && isOurs(name)).map(([name]) => name);
}

/** Everything that adds up to nothing: answers less their total, parts less their net. */
export function sumsOf({ a, b, pairs, hasOthers }: PairTable): ReadonlyMap<string, number>[] {
	const listed = (side: 'a' | 'b') => [...new Set(pairs.map((pair) => pair[side].answer.id))];
	const linesA = linesOf(a, listed('a'), hasOthers.a);
	const linesB = linesOf(b, listed('b'), hasOthers.b);
	const everyA = [...listed('a'), ...(hasOthers.a ? [others] : []), undefined];
	const everyB = [...listed('b'), ...(hasOthers.b ? [others] : []), undefined];
	const sum = (
		{ parts, whole }: Line,
		name: (answer: string | undefined) => string
	): ReadonlyMap<string, number> =>
		new Map([...parts.map((part) => [name(part), 1] as const), [name(whole), -1]]);
	return [
		...everyB.flatMap((fixed) =>
			linesA.map((line) => sum(line, (answer) => nameOf(answer, fixed)))
		),
		...everyA.flatMap((fixed) => linesB.map((line) => sum(line, (answer) => nameOf(fixed, answer))))
	].map((each) => new Map([...each].filter(([name]) => name !== nameOf(undefined, undefined))));
}

/** Answers that add up to a net, or (whole undefined) to all who were asked. */
interface Line {
	parts: string[];
	whole: string | undefined;
}

function linesOf({ answers }: KnownQuestion, listed: string[], hasOthers: boolean): Line[] {
	const known = answers.filter(({ id }) => listed.includes(id));
	const nets = known.filter(({ kind }) => kind === 'net');
	const leaves = known.filter(({ kind }) => kind !== 'net').map(({ id }) => id);
	return [
		...nets.map(({ id, parts }) => ({ parts, whole: id })),
		{ parts: [...leaves, ...(hasOthers ? [others] : [])], whole: undefined }
	];
}
