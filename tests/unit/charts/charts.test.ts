import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chartOf } from '#lib/charts/index.ts';
import type { Dictionary } from '#lib/view/row.ts';
import { layouts } from '#lib/view/view.ts';
import {
	defend2015,
	dictionary,
	resultOf,
	row,
	rowsChart,
	sided,
	type Cell
} from '../../fixtures/charts-rows.ts';

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
