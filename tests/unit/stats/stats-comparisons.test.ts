import { describe, expect, test } from 'vitest';
import { solveSymmetric } from '#lib/stats/respondents/linear-system.ts';
import * as stats from '#lib/stats/index.ts';

const columnOf = (...values: number[]) => Float64Array.from(values);
const ones = (n: number) => new Float64Array(n).fill(1);

/** Rows of a table spread out to respondents: [answer, group, how many]. */
function respondents(...cells: [answer: number, group: number, n: number][]) {
	const all = cells.flatMap(([answer, group, n]) => Array<number[]>(n).fill([answer, group]));
	const question = Float64Array.from(all, ([answer]) => answer!);
	const grouping = Float64Array.from(all, ([, group]) => group!);
	const design = stats.designOf({ weight: ones(all.length) })!;
	return { design, domain: stats.domainOf(design)!, question, grouping };
}

const inGroup = (design: stats.Design, grouping: Float64Array, code: number) =>
	stats.domainOf(
		design,
		stats.rowsWhere(grouping, (c) => c === code)
	)!;

describe('one answer in two groups', () => {
	const { design, question, grouping } = respondents([1, 1, 1], [2, 1, 1], [2, 2, 2]);
	const [a, b] = [inGroup(design, grouping, 1), inGroup(design, grouping, 2)];

	test('differs with the error, t and p worked out by hand', () => {
		// a: 1 of 2, z = ±.25, V = 4/3 · .125 = 1/6; b: 0 of 2, V = 0; df = 4 − 1 − 1 = 2
		const result = stats.groupDifference(a, b, { column: question, codes: [1] });
		expect(result).toMatchObject({ difference: 0.5, covariance: 0, df: 2 });
		expect(result.se).toBeCloseTo(Math.sqrt(1 / 6), 12);
		// With 2 df p = 1 − t/√(2 + t²), t = .5 · √6, t² = 1.5; the 0.975 quantile is 4.302653
		expect(result.p).toBeCloseTo(1 - Math.sqrt(1.5 / 3.5), 12);
		expect(result.interval!.high).toBeCloseTo(0.5 + 4.302653 * Math.sqrt(1 / 6), 6);
	});

	test('has no test where all said it, and none against itself', () => {
		const all = stats.groupDifference(a, b, { column: question, codes: [1, 2] });
		expect(all).toMatchObject({ difference: 0, se: 0 });
		expect(all.p).toBeUndefined();
		const itself = stats.groupDifference(a, a, { column: question, codes: [1] });
		expect(itself).toMatchObject({ difference: 0, se: 0, covariance: itself.a.variance });
	});

	test('has no test where one group lies in a single PSU, which tells nothing of its error', () => {
		const psu = columnOf(1, 2, 3, 3);
		const clustered = stats.designOf({ weight: ones(4), psu })!;
		const apart = [1, 2].map((code) => inGroup(clustered, columnOf(1, 1, 2, 2), code));
		const answer = { column: columnOf(1, 2, 1, 2), codes: [1] };
		const result = stats.groupDifference(apart[0]!, apart[1]!, answer);
		expect(result.df).toBe(1);
		expect(result.se).toBeGreaterThan(0);
		expect(result.p).toBeUndefined();
	});

	test('is not compared between two designs', () => {
		const other = respondents([1, 1, 4]).domain;
		expect(() => stats.groupDifference(a, other, { column: question, codes: [1] })).toThrow(
			new RangeError('Expected two domains of one design, got two designs')
		);
	});
});

describe('a whole table', () => {
	// 10 20 / 30 40: X² = 100 · (400 − 600)² / (30 · 70 · 40 · 60) = .793651
	const table = respondents([1, 1, 10], [1, 2, 20], [2, 1, 30], [2, 2, 40]);
	const { design, domain, question, grouping } = table;

	test('of a simple random sample is tested by Pearson’s X², (n−1)/n apart', () => {
		const result = stats.raoScott(domain, question, grouping)!;
		expect(result).toMatchObject({ n: 100, answers: 2, groups: 2 });
		expect(result.x2).toBeCloseTo(0.793651, 6);
		expect(result.trace).toBeCloseTo(100 / 99, 12);
		expect(result.f).toBeCloseTo(0.793651 * 0.99, 6);
		expect(result.df1).toBeCloseTo(1, 12);
		expect(result.df2).toBeCloseTo(99, 10);
	});

	test('of independent answers shows nothing', () => {
		const { domain, question, grouping } = respondents([1, 1, 4], [1, 2, 6], [2, 1, 8], [2, 2, 12]);
		const result = stats.raoScott(domain, question, grouping)!;
		expect(result.x2).toBeCloseTo(0, 12);
		expect(result.p).toBeCloseTo(1, 5);
	});

	test('is counted by answer and group', () => {
		const { count, share, answers, groups } = stats.tableOf(domain, question, grouping);
		expect([answers, groups]).toEqual([
			[1, 2],
			[1, 2]
		]);
		expect([...count]).toEqual([10, 20, 30, 40]);
		expect(share[3]).toBeCloseTo(0.4, 12);
	});

	test('has no test with one group, one answer or no degrees of freedom', () => {
		const one = inGroup(design, grouping, 1);
		expect(stats.raoScott(one, question, grouping)).toBeUndefined();
		const answers = stats.domainOf(
			design,
			stats.rowsWhere(question, (code) => code === 1)
		)!;
		expect(stats.raoScott(answers, question, grouping)).toBeUndefined();

		const psu = new Float64Array(100).fill(1);
		const onePsu = stats.domainOf(stats.designOf({ weight: ones(100), psu })!)!;
		expect(stats.raoScott(onePsu, question, grouping)).toBeUndefined();
	});

	test('has no test where too many cells are empty', () => {
		// Each of three groups gave one answer of its own: no contrast but the diagonal is known.
		const apart = respondents([1, 1, 5], [2, 2, 5], [3, 3, 5]);
		expect(stats.raoScott(apart.domain, apart.question, apart.grouping)).toBeUndefined();
	});

	test('has no test where all PSUs gave the same answers', () => {
		// Two PSUs, each with one of every cell: nothing differs between them.
		const four = [1, 1, 2, 2, 1, 1, 2, 2];
		const psu = columnOf(1, 1, 1, 1, 2, 2, 2, 2);
		const same = stats.domainOf(stats.designOf({ weight: ones(8), psu })!)!;
		const halves = columnOf(1, 2, 1, 2, 1, 2, 1, 2);
		expect(stats.raoScott(same, columnOf(...four), halves)).toBeUndefined();
	});

	test('is refused with a member who has no code, or columns of another file', () => {
		const gap = question.with(7, NaN);
		expect(() => stats.raoScott(domain, gap, grouping)).toThrow(
			new RangeError('Expected a code of the question for every member, got none in row 7')
		);
		expect(() => stats.tableOf(domain, question, grouping.with(3, NaN))).toThrow(
			'Expected a code of the grouping for every member, got none in row 3'
		);
		expect(() => stats.raoScott(domain, question, columnOf(1))).toThrow(
			'Expected grouping to have 100 rows, got 1'
		);
	});
});

test('solveSymmetric solves by hand and refuses a row that follows from the others', () => {
	// 4x + 2y = 8, 2x + 3y = 8: x = 1, y = 2
	const [x, y] = solveSymmetric([[4, 2], [2, 3]], [[8], [8]])!; // prettier-ignore
	expect(x![0]).toBeCloseTo(1, 12);
	expect(y![0]).toBeCloseTo(2, 12);
	expect(solveSymmetric([[1, 2], [2, 4]], [[1], [1]])).toBeUndefined(); // prettier-ignore
});
