import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit } from '../support/browser.ts';
import { useBrowser } from '../support/site.ts';

/* Into the workbench with the choice of the page one comes from, out of it, and back to what was chosen or kept. */

const { open, server } = useBrowser();

const figure = 'pew-2015-spring~defend-nato-ally~deu~all~should-not';

describe('into the workbench', () => {
	test.each([
		['/en/questions/view-of-nato', 'Go on with these figures in Explore', '55%'],
		['/de/regions', 'Mit diesen Abständen unter „Erkunden“ weiterarbeiten', '−14'],
		[`/en/figures/${figure}`, 'Go on with this number in Explore', '58%'],
		['/de/claims/c7', 'Mit den Zahlen dieser Aussage', '38']
	])('%s leads with its own figures', async (page, name, value) => {
		const opened = await open(page);
		await opened.page.getByRole('link', { name }).click();
		await opened.page.waitForURL(/\/explore\?/);
		await opened.page.locator('.pivot td .number').first().waitFor();
		expect((await opened.page.locator('.pivot td .number').allInnerTexts()).join()).toContain(
			value
		);
		// What the page chose is known here, none of it is dropped with a notice.
		expect(await opened.page.locator('.notices').count()).toBe(0);
		expect(opened.complaints).toEqual([]);
		await opened.close();
	});

	test('the figure that one comes from is opened there', async () => {
		const { page, close } = await open(`/de/figures/${figure}`);
		await page
			.getByRole('link', { name: 'Mit dieser Zahl unter „Erkunden“ weiterarbeiten' })
			.click();
		await page.locator('#cell').waitFor();
		expect(await page.locator('td.highlighted').innerText()).toContain('58');
		expect(await page.locator('.tray .said').innerText()).toContain('58\u00A0Prozent');
		await close();
	});
});

describe('two questions, the same people', () => {
	test.each(['defend-nato-ally', 'us-would-defend-ally'])(
		'from the core question %s',
		async (id) => {
			const { page, close } = await open(`/de/questions/${id}`);
			await page.getByRole('link', { name: 'Was die beiden Zahlen zusammen sagen können' }).click();
			await page.waitForURL(/\/de\/explore\/together$/);
			await close();
		}
	);

	test('from the workbench as it opens, from an opened figure and from two pinned ones', async () => {
		const { page, close } = await open('/en/explore');
		const first = page.locator('.guide').getByRole('link', { name: 'What the two figures can' });
		expect(await first.getAttribute('href')).toBe('/en/explore/together');
		await page.locator('.pivot td[data-figure*="view-of-nato~deu"] a').first().click();
		const way = page.getByRole('link', { name: 'With another answer of the same people' });
		await way.waitFor();
		const address = new URL((await way.getAttribute('href'))!, server.origin);
		expect(address.searchParams.get('question')).toMatch(/^view-of-nato,/);
		await page.getByRole('link', { name: 'Pin to compare' }).click();
		await page.locator('.pivot td[data-figure*="us-would-defend-ally~deu"] a').first().click();
		await page.waitForURL(/cell=\S*us-would-defend-ally/);
		await page.getByRole('link', { name: 'Pin to compare' }).click();
		await page.getByRole('link', { name: 'What the two can say together' }).click();
		await page.waitForURL(/explore\/together\?/);
		expect(new URL(page.url()).searchParams.get('question')).toBe(
			'view-of-nato,us-would-defend-ally'
		);
		expect(await page.locator('main').innerText()).not.toContain('cannot be put together');
		await close();
	});
});

test('the menu leads back to what was chosen, and from there to a new start', async () => {
	const { page, close } = await open('/en/explore');
	const menu = page.getByRole('navigation').getByRole('link', { name: 'Explore' });
	await page.locator('[data-facet="topic"] a[data-code="russia"]').click();
	await page.waitForURL(/topic=russia/);
	const { search } = new URL(page.url());
	await page.getByRole('navigation').getByRole('link', { name: 'Methods' }).click();
	await page.waitForURL(/methods/);
	expect(await menu.getAttribute('aria-current')).toBeNull();
	await menu.click();
	await page.waitForURL((url) => url.search === search);
	await menu.click();
	await page.waitForURL((url) => url.pathname === '/en/explore' && url.search === '');
	await close();
});

test('a view that does not come is called so in the reader’s language, and the page stays', async () => {
	const { page, close } = await open('/de/explore');
	const topic = page.locator('[data-facet="topic"] a[data-code="russia"]');
	const shown = await page.locator('.pivot table').innerText();
	let isDown = true;
	await page.route(/\/explore\b/, (route) =>
		isDown ? route.fulfill({ status: 503, body: '' }) : route.continue()
	);
	await topic.click();
	await page.locator('[role="alert"]').waitFor();
	expect(await page.locator('[role="alert"]').innerText()).toContain('kam nicht an');
	expect(new URL(page.url()).search).toBe('');
	expect(await page.locator('.pivot table').innerText()).toBe(shown);
	isDown = false;
	await topic.click();
	await page.waitForURL(/topic=russia/);
	await page.locator('[role="alert"]').waitFor({ state: 'detached' });
	await close();
});

test('clicks of every kind in a row all count', async () => {
	const { page, close } = await open('/en/explore?rows=question');
	await page.evaluate(() => {
		const press = (what: string) => document.querySelector<HTMLElement>(what)!.click();
		press('[data-facet="topic"] a[data-code="russia"]');
		press('.pivot td[data-figure] a');
		const measure = document.querySelector<HTMLSelectElement>('select[name="columns"]')!;
		measure.value = 'year';
		measure.dispatchEvent(new Event('change', { bubbles: true }));
		press('[data-facet="topic"] a[data-code="alliance"]');
	});
	await page.waitForURL(/topic=alliance,russia/);
	expect(new URL(page.url()).searchParams.get('columns')).toBe('year');
	await close();
});

describe('a reader', () => {
	test('keeps views in the browser, and takes them along as a file', async () => {
		const { page, close } = await open('/en/explore?country=deu&measure=net');
		const toTheEnd = () => page.locator('.pass-on').scrollIntoViewIfNeeded();
		expect(await page.locator('.saved').count()).toBe(0);
		await toTheEnd();
		await page.getByLabel('Name of this view').fill('German net');
		await page.getByRole('button', { name: 'Remember it' }).click();
		await page.reload({ waitUntil: 'networkidle' });
		await toTheEnd();
		const link = page.locator('.saved').getByRole('link', { name: 'German net' });
		expect(await link.getAttribute('href')).toBe('/en/explore?country=deu&measure=net');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Export as a file' }).click()
		]);
		const file = await download.path();
		await page.getByRole('button', { name: 'Remove: German net' }).click();
		expect(await link.count()).toBe(0);
		await page.getByLabel('Import a file').setInputFiles(file);
		await link.waitFor();
		await page
			.getByLabel('Import a file')
			.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[1]') });
		await page.waitForSelector('text=holds no saved views');
		expect(await link.count()).toBe(1);
		await close();
	});

	test('keeps the views of two tabs, and puts back what was removed', async () => {
		const { page, context, close } = await open('/de/explore?country=deu&measure=net');
		const other = await context.newPage();
		await visit(other, page.url().replace('deu', 'fra'));
		for (const [tab, name] of [
			[page, 'Netto Deutschland'],
			[other, 'Netto Frankreich']
		] as const) {
			await tab.locator('.pass-on').scrollIntoViewIfNeeded();
			await tab.getByLabel('Name dieser Ansicht').fill(name);
			await tab.getByRole('button', { name: 'Merken' }).click();
		}
		const names = (tab: Page) => tab.locator('.saved li a').allInnerTexts();
		const both = ['Netto Deutschland', 'Netto Frankreich'];
		expect(await names(other)).toEqual(both);
		// The first tab learns of it by itself.
		await page.locator('.saved').getByText('Netto Frankreich').waitFor();
		await page.getByRole('button', { name: 'Entfernen: Netto Deutschland' }).click();
		expect(await names(page)).toEqual(['Netto Frankreich']);
		expect(await page.locator('.saved [role=status]').innerText()).toBe(
			'„Netto Deutschland“ steht nicht mehr auf der Liste.'
		);
		await page.getByRole('button', { name: 'Zurückholen' }).click();
		expect((await names(page)).toSorted()).toEqual(both);
		await other.reload({ waitUntil: 'networkidle' });
		await other.locator('.pass-on').scrollIntoViewIfNeeded();
		await other.locator('.saved li').first().waitFor();
		expect((await names(other)).toSorted()).toEqual(both);
		await close();
	});
});
