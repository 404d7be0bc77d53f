import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartOf, themes } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { inlineSvg, standaloneSvg } from '#lib/server/render/scene-svg.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { axeFaults } from '../support/browser.ts';
import { hosts, startHost, type Host } from '../fixtures/hosts.ts';
import { realDatabase } from '../fixtures/real.ts';
import { useBrowser } from '../support/site.ts';

let host: Host;
beforeAll(async () => {
	host = await startHost();
});
afterAll(() => host.close());
const { server, newPage, open: openIn } = useBrowser();
const open = (address: string, options: BrowserContextOptions = {}) =>
	openIn(address, { viewport: { width: 1000, height: 900 }, ...options });

const question = '/de/embed/questions/defend-nato-ally';
const embed = (path = question) => `${server.origin}${path}`;

const frameOf = (page: Page): Frame => {
	const frame = page.frames().find((each) => each.url().includes('/embed/'));
	if (!frame) throw new Error('Expected a frame with an embed, found none');
	return frame;
};
const contentHeight = (frame: Frame): Promise<number> =>
	frame.evaluate(() => document.querySelector('main')!.getBoundingClientRect().height);
const frameHeight = (page: Page): Promise<number> =>
	page.evaluate(() => document.querySelector('iframe')!.getBoundingClientRect().height);

/** The text that the dialog hands out: a frame, a frame with a script, a picture. */
async function snippets(path: string, choice = ''): Promise<string[]> {
	const { page, close } = await newPage({ javaScriptEnabled: false });
	const [lang, rest] = [path.slice(0, 3), path.slice(3)];
	await page.goto(`${server.origin}${lang}/embed-code${rest}${choice}`);
	const texts = await page.locator('pre').allInnerTexts();
	await close();
	return texts;
}

describe('in a newsroom’s page on another origin', () => {
	test.each(Object.keys(hosts).filter((name) => name !== 'pasted') as (keyof typeof hosts)[])(
		'%s gives the frame the height of its content, growing and shrinking',
		async (name) => {
			const { page, complaints, close } = await open(host.show(hosts[name](embed())));
			const frame = frameOf(page);
			const fits = async () => {
				await expect
					.poll(async () => Math.abs((await frameHeight(page)) - (await contentHeight(frame))))
					.toBeLessThanOrEqual(1);
				return contentHeight(frame);
			};
			const closed = await fits();
			await frame.locator('summary').click();
			const opened = await fits();
			expect(Math.abs(opened - closed)).toBeGreaterThan(20);
			await frame.locator('summary').click();
			expect(await fits()).toBe(closed);
			await page.setViewportSize({ width: 360, height: 900 });
			expect(await fits()).not.toBe(closed);
			expect(complaints).toEqual([]);
			await close();
		}
	);

	test('the second text of the dialog does so too, plain and sandboxed', async () => {
		const [, text = ''] = await snippets('/de/questions/defend-nato-ally');
		for (const code of [text, text.replace('<iframe', '<iframe sandbox="allow-scripts"')]) {
			const { page, complaints, close } = await open(host.show(hosts.pasted(code)));
			const frame = frameOf(page);
			for (let times = 0; times < 2; times += 1) {
				await frame.locator('summary').click();
				await expect
					.poll(async () => Math.abs((await frameHeight(page)) - (await contentHeight(frame))))
					.toBeLessThanOrEqual(1);
			}
			expect(complaints).toEqual([]);
			await close();
		}
	});

	test.each([
		'/de/questions/defend-nato-ally',
		'/de/questions/defend-nato-ally/by-region',
		'/en/questions/view-of-nato?by=time',
		'/de/claims/c12',
		'/de/explore/together',
		'/en/regions'
	])('the first text alone cuts nothing off on any screen: %s', async (path) => {
		const [text = ''] = await snippets(path);
		const address = host.show(hosts.pasted(text));
		const { page, close } = await open(address);
		for (const width of [320, 360, 390, 414, 500, 540, 600, 768, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			await page.waitForTimeout(30);
			const spare = (await frameHeight(page)) - (await contentHeight(frameOf(page)));
			expect(spare, `${width} px`).toBeGreaterThanOrEqual(0);
			expect(spare, `${width} px`).toBeLessThan(0.3 * (await frameHeight(page)));
		}
		await close();
	});

	test('the third text is a picture with every number in words, linked to its page', async () => {
		const [, , text = ''] = await snippets('/en/questions/defend-nato-ally');
		const { page, requests, close } = await open(host.show(hosts.pasted(text)));
		const picture = page.locator('a > img');
		const alt = (await picture.getAttribute('alt')) ?? '';
		for (const part of ['38%', '58%', 'Turkey', 'Source: Pew Research Center'])
			expect(alt).toContain(part);
		const natural = await picture.evaluate((img) => {
			const { naturalWidth, naturalHeight, width, height } = img as HTMLImageElement;
			return [naturalWidth, naturalHeight, width * 2, height * 2];
		});
		expect(natural.slice(0, 2)).toEqual(natural.slice(2));
		expect(requests.filter((url) => url.startsWith(server.origin))).toHaveLength(1);
		await close();
	});

	test('in a sandbox it complains about nothing, shows its numbers, prints its address', async () => {
		const code = `<iframe sandbox="allow-scripts" src="${embed()}" width="600" height="800"></iframe>`;
		const { page, complaints, close } = await open(host.show(hosts.pasted(code)));
		const frame = frameOf(page);
		expect(await frame.locator('svg:visible text', { hasText: '38' }).first().isVisible()).toBe(
			true
		);
		const link = frame.locator('footer a');
		expect(await link.innerText()).toContain(
			`${server.origin.slice(7)}/de/questions/defend-nato-ally`
		);
		expect(complaints).toEqual([]);
		await close();
	});

	test('a dark reader of a light page sees a light embed, unless the address says otherwise', async () => {
		const paper = async (path: string, scheme: string) => {
			const code = `<iframe src="${embed(path)}" width="600" height="700" style="color-scheme:${scheme}"></iframe>`;
			const { page, close } = await open(host.show(hosts.pasted(code)), { colorScheme: 'dark' });
			const found = await frameOf(page).evaluate(
				() => getComputedStyle(document.documentElement).backgroundColor
			);
			await close();
			return found;
		};
		const [light, dark] = ['rgb(251, 250, 247)', 'rgb(20, 24, 29)'];
		expect(await paper(question, 'normal')).toBe(light);
		expect(await paper(question, 'light')).toBe(light);
		expect(await paper(`${question}?theme=dark`, 'dark')).toBe(dark);
		expect(await paper(`${question}?theme=auto`, 'light dark')).toBe(dark);
		// A frame hears of the reader and not of the page, so auto is for pages that turn dark themselves.
		expect(await paper(`${question}?theme=auto`, 'light')).toBe(dark);
	});

	test('twenty of them move nothing and make one request each', async () => {
		const paths = ['questions/defend-nato-ally', 'questions/view-of-nato', 'regions', 'claims/c12'];
		const texts = await Promise.all(paths.map((path) => snippets(`/de/${path}`)));
		const many = Array.from({ length: 20 }, (_, at) => `<p>Text.</p>${texts[at % 4]?.[0]}`).join(
			''
		);
		const { page, requests, complaints, context, close } = await open(
			host.show(hosts.pasted(many.replaceAll('loading="lazy"', '')))
		);
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let sum = 0;
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
							sum += entry.value;
					}).observe({ type: 'layout-shift', buffered: true });
					setTimeout(() => resolve(sum), 500);
				})
		);
		expect(page.frames()).toHaveLength(21);
		expect(shift).toBe(0);
		expect(requests.filter((url) => url.startsWith(server.origin)).length).toBeLessThanOrEqual(20);
		expect(
			requests.filter((url) => !url.startsWith(server.origin) && !url.startsWith(host.origin))
		).toEqual([]);
		expect(await context.cookies()).toEqual([]);
		expect(complaints).toEqual([]);
		await close();
	});
});

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
