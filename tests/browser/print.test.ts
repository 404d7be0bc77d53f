import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { visit } from '../support/browser.ts';
import { useBrowser } from '../support/site.ts';

/*
 * What comes out of a printer: pages on A4, read back by another program (Debian's poppler-utils), and the
 * workbench as it is laid out for one.
 */

const { server, newPage, open } = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'print-'));
afterAll(() => rmSync(folder, { recursive: true }));
const hasReader = spawnSync('pdftotext', ['-v']).status === 0;

/** Lines of every sheet, and the headings and the names of what a reader would click, as the page has them. */
async function printed(path: string) {
	const { page, close } = await newPage();
	await visit(page, server.origin + path);
	const { headings, clicked } = await page.evaluate(() => {
		const texts = (selector: string) =>
			[...document.querySelectorAll<HTMLElement>(selector)].map((each) =>
				each.innerText.trim().replaceAll(/\s+/g, ' ')
			);
		return { headings: texts('h2, h3'), clicked: texts('form button, form label, nav a') };
	});
	const file = join(folder, 'page.pdf');
	const margin = '15mm';
	await page.pdf({
		path: file,
		format: 'A4',
		margin: { top: margin, bottom: margin, left: margin, right: margin }
	});
	await close();
	const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
	const sheets = stdout
		.split('\f')
		.slice(0, -1)
		.map((sheet) =>
			sheet
				.split('\n')
				.map((line) => line.trim().replaceAll(/\s+/g, ' '))
				.filter((line) => line !== '')
		);
	return { headings, clicked, sheets };
}

describe.skipIf(!hasReader)('on paper', () => {
	test.each([
		['/de', 3],
		['/de/regions', 7],
		['/en/article', 16],
		['/de/questions/defend-nato-ally', 6],
		['/en/claims/c7', 2]
	])(
		'%s takes at most %i sheets, none blank, without forms and without orphan headings',
		async (path, most) => {
			const { headings, clicked, sheets } = await printed(path);
			expect(sheets.length).toBeLessThanOrEqual(most);
			expect(headings.length).toBeGreaterThan(0);
			for (const lines of sheets) {
				expect(lines.length).toBeGreaterThan(1);
				expect(headings).not.toContain(lines.at(-1));
			}
			// The first sheet begins with what the page is about, not with how to go elsewhere.
			expect(sheets[0]!.length).toBeGreaterThan(12);
			const lines = new Set(sheets.flat());
			for (const name of clicked.filter((each) => each.length > 3 && !headings.includes(each)))
				expect(lines.has(name), name).toBe(false);
		}
	);
});

describe('the workbench', () => {
	test('prints the table with its address and the date, and nothing to click', async () => {
		const { page, close } = await open('/en/explore?country=deu&survey=pew-2015-spring');
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		await page.emulateMedia({ media: 'print' });
		const printed = await page.locator('.printed').innerText();
		expect(printed).toContain('/en/explore?country=deu&survey=pew-2015-spring');
		expect(printed).toMatch(/Printed \d+ \w+ \d{4}/);
		for (const gone of ['.facets', '.search', '.saved', '.pass-on'])
			expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
		expect(await page.locator('.pivot table').isVisible()).toBe(true);
		await close();
	});

	test.each(['', '?columns=year&question=view-of-nato&rows=country&answer=favorable'])(
		'prints every column of %s on an A4 page, no head on another',
		async (query) => {
			const { page, close } = await open(`/de/explore${query}`, {
				// An A4 page between its margins, in pixels of CSS.
				viewport: { width: 718, height: 1040 }
			});
			await page.emulateMedia({ media: 'print' });
			const { wide, heads } = await page.evaluate(() => ({
				wide: document.querySelector('.pivot table')!.getBoundingClientRect().right,
				heads: [...document.querySelectorAll('.pivot thead a')].map((each) => {
					const { left, right } = each.getBoundingClientRect();
					return { left, right };
				})
			}));
			expect(heads.length).toBeGreaterThan(12);
			expect(wide).toBeLessThanOrEqual(718);
			for (const [index, { left }] of heads.entries())
				expect(left).toBeGreaterThanOrEqual((heads[index - 1]?.right ?? 0) - 1);
			await close();
		}
	);

	test('prints nothing of the page around it', async () => {
		const { page, close } = await open('/en/explore?country=deu');
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByText('Start over').isVisible()).toBe(false);
		await close();
	});
});
