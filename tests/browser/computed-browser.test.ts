import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, lookAt, looks, overflow } from '../support/browser.ts';
import { environment, useImport } from '../support/import-run.ts';
import { useBrowser, useServer } from '../support/site.ts';

/* What only a browser shows of pages with computed figures, after an import of the synthetic file. */

useImport();
const { open, newPage, server } = useBrowser(useServer(environment, ['--crosstab']));

/** What the reader's browser keeps once it has opened the link that the terminal shows. */
let known: BrowserContextOptions['storageState'];
beforeAll(async () => {
	const link = /Crosstab, for one browser: (\S+)\n/.exec(server.output())![1]!;
	const { page, close } = await newPage();
	await page.goto(link);
	expect(new URL(page.url()).pathname).toBe('/en/explore/crosstab');
	await page.getByRole('button', { name: 'Compute' }).waitFor();
	known = await page.context().storageState();
	await close();
});

const pages = [
	'/explore/crosstab',
	'/explore/crosstab?by=variable&sex=women',
	'/explore/together',
	'/questions/defend-nato-ally?by=region',
	'/regions?survey=pew-2015-spring'
];

describe.each(['en', 'de'])('in %s with an import', (lang) => {
	test.each(pages)('%s fits 320, 768 and 1280 px, and axe finds nothing', async (path) => {
		const { page, complaints, close } = await open(`/${lang}${path}`, {
			storageState: known,
			viewport: { width: 320, height: 900 },
			colorScheme: 'dark'
		});
		for (const look of looks) {
			await lookAt(page, look);
			expect(await overflow(page), `${look.width} px`).toBe(0);
			if (look.readByAxe === lang) expect(await axeFaults(page), `${look.width} px`).toEqual([]);
		}
		expect(complaints).toEqual([]);
		await close();
	});
});

test('The crosstab is asked for without JavaScript, by keyboard', async () => {
	const { page, close } = await open('/en/explore/crosstab', {
		storageState: known,
		javaScriptEnabled: false
	});
	await page.locator('select[name=by]').selectOption('age');
	await page.locator('select[name=sex]').selectOption('women');
	await page.getByRole('button', { name: 'Compute' }).press('Enter');
	await page.waitForURL(/by=age/);
	expect(new URL(page.url()).search).toBe('?by=age&sex=women');
	expect(await page.getByRole('columnheader').allTextContents()).toEqual([
		'Answer',
		'All',
		'18 to 29 (A)',
		'30 to 49 (B)',
		'50 to 64 (C)',
		'65 and older (D)'
	]);
	await close();
});

test('With JavaScript the same form leads to the same address', async () => {
	const { page, close } = await open('/de/explore/crosstab', { storageState: known });
	await page.locator('select[name=by]').selectOption('sex');
	await page.getByRole('button', { name: 'Berechnen' }).click();
	await page.waitForURL(/by=sex/);
	await page.getByRole('columnheader', { name: 'Frauen' }).waitFor();
	await close();
});
