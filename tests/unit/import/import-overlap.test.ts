import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ShareEstimate } from '#lib/stats/index.ts';
import type { KnownAnswer, KnownQuestion } from '#lib/import/catalog.ts';
import { LinearBounds, loadSolver, type Solver } from '#lib/import/compute/linear-bounds.ts';
import type { Pair, PairTable } from '#lib/import/compute/pairs.ts';
import { hidePairs, pairSums } from '#lib/import/compute/overlap-suppress.ts';

let solver: Solver;
beforeAll(async () => {
	solver = await loadSolver();
});

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

/**
 * @param people respondents of each pair of single answers, row by row
 * @param hide places of pairs that are too imprecise
 */
function tableOf(
	ofA: KnownAnswer[],
	ofB: KnownAnswer[],
	people: number[],
	hide: number[],
	hasOthers = { a: false, b: false }
): PairTable {
	const [a, b] = [question('a', ofA), question('b', ofB)];
	const leaves = (answers: KnownAnswer[]) => answers.filter(({ parts }) => parts.length === 0);
	const [rows, columns] = [leaves(ofA), leaves(ofB)];
	const n = people.slice(0, rows.length * columns.length).reduce((sum, one) => sum + one, 0);
	const places = (all: KnownAnswer[], { id, parts }: KnownAnswer) =>
		(parts.length > 0 ? parts : [id]).map((part) => all.findIndex((each) => each.id === part));
	const count = (one: KnownAnswer | undefined, other: KnownAnswer | undefined): number => {
		const ofRows = one ? places(rows, one) : rows.map((_, i) => i);
		const ofColumns = other ? places(columns, other) : columns.map((_, i) => i);
		return ofRows.flatMap((row) => ofColumns.map((column) => people[row * columns.length + column]!)).reduce((sum, each) => sum + each, 0); // prettier-ignore
	};
	const pairs = ofA.flatMap((one, row) =>
		ofB.map((other, column): Pair => {
			const picked = count(one, other);
			return {
				a: { question: a, answer: one, share: count(one, undefined) / n },
				b: { question: b, answer: other, share: count(undefined, other) / n },
				estimate: { picked, n, share: picked / n } as ShareEstimate,
				disclosure: hide.includes(row * ofB.length + column) ? 'imprecise' : 'shown'
			};
		})
	);
	return { a, b, pairs, hasOthers };
}

const hiddenOf = ({ pairs }: PairTable): string[] =>
	pairs.flatMap(({ a, b, disclosure }) =>
		disclosure === 'shown' ? [] : [`${a.answer.id} ${b.answer.id} ${disclosure}`]
	);

const sizes = [300, 240, 30, 180, 120, 36, 54, 38, 2];
const few = [20, 12, 8, 12, 10, 8, 10, 10, 6];

test('A table in which all may be shown stays as it is', () => {
	expect(hiddenOf(hidePairs(tableOf(plain, plain, sizes, []), () => true, solver))).toEqual([]);
});

test('Among a thousand, whole per cents leave a hidden pair open by themselves', () => {
	const table = hidePairs(tableOf(plain, plain, sizes, [8]), () => true, solver);
	expect(hiddenOf(table)).toEqual(['dk dk imprecise']);
	expect(table.audited).toHaveLength(1);
});

test('Among a hundred, a hidden pair takes others with it', () => {
	const hidden = hiddenOf(hidePairs(tableOf(plain, plain, few, [8]), () => true, solver));
	expect(hidden).toContain('dk dk imprecise');
	expect(hidden.length).toBeGreaterThan(1);
});

test('Where the project lacks answers and totals there is nothing to work out', () => {
	const table = tableOf(plain, plain, sizes, [8], { a: true, b: true });
	expect(hiddenOf(hidePairs(table, () => false, solver))).toEqual(['dk dk imprecise']);
});

test('No hidden pair comes out within its least width, in any table', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(plain, nested),
			fc.constantFrom(plain, nested),
			fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 9, maxLength: 9 }),
			fc.array(fc.nat({ max: 15 }), { maxLength: 3 }),
			(ofA, ofB, people, hide) => {
				const table = tableOf(ofA, ofB, people, hide);
				const { audited, ...known } = hidePairs(table, () => true, solver);
				const { pairs } = known;
				// As somebody would reckon who has all that is shown.
				const bounds = new LinearBounds(
					solver,
					pairSums(known, () => true)
				);
				for (const { terms, least, isOpen } of audited) {
					const { low, high } = bounds.of(terms);
					if (!isOpen) expect(high - low).toBeGreaterThanOrEqual(least - 1e-5);
				}
				bounds.dispose();
				for (const at of hide) if (pairs[at]) expect(pairs[at].disclosure).toBe('imprecise');
			}
		),
		{ numRuns: 60 }
	);
});
