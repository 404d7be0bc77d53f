import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { sampleOf } from '../support/sample.ts';
import { useSite } from '../support/site.ts';
import { readCsv } from '../fixtures/data-package.ts';

const questions = readCsv('questions.csv').rows.map(([id = '']) => id);
const server = useSite();
const { get } = server;
const page = async (path: string): Promise<string> => (await get(path)).text();

/**
 * Figure ids of the tables of a page with what stands in their cells; a cell may speak for two, and a line under
 * a table for all of a column that it has no number for.
 */
function cells(html: string): Map<string, string> {
	const found = html.matchAll(/<(td|p)\b[^>]*data-figure="([^"]+)"[^>]*>([\s\S]*?)<\/\1>/g);
	return new Map(
		[...found].flatMap(([, , ids = '', cell = '']) =>
			ids
				.split(' ')
				.map((id): [string, string] => [
					id,
					(/class="(?:number|absent)[^"]*">([^<]*)</.exec(cell)?.[1] ?? '').trim()
				])
		)
	);
}

async function csvRows(path: string): Promise<Record<string, string>[]> {
	const response = await get(path);
	expect(response.status, path).toBe(200);
	const { data, errors } = Papa.parse<Record<string, string>>(await response.text(), {
		header: true,
		skipEmptyLines: true
	});
	expect(errors).toEqual([]);
	return data;
}

const absenceWords: Record<string, string> = {
	not_published: 'not published',
	not_asked: 'not asked',
	no_answer: 'nobody gave this answer',
	suppressed: 'too few interviews',
	higher_in_east: 'higher in the East, says the institute; no number',
	higher_in_west: 'higher in the West, says the institute; no number'
};

/** The title on a page, as it is read. */
const headingOf = (html: string): string =>
	/<h1[^>]*>([\s\S]*?)<\/h1>/
		.exec(html)![1]!
		.replace(/<[^>]*>/g, '')
		.trim();

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
		}
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

describe('addresses', () => {
	test('a form without JavaScript is led to the canonical address', async () => {
		const response = await get('/en/questions/defend-nato-ally?country=usa&country=deu&sort=value');
		expect(response.status).toBe(302);
		expect(response.headers.get('location')).toBe('/en/questions/defend-nato-ally?country=usa,deu');
	});

	test('what hosts and trackers add neither redirects nor complains', async () => {
		const response = await get('/en/questions/defend-nato-ally?utm_source=mail&fbclid=1');
		expect(response.status).toBe(200);
		expect(await response.text()).not.toContain('class="notices');
	});

	test.each([
		['/en/questions/defend-nato-ally?contry=1', '“contry”'],
		['/en/questions/defend-nato-ally?country=deu,germny', '“germny”'],
		['/de/questions/defend-nato-ally?survey=pew-2017-sprin', 'Meinten Sie'],
		['/en/regions?survey=nowhere', '“nowhere”'],
		['/en/questions/defend-nato-ally?by=<script>alert(1)</script>', '&lt;script>']
	])('%s is a page with a notice: %s', async (path, text) => {
		const response = await get(path);
		expect(response.status).toBe(200);
		const html = await response.text();
		expect(html).toContain('class="notices');
		expect(html).toContain(text);
		expect(html).not.toContain('<script>alert');
	});

	test.each([
		[
			'/en/questions/defend-nato-aly',
			'There is no such question.',
			'/en/questions/defend-nato-ally"'
		],
		[
			'/de/questions/meinung-ueber-nato',
			'Diese Frage gibt es nicht.',
			'/de/questions/view-of-nato"'
		],
		['/en/questions/defend-nato-aly/by-region', 'no such question', 'defend-nato-ally/by-region'],
		['/de/region', 'Diese Seite gibt es nicht.', '/de/regions"'],
		['/fr/questions', 'There is no such page.', '/de/questions"'],
		['/en/questions/defend-nato-ally.pdf', 'no such question', '/en/questions/defend-nato-ally"']
	])(
		'%s is a 404 in the right language that offers the nearest',
		async (path, message, nearest) => {
			const response = await get(path);
			expect(response.status).toBe(404);
			const html = await response.text();
			expect(html).toContain(message);
			expect(html).toContain(nearest);
		}
	);

	test('a 404 without a language in its address speaks the reader’s', async () => {
		const response = await get('/nirgends', { headers: { 'accept-language': 'de' } });
		expect(response.status).toBe(404);
		const html = await response.text();
		expect(html).toContain('<html lang="de">');
		expect(html).toContain('Diese Seite gibt es nicht.');
	});

	test('pages may not be framed, sniffed or run anybody’s script', async () => {
		const { headers } = await get('/en');
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('set-cookie')).toBeNull();
	});

	test('the same address gives the same bytes', async () => {
		expect(await page('/de/regions')).toBe(await page('/de/regions'));
	});
});

describe('the CSV of a view', () => {
	test('begins with figure_id, ends lines with CRLF and carries what a script needs', async () => {
		const response = await get('/en/questions/defend-nato-ally.csv');
		const text = await response.text();
		expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.get('content-disposition')).toBeNull();
		expect(text.startsWith('figure_id,survey_id,')).toBe(true);
		expect(text.endsWith('\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toContain('\n');
	});

	test('is confirmed with 304 as long as it is the same', async () => {
		const first = await get('/en/regions.csv');
		const etag = first.headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[0-9a-f]{64}(-br|-gzip)?"$/);
		const again = await get('/en/regions.csv', { headers: { 'if-none-match': etag } });
		expect(again.status).toBe(304);
		expect(await again.text()).toBe('');
	});

	test('for German Excel has a mark at the start, semicolons and decimal commas', async () => {
		const response = await get('/de/questions/defend-nato-ally.csv?dialect=excel-de&download');
		const bytes = new Uint8Array(await response.arrayBuffer());
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(new TextDecoder().decode(bytes).startsWith('figure_id;survey_id;')).toBe(true);
		expect(response.headers.get('content-disposition')).toMatch(
			/^attachment; filename="beistand_defend-nato-ally_by-country_pew-2015-spring_(?:en|de)_[0-9a-f]{6}\.excel-de\.csv"/
		);
	});

	test('refuses an address with an unknown part in the reader’s words', async () => {
		const response = await get('/de/questions/defend-nato-ally.csv?country=germny');
		expect(response.status).toBe(400);
		expect(response.headers.get('content-type')).toContain('application/problem+json');
		expect(JSON.stringify(await response.json())).toContain('germny');
		expect((await get('/en/questions/nothing.csv')).status).toBe(404);
		expect((await get('/en/questions/defend-nato-ally.csv?dialect=latin')).status).toBe(400);
	});

	test('holds the rows and numbers of the page, for random views', async () => {
		const countries = ['deu', 'usa', 'pol', 'rus', 'median-nato-8'];
		const view = fc.record({
			question: fc.constantFrom(...questions),
			by: fc.constantFrom('country', 'region', 'group', 'time'),
			country: fc.subarray(countries),
			sort: fc.constantFrom('value', 'label')
		});
		await fc.assert(
			fc.asyncProperty(view, async ({ question, by, country, sort }) => {
				const query = new URLSearchParams({ by, sort });
				if (country.length > 0) query.set('country', country.join());
				const path = `/en/questions/${question}`;
				const html = await (await fetch(`${server.origin}${path}?${query}`)).text();
				const rows = await csvRows(`${path}.csv?${query}`);
				const table = cells(html);
				expect(rows.map((row) => row['figure_id']).sort()).toEqual([...table.keys()].sort());
				for (const row of rows) {
					const shown = row['pct'] ? `${row['pct']}%` : absenceWords[row['absence'] ?? ''];
					expect(table.get(row['figure_id'] ?? ''), row['figure_id']).toBe(shown);
				}
			}),
			{ numRuns: 60 }
		);
	}, 120_000);

	test('for East and West holds the rows of the page', async () => {
		const rows = await csvRows('/en/regions.csv');
		const table = cells(await page('/en/regions'));
		expect(rows.map((row) => row['figure_id']).sort()).toEqual([...table.keys()].sort());
	});
});
