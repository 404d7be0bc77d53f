import { beforeAll, describe, expect, test } from 'vitest';
import { keyOf } from '#lib/import/catalog.ts';
import { loadSolver } from '#lib/import/compute/linear-bounds.ts';
import { percent } from '#lib/stats/index.ts';
import type { FileDescription } from '../../fixtures/sav/bytes.ts';
import { catalog, describe2015 } from '../../fixtures/synthetic/spring-2015.ts';
import { publish, shown, type Published } from '../../support/import-published.ts';

/*
 * What somebody can work out who has all that an import publishes, and is after single people: different
 * bases, those in neither side, cells of one, gaps. The attacks read the tables as they would leave.
 */

const description = describe2015();
const column = (name: string) => description.variables.findIndex((each) => each.name === name);
const rows = [...description.rows];

// prettier-ignore
const target = rows.findIndex((row) => row[column('COUNTRY')] === 10 && row[column('QREGDE')] === 2 && row[column('Q52')] === 8);

/** The same file, in which one German was not asked one question. */
const oneLess: FileDescription = {
	...description,
	rows: rows.map((row, i) => (i === target ? row.with(column('Q52'), null) : row))
};

let whole: Published;
let without: Published;
beforeAll(async () => {
	const solver = await loadSolver();
	whole = publish(description, solver);
	without = publish(oneLess, solver);
});

test('Different bases tell no respondent: a file with one answer less publishes the same shares and bases', () => {
	const changed = (name: 'figures' | 'overlaps') =>
		whole[name].flatMap((row, i) => {
			const other = without[name][i]!;
			return row['pct'] === other['pct'] || row['pct'] === '' || other['pct'] === '' ? [] : [Math.abs(Number(row['pct']) - Number(other['pct']))]; // prettier-ignore
		});
	// A share moves by a tenth of a point, which now and then turns its rounding; never by more.
	for (const name of ['figures', 'overlaps'] as const) {
		expect(whole[name]).toHaveLength(without[name].length);
		expect(Math.max(0, ...changed(name))).toBeLessThanOrEqual(1);
	}
	// 999 beside 1,000, and 239 beside 240, are not told.
	const bases = [...without.figures, ...without.overlaps].map(({ n }) => Number(n));
	expect(bases.filter((n) => n % 10 !== 0)).toEqual([]);
});

test('Every share is a whole per cent, its limits too, and they tell no more than it does', () => {
	for (const row of [...shown(whole.figures), ...shown(whole.overlaps)]) {
		for (const name of ['pct', 'n_eff', 'ci95_low', 'ci95_high'])
			expect(row[name]).toMatch(/^\d+$/);
		expect(row['se_pts']).toMatch(/^\d+\.\d$/);
	}
	for (const row of whole.figures.filter(({ absence }) => absence !== ''))
		expect([row['pct'], row['n_eff'], row['se_pts'], row['ci95_low']]).toEqual(['', '', '', '']);
});

test('No share is of fewer than five people, nor of all but as few', () => {
	const german = rows.filter((row) => row[column('COUNTRY')] === 10);
	const cells = whole.computed.tables.flatMap((table) => table.cells);
	const found = shown(whole.figures).filter(({ question_id, group_id, answer_id }) => {
		const { estimate } = cells.find(
			({ question, group, answer }) =>
				question.id === question_id && group === group_id && answer.id === answer_id
		)!;
		return Math.min(estimate.picked, estimate.n - estimate.picked) < 5;
	});
	expect(german.length).toBe(1000);
	expect(found).toEqual([]);
});

test('A gap is the difference of its printed sides, and there is none beside a withheld one', () => {
	const pctOf = (question: string, answer: string, group: string) =>
		whole.figures.find(
			(row) =>
				row['question_id'] === question && row['answer_id'] === answer && row['group_id'] === group
		)?.['pct'];
	let compared = 0;
	for (const { question_id = '', answer_id = '', difference_pts } of whole.gaps) {
		expect(difference_pts).toMatch(/^-?\d+$/);
		const [east, west] = ['east', 'west'].map((side) => pctOf(question_id, answer_id, side));
		// What is on record stands elsewhere.
		if (east === undefined || west === undefined) continue;
		expect([east, west]).not.toContain('');
		expect(Number(difference_pts)).toBe(Number(east) - Number(west));
		compared++;
	}
	expect(compared).toBeGreaterThan(20);
});

describe('Withheld and residual cells', () => {
	/** What subtraction allows of a cell: all others of its line within half a point. */
	test('do not come out by subtracting the others of a group from a hundred', () => {
		for (const { question, cells } of whole.computed.tables)
			for (const group of ['east', 'west']) {
				const own = whole.figures.filter(
					(row) => row['question_id'] === question.id && row['group_id'] === group
				);
				const leaves = own.filter(
					(row) => question.answers.find(({ id }) => id === row['answer_id'])!.kind !== 'net'
				);
				const hidden = leaves.filter(({ pct }) => pct === '');
				if (leaves.length < question.answers.filter(({ kind }) => kind !== 'net').length) continue;
				if (hidden.length === 0) continue;
				const n = cells.find((cell) => cell.group === group)!.estimate.n;
				const left = 100 - shown(leaves).reduce((sum, { pct }) => sum + Number(pct), 0);
				const slack = (leaves.length - hidden.length) / 2;
				// Among several hidden ones each may be anything between nought and what is left.
				const width = hidden.length > 1 ? Math.max(0, left + slack) : 2 * slack;
				const truth = hidden.every(({ answer_id }) => {
					const cell = cells.find((each) => each.group === group && each.answer.id === answer_id)!;
					return percent(cell.estimate.share) === 0;
				});
				if (!truth) expect(width).toBeGreaterThanOrEqual(Math.min(1, 1000 / n));
			}
	});

	test('of people in neither side do not come out of the total less East and West', () => {
		const { all, east, west } = whole.computed.people;
		const rest = all - east - west;
		const weights = { east: 0.17, west: 0.79, rest: 0.04 };
		let attacked = 0;
		for (const { question, cells } of whole.computed.tables)
			for (const { group, answer } of cells) {
				if (group !== 'all' || answer.kind === 'net') continue;
				const total = catalog.figures.get(keyOf(question.id, 'deu', 'all', answer.id));
				const [ofEast, ofWest] = ['east', 'west'].map(
					(side) =>
						whole.figures.find(
							(row) =>
								row['question_id'] === question.id &&
								row['answer_id'] === answer.id &&
								row['group_id'] === side
						)?.['pct']
				);
				if (!total || !ofEast || !ofWest) continue;
				const left = total.pct - weights.east * Number(ofEast) - weights.west * Number(ofWest);
				const slack = 0.5 * (1 + weights.east + weights.west);
				const low = Math.max(0, left - slack) / weights.rest;
				const high = Math.min(100, (left + slack) / weights.rest);
				expect(((high - low) / 100) * rest).toBeGreaterThanOrEqual(10);
				attacked++;
			}
		expect(attacked).toBeGreaterThan(15);
	});
});
