import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShareEstimate } from '#lib/stats/index.ts';
import { keyOf, type Catalog, type KnownAnswer, type KnownQuestion } from '#lib/import/catalog.ts';
import { groups, type Cell, type Group, type Table } from '#lib/import/compute/compute.ts';
import { fatesOf, type Fate } from '#lib/import/compute/suppress.ts';

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

/** Cells by `group answer`: respondents, and whether NCHS's rules hide it. */
type Given = (group: Group, answer: string) => { picked: number; hide: boolean };

function tableOf(answers: KnownAnswer[], given: Given, isWhole = true): Table {
	const question: KnownQuestion = {
		id: 'q',
		number: '',
		title: 'Q',
		wording: '',
		headline: answers[0]!.id,
		answers
	};
	const cells = groups.flatMap((group) =>
		answers.map((each): Cell => {
			const { picked, hide } = given(group, each.id);
			return {
				question,
				population: 'deu',
				group,
				answer: each,
				estimate: { picked } as ShareEstimate,
				presentation: hide ? 'hide' : 'show'
			};
		})
	);
	return { question, variable: 'Q', cells, gaps: new Map(), isWhole };
}

const catalogWith = (...onRecord: string[]): Catalog =>
	({ figures: new Map(onRecord.map((key) => [key, { pct: 50 }])) }) as unknown as Catalog;

/** `east dk imprecise`, for all cells that are not shown. */
const hiddenOf = (fates: Map<Cell, Fate>): string[] =>
	[...fates].flatMap(([{ group, answer }, fate]) =>
		fate === 'shown' ? [] : [`${group} ${answer.id} ${fate}`]
	);

const only =
	(...names: string[]): Given =>
	(group, id) => ({
		picked: { yes: 30, no: 60, dk: 10 }[id] ?? 20,
		hide: names.includes(`${group} ${id}`)
	});

test('A table in which all may be shown stays as it is', () => {
	expect(hiddenOf(fatesOf(tableOf(plain, only()), catalogWith()))).toEqual([]);
});

test('An answer too small for the East takes another with it, and both from the West, but not the headline', () => {
	const fates = fatesOf(tableOf(plain, only('east dk')), catalogWith());
	expect(hiddenOf(fates)).toEqual([
		'east no derivable',
		'east dk imprecise',
		'west no derivable',
		'west dk derivable'
	]);
});

test('A part of a net takes its sister with it, and the net stays', () => {
	const fates = fatesOf(tableOf(nested, only('east very-good')), catalogWith());
	expect(hiddenOf(fates)).toEqual([
		'east very-good imprecise',
		'east rather-good derivable',
		'west very-good derivable',
		'west rather-good derivable'
	]);
});

test('Where some answers are no answers of the project, a group does not add up, and nothing follows', () => {
	const fates = fatesOf(tableOf(plain, only('east dk', 'west dk'), false), catalogWith());
	expect(hiddenOf(fates)).toEqual(['east dk imprecise', 'west dk imprecise']);
});

test('A number on record is not hidden, and nothing is lost to protect what follows from it', () => {
	const onRecord = ['all', 'east', 'west'].flatMap((group) =>
		['yes', 'no'].map((id) => keyOf('q', 'deu', group, id))
	);
	const fates = fatesOf(tableOf(plain, only('east dk', 'east yes')), catalogWith(...onRecord));
	expect(hiddenOf(fates).filter((line) => !line.endsWith('on_record'))).toEqual([
		'east dk imprecise',
		'west dk derivable'
	]);
});

test('A side with too few people takes the other with it, since the total is known', () => {
	const east: Given = (group) => ({ picked: 10, hide: group === 'east' });
	const fates = fatesOf(tableOf(plain, east), catalogWith());
	expect(hiddenOf(fates).filter((line) => line.startsWith('west'))).toHaveLength(3);
	expect(hiddenOf(fates).filter((line) => line.startsWith('all'))).toEqual([]);
});

/** Whether the equations of a table fix the value of a cell, when all that is shown is known. */
function isDerivable(table: Table, hidden: Cell[], cell: Cell): boolean {
	const { answers } = table.question;
	const at = (group: string, id: string) =>
		hidden.findIndex((each) => each.group === group && each.answer.id === id);
	const equation = (...terms: [string, string, number][]): number[] => {
		const row = hidden.map(() => 0);
		for (const [group, id, factor] of terms) if (at(group, id) >= 0) row[at(group, id)]! += factor;
		return row;
	};
	const equations = [
		...groups.flatMap((group) => [
			...answers
				.filter(({ kind }) => kind === 'net')
				.map((net) =>
					equation(
						[group, net.id, -1],
						...net.parts.map((id): [string, string, number] => [group, id, 1])
					)
				),
			...(table.isWhole
				? [
						equation(
							...answers
								.filter(({ kind }) => kind !== 'net')
								.map(({ id }): [string, string, number] => [group, id, 1])
						)
					]
				: [])
		]),
		...answers.map(({ id }) => equation(['all', id, -1], ['east', id, 0.2], ['west', id, 0.8]))
	];
	const column = hidden.indexOf(cell);
	return rank(equations.map((row) => row.filter((_, i) => i !== column))) < rank(equations);
}

function rank(rows: number[][]): number {
	const left = rows.map((row) => [...row]);
	let found = 0;
	for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
		const pivot = left.findIndex((row, i) => i >= found && Math.abs(row[column]!) > 1e-9);
		if (pivot < 0) continue;
		[left[found], left[pivot]] = [left[pivot]!, left[found]!];
		for (let i = found + 1; i < left.length; i++) {
			const factor = left[i]![column]! / left[found]![column]!;
			for (let k = column; k < left[i]!.length; k++) left[i]![k]! -= factor * left[found]![k]!;
		}
		found++;
	}
	return found;
}

test('The check on derivability knows an easy case', () => {
	const table = tableOf(plain, only('east dk'));
	const dk = table.cells.find(({ group, answer }) => group === 'east' && answer.id === 'dk')!;
	const no = table.cells.find(({ group, answer }) => group === 'east' && answer.id === 'no')!;
	expect(isDerivable(table, [dk], dk)).toBe(true);
	expect(isDerivable(table, [dk, no], dk)).toBe(true); // the row of dk still has West and the total
});

test('Nothing hidden can be worked out from what is shown, in any table', () => {
	const cell = fc.record({ picked: fc.nat({ max: 500 }), hide: fc.boolean() });
	const rare = fc.record({
		picked: fc.nat({ max: 500 }),
		hide: fc.nat({ max: 9 }).map((k) => k === 0)
	});
	fc.assert(
		fc.property(
			fc.constantFrom(plain, nested),
			fc.oneof(
				fc.array(cell, { minLength: 21, maxLength: 21 }),
				fc.array(rare, { minLength: 21, maxLength: 21 })
			),
			fc.boolean(),
			(answers, values, isWhole) => {
				const given: Given = (group, id) =>
					values[groups.indexOf(group) * 7 + answers.findIndex((each) => each.id === id)]!;
				const table = tableOf(answers, given, isWhole);
				const fates = fatesOf(table, catalogWith());
				const hidden = table.cells.filter((each) => fates.get(each) !== 'shown');
				expect(hidden.filter((each) => isDerivable(table, hidden, each))).toEqual([]);
			}
		),
		{ numRuns: 2000 }
	);
});
