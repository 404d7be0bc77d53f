import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/site.ts';

/* The page of one question, as somebody meets it who was sent there: the finding beside its chart, and what was made of it. */

const { server, open } = useBrowser();

test('At 1280 pixels finding, chart, wording and the three ways to take it away are one screen', async () => {
	const { page, close } = await open('/de/questions/defend-nato-ally');
	const finding = (await page.getByRole('heading', { name: /^58 Prozent/ }).boundingBox())!;
	const chart = (await page.locator('.chart').boundingBox())!;
	expect(finding.x + finding.width).toBeLessThanOrEqual(chart.x);
	expect(Math.abs(finding.y - chart.y)).toBeLessThan(40);
	const ways = page.locator('.take-away .ways a');
	expect(await ways.allInnerTexts()).toEqual(['Einbetten', 'Bild PNG', 'Daten Excel']);
	for (const part of [page.locator('blockquote'), page.locator('.chart'), ways.first()]) {
		const box = (await part.boundingBox())!;
		expect(box.y + box.height).toBeLessThanOrEqual(900);
	}
	await close();
});

test('What was made of its numbers stands on the page: misprints, statements, readings', async () => {
	const { page, close } = await open('/en/questions/defend-nato-ally');
	const wrong = page.locator('.wrong li', { hasText: 'Welt' }).first();
	expect(await wrong.locator('dd').allInnerTexts()).toEqual(['56%', '58%']);
	expect(await page.locator('.used .claims a[href$="/claims/c7"]').count()).toBe(1);
	await page.getByText('How others read these figures').click();
	expect(await page.locator('.used a[href*="/readings#"]').first().isVisible()).toBe(true);
	// Those of figures that are not in view are counted, not shown in the wrong place.
	await page.goto(`${server.origin}/en/questions/defend-nato-ally/by-region`);
	expect(await page.locator('section.wrong').innerText()).toContain(
		'2 wrong numbers for other figures of this question'
	);
	await close();
});

test('Without JavaScript the other forms unfold, and a picture and a workbook come', async () => {
	const { page, close } = await open('/en/questions/defend-nato-ally', {
		javaScriptEnabled: false
	});
	const csv = page.getByRole('link', { name: 'CSV', exact: true });
	expect(await csv.isVisible()).toBe(false);
	await page.locator('.take-away > details > summary').click();
	expect(await csv.isVisible()).toBe(true);
	for (const [name, kind] of [
		['Picture PNG', 'image/png'],
		['Data Excel', 'spreadsheetml']
	] as const) {
		const href = (await page.getByRole('link', { name }).getAttribute('href'))!;
		const reply = await fetch(server.origin + href);
		expect(reply.headers.get('content-type')).toContain(kind);
		expect(reply.headers.get('content-disposition')).toContain('attachment');
	}
	await close();
});

test.each([
	['', 'country', /58%[\s\S]*38%|38%[\s\S]*58%/],
	['?by=region', 'survey', /East Germany/],
	['?by=time', 'survey', /2017/]
])('From the view %s the way into Explore leads to the same figures', async (query, rows, text) => {
	const { page, close } = await open(`/en/questions/defend-nato-ally${query}`);
	await page.getByRole('link', { name: 'Go on with these figures in Explore' }).click();
	await page.waitForURL(/\/explore\?/);
	const { searchParams } = new URL(page.url());
	expect(searchParams.get('question')).toBe('defend-nato-ally');
	expect(searchParams.get('rows') ?? 'question').toBe(rows);
	await page.locator('.pivot td').first().waitFor();
	expect(await page.locator('.pivot').innerText()).toMatch(text);
	expect(await page.locator('.notices').count()).toBe(0);
	await close();
});

describe('over time', () => {
	test('a line leads with its year, and a wording that differs by a comma stands once', async () => {
		const { page, close } = await open('/de/questions/view-of-nato?by=time');
		const names = await page.locator('table tbody th').allInnerTexts();
		expect(names.length).toBeGreaterThan(10);
		for (const name of names) expect(name).toMatch(/^(19|20)\d\d\s/);
		expect(names.find((name) => name.startsWith('2018'))).toContain('Körber-Stiftung');
		expect(await page.locator('.wordings blockquote').count()).toBe(1);
		// Both spellings of the original are kept.
		await page.getByText('Wortlaut im Original').click();
		expect(await page.locator('.wordings details').first().locator('p[lang=en]').count()).toBe(2);
		await close();
	});

	test('a column of nothing but “not published” is one line under the table', async () => {
		const { page, close } = await open('/en/questions/defend-nato-ally?by=group');
		for (const head of await page.locator('thead th.figure').all()) {
			const column = await head.evaluate((each) => (each as HTMLTableCellElement).cellIndex);
			const cells = await page
				.locator(`tbody tr > :nth-child(${column + 1})`)
				.evaluateAll((all) => all.map(({ textContent }) => textContent?.trim()));
			expect(cells.some((text) => /\d/.test(text ?? ''))).toBe(true);
		}
		await close();
	});
});

describe('a table', () => {
	const reach = (page: import('playwright-core').Page) =>
		page.locator('.scroll').evaluateAll((all) =>
			all.map((box) => ({
				scrolls: box.scrollWidth > box.clientWidth + 1,
				isStop: box.getAttribute('tabindex') === '0',
				isSaid: box.previousElementSibling?.classList.contains('cut') ?? false
			}))
		);

	test.each([320, 1280])(
		'that goes on beyond %i pixels says so and is a tab stop, another is neither',
		async (width) => {
			for (const path of [
				'/de/questions/defend-nato-ally/by-region',
				'/de/questions/blame-eastern-ukraine'
			]) {
				const { page, close } = await open(path, { viewport: { width, height: 900 } });
				const boxes = await reach(page);
				expect(boxes.length).toBeGreaterThan(0);
				for (const { scrolls, isStop, isSaid } of boxes)
					expect([isStop, isSaid], path).toEqual([scrolls, scrolls]);
				await close();
			}
		}
	);
});
