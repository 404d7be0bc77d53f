import axe from 'axe-core';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { load, readPackage } from '#db/load.ts';
import { mappingText } from '#lib/import/mapping.ts';
import { launch } from './browser.ts';
import { database, environment, folder, rightMapping, run, sav } from './import-run.ts';
import { writeSav } from './sav-bytes.ts';
import { startServer, type RunningServer } from './server.ts';
import { describe2015 } from './synthetic-2015.ts';

/* What only a browser shows of pages with computed figures, after an import of the synthetic file. */

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
	for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
	writeSav(sav, describe2015());
	load(readPackage(), database);
	const map = join(folder, 'mapping.json');
	writeFileSync(map, mappingText(rightMapping()));
	expect((await run(sav, { map, yes: true })).error).toBeUndefined();
	[server, browser] = await Promise.all([startServer(environment), launch()]);
});
afterAll(async () => {
	await browser.close();
	await server.stop();
	vi.unstubAllEnvs();
});

const overflow = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const pages = [
	'/explore/crosstab',
	'/explore/crosstab?by=variable&sex=women',
	'/explore/together',
	'/questions/defend-nato-ally?by=region',
	'/regions?survey=pew-2015-spring'
];

describe.each(['en', 'de'])('in %s with an import', (lang) => {
	test.each(pages)('%s fits 320 and 1280 px, and axe finds nothing serious', async (path) => {
		for (const [width, colorScheme] of [
			[320, 'dark'],
			[1280, 'light']
		] as const) {
			// prettier-ignore
			const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
			const page = await context.newPage();
			const complaints: string[] = [];
			page.on('pageerror', (error) => complaints.push(error.message));
			await page.goto(`${server.origin}/${lang}${path}`, { waitUntil: 'networkidle' });
			expect(await overflow(page), `${width} px`).toBe(0);
			await page.evaluate(axe.source);
			const { violations } = await page.evaluate(() =>
				(window as unknown as { axe: typeof axe }).axe.run()
			);
			const serious = violations.filter(
				({ impact }) => impact === 'serious' || impact === 'critical'
			);
			expect(
				serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
				`${width} px`
			).toEqual([]);
			expect(complaints).toEqual([]);
			await context.close();
		}
	});
});

test('The crosstab is asked for without JavaScript, by keyboard', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${server.origin}/en/explore/crosstab`);
	await page.locator('select[name=by]').selectOption('age');
	await page.locator('select[name=sex]').selectOption('women');
	await page.getByRole('button', { name: 'Compute' }).press('Enter');
	await page.waitForURL(/by=age/);
	expect(new URL(page.url()).search).toBe('?by=age&sex=women');
	expect(await page.getByRole('columnheader').allTextContents()).toEqual([
		'Answer',
		'All',
		'18 to 29',
		'30 to 49',
		'50 to 64',
		'65 and older'
	]);
	await context.close();
});

test('With JavaScript the same form leads to the same address', async () => {
	const page = await browser.newPage();
	await page.goto(`${server.origin}/de/explore/crosstab`, { waitUntil: 'networkidle' });
	await page.locator('select[name=by]').selectOption('sex');
	await page.getByRole('button', { name: 'Berechnen' }).click();
	await page.waitForURL(/by=sex/);
	await page.getByRole('columnheader', { name: 'Frauen' }).waitFor();
	await page.close();
});
