import { describe, expect, test } from 'vitest';
import { axeFaults, lookAt, looks, overflow, signsOn, visit } from '../support/browser.ts';
import { useBrowser } from '../support/site.ts';

const { server, newPage, open } = useBrowser();

const pages = [
	'',
	'/questions',
	'/questions/defend-nato-ally',
	'/questions/defend-nato-ally?by=region',
	'/questions/view-of-nato?by=time',
	'/questions/blame-eastern-ukraine',
	'/questions/tough-or-economic-ties?by=group',
	'/regions',
	'/methods',
	'/article',
	'/claims/c7',
	'/figures/pew-2015-spring~defend-nato-ally~deu~all~should-not',
	'/figures/pew-2015-spring~defend-nato-ally~deu~east~should',
	'/readings',
	'/explore/together',
	'/api'
];

describe.each(['en', 'de'])('in %s', (lang) => {
	test.each(pages)(
		'%s fits 320, 768 and 1280 px, light and dark, and axe finds nothing',
		async (path) => {
			const { page, complaints, close } = await open(`/${lang}${path}`, {
				viewport: { width: 320, height: 900 },
				colorScheme: 'dark'
			});
			await page.evaluate(() => {
				for (const folded of document.querySelectorAll('details')) folded.open = true;
			});
			for (const look of looks) {
				await lookAt(page, look);
				expect(await overflow(page), `${look.width} px`).toBe(0);
				const signs = await signsOn(page);
				expect(signs.cut, `${look.width} px`).toEqual([]);
				if (path === '/regions') expect(signs.seen).toBeGreaterThan(5);
				if (look.readByAxe === lang) expect(await axeFaults(page), `${look.width} px`).toEqual([]);
			}
			expect(complaints).toEqual([]);
			await close();
		}
	);
});

describe('a reader', () => {
	test('without JavaScript sees the drawing, the wording and every number', async () => {
		const { page, close } = await open('/en/questions/defend-nato-ally', {
			javaScriptEnabled: false
		});
		expect(await page.locator('.chart svg:visible').count()).toBe(1);
		expect(await page.locator('blockquote').innerText()).toContain('our NATO ally');
		const cell = page.locator('td[data-figure="pew-2015-spring~defend-nato-ally~deu~all~should"]');
		expect(await cell.innerText()).toContain('38%');
		await page.locator('.filters summary').click();
		await page.getByRole('checkbox', { name: 'United States' }).check();
		await page.getByRole('checkbox', { name: 'Germany', exact: true }).check();
		await page.getByRole('radio', { name: 'by name' }).check();
		await page.getByRole('button', { name: 'Show' }).click();
		expect(new URL(page.url()).search).toBe('?sort=label');
		await close();
	});

	test('with JavaScript gets Chart.js in the very box of the drawing, nothing moves', async () => {
		const { page, close } = await open('/en/questions/defend-nato-ally');
		await page.waitForSelector('canvas.drawn');
		const { canvas, drawing, shift } = await page.evaluate(async () => {
			const rect = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
			const visible = [...document.querySelectorAll('.drawing')].find(
				(each) => each.getBoundingClientRect().height > 0
			);
			const shift = await new Promise<number>((resolve) => {
				let sum = 0;
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
						sum += entry.value;
				}).observe({ type: 'layout-shift', buffered: true });
				setTimeout(() => resolve(sum), 300);
			});
			return {
				canvas: rect('canvas')?.toJSON(),
				drawing: visible?.getBoundingClientRect().toJSON(),
				shift
			};
		});
		expect(canvas).toEqual(drawing);
		expect(shift).toBeLessThan(0.005);
		await close();
	});

	test('loads at most 60 kB of JavaScript before a chart is in view, no third party, no cookie', async () => {
		const { page, context, close } = await newPage();
		const sizes: Promise<{ responseBodySize: number }>[] = [];
		const foreign: string[] = [];
		page.on('requestfinished', (request) => {
			if (!request.url().startsWith(server.origin)) foreign.push(request.url());
			if (request.url().endsWith('.js')) sizes.push(request.sizes());
		});
		await visit(page, `${server.origin}/de/questions`);
		const scripts = (await Promise.all(sizes)).reduce(
			(sum, each) => sum + each.responseBodySize,
			0
		);
		expect(scripts).toBeGreaterThan(10_000);
		expect(scripts).toBeLessThan(60_000);
		expect(foreign).toEqual([]);
		expect(await context.cookies()).toEqual([]);
		await close();
	});

	test('of a chart many screens tall the drawing stays until a pointer comes to it', async () => {
		const { page, complaints, close } = await open('/en/questions/defend-nato-ally', {
			viewport: { width: 1280, height: 200 }
		});
		await page.waitForTimeout(1000);
		expect(await page.locator('canvas.drawn').count()).toBe(0);
		expect(await page.locator('.drawing svg:visible').count()).toBe(1);
		await page.locator('.chart').hover({ position: { x: 300, y: 200 } });
		await page.waitForSelector('canvas.drawn');
		expect(complaints).toEqual([]);
		await close();
	});

	test('filters in place: the address follows, it is announced, focus stays, Back undoes it', async () => {
		const { page, close } = await open('/de/questions/defend-nato-ally');
		await page.locator('.filters summary').click();
		const box = page.getByLabel('Polen', { exact: true });
		await box.uncheck();
		await page.waitForURL(/country=/);
		expect(new URL(page.url()).search).not.toContain('pol');
		expect(await page.locator('[role=status]').innerText()).toContain('27 Zeilen');
		expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
		const row = page.locator('td[data-figure="pew-2015-spring~defend-nato-ally~pol~all~should"]');
		expect(await row.count()).toBe(0);
		await page.goBack();
		await page.waitForURL((url) => url.search === '');
		await row.waitFor();
		expect(await box.isChecked()).toBe(true);
		await close();
	});

	test('goes through layouts and downloads with the keyboard alone', async () => {
		const { page, close } = await open('/en/questions/defend-nato-ally');
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		await page.keyboard.press('Tab');
		expect(await focused()).toBe('Skip to the content');
		for (let step = 0; step < 40 && (await focused()) !== 'East and West'; step += 1)
			await page.keyboard.press('Tab');
		for (let step = 0; step < 40 && !page.url().includes('by=region'); step += 1) {
			const inTabs = await page.evaluate(
				() => document.activeElement?.closest('.layouts') !== null
			);
			if (inTabs && (await focused()) === 'East and West') {
				await page.keyboard.press('Enter');
				await page.waitForURL(/by=region/);
			} else await page.keyboard.press('Tab');
		}
		expect(page.url()).toContain('by=region');
		await close();
	});

	test('in print gets ink on paper, one column and the server’s drawing', async () => {
		const { page, close } = await open('/en/questions/defend-nato-ally');
		await page.waitForSelector('canvas.drawn');
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('canvas').isVisible()).toBe(false);
		expect(await page.locator('.filters').isVisible()).toBe(false);
		await close();
	});

	test('in forced colours keeps the drawing and every word', async () => {
		const { page, close } = await open('/en/questions/defend-nato-ally', {
			forcedColors: 'active'
		});
		expect(await page.locator('canvas').isVisible()).toBe(false);
		expect(await page.locator('.chart svg:visible').count()).toBe(1);
		await close();
	});

	test('at twice the size of type loses nothing', async () => {
		const { page, close } = await open('/de/regions', { viewport: { width: 640, height: 450 } });
		await page.addStyleTag({ content: 'html{font-size:200%}' }).catch(() => undefined);
		expect(await overflow(page)).toBe(0);
		await close();
	});
});
