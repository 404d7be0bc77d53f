import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder as real, readCsv, textOf } from '../fixtures/data-package.ts';
import { useBrowser, useServer } from '../support/site.ts';

const germany = 'pew-2015-spring~defend-nato-ally~deu~all~should-not';
const east = 'pew-2015-spring~defend-nato-ally~deu~east~should';
/** Withdrawn in a package of the test's own; its codes are a cell all the same. */
const withdrawn = 'pew-2015-spring~defend-nato-ally~deu~west~dk';

const own = mkdtempSync(join(tmpdir(), 'beistand-figures-'));
beforeAll(() => {
	cpSync(real, join(own, 'data'), { recursive: true });
	writeFileSync(
		join(own, 'data', 'withdrawn.csv'),
		`${textOf('withdrawn.csv')}${withdrawn},${germany},2026-01-31,Misread.,Falsch gelesen.,3\n`
	);
});
afterAll(() => rmSync(own, { recursive: true }));
const { server, open } = useBrowser(
	useServer({
		BEISTAND_DATA: join(own, 'data'),
		BEISTAND_DB: join(own, 'beistand.sqlite'),
		BEISTAND_LOCAL: join(own, 'no-local')
	})
);
const { get } = server;

/** The page as a reader sees it: without tags, blanks joined. */
const seen = (html: string): string =>
	html
		.replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ');

describe('the page of a figure over HTTP', () => {
	test('figures of every survey, status and group answer in both languages with their number', async () => {
		const { header, rows } = readCsv('figures.csv');
		const column = (name: string) => header.indexOf(name);
		const keys = ['survey_id', 'question_id', 'population_id', 'group_id', 'answer_id'].map(column);
		const kinds = ['survey_id', 'question_id', 'group_id', 'status', 'confidence'].map(column);
		const seenKinds = new Set<string>();
		// The first of each kind: a page is made by one function, whatever the number.
		const sample = rows.filter((row) => {
			const isNew = kinds.some((kind) => !seenKinds.has(`${kind} ${row[kind]}`));
			for (const kind of kinds) seenKinds.add(`${kind} ${row[kind]}`);
			return isNew && row[column('pct')];
		});
		expect(sample.length).toBeGreaterThan(50);
		for (const row of sample)
			for (const [lang, sign] of [
				['en', '%'],
				['de', '\u00a0%']
			] as const) {
				const id = keys.map((key) => row[key]).join('~');
				const response = await get(`/${lang}/figures/${id}`);
				expect(response.status, id).toBe(200);
				const [, hero = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(await response.text()) ?? [];
				expect(hero, id).toContain(`>${row[column('pct')]}${sign}<`);
			}
	}, 120_000);

	test('says all that is known of a number', async () => {
		const text = seen(await (await get(`/en/figures/${germany}`)).text());
		for (const part of [
			'“If Russia got into a serious military conflict',
			'Everybody who was asked, including don’t know',
			'Published. Read on a chart',
			'OpenCQA chart image 5983',
			'Prints 56 although the publisher',
			'58% are against.',
			'matches what was published',
			'Spiegel Online',
			'Should use military force 38%',
			'Global Attitudes survey, spring 2017 53%',
			'58% of Germans say their country should not use military force to defend a NATO ally if Russia got into',
			'58 Prozent der Deutschen sind dagegen, einen Nato-Verbündeten mit Waffen zu verteidigen, falls Russland',
			'TY - DATA'
		])
			expect(text).toContain(part);
	});

	test('leads to its place in the view of the question', async () => {
		const html = await (
			await get('/de/figures/pew-2017-spring~defend-nato-ally~deu~east~should')
		).text();
		const [, href = ''] = /href="(\/de\/questions\/[^"]*#[^"]*)"/.exec(html) ?? [];
		const [path = '', id] = href.replaceAll('&amp;', '&').split('#');
		expect(path).toContain('by=region');
		const question = await get(path);
		expect(question.status).toBe(200);
		expect(await question.text()).toContain(`id="${id}"`);
	});

	test('of a cell without a number says which is missing and why, with the nearest', async () => {
		const missing = seen(await (await get(`/de/figures/${east.replace('should', 'dk')}`)).text());
		expect(missing).toContain('nicht veröffentlicht „Weiß nicht / keine Angabe“');
		expect(missing).toContain('Das beweist nicht, dass keiner gemessen wurde.');
		const response = await get(`/de/figures/${east}`);
		expect(response.status).toBe(200);
		const text = seen(await response.text());
		expect(text).toContain(
			'im Westen höher, schreibt das Institut; ohne Zahl „Sollte militärische Gewalt einsetzen“'
		);
		expect(text).toContain('Eine Zahl nennt er nicht.');
		expect(text).toContain('Sollte militärische Gewalt einsetzen, Ostdeutschland 29 %');
	});

	test('is a 404 with the nearest ids where there is none, whatever is asked for', async () => {
		const response = await get('/en/figures/pew-2015-spring~defend-nato-aly~deu~all~should');
		expect(response.status).toBe(404);
		const html = await response.text();
		expect(html).toContain('/en/figures/pew-2015-spring~defend-nato-ally~deu~all~should"');
		expect(seen(html)).toContain('There is no figure with this id.');
		for (const id of ['~~~~', '__proto__~a~b~c~d', '%00', `${'x~'.repeat(1000)}`, '%F0%9F%98%80'])
			expect((await get(`/de/figures/${id}`)).status, id).toBe(404);
	});

	test('is a 410 with reason and successor where a figure was withdrawn', async () => {
		const response = await get(`/de/figures/${withdrawn}`);
		expect(response.status).toBe(410);
		const html = await response.text();
		expect(seen(html)).toContain('Zurückgezogen am 31. Januar 2026. Falsch gelesen.');
		expect(seen(html)).toContain('An ihrer Stelle steht:');
		expect(html).toContain(`href="/de/figures/${germany}"`);
	});

	test('names what its address says too much', async () => {
		const text = seen(await (await get(`/en/figures/${germany}?colums=red`)).text());
		expect(text).toContain('The address says “colums”');
	});
});

describe('the readings over HTTP', () => {
	test('are all there, and so are the misprints beside the published numbers', async () => {
		const html = await (await get('/en/readings')).text();
		const sources = readCsv('readings.csv').rows.map(([id]) => id);
		for (const id of sources) expect(html).toContain(`<article id="${id}"`);
		expect(seen(html)).toContain(`${sources.length} readings`);
		expect(seen(html)).toContain('printed 56% published 58%');
	});

	test('can be chosen by a plain form, whose address becomes the canonical one', async () => {
		const figure = `figure=${germany.replaceAll('~', '%7E')}`;
		const response = await get(`/en/readings?country=austria&country=germany&${figure}`);
		expect(response.status).toBe(302);
		const next = response.headers.get('location') ?? '';
		expect(next).toBe(`/en/readings?country=germany,austria&${decodeURIComponent(figure)}`);
		const page = await get(next);
		expect(page.status).toBe(200);
		expect((await get(next.replaceAll('%7E', '~'))).status).toBe(200);
		expect(seen(await page.text())).not.toContain('Los Angeles Times');
	});

	test('name a value they do not know', async () => {
		const response = await get('/en/readings?country=austra');
		expect(response.status).toBe(200);
		const html = await response.text();
		expect(seen(html)).toContain('“austra”');
		expect(html).toContain('?country=austria"');
	});
});

describe('a reader', () => {
	test('copies the sentence with the keyboard and hears that it was copied', async () => {
		const { page, close } = await open(`/en/figures/${germany}`, {
			permissions: ['clipboard-read', 'clipboard-write']
		});
		const button = page.getByRole('button', { name: 'Copy: In English' });
		await button.focus();
		await page.keyboard.press('Enter');
		const told = page.locator('.copy', { hasText: 'In English' }).getByRole('status');
		await expect.poll(() => told.innerText()).toBe('Copied');
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toMatch(/^58% of Germans say their country should not .*\)\.$/);
		await page.getByText('For reference managers').click();
		await page.getByRole('button', { name: 'Copy: RIS' }).press('Space');
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toContain('TY  - DATA');
		await close();
	});

	test('whose browser forbids copying finds the text selected', async () => {
		const { page, close } = await open(`/de/figures/${germany}`);
		await page.evaluate(() => {
			navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
		});
		await page.getByRole('button', { name: 'Kopieren: Auf Deutsch' }).click();
		const told = page.locator('.copy', { hasText: 'Auf Deutsch' }).getByRole('status');
		await expect.poll(() => told.innerText()).toContain('markiert');
		expect(await page.evaluate(() => getSelection()?.toString())).toMatch(
			/^58\u00a0Prozent der Deutschen sind dagegen/
		);
		await close();
	});

	test('without JavaScript finds every text to select, and no button that does nothing', async () => {
		const { page, close } = await open(`/en/figures/${germany}`, { javaScriptEnabled: false });
		expect(await page.getByText('58% of Germans say their country should not').isVisible()).toBe(
			true
		);
		await page.getByText('For reference managers').click();
		expect(await page.locator('pre', { hasText: '@misc' }).isVisible()).toBe(true);
		expect(await page.getByRole('button').count()).toBe(0);
		await close();
	});

	test('chooses readings in place, and the count is announced', async () => {
		const { page, close } = await open('/en/readings');
		await page.locator('.filters summary').click();
		await page.getByLabel(/Austria/).check();
		await page.waitForURL(/country=austria/);
		await expect
			.poll(() => page.locator('.shown [role=status]').innerText())
			.toBe('1 of 38 readings');
		expect(await page.locator('article').count()).toBe(1);
		await close();
	});
});
