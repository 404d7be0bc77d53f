import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { lookAt, looks, overflow, axeFaults } from '../support/browser.ts';
import { useBrowser } from '../support/site.ts';

const { open } = useBrowser();

/** Presses Tab until the focus is on a link with this text, as a reader without a mouse does. */
async function tabTo(page: Page, text: string): Promise<void> {
	for (let presses = 0; presses < 150; presses += 1) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		if (focused === text) return;
	}
	throw new Error(`Expected to reach “${text}” by Tab`);
}

const focused = (page: Page): Promise<string> =>
	page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');

/** What is on the screen for each question when it is answered; from db/data/figures.csv by hand. */
const answers = [
	{ reading: [/−24/, /\+21/, /−21/], cells: ['−24', '+21', '−21'] },
	{ reading: [/−4/, /−8/, /−6/], cells: ['38', '34', '48', '40'] },
	{ reading: [/68/, /38/], cells: ['68', '38'] },
	{ reading: [/−20/, /\+19/], cells: ['−20', '+19'] },
	{ reading: [/−22/, /\+14/], cells: ['−22', '+14'] }
];

describe.each([
	['en', 'Explore'],
	['de', 'Erkunden']
])('in %s, by keyboard alone', (lang, name) => {
	test.each(answers.map((answer, index) => [index + 1, answer] as const))(
		'question %i is answered within three clicks of the start page',
		async (number, { reading, cells }) => {
			const { page, complaints, close } = await open(`/${lang}`);
			let clicks = 0;
			const press = async () => {
				clicks += 1;
				await page.keyboard.press('Enter');
			};
			await tabTo(page, name);
			await press();
			await page.waitForURL(`**/${lang}/explore`);
			await page.waitForSelector('.guide ol');
			const link = page.locator('.guide ol a').nth(number - 1);
			await tabTo(page, (await link.innerText()).trim());
			await press();
			await page.waitForSelector('.reading');
			expect(clicks).toBeLessThanOrEqual(3);
			const said = await page.locator('.reading').innerText();
			for (const part of reading) expect(said).toMatch(part);
			const shown = await page.locator('.pivot td .number').allInnerTexts();
			for (const cell of cells)
				expect(
					shown.some((text) => text.startsWith(cell)),
					`${cell} in the table`
				).toBe(true);
			expect(complaints).toEqual([]);
			await close();
		}
	);
});

const views = [
	'',
	'?answer=should&group=all&question=defend-nato-ally&rows=country&survey=pew-2019-spring,pew-2015-spring',
	'?measure=gap&sort=none~asc&topic=alliance,russia,united-states',
	'?survey=pew-2015-spring&answer=headline&cell=pew-2015-spring~defend-nato-ally~deu~all~should&pin=pew-2015-spring~defend-nato-ally~deu~all~should,pew-2015-spring~defend-nato-ally~usa~all~should',
	'?q=nato&country=deu',
	'?country=swe&group=east&contry=1'
];

describe.each(['en', 'de'])('in %s', (lang) => {
	test.each(views)('%s fits every width, light and dark, and axe finds nothing', async (view) => {
		const { page, complaints, close } = await open(`/${lang}/explore${view}`, {
			viewport: { width: 320, height: 900 },
			colorScheme: 'dark'
		});
		for (const look of looks) {
			await lookAt(page, look);
			const { width, readByAxe } = look;
			expect(await overflow(page), `${width} px`).toBe(0);
			const small = await page.evaluate(() =>
				[...document.querySelectorAll('main a, main button, main select, main summary')]
					.filter((each) => !each.closest('p, .foot, .notices') && each.getClientRects().length > 0)
					.filter((each) => each.getBoundingClientRect().height < 24)
					.map((each) => `${each.tagName} ${each.textContent?.trim().slice(0, 40)}`)
			);
			expect(small, `targets at ${width} px`).toEqual([]);
			if (readByAxe === lang) expect(await axeFaults(page)).toEqual([]);
		}
		expect(complaints).toEqual([]);
		await close();
	});
});

describe('an analyst', () => {
	test('narrows by keyboard, keeps the focus, sees the count, and undoes by Back', async () => {
		const { page, close } = await open('/en/explore?survey=pew-2015-spring');
		const before = await page.locator('.selected').innerText();
		const value = page.locator('[data-facet="topic"] a[data-code="alliance"]');
		const count = await value.locator('.count').innerText();
		await value.focus();
		await page.keyboard.press('Enter');
		await page.waitForURL('**/explore?survey=pew-2015-spring&topic=alliance');
		expect(await page.locator('.selected').innerText()).toBe(before.replace(/^[\d,]+/, count));
		expect(await focused(page)).toContain('The alliance');
		await page.goBack();
		await page.waitForURL('**/explore?survey=pew-2015-spring');
		await page.waitForFunction(
			(text) => document.querySelector('.selected')?.textContent === text,
			before
		);
		await close();
	});

	test('lays the table out with the form, without losing place or focus', async () => {
		const { page, close } = await open('/en/explore?question=defend-nato-ally');
		await page.getByLabel('Rows').focus();
		await page.getByLabel('Rows').selectOption('country');
		// Both would be countries now, so they change places.
		await page.waitForURL('**/explore?columns=question&question=defend-nato-ally&rows=country');
		expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('rows');
		expect(await page.getByLabel('Columns').inputValue()).toBe('question');
		await page.getByLabel('Columns').selectOption('survey');
		await page.waitForURL('**/explore?question=defend-nato-ally&rows=country');
		await page.getByLabel('Measure').selectOption('gap');
		await page.waitForURL(/measure=gap/);
		expect(await page.locator('.pivot td .number').allInnerTexts()).toContain('−14');
		await close();
	});

	test('opens a cell, pins two and reads whether they differ', async () => {
		const { page, close } = await open(
			'/en/explore?answer=should&group=all&question=defend-nato-ally&rows=country&survey=pew-2015-spring'
		);
		const cell = (code: string) =>
			page.locator(`td[data-figure="pew-2015-spring~defend-nato-ally~${code}~all~should"] a`);
		await cell('deu').click();
		await page.waitForSelector('#cell');
		expect(await page.locator('.tray .said').innerText()).toContain(
			'38% of Germans say their country should'
		);
		expect(await page.locator('.cell').innerText()).toContain('number of interviews');
		await page.getByRole('link', { name: 'Pin to compare' }).click();
		await page.waitForSelector('#compare');
		await cell('usa').click();
		await page.waitForURL(/cell=pew-2015-spring~defend-nato-ally~usa/);
		await page.getByRole('link', { name: 'Pin to compare' }).click();
		await page.waitForSelector('.compare p:has-text("−18")');
		expect(await page.locator('.compare').innerText()).toContain('larger than sampling error');
		expect(await page.locator('td.pinned').count()).toBe(2);
		await page.reload();
		expect(await page.locator('td.pinned').count()).toBe(2);
		await close();
	});

	test('searches from the start page and lands on the highlighted figure', async () => {
		const { page, close } = await open('/de');
		await page.getByRole('searchbox').fill('sollte unser Land');
		await page.keyboard.press('Enter');
		await page.waitForSelector('.hits');
		expect(new URL(page.url()).searchParams.get('q')).toBe('sollte unser Land');
		await page.locator('.hits a').first().click();
		await page.waitForSelector('td.highlighted');
		expect(await page.locator('td.highlighted').innerText()).toContain('38');
		await close();
	});

	test('sorts by a column and the head says so', async () => {
		const { page, close } = await open(
			'/en/explore?survey=pew-2015-spring&answer=headline&group=all'
		);
		const first = () => page.locator('.pivot tbody tr').first().locator('td').nth(7).innerText();
		const head = page.locator('.pivot thead th', { hasText: 'Germany' });
		await head.getByRole('link').click();
		await page.waitForURL(/sort=deu/);
		expect(await head.getAttribute('aria-sort')).toBe('descending');
		const highest = parseInt(await first());
		await head.getByRole('link').click();
		await page.waitForURL(/sort=deu~asc/);
		expect(await head.getAttribute('aria-sort')).toBe('ascending');
		expect(parseInt(await first())).toBeLessThan(highest);
		await close();
	});

	test('without JavaScript narrows, lays out, searches and opens a cell', async () => {
		const { page, close } = await open('/en/explore', { javaScriptEnabled: false });
		await page.locator('[data-facet="topic"] a[data-code="alliance"]').click();
		expect(new URL(page.url()).search).toBe(
			'?answer=headline&group=all&survey=pew-2015-spring&topic=alliance'
		);
		await page.getByLabel('Rows').selectOption('country');
		await page.getByLabel('Columns').selectOption('answer');
		await page.getByRole('button', { name: 'Show', exact: true }).click();
		expect(new URL(page.url()).search).toBe(
			'?answer=headline&columns=answer&group=all&rows=country&survey=pew-2015-spring&topic=alliance'
		);
		await page.getByRole('searchbox').fill('defend');
		await page.getByRole('button', { name: 'Search' }).click();
		expect(new URL(page.url()).searchParams.get('topic')).toBe('alliance');
		await page.locator('.hits a').first().click();
		expect(await page.locator('td.highlighted').count()).toBe(1);
		expect(await page.locator('.tray .said').count()).toBe(1);
		expect(await page.locator('.saved').isVisible()).toBe(false);
		await close();
	});

	test('copies the link, a sentence and the citation', async () => {
		const { page, close } = await open(
			'/en/explore?question=defend-nato-ally&survey=pew-2015-spring&group=all',
			{ permissions: ['clipboard-read', 'clipboard-write'] }
		);
		for (const [label, part] of [
			['Link to this view', '/en/explore?group=all&question=defend-nato-ally'],
			['As a sentence', '58%'],
			['Cite this view', 'Pew Research Center']
		]) {
			await page.getByRole('button', { name: `Copy: ${label}` }).click();
			expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(part);
		}
		await close();
	});
});

test('on a phone the table becomes blocks that still read as a table', async () => {
	const { page, close } = await open(
		'/en/explore?survey=pew-2015-spring&answer=headline&group=all&topic=alliance',
		{ viewport: { width: 320, height: 800 } }
	);
	const { block, column } = await page.evaluate(() => {
		const cell = document.querySelector('.pivot td')!;
		return {
			block: getComputedStyle(cell.closest('tr')!).display,
			column: getComputedStyle(cell, '::before').content
		};
	});
	expect(block).toBe('block');
	// Germany stands first.
	expect(column).toContain('Germany');
	expect(await page.getByRole('row').count()).toBeGreaterThan(2);
	expect(await page.locator('.facet').first().isVisible()).toBe(false);
	await page.locator('.facets > summary').click();
	expect(await page.locator('.facet').first().isVisible()).toBe(true);
	await close();
});
