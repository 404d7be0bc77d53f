import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartOf, chartOfRegions, type RowsChart } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import { layouts } from '#lib/view/view.ts';
import { absenceNames } from '#lib/words/codes.ts';
import { langs } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import {
	defend2015,
	dictionary,
	resultOf,
	row,
	sided,
	unclaimed,
	type Cell
} from '../../fixtures/charts-rows.ts';

const rowsChart = (...given: Parameters<typeof chartOf>): RowsChart => {
	const chart = chartOf(...given);
	if (chart.kind === 'time') throw new TypeError('Expected bars or dots, got lines');
	return chart;
};
const titleOf = (by: (typeof layouts)[number], rows: DataPoint[]) =>
	langs.map((lang) => chartOf(resultOf(by, rows), lang).title);

describe('a title is the finding', () => {
	test('by country it says what Germany answered', () => {
		expect(titleOf('country', defend2015)).toEqual([
			'Defend an ally: in Germany, 58% say “Should not” and 38% “Should”',
			'Einen Verbündeten verteidigen: In Deutschland antworten 58\u00a0% „Sollte nicht“ und 38\u00a0% „Sollte“'
		]);
	});

	test('two countries without Germany are named one beside the other', () => {
		const rows = [
			row(['pew-2015', 'defend', 'usa', 'all', 'should'], 56),
			row(['pew-2015', 'defend', 'pol', 'all', 'should'], 48)
		];
		expect(titleOf('country', rows)[0]).toBe(
			'Defend an ally, “Should”: in the United States 56%, in Poland 48%'
		);
	});

	test('by region it gives both sides, or says which one is missing', () => {
		expect(titleOf('region', sided('pew-2015', 'should', [38, 40, 19]))[0]).toBe(
			'Defend an ally: in East Germany, 40% say “Should”; in West Germany, 19%'
		);
		expect(titleOf('region', sided('pew-2015', 'should', [38, 43, 'not_published']))).toEqual([
			'Defend an ally: in East Germany, 43% say “Should”; for West Germany no figure was published',
			'Einen Verbündeten verteidigen: In Ostdeutschland antworten 43\u00a0% „Sollte“; für Westdeutschland ist kein Wert veröffentlicht'
		]);
	});

	test('by region with nothing published it points to the nearest wave', () => {
		const rows = [
			...sided('pew-2015', 'should', [38, 'not_published', 'not_published']),
			...sided('pew-2017', 'should', [40, 29, 43], { role: 'nearest' })
		];
		expect(titleOf('region', rows)[0]).toBe(
			'For 2015, no separate figures for East and West Germany were published; ' +
				'2017: Defend an ally: in East Germany, 29% say “Should”; in West Germany, 43%'
		);
	});

	test('two groups are named one beside the other within the country', () => {
		const rows = [
			row(['pew-2015', 'defend', 'deu', 'women', 'should'], 30),
			row(['pew-2015', 'defend', 'deu', 'men', 'should'], 47)
		];
		expect(titleOf('group', rows)[1]).toBe(
			'Einen Verbündeten verteidigen, „Sollte“ in Deutschland: unter Männern 47\u00a0%, unter Frauen 30\u00a0%'
		);
	});

	test('over time it compares the first with the last comparable wave', () => {
		const rows = [
			row(['pew-2015', 'nato', 'deu', 'all', 'good'], 55),
			row(['pew-2017', 'nato', 'deu', 'all', 'good'], 67),
			row(['kb-2018', 'nato', 'deu', 'all', 'good'], 63)
		];
		expect(titleOf('time', rows)[0]).toBe(
			'View of NATO, “Favorable” in Germany: 55%\u00a0(2015), 67%\u00a0(2017)'
		);
	});

	test('of three countries it names the extremes, and says so where the reader chose them', () => {
		const rows = [
			row(['pew-2015', 'defend', 'usa', 'all', 'should'], 56),
			row(['pew-2015', 'defend', 'pol', 'all', 'should'], 48),
			row(['pew-2015', 'defend', 'ukr', 'all', 'should'], 48)
		];
		const view = resultOf('country', rows);
		expect(chartOf(view, 'en').title).toBe(
			'Defend an ally, “Should”: most often in the United States (56%), least often in Poland and in Ukraine (each 48%)'
		);
		const scope = { ...view.scope, cut: ['country' as const] };
		expect(chartOf({ ...view, scope }, 'de').title).toBe(
			'Einen Verbündeten verteidigen, „Sollte“: unter den 3 gewählten am häufigsten in den USA (56\u00a0%), am seltensten in Polen und in der Ukraine (je 48\u00a0%)'
		);
	});

	test('of the list of regions it names the widest gap', () => {
		const rows = [
			...sided('pew-2015', 'should', [23, 40, 19]),
			...sided('pew-2017', 'should', [40, 29, 43])
		];
		const third = sided('pew-2019', 'should', [40, 30, 33]);
		const titleFor = (part: DataPoint[], survey: string[]) => {
			const surveys = ['pew-2015', 'pew-2017', 'pew-2019'];
			const regions = { survey, surveys, query: '', notices: [], rows: part, dictionary };
			return chartOfRegions({ ...regions, ...unclaimed, sort: 'gap' }, 'en').title;
		};
		const numbers = '40% in the East and 19% in the West say “Should”';
		expect(titleFor([...rows, ...third], ['pew-2015', 'pew-2017', 'pew-2019'])).toBe(
			`East and West are furthest apart on “Defend an ally”: ${numbers}`
		);
		expect(titleFor([...rows, ...third], ['pew-2015', 'pew-2017'])).toBe(
			`Of the questions chosen, East and West are furthest apart on “Defend an ally”: ${numbers}`
		);
		// Two lines have no furthest.
		expect(titleFor(rows, ['pew-2015', 'pew-2017'])).toBe(`Defend an ally: ${numbers}`);
	});

	test('says so when nothing was published', () => {
		const rows = [row(['pew-2015', 'defend', 'deu', 'all', 'should'], 'not_published')];
		expect(titleOf('country', rows)).toEqual([
			'Defend an ally: no published figures for all respondents in Germany',
			'Einen Verbündeten verteidigen: Keine veröffentlichten Werte für alle Befragten in Deutschland'
		]);
	});
});

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
				pLow: 0,
				pHigh: 0.001,
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

describe('the layout of bars', () => {
	const kindOf = (question: string, cells: Record<string, Cell>) =>
		chartOf(
			resultOf(
				'country',
				Object.entries(cells).map(([answer, pct]) =>
					row(['pew-2015', question, 'deu', 'all', answer], pct)
				)
			),
			'en'
		).kind;

	test('two opposites diverge, whatever they add up to: neither is stacked', () => {
		expect(kindOf('defend', { should: 38, 'should-not': 40 })).toBe('diverging');
	});

	test('several answers a side diverge only if they may be stacked', () => {
		const parts = { 'very-good': 20, 'rather-good': 40, 'rather-bad': 25, 'very-bad': 10 };
		expect(kindOf('nato', parts)).toBe('diverging');
		expect(kindOf('nato', { ...parts, 'rather-good': 30 })).toBe('bars');
	});

	test('answers without opposites are stacked from 90 on', () => {
		expect(kindOf('threat', { major: 38, minor: 48, none: 4 })).toBe('stacked');
		expect(kindOf('threat', { major: 38, minor: 48, none: 3 })).toBe('bars');
	});

	test('a net never lies on its parts', () => {
		expect(kindOf('nato', { good: 60, 'very-good': 20, 'rather-good': 40 })).toBe('bars');
	});

	test('don’t know has no side of a diverging chart and stands in the foot', () => {
		const chart = rowsChart(resultOf('country', defend2015), 'en');
		expect(chart.series.map(({ id }) => id)).toEqual(['should', 'should-not']);
		expect(chart.foot).toContain('Don’t know: Median of eight 8%.');
	});

	test('Germany and the median are set off', () => {
		const [section] = rowsChart(resultOf('country', defend2015), 'en').sections;
		expect(section?.entries.map(({ label, strong }) => [label, strong])).toEqual([
			['United States', false],
			['Median of eight', true],
			['Germany', true]
		]);
	});
});

test('the figures of a chosen claim are set off too', () => {
	const claims = { claims: ['c1'] };
	const rows = [
		row(['pew-2015', 'defend', 'usa', 'all', 'should'], 56, claims),
		row(['pew-2015', 'defend', 'pol', 'all', 'should'], 48)
	];
	const [section] = rowsChart({ ...resultOf('country', rows), claim: 'c1' }, 'en').sections;
	expect(section?.entries.map(({ strong }) => strong)).toEqual([true, false]);
});

describe('dots', () => {
	test('give the gap with both sides, and the missing side in words', () => {
		const rows = [
			...sided('pew-2015', 'should', [23, 40, 19]),
			...sided('pew-2015', 'should-not', [76, 43, 'not_published']),
			...sided('pew-2015', 'dk', [1, 'not_asked', 'not_published'])
		];
		const [section] = rowsChart(resultOf('region', rows), 'de').sections;
		expect(section?.entries.map(({ gap, missing }) => [gap, missing])).toEqual([
			['+21', null],
			[null, 'West: nicht veröffentlicht'],
			[null, 'Ost: nicht gefragt; West: nicht veröffentlicht']
		]);
	});

	test('set the nearest figures apart, with institute and date', () => {
		const rows = [
			...sided('pew-2015', 'should', [38, 'not_published', 'not_published']),
			...sided('pew-2017', 'should', [40, 29, 43], { role: 'nearest' })
		];
		const { sections } = rowsChart(resultOf('region', rows), 'en');
		expect(sections.map(({ heading, notes }) => [heading, notes])).toEqual([
			[null, []],
			['Nearest published figures', ['Pew Research Center, 2017: the same question']]
		]);
	});

	test('of another country are its own regions, without a gap', () => {
		const rows = ['all', 'kyiv', 'lviv', 'odesa'].map((group, index) =>
			row(['pew-2015', 'defend', 'ukr', group, 'should'], 40 + index)
		);
		const chart = rowsChart(resultOf('region', rows), 'en');
		expect(chart.series.map(({ label }) => label)).toEqual(['Kyiv', 'Lviv', 'Odesa']);
		expect(chart.gapHead).toEqual([]);
		expect(chart.title).toBe(
			'Defend an ally, “Should”: most often in Odesa (43%), least often in Kyiv (41%)'
		);
	});
});

test('a chart is plain data: it survives the way to the browser', () => {
	for (const by of layouts) {
		const chart = chartOf(resultOf(by, defend2015), 'de');
		expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
	}
});

test('the order of the dictionary’s keys does not matter', () => {
	const turned = Object.fromEntries(
		Object.entries(dictionary).map(([name, codes]) => [
			name,
			Object.fromEntries(Object.entries(codes).reverse())
		])
	) as unknown as Dictionary;
	for (const by of layouts) {
		const straight = JSON.stringify(chartOf(resultOf(by, defend2015), 'en'));
		expect(JSON.stringify(chartOf(resultOf(by, defend2015, turned), 'en'))).toBe(straight);
	}
});

test('only registered-chart.ts loads Chart.js', () => {
	const folder = new URL('../../../src/lib/charts/', import.meta.url);
	const loading = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.filter((file) =>
			/^(import|export)(?! type)[^;]*'chart\.js'/m.test(readFileSync(new URL(file, folder), 'utf8'))
		);
	expect(loading).toEqual(['render/registered-chart.ts']);
});
