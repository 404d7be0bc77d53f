import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/site.ts';

/*
 * A week's tasks of an analyst, each as a reader does them: from the bare workbench, in at most five clicks
 * or one search, to a table or a sentence that could go into a briefing.
 */

const { open, server } = useBrowser();

/** Works on a page and counts what a reader does there. */
async function task(
	work: (page: Page, act: (step: () => Promise<unknown>) => Promise<void>) => Promise<void>
) {
	const { page, complaints, close } = await open('/en/explore');
	let acts = 0;
	await work(page, async (step) => {
		acts += 1;
		const before = page.url();
		await step();
		await page.waitForFunction((url) => location.href !== url, before);
		await page.waitForLoadState('networkidle');
	});
	expect(acts).toBeLessThanOrEqual(5);
	expect(complaints).toEqual([]);
	await close();
}

const value = (page: Page, facet: string, code: string) => async () => {
	const box = page.locator(`[data-facet="${facet}"]`);
	if ((await box.getAttribute('open')) === null) await box.locator('summary').click();
	await box.locator(`a[data-code="${code}"]`).click();
};
const numbers = (page: Page) => page.locator('.pivot td .number').allInnerTexts();
const heads = async (page: Page) =>
	(await page.locator('.pivot thead th').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
const search = (page: Page, words: string) => async () => {
	await page.getByRole('searchbox').first().fill(words);
	await page.keyboard.press('Enter');
};
const guide = (page: Page, number: number) => async () => {
	// Folded once a view has been chosen.
	const questions = page.locator('.guide details');
	if ((await questions.getAttribute('open')) === null) await questions.locator('summary').click();
	await page
		.locator('.guide ol a')
		.nth(number - 1)
		.click();
};

describe('in at most five clicks or one search', () => {
	test('which NATO publics would not defend an ally, and how that changed', () =>
		task(async (page, act) => {
			await act(guide(page, 2));
			expect((await heads(page)).join()).toContain('Change 2015 to 2019');
			expect(await numbers(page)).toEqual(expect.arrayContaining(['38%', '34%', '−4', '−8']));
			await act(guide(page, 4));
			expect(await numbers(page)).toEqual(expect.arrayContaining(['−20', '+19']));
		}));

	test('where East and West differ most on Russia, and whether one may say so', () =>
		task(async (page, act) => {
			await act(value(page, 'topic', 'russia'));
			await act(() => page.getByLabel('Measure').selectOption('gap'));
			await act(() => page.locator('.pivot tbody td a').first().click());
			expect(await page.locator('.cell .said').innerText()).toMatch(/sampling error/);
		}));

	test('Germany and Poland on Ukraine', () =>
		task(async (page, act) => {
			await act(value(page, 'topic', 'ukraine'));
			await act(value(page, 'country', 'deu'));
			await act(value(page, 'country', 'pol'));
			expect((await heads(page)).slice(1).map((text) => text.replace('Sort by ', ''))).toEqual([
				'Germany',
				'Poland'
			]);
			expect((await numbers(page)).length).toBeGreaterThan(8);
		}));

	test('women, and that nothing is published of men', () =>
		task(async (page, act) => {
			await act(search(page, 'women'));
			expect(await page.locator('.values').innerText()).toContain('Women, 1 figure');
			await act(search(page, 'men'));
			expect(await page.locator('.nothing').first().innerText()).toContain('Nothing is published');
		}));

	test('all points of the view of NATO over time', () =>
		task(async (page, act) => {
			await act(value(page, 'question', 'view-of-nato'));
			await act(() => page.locator('.chosen a', { hasText: 'Survey' }).click());
			await act(() => page.getByLabel('Columns').selectOption('year'));
			await act(() => page.getByLabel('Rows').selectOption('country'));
			const found = await heads(page);
			expect(found.length).toBeGreaterThan(8);
			expect(await numbers(page)).toContain('55%');
		}));

	test('refusing help and expecting it', () =>
		task(async (page, act) => {
			await act(guide(page, 3));
			expect(await numbers(page)).toEqual(expect.arrayContaining(['38%', '68%']));
		}));

	test('voters of the AfD: nothing is published, and the page says so', () =>
		task(async (page, act) => {
			await act(search(page, 'AfD'));
			expect(await page.locator('.nothing').first().innerText()).toContain('“AfD”');
		}));

	test('2014 beside 2015', () =>
		task(async (page, act) => {
			await act(() => page.locator('.chosen a', { hasText: 'Survey' }).click());
			await act(value(page, 'year', '2014'));
			await act(value(page, 'year', '2015'));
			await act(value(page, 'country', 'deu'));
			await act(() => page.getByLabel('Columns').selectOption('year'));
			expect((await heads(page)).join()).toMatch(/2014.*2015/);
		}));

	test('the undecided', () =>
		task(async (page, act) => {
			await act(search(page, 'undecided'));
			await act(() => page.locator('.values a').first().click());
			expect(new URL(page.url()).searchParams.get('answer')).toBe('dk');
			expect((await numbers(page)).length).toBeGreaterThan(20);
		}));

	test('the table as a file: as many records as are promised', () =>
		task(async (page) => {
			const link = await page.locator('a[href*="explore.csv"]').first().getAttribute('href');
			const text = await (await fetch(server.origin + link)).text();
			const shown = await page.locator('main').innerText();
			const records = text.trim().split(/\r?\n/).length - 1;
			expect(shown).toContain(`${records} rows`);
		}));

	test('a citation of the view names institute and year', () =>
		task(async (page) => {
			const cited = await page.locator('.pass-on').innerText();
			expect(cited).toContain('Pew Research Center');
			expect(cited).toContain('2015');
		}));
});

describe('the workbench', () => {
	test('counts three clicks in a row', async () => {
		const { page, close } = await open('/en/explore?rows=question');
		await page.locator('[data-facet="topic"]').waitFor();
		await page.evaluate(() => {
			for (const code of ['alliance', 'russia', 'ukraine'])
				document.querySelector<HTMLElement>(`[data-facet="topic"] a[data-code="${code}"]`)!.click();
		});
		await page.waitForURL(/topic=alliance,russia,ukraine/);
		await close();
	});

	test('is one stop of the Tab key, with arrow keys from number to number', async () => {
		const { page, close } = await open('/en/explore');
		expect(await page.locator('.pivot td a[tabindex="0"]').count()).toBe(1);
		await page.locator('.pivot td a').first().focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowDown');
		const at = await page.evaluate(() => {
			const cell = document.activeElement!.closest('td')!;
			return [cell.cellIndex, cell.closest('tr')!.rowIndex];
		});
		expect(at[0]).toBe(2);
		expect(at[1]).toBeGreaterThan(1);
		await page.keyboard.press('Enter');
		await page.waitForSelector('#cell');
		await page.keyboard.press('Escape');
		await page.waitForSelector('#cell', { state: 'detached' });
		await close();
	});

	test('stays as it is without a connection, and says so', async () => {
		const { page, context, close } = await open('/de/explore');
		await context.setOffline(true);
		await page.locator('[data-facet="topic"] a').first().click();
		await page.waitForSelector('[role="alert"]');
		expect(await page.locator('.pivot td').count()).toBeGreaterThan(10);
		await close();
	});
});
