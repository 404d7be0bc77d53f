import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { chartOf, systemFonts, themes } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { drawPng, drawSvg } from '#lib/server/render/draw.ts';
import { defend2015, resultOf, sided } from '../../fixtures/charts-rows.ts';

const bars = chartOf(resultOf('country', defend2015), 'de');
const dots = chartOf(
	resultOf('region', sided('pew-2015', 'should', [38, 43, 'not_published'])),
	'de'
);
const light = { width: 620, theme: 'light' } as const;

describe('an SVG', () => {
	test('has real text, in ink', () => {
		expect(drawSvg(bars, light)).toMatch(
			/<text class="c-ink"[^>]*font-weight="600"[^>]*>38\u00a0%<\/text>/
		);
		expect(drawSvg(dots, light)).toContain('>West: nicht veröffentlicht</text>');
	});

	test('has no style, script or id, so that many fit into one page', () => {
		for (const chart of [bars, dots])
			expect(drawSvg(chart, light)).not.toMatch(/<style|<script|<clipPath|\sid=|\sstyle=/);
	});

	test('names its colours for the page’s CSS and has them for itself', () => {
		expect(drawSvg(bars, light)).toMatch(/class="c-yes" fill="#0E5F5A"/i);
		expect(drawSvg(dots, light)).toMatch(/<circle class="c-east" fill="#B5472F"/i);
		expect(drawSvg(dots, { ...light, theme: 'dark' })).toMatch(/class="c-east" fill="#F08A6B"/i);
	});

	test('scales: it has a viewBox, and its own size', () => {
		const { height } = place(bars, light);
		expect(drawSvg(bars, light)).toContain(
			`viewBox="0 0 620 ${height}" width="620" height="${height}"`
		);
	});

	test('takes the font it is told', () => {
		expect(drawSvg(bars, { ...light, fontFamily: systemFonts })).not.toContain('Source Sans');
	});

	test('is the same every time, whatever was drawn in between', () => {
		const first = drawSvg(bars, light);
		drawSvg(dots, light);
		drawPng(bars, light);
		expect(drawSvg(bars, light)).toBe(first);
	});

	test('is small', () => {
		for (const chart of [bars, dots]) expect(drawSvg(chart, light).length).toBeLessThan(4000);
	});

	test('with a caption travels alone: finding, question and source', () => {
		const svg = drawSvg(bars, { ...light, caption: true });
		for (const words of ['In Deutschland antworten', 'Einen Verbündeten', 'Quelle: Pew'])
			expect(svg).toContain(words);
		expect(svg).toContain('<rect class="c-paper" fill="#fbfaf7" width="100%" height="100%"/>');
		expect(drawSvg(bars, light)).not.toContain('100%');
	});
});

describe('a PNG', () => {
	/** Colours of a drawn picture at places of the layout. */
	async function pixels(picture: Buffer, scale: number) {
		const image = await loadImage(picture);
		const canvas = createCanvas(image.width, image.height);
		const context = canvas.getContext('2d');
		context.drawImage(image, 0, 0);
		const at = (x: number, y: number) => {
			const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(
				Math.round(x * scale),
				Math.round(y * scale),
				1,
				1
			).data;
			const hex = [red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('');
			return alpha === 255 ? `#${hex}` : 'transparent';
		};
		return { at, width: image.width, height: image.height };
	}

	test.each(['light', 'dark'] as const)('lies on %s paper, bars in their colour', async (theme) => {
		const style = { width: 620, theme, caption: true } as const;
		const sheet = place(bars, style);
		const { at, width, height } = await pixels(drawPng(bars, { ...style, scale: 2 }), 2);
		expect([width, height]).toEqual([1240, sheet.height * 2]);
		expect(at(2, 2)).toBe(themes[theme].paper);
		expect(at(618, sheet.height - 2)).toBe(themes[theme].paper);
		const { left, right } = sheet.area;
		const unit = (right - left) / (sheet.x.max - sheet.x.min);
		for (const { from, to, y, tone } of sheet.bars)
			expect(at(left + ((from + to) / 2 - sheet.x.min) * unit, y)).toBe(themes[theme][tone]);
	});

	test('is the same every time', () => {
		const style = { width: 320, theme: 'light', scale: 1 } as const;
		const first = drawPng(dots, style);
		drawPng(bars, style);
		expect(drawPng(dots, style).equals(first)).toBe(true);
	});
});
