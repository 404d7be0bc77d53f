import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/site.ts';

/* The table of the workbench in somebody's spreadsheet: as a file, and by the clipboard. */

const { server, open } = useBrowser();

/** What a reader sees of the table, brought to a spreadsheet's cells: numbers plain, no mark behind them. */
const seen = (page: Page): Promise<string[][]> =>
	page.evaluate(() => {
		const name = (head: Element): string => {
			const [first, ...second] = [...head.querySelectorAll('a, span:not(.visually-hidden *)')]
				.filter((part) => !part.matches('.flag, [aria-hidden] , a .visually-hidden'))
				.map((part) => {
					const copy = part.cloneNode(true) as Element;
					for (const hidden of copy.querySelectorAll('.visually-hidden, [aria-hidden]'))
						hidden.remove();
					return copy.textContent.trim();
				});
			return [first, ...second].filter(Boolean).join(' · ');
		};
		const cell = (each: Element): string => {
			const number = each.querySelector('.number')?.textContent;
			const sign = each.querySelector('.absent [aria-hidden]')?.textContent ?? '';
			if (number === undefined) return /^[–×]$/.test(sign) ? '' : sign;
			return number
				.replace('−', '-')
				.replace(/(?:\s*%| of \d+|\. von \d+)$/, '')
				.replace(/^\+/, '');
		};
		return [...document.querySelectorAll('.pivot tr')].map((row) =>
			[...row.children].map((each) => (each.tagName === 'TH' ? name(each) : cell(each)))
		);
	});

const views = [
	'/en/explore?country=deu,pol,usa&year=2015',
	'/de/explore?measure=gap',
	'/en/explore?measure=rank&country=deu,fra&survey=pew-2015-spring&topic=alliance',
	'/de/explore?measure=net&country=deu&topic=alliance',
	'/en/explore?question=view-of-nato&country=deu,pol&rows=country&columns=year&answer=favorable&institute=pew-research-center'
];

test.each(views)('%s is the same on the page and in its file', async (view) => {
	const { page, close } = await open(view);
	const shown = await seen(page);
	expect(shown.length).toBeGreaterThan(2);
	const href = await page.locator('.take-away a[href*="shape=table"]').getAttribute('href');
	await close();
	const reply = await fetch(new URL(href!, server.origin));
	const file = await reply.text();
	const { data } = Papa.parse<string[]>(file.replace('\uFEFF', ''), {
		delimiter: view.startsWith('/de') ? ';' : ',',
		skipEmptyLines: true
	});
	const written = data.map((row) => row.map((each) => each.replace(/^'(?=[=+\-@])/, '')));
	expect(written[0]!.length).toBe(shown[0]!.length);
	expect(written).toEqual(shown);
	expect(reply.headers.get('content-disposition')).toMatch(/\.excel-(en|de)\.csv/);
});

test.each(['en', 'de'])(
	'goes to the clipboard without a word that nobody sees (%s)',
	async (lang) => {
		const { page, context, close } = await open(
			`/${lang}/explore?question=defend-nato-ally&country=deu,pol&rows=survey&columns=country&answer=should`
		);
		await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
			origin: server.origin
		});
		const shown = await seen(page);
		await page.locator('.pass-on').scrollIntoViewIfNeeded();
		const title = lang === 'de' ? 'Die Tabelle, für' : 'The table, for';
		const box = page.locator('.copy', { hasText: title });
		await box.getByRole('button').click();
		await box.getByText(lang === 'de' ? 'Kopiert' : 'Copied', { exact: true }).waitFor();
		const [text, html] = await page.evaluate(async () => {
			const [item] = await navigator.clipboard.read();
			const read = async (type: string) => (await item!.getType(type)).text();
			return Promise.all([read('text/plain'), read('text/html')]);
		});
		const lines = text.split(/\r?\n/).map((line) => line.split('\t'));
		expect(lines.slice(1, -1)).toEqual(shown);
		const [citation = ''] = lines.at(-1)!;
		const question =
			lang === 'de'
				? 'Sollte unser Land einen Nato-Verbündeten militärisch verteidigen?'
				: 'Should our country use force to defend a NATO ally?';
		for (const part of ['Pew Research Center', question, '2015', `/${lang}/explore?`])
			expect(citation).toContain(part);
		expect(html).toContain('<td>38</td>');
		const hidden = await page
			.locator('.pivot :is(td, thead th) .visually-hidden')
			.allTextContents();
		expect(hidden.length).toBeGreaterThan(2);
		// The name of a block stands once on the screen; in a spreadsheet every row has its own.
		for (const word of hidden.map((each) => each.trim()).filter((each) => each.length > 3))
			expect(text).not.toContain(word);
		await close();
	}
);

test('a reference of the view names its question and its years', async () => {
	const query = 'question=view-of-nato&country=deu';
	const ris = await (await fetch(`${server.origin}/en/explore.ris?${query}`)).text();
	expect(ris).toMatch(/TI {2}- View of NATO, \d{4}–\d{4}/);
	const bib = await (
		await fetch(`${server.origin}/de/explore.bib?${query}&survey=pew-2015-spring`)
	).text();
	expect(bib).toContain('Meinung über die Nato, Global-Attitudes-Umfrage, Frühjahr 2015');
});
