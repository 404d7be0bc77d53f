import { describe, expect, test } from 'vitest';
import { useSite } from '../support/site.ts';

const { get } = useSite();
const page = async (path: string): Promise<string> => (await get(path)).text();

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
