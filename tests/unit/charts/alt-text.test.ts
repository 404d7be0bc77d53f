import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartOf } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { layouts } from '#lib/view/view.ts';
import { absenceNames } from '#lib/words/codes.ts';
import { langs } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import {
	defend2015,
	dictionary,
	resultOf,
	row,
	rowsChart,
	sided,
	type Cell
} from '../../fixtures/charts-rows.ts';

describe('an alt text', () => {
	test('names every number and every absence', () => {
		expect(chartOf(resultOf('country', defend2015), 'en').alt).toBe(
			'Defend an ally: in Germany, 58% say “Should not” and 38% “Should”. ' +
				'United States: Should 56%, Should not 37%, Don’t know not published. ' +
				'Median of eight: Should 48%, Should not 42%, Don’t know 8%. ' +
				'Germany: Should 38%, Should not 58%, Don’t know not published.'
		);
	});

	test('gives the gap between East and West where both are there', () => {
		const { alt } = chartOf(resultOf('region', sided('pew-2015', 'should', [23, 40, 19])), 'de');
		expect(alt).toContain('Sollte, Pew Research Center, 2015: Ost minus West +21 Punkte.');
	});

	test('marks what is weakly sourced and gives a computed interval', () => {
		const rows = [
			row(['pew-2015', 'defend', 'deu', 'all', 'should'], 38, { confidence: 'low' }),
			row(['pew-2015', 'defend', 'deu', 'all', 'should-not'], 58, { low: 54, high: 62 })
		];
		expect(chartOf(resultOf('country', rows), 'en').alt).toContain(
			'Should 38% (weakly sourced), Should not 58% (95% interval 54% to 62%).'
		);
	});

	test('gives what follows from assumptions as such', () => {
		const result = resultOf('region', sided('pew-2015', 'should', [23, 40, 19]));
		const range = { east: { low: 30.6, high: 50.2 }, west: { low: 15.4, high: 23.1 } };
		const ranges = {
			'pew-2015/defend/should': {
				...range,
				verdict: 'holds',
				of: 1,
				n: 1000,
				nIsAssumed: true
			}
		} as const;
		const chart = rowsChart({ ...result, ranges }, 'en');
		expect(chart.alt).toContain(
			'East minus West +21 points; East: assumption range 31% to 50%; West: assumption range 15% to 23%.'
		);
		expect(chart.sections[0]?.entries[0]?.marks.map(({ assumed }) => assumed)).toEqual([
			null,
			range.east,
			range.west
		]);
		const scene = place(chart, { width: 620 });
		expect(scene.bands.map(({ color }) => color)).toEqual(['ink', 'west', 'east']);
	});

	const cell = fc.oneof(
		fc.integer({ min: 0, max: 100 }),
		fc.constantFrom('no_answer', 'not_asked', 'not_published', 'suppressed')
	) as fc.Arbitrary<Cell>;
	const rows = fc
		.record({
			surveys: fc.subarray(Object.keys(dictionary.surveys), { minLength: 1 }),
			populations: fc.subarray(['usa', 'pol', 'deu', 'median'], { minLength: 1 }),
			groups: fc.subarray(['all', 'east', 'west', 'women', 'men'], { minLength: 1 }),
			answers: fc.subarray(['should', 'should-not', 'dk'], { minLength: 1 })
		})
		.chain(({ surveys, populations, groups, answers }) => {
			const keys = surveys.flatMap((survey) =>
				populations.flatMap((population) =>
					groups.flatMap((group) =>
						answers.map((answer) => [survey, 'defend', population, group, answer] as const)
					)
				)
			);
			return fc
				.array(fc.tuple(cell, fc.boolean()), { minLength: keys.length, maxLength: keys.length })
				.map((cells) =>
					keys.map((key, index) => {
						const [value, near] = cells[index] ?? [0, false];
						return row([...key], value, { role: near ? 'nearest' : 'main' });
					})
				);
		});

	test('has every row of every view in both languages', () => {
		fc.assert(
			fc.property(
				rows,
				fc.constantFrom(...layouts),
				fc.constantFrom(...langs),
				(given, by, lang) => {
					const { alt } = chartOf(resultOf(by, given), lang);
					for (const { answer, pct, absence } of given) {
						const label = dictionary.answers[`defend/${answer}`]?.label[lang];
						const text =
							pct === null ? absenceNames[absence ?? 'not_asked'][lang] : percent(pct, lang);
						expect(alt).toContain(`${label} ${text}`);
					}
				}
			),
			{ numRuns: 100 }
		);
	});
});
