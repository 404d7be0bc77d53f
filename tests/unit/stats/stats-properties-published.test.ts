import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as stats from '#lib/stats/index.ts';
import { assumptionRange } from '../../fixtures/assumption-range.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.double({ min: 2, max: 1e5, noNaN: true });
const whole = fc.integer({ min: 0, max: 100 }).map((points) => points / 100);

describe('whatever the published figures', () => {
	test('Fréchet’s bounds are in order and contain independence', () => {
		fc.assert(
			fc.property(share, share, size, (a, b, n) => {
				const { both, independent, bGivenA, aGivenB } = stats.frechetBounds(a, b);
				expect(both.low).toBeLessThanOrEqual(independent + 1e-12);
				expect(both.high).toBeGreaterThanOrEqual(independent - 1e-12);
				for (const bounds of [both, bGivenA, aGivenB]) {
					expect(bounds?.low ?? 0).toBeGreaterThanOrEqual(0);
					expect(bounds?.high ?? 1).toBeLessThanOrEqual(1 + 1e-12);
				}
				const { ifMost, ifIndependent, ifLeast } = stats.jointFloor(a, b, n);
				// A variance that cancels to 1e-16 is an error of 1e-8.
				expect(ifMost).toBeLessThanOrEqual(ifIndependent + 1e-7);
				expect(ifIndependent).toBeLessThanOrEqual(ifLeast + 1e-7);
				expect(ifLeast).toBeLessThanOrEqual(both.low);
			})
		);
	});

	test('Wilson’s interval contains the share, mirrors, and narrows with more people', () => {
		fc.assert(
			fc.property(share, size, (p, n) => {
				const { low, high } = stats.wilson(p, n);
				expect(low).toBeLessThanOrEqual(p);
				expect(high).toBeGreaterThanOrEqual(p);
				expect(low).toBeCloseTo(1 - stats.wilson(1 - p, n).high, 12);
				const more = stats.wilson(p, 2 * n);
				expect(more.high - more.low).toBeLessThanOrEqual(high - low + 1e-12);
			})
		);
	});

	test('Newcombe’s limits contain the difference, stay within ±1 and turn round', () => {
		fc.assert(
			fc.property(share, size, share, size, (a, nA, b, nB) => {
				const { newcombe, difference, p } = stats.twoProportions(a, nA, b, nB);
				const back = stats.twoProportions(b, nB, a, nA);
				expect(newcombe.low).toBeLessThanOrEqual(difference);
				expect(newcombe.high).toBeGreaterThanOrEqual(difference);
				expect(newcombe.low).toBeGreaterThanOrEqual(-1 - 1e-12);
				expect(newcombe.high).toBeLessThanOrEqual(1 + 1e-12);
				expect(newcombe.low).toBeCloseTo(-back.newcombe.high, 12);
				expect(p).toBeCloseTo(back.p, 12);
			})
		);
	});

	test('the assumption range contains its centre, and its verdict follows from its p', () => {
		fc.assert(
			fc.property(whole, whole, (east, west) => {
				const range = assumptionRange(east, west);
				// At the middle East share and the central design effect, figures as printed.
				const [nEast, nWest] = [175 / 1.75, 825 / 1.75];
				const { p } = stats.twoProportions(east, nEast, west, nWest);
				expect(range.pLow).toBeLessThanOrEqual(p);
				expect(range.pHigh).toBeGreaterThanOrEqual(p);
				expect(range.verdict === 'holds').toBe(range.pHigh < 0.05);
				expect(range.verdict === 'does-not-hold').toBe(range.pLow > 0.05);
				for (const [band, figure] of [
					[range.eastBand, east],
					[range.westBand, west]
				] as const) {
					expect(band.low).toBeLessThanOrEqual(figure);
					expect(band.high).toBeGreaterThanOrEqual(figure);
				}
			})
		);
	});

	test('the grid says of each cell what the whole comparison of its four corners says', () => {
		const n = fc.double({ min: 50, max: 1e5, noNaN: true });
		const from = fc.double({ min: 0.01, max: 0.6, noNaN: true });
		const more = fc.double({ min: 0, max: 0.39, noNaN: true });
		const effect = fc.double({ min: 0.5, max: 5, noNaN: true });
		const rounding = fc.constantFrom(0, 0.0005, 0.005, 0.05);
		fc.assert(
			fc.property(
				share,
				share,
				n,
				from,
				more,
				effect,
				rounding,
				(a, b, size, s, wider, d, half) => {
					const assumptions = {
						n: size,
						eastShare: { low: s, high: s + wider },
						deff: { low: d, high: 2 * d },
						halfWidth: half
					};
					const grid = stats.assumptionGrid(a, b, assumptions);
					expect(grid.cells).toHaveLength(90);
					const corner = (value: number, sign: number) =>
						Math.min(1, Math.max(0, value + sign * half));
					const verdicts = grid.cells.map(({ eastShare, deff, pLow, pHigh }) => {
						const ps = [-1, 1].flatMap((e) =>
							[-1, 1].map(
								(w) =>
									stats.twoProportions(
										corner(a, e),
										(size * eastShare) / deff,
										corner(b, w),
										(size * (1 - eastShare)) / deff
									).p
							)
						);
						const mayBeEqual = Math.abs(a - b) <= 2 * half + 1e-9;
						const range = { low: Math.min(...ps), high: mayBeEqual ? 1 : Math.max(...ps) };
						expect(Math.abs(pLow - range.low)).toBeLessThanOrEqual(1e-12 * range.low);
						expect(Math.abs(pHigh - range.high)).toBeLessThanOrEqual(1e-12 * range.high);
						return [range, { low: pLow, high: pHigh }].map(stats.verdictOn);
					});
					for (const [whole, short] of verdicts) expect(short).toBe(whole);
				}
			),
			{ numRuns: 60 }
		);
	});

	test('a family judged cell by cell comes out as each cell by itself', () => {
		const p = fc.oneof(share, fc.constantFrom(0, 0.01, 0.05, 1));
		const cell = fc.tuple(p, p).map(([one, other]) => ({
			low: Math.min(one, other),
			high: Math.max(one, other)
		}));
		const family = fc.integer({ min: 1, max: 12 }).chain((cells) =>
			fc.array(fc.array(cell, { minLength: cells, maxLength: cells }), {
				minLength: 1,
				maxLength: 8
			})
		);
		fc.assert(
			fc.property(family, (comparisons) => {
				const judged = stats.judgeFamily(comparisons);
				const single = comparisons[0]!.map((_, index) =>
					stats.judgeFamily(comparisons.map((each) => [each[index]!]))
				);
				judged.forEach(({ low, high, verdict }, index) => {
					expect(low).toBe(Math.min(...single.map((each) => each[index]!.low)));
					expect(high).toBe(Math.max(...single.map((each) => each[index]!.high)));
					expect(verdict).toBe(stats.verdictOn({ low, high }));
				});
			})
		);
	});

	test('rounding off less leaves a range of p within that of rounding off more', () => {
		fc.assert(
			fc.property(whole, whole, (east, west) => {
				const coarse = assumptionRange(east, west);
				const fine = assumptionRange(east, west, { ...stats.GERMANY_2015, halfWidth: 0.001 });
				expect(fine.pLow).toBeGreaterThanOrEqual(coarse.pLow - 1e-12);
				expect(fine.pHigh).toBeLessThanOrEqual(coarse.pHigh + 1e-12);
			})
		);
	});

	test('the implied share lies in its range', () => {
		fc.assert(
			fc.property(whole, whole, share, (east, west, s) => {
				const total = stats.percent(s * east + (1 - s) * west) / 100;
				const { low, high } = stats.impliedShare(total, east, west);
				expect(low).toBeLessThanOrEqual(s + 1e-6);
				expect(high).toBeGreaterThanOrEqual(s - 1e-6);
			})
		);
	});

	test('Holm only raises, keeps the order, and stays a probability', () => {
		fc.assert(
			fc.property(fc.array(share), (ps) => {
				const adjusted = stats.holm(ps);
				for (const [i, p] of ps.entries()) {
					expect(adjusted[i]).toBeGreaterThanOrEqual(p);
					expect(adjusted[i]).toBeLessThanOrEqual(1);
					for (const [j, q] of ps.entries()) {
						if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
					}
				}
			})
		);
	});

	test('the median has as many values below as above', () => {
		fc.assert(
			fc.property(fc.array(whole, { minLength: 1 }), (values) => {
				const middle = stats.median(values);
				const below = values.filter((value) => value < middle).length;
				const above = values.filter((value) => value > middle).length;
				expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
			})
		);
	});
});
