import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as stats from '#lib/stats/index.ts';

interface Person {
	weight: number;
	stratum: number;
	psu: number;
	answer: number;
	group: number;
}

const person: fc.Arbitrary<Person> = fc.record({
	weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
	stratum: fc.integer({ min: 1, max: 3 }),
	psu: fc.integer({ min: 1, max: 4 }),
	answer: fc.integer({ min: 1, max: 3 }),
	group: fc.integer({ min: 1, max: 2 })
});
const people = fc.array(person, { minLength: 12, maxLength: 60 });

function surveyOf(respondents: Person[]) {
	const column = (key: keyof Person) => Float64Array.from(respondents, (one) => one[key]);
	const [weight, stratum, psu] = [column('weight'), column('stratum'), column('psu')];
	const design = stats.designOf({ weight, stratum, psu })!;
	const domain = stats.domainOf(design)!;
	const grouping = column('group');
	const groups = [1, 2].map((code) =>
		stats.domainOf(
			design,
			stats.rowsWhere(grouping, (c) => c === code)
		)
	);
	const question = column('answer');
	const answer = (...codes: number[]): stats.Answer => ({ column: question, codes });
	return { domain, groups, question, grouping, answer };
}

/** Everything a survey gives, as numbers, for comparison up to the last digits. */
function numbersOf(respondents: Person[]): (number | undefined)[] {
	const { domain, groups, question, grouping, answer } = surveyOf(respondents);
	const one = stats.shareOf(domain, answer(1));
	const [a, b] = groups;
	const apart = a && b && stats.groupDifference(a, b, answer(1));
	const table = stats.raoScott(domain, question, grouping);
	return [
		...[one.n, one.picked, one.share, one.se, one.df, one.designN, one.kishN],
		...[apart?.difference, apart?.se, apart?.p],
		...[table?.x2, table?.f, table?.df1, table?.p, domain.weights.pewDeff]
	];
}

function expectSame(got: (number | undefined)[], wanted: (number | undefined)[]) {
	expect(got).toHaveLength(wanted.length);
	for (const [i, number] of wanted.entries()) {
		if (number === undefined) expect(got[i]).toBeUndefined();
		else expect(Math.abs(got[i]! - number)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(number)));
	}
}

describe('whatever the respondents', () => {
	test('the unit of the weights changes nothing', () => {
		fc.assert(
			fc.property(people, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (all, factor) => {
				const scaled = all.map((one) => ({ ...one, weight: one.weight * factor }));
				expectSame(numbersOf(scaled), numbersOf(all));
			})
		);
	});

	test('their order changes nothing', () => {
		const shuffled = people.chain((all) =>
			fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
		);
		fc.assert(
			fc.property(shuffled, ([all, other]) => expectSame(numbersOf(other), numbersOf(all)))
		);
	});

	test('rows without a positive weight change nothing', () => {
		const absent = fc.constantFrom(NaN, 0, -1);
		fc.assert(
			fc.property(people, person, absent, (all, one, weight) => {
				expectSame(numbersOf([{ ...one, weight }, ...all]), numbersOf(all));
			})
		);
	});

	test('the answers add up to 1, and an answer is as uncertain as its opposite', () => {
		fc.assert(
			fc.property(people, (all) => {
				const { domain, answer } = surveyOf(all);
				const [one, rest] = [stats.shareOf(domain, answer(1)), stats.shareOf(domain, answer(2, 3))];
				expect(one.share + rest.share).toBeCloseTo(1, 12);
				expect(one.se).toBeCloseTo(rest.se, 12);
				expect(one.picked + rest.picked).toBe(one.n);
			})
		);
	});

	test('every interval is in order and around the share, and mirrors that of the opposite', () => {
		fc.assert(
			fc.property(
				people,
				fc.constantFrom(stats.kornGraubard, stats.cautiousInterval),
				(all, intervalOf) => {
					const { domain, answer } = surveyOf(all);
					const one = stats.shareOf(domain, answer(1));
					const interval = intervalOf(one);
					const opposite = intervalOf(stats.shareOf(domain, answer(2, 3)));
					if (!interval || !opposite) return;
					expect(interval.low).toBeLessThanOrEqual(interval.high);
					expect(interval.low).toBeGreaterThanOrEqual(0);
					expect(interval.high).toBeLessThanOrEqual(1);
					expect(interval.low).toBeLessThanOrEqual(one.share);
					expect(interval.high).toBeGreaterThanOrEqual(one.share);
					expect(interval.low).toBeCloseTo(1 - opposite.high, 8);
					expect(interval.high).toBeCloseTo(1 - opposite.low, 8);
				}
			)
		);
	});

	test('a difference turned round is its negative, with the same error and p', () => {
		fc.assert(
			fc.property(people, (all) => {
				const { groups, answer } = surveyOf(all);
				const [a, b] = groups;
				if (!a || !b) return;
				const there = stats.groupDifference(a, b, answer(1));
				const back = stats.groupDifference(b, a, answer(1));
				expectSame(
					[there.difference, there.se, there.p, there.interval?.low, there.covariance],
					[-back.difference, back.se, back.p, back.interval && -back.interval.high, back.covariance]
				);
				// The variance of the difference is V_a + V_b − 2 cov.
				const { variance } = there.a;
				expect(there.se ** 2).toBeCloseTo(variance + there.b.variance - 2 * there.covariance, 12);
			})
		);
	});

	test('a table tells the same on its side', () => {
		fc.assert(
			fc.property(people, (all) => {
				const { domain, question, grouping } = surveyOf(all);
				const upright = stats.raoScott(domain, question, grouping);
				const aside = stats.raoScott(domain, grouping, question);
				expectSame([upright?.x2, upright?.f, upright?.p], [aside?.x2, aside?.f, aside?.p]);
			})
		);
	});
});
