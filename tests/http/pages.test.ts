import { describe, expect, test } from 'vitest';
import { sampleOf } from '../support/sample.ts';
import { useSite } from '../support/site.ts';
import { cells } from '../fixtures/page-cells.ts';
import { readCsv } from '../fixtures/data-package.ts';

const questions = readCsv('questions.csv').rows.map(([id = '']) => id);
const server = useSite();
const { get } = server;
const page = async (path: string): Promise<string> => (await get(path)).text();

/** The title on a page, as it is read. */
const headingOf = (html: string): string =>
	/<h1[^>]*>([\s\S]*?)<\/h1>/
		.exec(html)![1]!
		.replace(/<[^>]*>/g, '')
		.trim();

/** `Should they?.`: a title that is a question, put into a sentence. */
const stopBehindMark = /[?!]\.(?=[\s<])/;

describe('the site over HTTP', () => {
	test('/ leads to the reader’s language and says that it depends on it', async () => {
		const german = await get('/', { headers: { 'accept-language': 'de-AT,de;q=0.9' } });
		expect(german.status).toBe(302);
		expect(german.headers.get('location')).toBe('/de');
		expect(german.headers.get('vary')).toContain('Accept-Language');
		const other = await get('/', { headers: { 'accept-language': 'fr' } });
		expect(other.headers.get('location')).toBe('/en');
	});

	test('every question answers in both languages and every layout, complete without scripts', async () => {
		const usual = questions.flatMap((question) =>
			['en', 'de'].map((lang) => ({ question, lang, by: '' }))
		);
		const others = usual.flatMap((view) =>
			['?by=region', '?by=group', '?by=time', '?by=country'].map((by) => ({ ...view, by }))
		);
		for (const { question, lang, by } of [...usual, ...sampleOf(others, 80)]) {
			const path = `/${lang}/questions/${question}${by}`;
			const response = await get(path);
			// The usual layout named on purpose leads to the address without it.
			if (response.status === 302) {
				expect(response.headers.get('location')).toBe(`/${lang}/questions/${question}`);
				continue;
			}
			expect(response.status, path).toBe(200);
			const html = await response.text();
			expect(html, path).toContain(`<html lang="${lang}">`);
			expect(html, path).not.toMatch(/>undefined|undefined<|\[object|NaN/);
			expect(cells(html).size, path).toBeGreaterThan(0);
			expect(html, path).toMatch(/<svg[^>]*viewBox/);
			expect(html, path).not.toMatch(stopBehindMark);
		}
	});

	test.each(['en', 'de'])('no stop stands behind the mark of a question (%s)', async (lang) => {
		for (const path of [
			'/explore?question=defend-nato-ally',
			'/explore?country=deu&question=us-would-defend-ally',
			'/explore.md?question=defend-nato-ally',
			'/questions/defend-nato-ally.md',
			'/figures/pew-2015-spring~defend-nato-ally~deu~all~should',
			'/explore/together',
			'/regions'
		])
			expect(await page(`/${lang}${path}`), path).not.toMatch(stopBehindMark);
	});

	test('the start page opens with the published German figures and the statements of the article', async () => {
		const html = await page('/en');
		expect(headingOf(html)).toMatch(/58% of Germans said no, 38% said yes$/);
		// In the table under the picture, whose own name is one sentence.
		const figures = html.replace(/<!--.*?-->/g, '');
		expect(figures).toContain(
			'<th scope="row">Germany</th><td class="figure">38%</td><td class="figure">58%</td>'
		);
		expect(headingOf(await page('/de'))).toMatch(/58\u00a0%.*38\u00a0%/);
	});

	test('the defence question shows the eight allies, Turkey and the median as published', async () => {
		const table = cells(await page('/en/questions/defend-nato-ally'));
		const of = (country: string, answer: string) =>
			table.get(`pew-2015-spring~defend-nato-ally~${country}~all~${answer}`);
		expect([of('deu', 'should'), of('deu', 'should-not')]).toEqual(['38%', '58%']);
		expect([of('usa', 'should'), of('pol', 'should'), of('ita', 'should-not')]).toEqual([
			'56%',
			'48%',
			'51%'
		]);
		expect([of('median-nato-8', 'should'), of('tur', 'dk'), of('deu', 'dk')]).toEqual([
			'48%',
			'23%',
			'4%'
		]);
	});

	test('East and West 2015: the split was not published, and 2017 stands apart', async () => {
		const html = await page('/en/questions/defend-nato-ally/by-region');
		const table = cells(html);
		expect(table.get('pew-2015-spring~defend-nato-ally~deu~east~should')).toBe(
			'higher in the West, says the institute; no number'
		);
		expect(table.get('pew-2017-spring~defend-nato-ally~deu~east~should')).toBe('29%');
		expect(table.get('pew-2017-spring~defend-nato-ally~deu~west~should')).toBe('43%');
		expect(html).toContain(
			'western Germans were more in favor of using military force for an ally'
		);
		expect(html).toContain('The nearest that was published');
	});

	test('the page by-region is the view by=region', async () => {
		const [path, query] = await Promise.all([
			page('/de/questions/view-of-nato/by-region'),
			page('/de/questions/view-of-nato?by=region')
		]);
		expect([...cells(path)]).toEqual([...cells(query)]);
	});

	test('a gap needs both sides', async () => {
		const html = await page('/en/regions');
		const line = (id: string) =>
			html.split('<tr').find((row) => row.includes(`data-figure="${id}"`)) ?? '';
		expect(line('pew-2017-spring~defend-nato-ally~deu~east~should')).toContain('−14');
		expect(line('pew-2015-spring~confidence-putin~deu~east~confidence')).toContain('+21');
		expect(line('pew-2015-spring~view-of-nato~deu~east~favorable')).toContain(
			'direction published, size not'
		);
	});

	test('a search finds a question by its wording, umlauts either way', async () => {
		expect(await page('/de/questions?q=verbuendeter')).toContain('/de/questions/defend-nato-ally"');
		expect(await page('/de/questions?q=Verb%C3%BCndeter')).toContain(
			'/de/questions/defend-nato-ally"'
		);
		expect(await page('/en/questions?q=%22%27%3B--')).toContain('No question contains');
	});

	test('the methods page gives the terms, every source and every survey', async () => {
		const html = await page('/de/methods');
		expect(html).toContain('id="terms"');
		expect(html).toContain('id="pew-2015-spring"');
		expect(html).toContain('id="goqa-bf"');
		expect(html).toContain('NATO Publics Blame Russia for Ukrainian Crisis');
	});

	test('/healthz says which data are served', async () => {
		const response = await get('/healthz');
		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({
			version: expect.stringMatching(/^\d{4}-\d\d-\d\d\.[0-9a-f]{12}$/)
		});
	});
});
