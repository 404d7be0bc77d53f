import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chartOf, themes } from '#lib/charts/index.ts';
import { drawPng } from '#lib/server/render/draw-png.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { overflow, axeFaults } from '../support/browser.ts';
import { readCsv } from '../fixtures/data-package.ts';
import { realDatabase } from '../fixtures/real.ts';
import { useBrowser } from '../support/site.ts';

const { server, open } = useBrowser();

describe('the dialog', () => {
	test('is opened, used and left by keyboard alone, and says what it copied', async () => {
		const { page, context, complaints, close } = await open('/de/questions/defend-nato-ally');
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		for (let step = 0; step < 80 && (await focused()) !== 'Einbetten'; step += 1)
			await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Diese Grafik einbetten' });
		await dialog.waitFor();
		expect(await focused()).toBe('Schließen');
		const first = dialog.locator('pre').first();
		expect(await first.innerText()).toContain('color-scheme:light');

		const to = async (selector: string) => {
			const isThere = () =>
				page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
			for (let step = 0; step < 30 && !(await isThere()); step += 1)
				await page.keyboard.press('Tab');
			expect(await isThere(), selector).toBe(true);
		};
		await to('input[name=theme]');
		await page.keyboard.press('ArrowDown');
		expect(await first.innerText()).toMatch(/theme=dark.*color-scheme:dark/s);
		await to('input[name=corrections]');
		await page.keyboard.press('ArrowDown');
		expect(await first.innerText()).toMatch(
			/theme=dark&amp;v=\d{4}-\d\d-\d\d\.[0-9a-f]+\.[0-9a-f]{8}"/
		);
		await to('input[name=width]');
		await page.keyboard.press('ArrowUp');
		expect(await first.innerText()).toContain('width="320"');

		await to('button[aria-label="Kopieren: Rahmen"]');
		await page.keyboard.press('Enter');
		await dialog.getByText('Kopiert', { exact: true }).first().waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await first.innerText());
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'hidden' });
		expect(await focused()).toBe('Einbetten');
		expect(complaints).toEqual([]);
		await close();
	});

	test.each([
		[320, 'dark', 'en'],
		[768, 'light', 'de'],
		[1280, 'dark', 'de']
	] as const)('fits %i px, %s, %s; axe finds nothing', async (width, colorScheme, lang) => {
		const { page, complaints, close } = await open(`/${lang}/claims/c12`, {
			viewport: { width, height: 800 },
			colorScheme
		});
		await page.locator('a[aria-haspopup=dialog]').click();
		await page.getByRole('dialog').waitFor();
		const wide = () =>
			page.evaluate(() => {
				const dialog = document.querySelector('dialog[open]')!;
				return [
					document.documentElement.scrollWidth - innerWidth,
					dialog.scrollWidth - dialog.clientWidth
				];
			});
		expect(await wide()).toEqual([0, 0]);
		expect(await axeFaults(page)).toEqual([]);
		expect(complaints).toEqual([]);
		await close();
	});

	test.each([
		'/de/questions/view-of-nato?by=time',
		'/en/questions/defend-nato-ally/by-region',
		'/de/regions',
		'/en/claims/c7',
		'/en/explore/together'
	])('is on every chart and previews it at the chosen width: %s', async (path) => {
		const { page, close } = await open(path);
		await page.locator('a[aria-haspopup=dialog]').click();
		await page.getByRole('radio', { name: '320 px' }).check();
		const frame = page.frameLocator('dialog iframe');
		// It is asked for when it comes into sight.
		await page.locator('dialog iframe').evaluate((each) => each.scrollIntoView());
		await frame.locator('h1').waitFor();
		expect(await page.locator('dialog iframe').evaluate((each) => each.clientWidth)).toBe(320);
		expect(await frame.locator('svg:visible').count()).toBeGreaterThan(0);
		await close();
	});
});

describe('when the dialog cannot be loaded', () => {
	test.each([
		['/de/questions/defend-nato-ally', '/de/embed-code/questions/defend-nato-ally'],
		['/en/regions?survey=pew-2015-spring', '/en/embed-code/regions?survey=pew-2015-spring']
	])('the reader lands on the page with the texts: %s', async (path, texts) => {
		const { page, close } = await open(path);
		await page.route('**/_app/immutable/**/*.js', (route) => route.abort());
		await page.locator('a[aria-haspopup=dialog]').click();
		await page.waitForURL(`${server.origin}${texts}`);
		expect(await page.locator('pre').count()).toBe(6);
		await page.goBack();
		expect(await page.locator('dialog').count()).toBe(0);
		await close();
	});

	test('a reader who has gone elsewhere meanwhile stays there', async () => {
		const { page, close } = await open('/en/questions/defend-nato-ally');
		const held: Route[] = [];
		let isHeld = true;
		await page.route('**/_app/immutable/**', async (route) => {
			if (isHeld) held.push(route);
			else await route.continue();
		});
		await page.locator('a[aria-haspopup=dialog]').click();
		await expect.poll(() => held.length).toBeGreaterThan(0);
		isHeld = false;
		await page.getByRole('link', { name: 'Beistand', exact: true }).click();
		await page.waitForURL(`${server.origin}/en`);
		for (const route of held) await route.abort();
		await page.waitForTimeout(500);
		expect(page.url()).toBe(`${server.origin}/en`);
		expect(await page.locator('dialog').count()).toBe(0);
		await close();
	});
});

describe('without JavaScript', () => {
	test('the same texts stand on a page, and a form applies the choice', async () => {
		const { page, close } = await open('/en/questions/view-of-nato?by=time', {
			javaScriptEnabled: false
		});
		await page.getByRole('link', { name: 'Embed', exact: true }).click();
		expect(await page.locator('pre').count()).toBe(6);
		await page.getByRole('radio', { name: 'dark' }).check();
		await page.getByRole('radio', { name: '760 px' }).check();
		await page.getByRole('button', { name: 'Apply' }).click();
		const text = await page.locator('pre').first().innerText();
		expect(text).toContain('/en/embed/questions/view-of-nato?by=time&amp;theme=dark');
		expect(text).toContain('width="760"');
		await close();
	});

	test.each(['/de/embed-code/questions/none', '/de/embed-code/methods'])(
		'%s is a 404 in the reader’s language',
		async (path) => {
			const reply = await fetch(`${server.origin}${path}`);
			expect(reply.status).toBe(404);
			expect(await reply.text()).toContain('Diese Seite gibt es nicht');
		}
	);

	test.each([320, 768, 1280])('the page fits %i px; axe finds nothing', async (width) => {
		const { page, close } = await open('/de/embed-code/explore/together', {
			viewport: { width, height: 900 }
		});
		expect(await overflow(page)).toBe(0);
		expect(await axeFaults(page)).toEqual([]);
		await close();
	});
});

/**
 * Two canvases place letters and edges up to half a pixel apart. Averaged over blocks of pixels
 * this is no difference any more; then so few values may differ by more than a sixth of the range.
 */
const block = 4;
const mostDifferent = 0.008;

test.each([
	['defend-nato-ally', 'country'],
	['view-of-nato', 'time'],
	['confidence-putin', 'region']
])(
	'the server’s picture and the browser’s chart are the same to the eye: %s by %s',
	async (question, by) => {
		const { page, close } = await open(`/en/questions/${question}?by=${by}`);
		// A first visit on a slow machine keeps the fallback font; the second has the site's own.
		await page.reload({ waitUntil: 'networkidle' });
		await page.waitForSelector('canvas.drawn');
		const shown = await page.evaluate(() => {
			const canvas = document.querySelector('canvas')!;
			const drawing = [...document.querySelectorAll('.drawing svg')].find(
				(svg) => svg.getBoundingClientRect().width > 0
			) as SVGSVGElement;
			const { width, height } = canvas;
			return { url: canvas.toDataURL(), width, height, layout: drawing.viewBox.baseVal.width };
		});
		await close();

		const result = getResult(realDatabase(), question, new URLSearchParams({ by }), 'en')!;
		const chart = chartOf(result, 'en');
		const scale = shown.width / shown.layout;
		const style = { width: shown.layout, theme: 'light', caption: false, scale } as const;
		/** Red, green and blue of every block, averaged. */
		const blocks = async (source: string | Buffer) => {
			const context = createCanvas(shown.width, shown.height).getContext('2d');
			context.fillStyle = themes.light.paper;
			context.fillRect(0, 0, shown.width, shown.height);
			context.drawImage(await loadImage(source), 0, 0);
			const { data } = context.getImageData(0, 0, shown.width, shown.height);
			const [across, down] = [shown.width, shown.height].map((each) => Math.floor(each / block));
			const means = new Float64Array(across! * down! * 3);
			for (let y = 0; y < down! * block; y += 1)
				for (let x = 0; x < across! * block; x += 1)
					for (let channel = 0; channel < 3; channel += 1) {
						const at = (Math.floor(y / block) * across! + Math.floor(x / block)) * 3 + channel;
						means[at]! += data[(y * shown.width + x) * 4 + channel]! / block ** 2;
					}
			return means;
		};
		const ours = await blocks(drawPng(chart, style));
		const apart = (other: Float64Array) => {
			const different = ours.filter((value, at) => Math.abs(value - other[at]!) > 42);
			return different.length / ours.length;
		};
		expect(apart(await blocks(shown.url))).toBeLessThan(mostDifferent);
		// The bound sees a chart whose numbers are ten points off.
		const other = structuredClone(chart);
		for (const mark of marksOf(other)) if (mark.pct !== null) mark.pct += 10;
		expect(apart(await blocks(drawPng(other, style)))).toBeGreaterThan(mostDifferent);
	}
);

const marksOf = (chart: ReturnType<typeof chartOf>) =>
	'sections' in chart
		? chart.sections.flatMap(({ entries }) => entries.flatMap(({ marks }) => marks))
		: chart.lines.flatMap(({ points }) => points);

/** Addresses of the pages with texts to embed, in the order of a page. */
async function embedLinks(path: string): Promise<string[]> {
	const html = await (await fetch(server.origin + path)).text();
	const links = [...html.matchAll(/<a href="(\/\w\w\/embed-code\/[^"]+)"/g)].map(([, to]) => to!);
	for (const link of links) expect((await fetch(server.origin + link)).status, link).toBe(200);
	return links;
}

test('Every chart on the start page leads to the texts that embed it', async () => {
	const html = await (await fetch(`${server.origin}/en`)).text();
	const drawn = html.split('<figure').filter((part) => part.includes('class="drawing'));
	expect(drawn.length).toBeGreaterThan(0);
	expect((await embedLinks('/en')).length).toBe(drawn.length);
});

test('Every statement with figures leads to the texts that embed it', async () => {
	const { header, rows } = readCsv('claims.csv');
	const withFigures = rows.filter((row) => row[header.indexOf('figures')]);
	const expected = withFigures.map(([id]) => `/de/embed-code/claims/${id}`);
	expect((await embedLinks('/de/article')).toSorted()).toEqual(expected.toSorted());
});
