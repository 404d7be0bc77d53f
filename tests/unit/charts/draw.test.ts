import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { chartOf, systemFonts, themes, type Chart, type Style } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import type { Scene as Scene } from '#lib/charts/layout/scene.ts';
import { drawPng, scenePng } from '#lib/server/render/draw-png.ts';
import { inlineSvg, standaloneSvg } from '#lib/server/render/scene-svg.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { defend2015, resultOf, sided } from '../../fixtures/charts-rows.ts';

const bars = chartOf(resultOf('country', defend2015), 'de');
const dots = chartOf(
	resultOf('region', sided('pew-2015', 'should', [38, 43, 'not_published'])),
	'de'
);
const light = { width: 620, theme: 'light' } as const;

function drawSvg(chart: Chart, { fontFamily, ...style }: Style): string {
	const { theme, caption } = style;
	return standaloneSvg(place(chart, style), { theme, fontFamily, ground: caption });
}

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

	test('takes the font it is tooltip', () => {
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
		for (const words of ['In Deutschland', 'Einen Verbündeten', 'Quelle: Pew'])
			expect(svg).toContain(words);
		expect(svg).toContain('<rect class="c-paper" fill="#fbfaf7" width="100%" height="100%"/>');
		expect(drawSvg(bars, light)).not.toContain('100%');
	});
});

/** Red, green and blue of every pixel of a picture, shrunk to blocks of four by four. */
async function blocksOf(picture: Buffer): Promise<Float64Array> {
	const image = await loadImage(picture);
	const [width, height] = [Math.floor(image.width / 4), Math.floor(image.height / 4)];
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.fillStyle = themes.light.paper;
	context.fillRect(0, 0, image.width, image.height);
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, width * 4, height * 4);
	const sums = new Float64Array(width * height * 3);
	for (let y = 0; y < height * 4; y += 1)
		for (let x = 0; x < width * 4; x += 1)
			for (let channel = 0; channel < 3; channel += 1)
				sums[((y >> 2) * width + (x >> 2)) * 3 + channel]! +=
					data[(y * width * 4 + x) * 4 + channel]! / 16;
	return sums;
}

/**
 * Two painters round edges differently, so a block on the edge of a bar may be a few steps apart. A
 * tenth of a pixel is 1/40 of a block's 255 steps; a mark that is missing is 100 steps and more.
 */
const mostApart = 24;

describe('the two painters draw the same scene:', () => {
	/** Most steps, of 255, by which a block of one picture differs from that of the other. */
	const apart = (one: Float64Array, other: Float64Array): number =>
		one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at]!)), 0);

	test.each([
		['the finding by country', 'questions/defend-nato-ally', ''],
		['one answer by country', 'questions/defend-nato-ally', 'answer=should_use_force'],
		['East and West', 'questions/defend-nato-ally', 'by=region'],
		['over the years', 'questions/view-of-nato', 'by=time'],
		['what was not published', 'questions/blame-eastern-ukraine', ''],
		['all East–West figures', 'regions', ''],
		['two questions together', 'explore/together', ''],
		['a statement', 'claims/c22', '']
	])('%s', async (_, page, query) => {
		const face = getFace(realDatabase(), embeddableAt(`/de/${page}`)!, new URLSearchParams(query))!;
		for (const chart of face.drawn) {
			// The words have their places from the scene itself, and letters no two painters set alike.
			const scene = { ...place(chart, { width: 430 }), texts: [] };
			const style = { width: 430, theme: 'light' } as const;
			const canvas = await blocksOf(scenePng(chart, scene, style, 1));
			const svg = (each: Scene) => blocksOf(Buffer.from(standaloneSvg(each, style)));
			expect(apart(canvas, await svg(scene))).toBeLessThan(mostApart);
			// And the comparison sees a mark that is missing.
			const [first, ...bars] = scene.bars;
			const [point, ...dots] = scene.dots;
			if (first) expect(apart(canvas, await svg({ ...scene, bars }))).toBeGreaterThan(mostApart);
			if (point) expect(apart(canvas, await svg({ ...scene, dots }))).toBeGreaterThan(mostApart);
		}
	});

	test('the drawing for a page has no colour of its own, the one that travels has all', () => {
		const scene = place(bars, light);
		expect(inlineSvg(scene)).not.toMatch(/#[0-9a-f]{6}|xmlns|font-family/i);
		expect(inlineSvg(scene).length).toBeLessThan(0.8 * drawSvg(bars, light).length);
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
		const scene = place(bars, style);
		const { at, width, height } = await pixels(drawPng(bars, { ...style, scale: 2 }), 2);
		expect([width, height]).toEqual([1240, scene.height * 2]);
		expect(at(2, 2)).toBe(themes[theme].paper);
		expect(at(618, scene.height - 2)).toBe(themes[theme].paper);
		const { left, right } = scene.area;
		const unit = (right - left) / (scene.x.max - scene.x.min);
		for (const { from, to, y, color } of scene.bars)
			expect(at(left + ((from + to) / 2 - scene.x.min) * unit, y)).toBe(themes[theme][color]);
	});

	test('is the same every time', () => {
		const style = { width: 320, theme: 'light', scale: 1 } as const;
		const first = drawPng(dots, style);
		drawPng(bars, style);
		expect(drawPng(dots, style).equals(first)).toBe(true);
	});
});
