import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { absenceWords } from '../fixtures/absence-words.ts';
import { useSite } from '../support/site.ts';
import { readCsv } from '../fixtures/data-package.ts';
import { cells } from '../fixtures/page-cells.ts';

const questions = readCsv('questions.csv').rows.map(([id = '']) => id);
const server = useSite();
const { get } = server;
const page = async (path: string): Promise<string> => (await get(path)).text();

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
