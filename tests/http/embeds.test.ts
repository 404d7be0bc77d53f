import { createHash } from 'node:crypto';
import { get as request } from 'node:http';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { readCsv } from '../fixtures/data-package.ts';
import { useSite } from '../support/site.ts';

const questions = readCsv('questions.csv').rows.map(([id = '']) => id);
const claims = readCsv('claims.csv').rows.map(([id = '']) => id);
const server = useSite();
const { get } = server;

/** What a browser receives before it unpacks it. */
const wire = (path: string): Promise<{ status?: number; packed: Buffer }> =>
	new Promise((resolve, reject) => {
		const headers = { 'accept-encoding': 'br' };
		request(`${server.origin}${path}`, { headers }, (reply) => {
			const parts: Buffer[] = [];
			reply.on('data', (part) => parts.push(part));
			reply.on('end', () => resolve({ status: reply.statusCode, packed: Buffer.concat(parts) }));
		}).on('error', reject);
	});

/** Every page that can be embedded, in its usual view. */
const pages = (lang: string): string[] => [
	...questions.flatMap((id) =>
		['', '/by-region', '?by=time', '?by=group'].map(
			(view) => `/${lang}/embed/questions/${id}${view}`
		)
	),
	`/${lang}/embed/regions`,
	`/${lang}/embed/explore/together`,
	...claims.map((id) => `/${lang}/embed/claims/${id}`)
];

/** Bytes of the packed reply: title, question, three drawings, table and notes. */
const budget = 6000;

describe('an embed', () => {
	test.each(['en', 'de'])(
		'of any view is in %s, whole, and weighs at most 6 kB',
		async (lang) => {
			const heavy: [string, number][] = [];
			for (const path of pages(lang)) {
				const { status, packed } = await wire(path);
				expect(status, path).toBe(200);
				const html = brotliDecompressSync(packed).toString();
				expect(html, path).toContain(`<html lang="${lang}">`);
				expect(html, path).not.toMatch(/undefined|\[object|NaN|<!--/);
				expect(html.match(/<h1>/g), path).toHaveLength(1);
				expect(html, path).toContain(`${server.origin.slice(7)}/${lang}/`);
				if (packed.length > budget) heavy.push([path, packed.length]);
			}
			expect(heavy).toEqual([]);
		},
		240_000
	);

	test('of more than it can carry is the first lines and a link, or says that it is too much', async () => {
		const codes = (file: string, most = Infinity) =>
			readCsv(file)
				.rows.slice(0, most)
				.map(([code = '']) => code)
				.join();
		const everywhere = `country=${codes('populations.csv')}`;
		for (const view of ['view-of-nato?', 'view-of-russia?by=time&', 'confidence-putin?by=group&']) {
			const reply = await get(`/en/embed/questions/${view}${everywhere}`);
			expect(reply.status, view).toBe(200);
			const html = await reply.text();
			expect(gzipSync(html, { level: 9 }).length, view).toBeLessThanOrEqual(budget);
			expect(html, view).toMatch(/Shown are the first \d+ of \d+ lines/);
			expect(html, view).toContain('Germany');
			expect(html, view).toContain(`href="${server.origin}/en/questions/`);
		}
		const all = `${everywhere}&survey=${codes('surveys.csv')}`;
		const beyond = await get(`/en/embed/questions/view-of-nato?${all}`, {
			headers: { accept: 'text/html' }
		});
		expect(beyond.status).toBe(422);
		expect(beyond.headers.get('content-security-policy')).toContain('frame-ancestors *');
		expect(await beyond.text()).toContain('href="/en/questions/view-of-nato" target="_blank"');
	});

	test('loads nothing: no address but its links, one script whose hash its policy names', async () => {
		const reply = await get('/de/embed/questions/defend-nato-ally/by-region');
		const html = await reply.text();
		const loading = html.match(
			/ src=|@import|url\(|<link rel="(?:stylesheet|preload|modulepreload)"/g
		);
		expect(loading).toBeNull();
		const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
			([, code = '']) => code
		);
		expect(scripts).toHaveLength(1);
		const hash = createHash('sha256')
			.update(scripts[0] ?? '')
			.digest('base64');
		const policy = reply.headers.get('content-security-policy') ?? '';
		expect(policy).toContain(`script-src 'sha256-${hash}'`);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain('frame-ancestors *');
	});

	test('may be framed and kept, is not indexed, and sets no cookie', async () => {
		const { headers } = await get('/en/embed/regions');
		expect(headers.get('x-frame-options')).toBeNull();
		expect(headers.get('x-robots-tag')).toBe('noindex');
		expect(headers.get('referrer-policy')).toBe('no-referrer-when-downgrade');
		expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
		expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
		expect(headers.get('cache-control')).toContain(
			'public, max-age=300, s-maxage=300, stale-while-revalidate=300'
		);
		expect(headers.get('set-cookie')).toBeNull();
	});

	test('is the same bytes every time, and 304 to who has them', async () => {
		const path = '/de/embed/explore/together';
		const [one, other] = await Promise.all([get(path), get(path)]);
		expect(await one.text()).toBe(await other.text());
		const etag = one.headers.get('etag') ?? '';
		const again = await get(path, { headers: { 'if-none-match': etag } });
		expect(again.status).toBe(304);
		expect(again.headers.get('content-security-policy')).toContain('frame-ancestors *');
	});

	test('shows the nearest valid view with a notice, and never redirects', async () => {
		const reply = await get('/en/embed/questions/defend-nato-ally?by=rain&country=xyz&contry=1');
		expect(reply.status).toBe(200);
		const html = await reply.text();
		for (const part of ['“rain”', '“xyz”', '“contry”']) expect(html).toContain(part);
		expect(html).toContain('38%');
		// The usual layout named on purpose is the same view.
		expect((await get('/en/embed/questions/defend-nato-ally?by=country')).status).toBe(200);
	});

	test('ignores what hosts, trackers and caches add', async () => {
		const query =
			'childId=x&initialWidth=600&parentTitle=t&parentUrl=u&utm_source=x&fbclid=y&srsltid=z&ref=a&_=1&t=2&nocache=3';
		const html = await (await get(`/de/embed/regions?${query}`)).text();
		expect(html).toBe(await (await get('/de/embed/regions')).text());
	});

	test.each([
		[
			'/de/embed/questions/defend-nato-aly',
			'Diese Frage gibt es nicht',
			'/de/questions/defend-nato-ally'
		],
		['/en/embed/claims/c999', 'There is no such statement', '/en/questions'],
		['/en/embed/methods', 'There is no such page', '/en/questions']
	])('that is not there is a small page with a way on: %s', async (path, words, way) => {
		const reply = await get(path);
		expect(reply.status).toBe(404);
		expect(reply.headers.get('content-security-policy')).toContain('frame-ancestors *');
		expect(reply.headers.get('x-robots-tag')).toBe('noindex');
		const html = await reply.text();
		expect(html).toContain(words);
		expect(html).toContain(`href="${server.origin}${way}"`);
		expect(brotliCompressSync(html).length).toBeLessThan(2000);
	});

	test('has the flags that people know', async () => {
		const flagged = async (flag: string) =>
			(await get(`/de/embed/questions/defend-nato-ally?${flag}`)).text();
		for (const flag of ['plain', 'plain=1', 'plain=true'])
			expect(await flagged(flag)).not.toContain('<h1>');
		expect(await flagged('plain=0')).toContain('<h1>');
		expect(await flagged('transparent')).toContain('html,footer{background:none}');
		expect(await flagged('static')).not.toMatch(/<script|<details/);
		expect(await flagged('plain=maybe')).toContain('„maybe“');
		// A verdict stands under the sentence that it is about.
		expect(await (await get('/de/embed/claims/c12?plain')).text()).toContain('<h1>');
	});

	test('calls its drawings by one sentence, and none where there is none', async () => {
		const names = async (path: string) =>
			[...(await (await get(path)).text()).matchAll(/role="img" aria-label="([^"]*)"/g)].map(
				([, name = '']) => name
			);
		for (const path of ['claims/c12', 'questions/defend-nato-ally', 'explore/together']) {
			const found = await names(`/de/embed/${path}`);
			expect(found.length, path).toBeGreaterThan(0);
			for (const name of found) expect(name).toMatch(/[^.]; alle Zahlen stehen in der Tabelle\.$/);
		}
		const none = readCsv('claims.csv').rows.flatMap(({ 0: id = '', 6: figures }) =>
			figures === '' ? [id] : []
		);
		expect(none.length).toBeGreaterThan(0);
		for (const id of none) expect(await names(`/de/embed/claims/${id}`), id).toEqual([]);
	});

	test('has the colours it is asked for', async () => {
		const themed = async (theme: string) => (await get(`/de/embed/regions?theme=${theme}`)).text();
		expect(await themed('light')).toContain('--paper:#fbfaf7');
		expect(await themed('dark')).toContain('--paper:#14181d');
		expect(await themed('auto')).toMatch(/color-scheme:light dark.*prefers-color-scheme:dark/);
		expect(await themed('light')).not.toContain('color-scheme');
		expect(await themed('pink')).toContain('„pink“');
	});
});

test('every other page refuses to be framed', async () => {
	for (const path of [
		'/de',
		'/de/questions/defend-nato-ally',
		'/en/regions',
		'/en/claims/c7',
		'/en/nowhere',
		'/de/regions.csv',
		'/openapi.json'
	]) {
		const { headers } = await get(path);
		expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
	}
});

test('a path names a page that can be embedded, or none', () => {
	const question = { lang: 'de', kind: 'question', code: 'view-of-nato' };
	expect(embeddableAt('/de/questions/view-of-nato')).toEqual(question);
	expect(embeddableAt('/de/embed/questions/view-of-nato')).toEqual(question);
	expect(embeddableAt('/en/questions/x/by-region')).toEqual({
		lang: 'en',
		kind: 'by-region',
		code: 'x'
	});
	for (const path of [
		'/',
		'/de',
		'/fr/regions',
		'/de/questions',
		'/de/regions/x',
		'/de/methods',
		'x'
	])
		expect(embeddableAt(path), path).toBeUndefined();
});
