import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chartOf, configOf, heightOf, themes } from '#lib/charts/index.ts';
import { textWidth, wrap } from '#lib/charts/layout/text-width.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { contrast, textOn, type Token } from '#lib/charts/model/theme.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { layouts, type Layout } from '#lib/view/view.ts';
import { defend2015, resultOf, row, sided } from '../../fixtures/charts-rows.ts';

const widths = [280, 320, 440, 620, 760];
const sheetOf = (by: Layout, rows: DataPoint[], width = 620) =>
	place(chartOf(resultOf(by, rows), 'de'), { width });
const textsOf = (...given: Parameters<typeof sheetOf>) =>
	sheetOf(...given).texts.map(({ text }) => text);

const waves = [
	row(['pew-2015', 'nato', 'deu', 'all', 'good'], 55),
	row(['pew-2017', 'nato', 'deu', 'all', 'good'], 67),
	row(['kb-2018', 'nato', 'deu', 'all', 'good'], 63),
	row(['pew-2019', 'nato', 'deu', 'all', 'good'], 57)
];
const examples: [Layout, DataPoint[]][] = [
	['country', defend2015],
	['group', defend2015],
	['region', sided('pew-2015', 'should', [38, 43, 'not_published'])],
	['region', [...sided('pew-2015', 'should', [23, 1, 100]), ...sided('pew-2015', 'dk', [0, 0, 0])]],
	['country', ['major', 'minor'].map((id) => row(['pew-2015', 'threat', 'deu', 'all', id], 40))],
	['time', waves]
];

test.each(widths)('at %i pixels no text leaves the drawing or is smaller than 12', (width) => {
	for (const [by, rows] of examples)
		for (const { text, x, y, align, size, bold } of sheetOf(by, rows, width).texts) {
			const wide = textWidth(text, size, bold);
			const left = { left: x, center: x - wide / 2, right: x - wide }[align];
			expect(size).toBeGreaterThanOrEqual(12);
			expect(left, text).toBeGreaterThanOrEqual(-1);
			expect(left + wide, text).toBeLessThanOrEqual(width + 1);
			expect(y).toBeGreaterThan(0);
			expect(y).toBeLessThan(sheetOf(by, rows, width).height);
		}
});

test('the height grows with the rows, and where labels go above the bars', () => {
	const chart = (rows: DataPoint[]) => chartOf(resultOf('country', rows), 'en');
	const [few, all] = [chart(defend2015.slice(0, 3)), chart(defend2015)];
	for (const width of widths) expect(heightOf(all, width)).toBeGreaterThan(heightOf(few, width));
	expect(heightOf(all, 320)).toBeGreaterThan(heightOf(all, 620));
	expect(heightOf(all, 620, true)).toBeGreaterThan(heightOf(all, 620));
});

describe('an absence', () => {
	test('stands in words under the name and not on the axis, zero is a number without ink', () => {
		const rows = [
			row(['pew-2015', 'defend', 'usa', 'all', 'should'], 0),
			row(['pew-2015', 'defend', 'deu', 'all', 'should'], 'not_asked')
		];
		const scene = sheetOf('country', rows);
		expect(scene.bars).toEqual([]);
		expect(scene.hatches).toEqual([]);
		const [name, why] = ['Deutschland', 'nicht gefragt'].map((wanted) =>
			scene.texts.find(({ text }) => text === wanted)
		);
		expect(why?.x).toBe(name?.x);
		expect(scene.texts.map(({ text }) => text)).toContain('0\u00a0%');
	});

	test('of one side of Germany keeps the other dot', () => {
		const rows = sided('pew-2015', 'should', [38, 43, 'not_published']);
		expect(sheetOf('region', rows).dots.map(({ color, x }) => [color, x])).toEqual([['east', 43]]);
		expect(textsOf('region', rows)).toContain('West: nicht veröffentlicht');
	});
});

describe('bars', () => {
	test('run from zero to their number, should not to the left', () => {
		const bars = sheetOf('country', defend2015).bars.filter(({ label }) => label === 'Deutschland');
		expect(bars.map(({ color, from, to }) => [color, from, to])).toEqual(
			expect.arrayContaining([
				['no', 0, -58],
				['yes', 0, 38]
			])
		);
	});

	test('of a stack leave blank what is missing to 100', () => {
		const rows = Object.entries({ major: 38, minor: 48, none: 6 }).map(([answer, pct]) =>
			row(['pew-2015', 'threat', 'deu', 'all', answer], pct)
		);
		const scene = sheetOf('country', rows);
		expect(scene.bars.map(({ from, to }) => [from, to])).toEqual([
			[0, 38],
			[38, 86],
			[86, 92]
		]);
		expect(scene.x).toEqual({ min: 0, max: 100 });
	});

	test('have a whisker where an interval was computed, and only there', () => {
		const cell = ['pew-2015', 'defend', 'deu', 'all', 'should'] as [
			string,
			string,
			string,
			string,
			string
		];
		const plain = sheetOf('country', [row(cell, 38)]);
		const computed = sheetOf('country', [row(cell, 38, { low: 34, high: 42 })]);
		// Its line with a rim, two ends and the mark at the centre.
		expect(computed.strokes.length - plain.strokes.length).toBe(5);
	});

	test('that are weakly sourced are paler, outlined and marked', () => {
		const weak = row(['pew-2015', 'defend', 'deu', 'all', 'should'], 38, { confidence: 'low' });
		const scene = sheetOf('country', [weak]);
		expect(scene.bars[0]?.opacity).toBeLessThan(0.5);
		expect(scene.frames).toHaveLength(1);
		expect(scene.texts.map(({ text }) => text)).toContain('38\u00a0%†');
	});
});

describe('lines', () => {
	test('join comparable waves, and leave out the point of another institute', () => {
		const scene = sheetOf('time', waves);
		expect(scene.lines.map(({ points }) => points)).toEqual([
			[
				{ x: 2015.5, y: 55 },
				{ x: 2017.5, y: 67 },
				{ x: 2019.5, y: 57 }
			]
		]);
		expect(scene.dots.map(({ x, hollow }) => [x, hollow])).toEqual([
			[2015.5, false],
			[2017.5, false],
			[2018.5, true],
			[2019.5, false]
		]);
	});

	test('need two waves: one is drawn as a bar', () => {
		expect(chartOf(resultOf('time', waves.slice(0, 1)), 'en').kind).toBe('bars');
	});
});

describe('a configuration', () => {
	test('is not animated, and each mark tells a pointer whose number it is, of what, and how it came to us', () => {
		const chart = chartOf(resultOf('country', defend2015), 'en');
		const { data, options } = configOf(chart, { width: 620, theme: 'light' });
		expect(options?.animation).toBe(false);
		const datum = data.datasets[0]?.data[0];
		expect(datum?.mark?.tooltip).toEqual([
			'United States: 56%',
			'Should',
			'Pew Research Center, 2015',
			'Base: all respondents; number of interviews not published',
			'Published by the institute'
		]);
	});

	test('holds every published number of the drawing', () => {
		for (const by of layouts) {
			const chart = chartOf(resultOf(by, waves), 'en');
			const { data } = configOf(chart, { width: 620, theme: 'dark' });
			const figures = data.datasets.flatMap((set) => set.data.map(({ mark }) => mark?.figure));
			for (const { figure, group } of waves)
				if (group !== 'all' || by !== 'region') expect(figures).toContain(figure);
		}
	});
});

test('words keep their order and letters when lines are broken', () => {
	const text = 'Donaudampfschifffahrtsgesellschaft und der Nato-Verbündete';
	for (const width of [60, 120, 400])
		expect(
			wrap(text, width, 14)
				.join(' ')
				.replace(/- (?=[a-z])/g, '')
		).toBe(text);
});

describe('colours', () => {
	test('of the style sheet are those that the drawings reckon with', () => {
		const scene = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
		const [light = '', dark = ''] = scene.split('@media (prefers-color-scheme: dark)');
		const tokensOf = (rules: string) =>
			Object.fromEntries(
				[...rules.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, token, colour]) => [token, colour])
			);
		expect({ light: tokensOf(light), dark: tokensOf(dark) }).toEqual(themes);
	});

	test.each(['light', 'dark'] as const)('of text are read on %s paper', (theme) => {
		for (const token of ['ink', 'muted'] as const)
			expect(contrast(themes[theme][token], themes[theme].paper)).toBeGreaterThanOrEqual(4.5);
	});

	test('hold no text that is not read: the amber of "no" takes none', () => {
		const tokens: Token[] = ['yes', 'no', 'first', 'second', 'third', 'fourth'];
		expect(tokens.map((token) => textOn(token, 1))).toEqual([
			'paper',
			undefined,
			'paper',
			'ink',
			'ink',
			'ink'
		]);
	});
});

test('the axis of East and West is no coarser in a wider column than at 480 px', () => {
	const rows = sided('pew-2015', 'should', [38, 29, 43]);
	const lengths = [480, 559, 560, 600, 620, 760].map((width) => {
		const { area, x } = sheetOf('region', rows, width);
		return (area.right - area.left) / (x.max - x.min);
	});
	expect(Math.min(...lengths)).toBe(lengths[0]);
});
