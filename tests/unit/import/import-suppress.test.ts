import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ShareEstimate } from '#lib/stats/index.ts';
import { keyOf, type Catalog, type KnownAnswer, type KnownQuestion } from '#lib/import/catalog.ts';
import { groups, type Cell, type Group, type Table } from '#lib/import/compute/compute.ts';
import { LinearBounds, loadSolver, type Solver } from '#lib/import/compute/linear-bounds.ts';
import { leastWidth } from '#lib/import/compute/protection.ts';
import { disclosuresOf, regionSums, type Judged } from '#lib/import/compute/suppress.ts';

let solver: Solver;
beforeAll(async () => {
	solver = await loadSolver();
});

const answer = (id: string, parts: string[] = []): KnownAnswer => ({
	id,
	label: id,
	kind: parts.length > 0 ? 'net' : id === 'dk' ? 'dont_know' : 'substantive',
	parts
});

const plain = [answer('yes'), answer('no'), answer('dk')];
const nested = [
	answer('good', ['very-good', 'rather-good']),
	answer('very-good'),
	answer('rather-good'),
	answer('rather-bad'),
	answer('very-bad'),
	answer('bad', ['rather-bad', 'very-bad']),
	answer('dk')
];

/** East 160 and West 800 of 1,000, weighted as they were asked; 40 are in neither. */
const sizes = { east: 160, west: 800, rest: 40 };

/** Shares of the leaves in each part, in per cent. */
type Shares = Record<'east' | 'west' | 'rest', number[]>;

function tableOf(answers: KnownAnswer[], shares: Shares, hide: string[], isWhole = true): Table {
	const leaves = answers.filter(({ kind }) => kind !== 'net').map(({ id }) => id);
	const question: KnownQuestion = {
		id: 'q',
		number: '',
		title: 'Q',
		wording: '',
		headline: answers[0]!.id,
		answers
	};
	const shareOf = (group: Group, ids: string[]): number => {
		const of = (part: keyof Shares) =>
			ids.reduce((sum, id) => sum + shares[part][leaves.indexOf(id)]!, 0) / 100;
		if (group !== 'all') return of(group);
		return (['east', 'west', 'rest'] as const).reduce((sum, part) => sum + (of(part) * sizes[part]) / 1000, 0); // prettier-ignore
	};
	const bases = { all: base(1000), east: base(sizes.east), west: base(sizes.west) };
	const cells = groups.flatMap((group) =>
		answers.map((each): Cell => {
			const share = shareOf(group, each.parts.length > 0 ? each.parts : [each.id]);
			const { n } = bases[group];
			return {
				question,
				population: 'deu',
				group,
				answer: each,
				estimate: { n, share, picked: Math.round(n * share) } as ShareEstimate,
				presentation: hide.includes(`${group} ${each.id}`) ? 'hide' : 'show'
			};
		})
	);
	return { question, variable: 'Q', cells, gaps: new Map(), bases, sidesOverlap: false, isWhole };
}

const base = (n: number) => ({ n, weight: n });

const even: Shares = { east: [38, 58, 4], west: [40, 55, 5], rest: [45, 50, 5] };
const five: Shares = {
	east: [3, 30, 40, 20, 7],
	west: [8, 32, 35, 17, 8],
	rest: [5, 30, 40, 20, 5]
};

const catalogWith = (...onRecord: [string, number][]): Catalog =>
	({ figures: new Map(onRecord.map(([key, pct]) => [key, { pct }])) }) as unknown as Catalog;

/** `east dk imprecise`, for all cells that are not shown. */
const hiddenOf = ({ disclosures }: Judged): string[] =>
	[...disclosures].flatMap(([{ group, answer }, disclosure]) =>
		disclosure === 'shown' ? [] : [`${group} ${answer.id} ${disclosure}`]
	);

test('A table in which all may be shown stays as it is', () => {
	expect(hiddenOf(disclosuresOf(tableOf(plain, even, []), catalogWith(), solver))).toEqual([]);
});

test('An answer too small for the East takes one other with it, not the headline and none of the West', () => {
	const judged = disclosuresOf(tableOf(plain, even, ['east dk']), catalogWith(), solver);
	// Whole per cents of West and total leave the East open enough.
	expect(hiddenOf(judged)).toEqual(['east no derivable', 'east dk imprecise']);
});

test('A part of a net takes its sister with it, and the net stays', () => {
	const judged = disclosuresOf(tableOf(nested, five, ['east very-good']), catalogWith(), solver);
	expect(hiddenOf(judged)).toEqual(['east very-good imprecise', 'east rather-good derivable']);
});

test('Where some answers are no answers of the project, a group does not add up, and nothing follows', () => {
	const table = tableOf(plain, { east: [38, 50, 4], west: [40, 45, 5], rest: [45, 45, 5] }, ['east dk'], false); // prettier-ignore
	expect(hiddenOf(disclosuresOf(table, catalogWith(), solver))).toEqual(['east dk imprecise']);
});

test('A number on record is not hidden, and what it tells by itself is named', () => {
	const onRecord = (['all', 'east'] as const).flatMap((group) =>
		['yes', 'no'].map((id): [string, number] => [
			keyOf('q', 'deu', group, id),
			{ yes: { all: 40, east: 38 }, no: { all: 55, east: 58 } }[id]![group]
		])
	);
	const judged = disclosuresOf(tableOf(plain, even, ['east dk']), catalogWith(...onRecord), solver);
	expect(hiddenOf(judged).filter((line) => line.endsWith('on_record'))).toHaveLength(4);
	expect(judged.audited.filter(({ isOpen }) => isOpen).map(({ name }) => name)).toEqual([
		'q east dk'
	]);
});

test('Bounds are those of linear programming', () => {
	// x + y = 10, 3 ≤ x ≤ 4: y lies between 6 and 7, and x − 2y is of no sum.
	const bounds = new LinearBounds(solver, [
		{ terms: new Map([['x', 1], ['y', 1]]), low: 10, high: 10 }, // prettier-ignore
		{ terms: new Map([['x', 1]]), low: 3, high: 4 }
	]);
	expect(bounds.of(new Map([['y', 1]]))).toEqual({ low: 6, high: 7 });
	expect(bounds.of(new Map([['x', 1], ['y', 2]]))).toEqual({ low: 16, high: 17 }); // prettier-ignore
	bounds.hide(1);
	expect(bounds.of(new Map([['y', 1]]))).toEqual({ low: 0, high: 10 });
	bounds.show(1);
	expect(bounds.of(new Map([['y', 1]]))).toEqual({ low: 6, high: 7 });
	bounds.dispose();
	expect([leastWidth(20), leastWidth(160), leastWidth(5000)]).toEqual([20, 6.25, 1]);
});

test('What is withheld stays withheld in any table', () => {
	const part = fc
		.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 5 })
		.map((weights) => {
			const sum = weights.reduce((all, one) => all + one, 0);
			return weights.map((one) => (100 * one) / sum);
		});
	fc.assert(
		fc.property(
			part,
			part,
			part,
			fc.subarray(nested.map(({ id }) => id)),
			(east, west, rest, ids) => {
				const table = tableOf(nested, { east, west, rest }, ids.map((id) => `east ${id}`)); // prettier-ignore
				const judged = disclosuresOf(table, catalogWith(), solver);
				// As somebody would reckon who has all that is shown.
				const bounds = new LinearBounds(solver, regionSums(judged, catalogWith()));
				for (const { terms, least, isOpen } of judged.audited) {
					// Every number here is computed, so any may be hidden.
					expect(isOpen).toBe(false);
					const { low, high } = bounds.of(terms);
					expect(high - low).toBeGreaterThanOrEqual(least - 1e-5);
				}
				// The truth is one of the possibilities.
				judged.audited
					.filter(({ name }) => name.startsWith('q east'))
					.forEach(({ name, terms }) => {
						const { low, high } = bounds.of(terms);
						const cell = table.cells.find(
							({ group, answer: { id } }) => name === `q ${group} ${id}`
						)!;
						const points = cell.estimate.share * sizes.east * 0.1;
						expect(points).toBeGreaterThan(low - 1e-4);
						expect(points).toBeLessThan(high + 1e-4);
					});
				bounds.dispose();
			}
		),
		{ numRuns: 40 }
	);
});
