import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivable, type Equation, type ShareEstimate } from '#lib/stats/index.ts';
import type { KnownAnswer, KnownQuestion } from '#lib/import/catalog.ts';
import type { Pair, PairTable } from '#lib/import/compute/pairs.ts';
import { hidePairs } from '#lib/import/compute/overlap-suppress.ts';

const answer = (id: string, parts: string[] = []): KnownAnswer => ({
	id,
	label: id,
	kind: parts.length > 0 ? 'net' : 'substantive',
	parts
});
const question = (id: string, answers: KnownAnswer[]): KnownQuestion => ({
	id,
	number: '',
	title: id,
	wording: '',
	headline: answers[0]!.id,
	answers
});
const plain = [answer('yes'), answer('no'), answer('dk')];
const nested = [
	answer('good', ['very', 'rather']),
	answer('very'),
	answer('rather'),
	answer('bad')
];

/** @param given respondents of a pair, and whether it is too imprecise */
function tableOf(
	ofA: KnownAnswer[],
	ofB: KnownAnswer[],
	given: (at: number) => { picked: number; hide: boolean },
	hasOthers = { a: false, b: false }
): PairTable {
	const [a, b] = [question('a', ofA), question('b', ofB)];
	let at = 0;
	const pairs = ofA.flatMap((one) =>
		ofB.map((other): Pair => {
			const { picked, hide } = given(at++);
			return {
				a: { question: a, answer: one, share: 0 },
				b: { question: b, answer: other, share: 0 },
				estimate: { picked } as ShareEstimate,
				fate: hide ? 'imprecise' : 'shown'
			};
		})
	);
	return { a, b, pairs, hasOthers };
}

const hiddenOf = ({ pairs }: PairTable): string[] =>
	pairs.flatMap(({ a, b, fate }) =>
		fate === 'shown' ? [] : [`${a.answer.id} ${b.answer.id} ${fate}`]
	);

const sizes = [50, 40, 5, 30, 20, 6, 9, 8, 2];
const only =
	(...hidden: number[]) =>
	(at: number) => ({ picked: sizes[at] ?? 20, hide: hidden.includes(at) });

test('A table in which all may be shown stays as it is', () => {
	expect(hiddenOf(hidePairs(tableOf(plain, plain, only()), () => true))).toEqual([]);
});

test('A hidden pair takes small ones with it, two in every row and column it touches; the largest stays', () => {
	const { pairs } = hidePairs(tableOf(plain, plain, only(8)), () => true);
	const hidden = pairs.flatMap(({ fate }, at) => (fate === 'shown' ? [] : [at]));
	expect(hidden).toContain(8);
	expect(hidden).not.toContain(0);
	for (const line of [0, 1, 2]) {
		expect(hidden.filter((at) => at % 3 === line)).not.toHaveLength(1);
		expect(hidden.filter((at) => Math.floor(at / 3) === line)).not.toHaveLength(1);
	}
});

test('Where the total of an answer is not known, its pairs do not give it away', () => {
	const knows = ({ answer: { id } }: { answer: KnownAnswer }) => id !== 'dk';
	const table = hidePairs(tableOf(plain, plain, only()), knows);
	expect(hiddenOf(table).length).toBeGreaterThan(0);
});

test('Answers that the project does not have leave nothing to work out', () => {
	const table = tableOf(plain, plain, only(8), { a: true, b: true });
	expect(hiddenOf(hidePairs(table, () => true))).toEqual(['dk dk imprecise']);
});

/** The sums of a table once more, from paper: rows, columns, nets; totals known. */
function equationsOf(ofA: KnownAnswer[], ofB: KnownAnswer[], hidden: Set<number>): Equation[] {
	const at = (a: KnownAnswer, b: KnownAnswer) => ofA.indexOf(a) * ofB.length + ofB.indexOf(b);
	const leaves = (answers: KnownAnswer[]) => answers.filter(({ kind }) => kind !== 'net');
	const parts = (answers: KnownAnswer[], net: KnownAnswer) =>
		answers.filter(({ id }) => net.parts.includes(id));
	const sums: [number, number][][] = [
		...ofA.map((a) => leaves(ofB).map((b): [number, number] => [at(a, b), 1])),
		...ofB.map((b) => leaves(ofA).map((a): [number, number] => [at(a, b), 1])),
		...ofA.flatMap((net) =>
			net.parts.length === 0
				? []
				: ofB.map((b): [number, number][] => [
						[at(net, b), -1],
						...parts(ofA, net).map((a): [number, number] => [at(a, b), 1])
					])
		),
		...ofB.flatMap((net) =>
			net.parts.length === 0
				? []
				: ofA.map((a): [number, number][] => [
						[at(a, net), -1],
						...parts(ofB, net).map((b): [number, number] => [at(a, b), 1])
					])
		)
	];
	return sums.map((sum) => new Map(sum.filter(([each]) => hidden.has(each))));
}

test('No hidden pair can be worked out, in any table', () => {
	const cell = fc.record({
		picked: fc.nat({ max: 500 }),
		hide: fc.nat({ max: 4 }).map((k) => k === 0)
	});
	fc.assert(
		fc.property(
			fc.constantFrom(plain, nested),
			fc.constantFrom(plain, nested),
			fc.array(cell, { minLength: 16, maxLength: 16 }),
			(ofA, ofB, cells) => {
				const { pairs } = hidePairs(
					tableOf(ofA, ofB, (at) => cells[at]!),
					() => true
				);
				const hidden = new Set(pairs.flatMap(({ fate }, at) => (fate === 'shown' ? [] : [at])));
				expect([...derivable(equationsOf(ofA, ofB, hidden))]).toEqual([]);
				for (const [at, { hide }] of cells.entries())
					if (hide && pairs[at]) expect(pairs[at].fate).toBe('imprecise');
			}
		),
		{ numRuns: 500 }
	);
});

const equation = (...factors: number[]): Equation =>
	new Map(factors.flatMap((factor, at) => (factor === 0 ? [] : [[at, factor]])));

test.each<[string, Equation[], number[]]>([
	['one sum of two', [equation(1, 1)], []],
	['one sum of one', [equation(0, 1)], [1]],
	['two sums with one in common', [equation(1, 1), equation(0, 1)], [0, 1]],
	// Two squares of a table that one more hidden cell connects: every line has two or more, and yet it is fixed.
	[
		'two circles and a bridge',
		[
			equation(1, 1, 0, 0, 0, 0, 0, 0, 0),
			equation(0, 0, 1, 1, 0, 0, 0, 0, 1),
			equation(1, 0, 1, 0, 0, 0, 0, 0, 0),
			equation(0, 1, 0, 1, 0, 0, 0, 0, 0),
			equation(0, 0, 0, 0, 1, 1, 0, 0, 0),
			equation(0, 0, 0, 0, 0, 0, 1, 1, 0),
			equation(0, 0, 0, 0, 1, 0, 1, 0, 1),
			equation(0, 0, 0, 0, 0, 1, 0, 1, 0)
		],
		[8]
	],
	['nothing', [], []]
])('What %s fixes is found', (_, equations, fixed) => {
	expect([...derivable(equations)].sort()).toEqual(fixed);
});
