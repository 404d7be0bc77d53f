import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chartOf, themes } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { inlineSvg, standaloneSvg } from '#lib/server/render/scene-svg.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { axeFaults } from '../support/browser.ts';
import { realDatabase } from '../fixtures/real.ts';
import { useBrowser } from '../support/site.ts';

/* The document of an embed by itself; what a newsroom's page makes of it stands in embeds-browser.test.ts. */

const { server, newPage, open: openIn } = useBrowser();
const open = (address: string, options: BrowserContextOptions = {}) =>
	openIn(address, { viewport: { width: 1000, height: 900 }, ...options });

const question = '/de/embed/questions/defend-nato-ally';
const embed = (path = question) => `${server.origin}${path}`;

/** Pixels of what a page of only these lines shows. */
async function painted(html: string): Promise<Uint8ClampedArray> {
	const { page, close } = await newPage({ viewport: { width: 600, height: 1400 } });
	await page.setContent(html);
	const image = await loadImage(await page.screenshot());
	await close();
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.drawImage(image, 0, 0);
	return context.getImageData(0, 0, image.width, image.height).data;
}

test.each([
	['defend-nato-ally', 'country'],
	['defend-nato-ally', 'region'],
	['view-of-nato', 'time'],
	['blame-eastern-ukraine', 'country']
])(
	'a drawing dressed by the page is the same picture as one that travels alone: %s by %s',
	async (id, by) => {
		const result = getResult(realDatabase(), id, new URLSearchParams({ by }), 'de')!;
		const scene = place(chartOf(result, 'de'), { width: 560 });
		const whole = standaloneSvg(scene, { theme: 'light', fontFamily: 'Arial' });
		const short = inlineSvg(scene);
		expect(short.length).toBeLessThan(0.8 * whole.length);
		const colours = Object.entries(themes.light).map(
			([token, colour]) => `.c-${token}{fill:${colour}}.s-${token}{stroke:${colour}}`
		);
		const style = `<style>text{fill:${themes.light.ink}}[class^=s-]{fill:none}${colours.join('')}svg{width:560px;font-family:Arial}</style>`;
		const [ours, theirs] = [await painted(whole), await painted(style + short)];
		const different = ours.filter((value, at) => Math.abs(value - theirs[at]!) > 60).length;
		expect(different / ours.length).toBeLessThan(0.001);
		const other = await painted('');
		expect(ours.filter((value, at) => value !== other[at]).length / ours.length).toBeGreaterThan(
			0.005
		);
	}
);

describe('an embed', () => {
	test('is one request, without cookie, storage or font', async () => {
		const { page, context, requests, complaints, close } = await open(embed());
		expect(requests).toEqual([embed()]);
		expect(await context.cookies()).toEqual([]);
		expect(await page.evaluate(() => [localStorage.length, document.fonts.size])).toEqual([0, 0]);
		expect(complaints).toEqual([]);
		await close();
	});

	test.each([
		question,
		'/en/embed/regions?theme=dark',
		'/de/embed/claims/c12',
		'/en/embed/explore/together?theme=dark',
		'/de/embed/questions/none'
	])('has nothing serious for axe, opened and closed: %s', async (path) => {
		const { page, close } = await open(embed(path));
		for (let times = 0; times < 2; times += 1) {
			expect(await axeFaults(page)).toEqual([]);
			const summary = page.locator('summary');
			if ((await summary.count()) > 0) await summary.click();
		}
		await close();
	});

	test('in forced colours keeps the drawing and every word', async () => {
		const { page, close } = await open(embed(), { forcedColors: 'active' });
		expect(await page.locator('svg:visible').count()).toBe(1);
		const fills = await page.evaluate(() =>
			['.c-yes', '.c-no', 'text'].map(
				(each) => getComputedStyle(document.querySelector(`.w560 ${each}`)!).fill
			)
		);
		expect(new Set(fills).size).toBe(3);
		await close();
	});

	test('works without JavaScript: the drawing, and the table in its place', async () => {
		const { page, close } = await open(embed(), { javaScriptEnabled: false });
		expect(await page.locator('svg:visible').count()).toBe(1);
		await page.locator('summary').click();
		expect(await page.locator('svg:visible').count()).toBe(0);
		const line = page.locator('details tr', { hasText: 'Deutschland' });
		expect((await line.innerText()).replaceAll('\u00a0', ' ')).toMatch(/38 %.*58 %/);
		await close();
	});

	test('prints drawing and table', async () => {
		const { page, close } = await open(embed());
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('svg:visible').count()).toBe(1);
		const table = await page.locator('details table').boundingBox();
		expect(table?.height).toBeGreaterThan(100);
		await close();
	});

	test.each([
		question,
		`${question}/by-region`,
		'/en/embed/questions/view-of-nato?by=time',
		'/de/embed/questions/blame-eastern-ukraine',
		'/de/embed/questions/tough-or-economic-ties?by=group',
		'/de/embed/claims/c12',
		'/de/embed/explore/together',
		'/de/embed/regions'
	])(
		'clips no text in three fonts from 280 to 900 px, and is read at every width: %s',
		async (path) => {
			const { page, close } = await open(embed(path));
			for (const font of ['DejaVu Sans', 'Liberation Sans', 'Liberation Serif'])
				for (const width of [280, 320, 375, 419, 420, 519, 520, 600, 700, 900]) {
					await page.setViewportSize({ width, height: 900 });
					const found = await page.evaluate(measure, font);
					expect(found.clipped, `${font} ${width} px`).toEqual([]);
					expect(found.wide, `${font} ${width} px`).toBe(0);
					expect(found.least, `${font} ${width} px`).toBeGreaterThanOrEqual(11);
				}
			await close();
		}
	);

	/** Texts that leave their drawing, pixels by which the page is too wide, the smallest type in pixels. */
	function measure(font: string) {
		const body = document.body;
		body.style.fontFamily = `'${font}'`;
		const clipped: string[] = [];
		let least = Infinity;
		for (const text of document.querySelectorAll('svg text')) {
			const svg = (text as SVGTextElement).ownerSVGElement!;
			const box = svg.getBoundingClientRect();
			if (box.width === 0) continue;
			const own = text.getBoundingClientRect();
			const scale = box.width / svg.viewBox.baseVal.width;
			// A browser rounds the ink of a letter that leans out, such as a T, up to a whole unit of the drawing.
			const lean = Math.max(1, scale);
			if (own.left < box.left - lean || own.right > box.right + lean || own.bottom > box.bottom + 2)
				clipped.push(text.textContent ?? '');
			least = Math.min(least, parseFloat(getComputedStyle(text).fontSize) * scale);
		}
		const wide = Math.max(0, document.documentElement.scrollWidth - innerWidth);
		return { clipped, wide, least: Math.round(least * 10) / 10 };
	}
});
