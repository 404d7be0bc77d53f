import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sent } from '../support/raw-request.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/* What every reply says about how it may be used, and that nobody can say it in our place. */

let http: RunningServer;
let https: RunningServer;
beforeAll(async () => {
	[http, https] = await Promise.all([
		startServer(),
		startServer({ ORIGIN: 'https://beistand.example' })
	]);
});
afterAll(() => Promise.all([http.stop(), https.stop()]));

const get = (path: string, init: RequestInit = {}) =>
	fetch(http.origin + path, { redirect: 'manual', ...init });

/** One address of every kind of reply, with its status. */
const kinds: [string, number][] = [
	['/', 302],
	['/en', 200],
	['/de/questions/defend-nato-ally', 200],
	['/en/questions/defend-nato-ally.csv', 200],
	['/en/questions/defend-nato-ally.svg', 200],
	['/en/questions/defend-nato-ally.png', 200],
	['/en/embed/questions/defend-nato-ally', 200],
	['/data/beistand.zip', 200],
	['/en/regions/__data.json', 200],
	['/favicon.svg', 200],
	['/healthz', 200],
	['/en/nothing', 404],
	['/en/nothing.csv', 404],
	['/de/questions/defend-nato-ally.csv?country=x', 400],
	['/%', 400],
	[`/en?${'a=b&'.repeat(400)}`, 414]
];

describe.each(kinds)('%s', (path, status) => {
	test('says how it may be used, once and for all', async () => {
		const reply = await get(path);
		expect(reply.status).toBe(status);
		const { headers } = reply;
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toMatch(/^(strict-origin|no-referrer)/);
		expect(headers.get('permissions-policy')).toContain('browsing-topics=()');
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy).toContain('default-src ');
		expect(policy).not.toMatch(/script-src[^;]*unsafe-(inline|eval)/);
		expect(policy).toContain(
			path.includes('/embed/') ? 'frame-ancestors *' : "frame-ancestors 'none'"
		);
		expect(headers.get('x-frame-options')).toBeNull();
		expect(headers.get('set-cookie')).toBeNull();
		expect(headers.get('x-powered-by')).toBeNull();
		expect(headers.get('server')).toBeNull();
		expect(headers.get('strict-transport-security')).toBeNull();
	});
});

test('Over https a browser is told to stay there', async () => {
	for (const path of ['/en', '/favicon.svg', '/en/nothing', '/en/regions.csv'])
		expect((await fetch(https.origin + path)).headers.get('strict-transport-security'), path).toBe(
			'max-age=31536000'
		);
});

test.each([
	'/en/questions/defend-nato-ally?country=%0d%0aSet-Cookie:%20a=b',
	'/en/questions/defend-nato-ally.csv?download&country=%0d%0aX-Evil:%201',
	'/en%0d%0aX-Evil:%201',
	'/en/questions/x%0aX-Evil:%201/by-region',
	'/en/questions/defend-nato-ally/?x=%0d%0aX-Evil:1',
	'/data/%22%0d%0aX-Evil:1.zip?download'
])('%s puts nothing into the headers', async (path) => {
	const reply = await sent(
		http.origin,
		`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`
	);
	const head = reply.slice(0, reply.indexOf('\r\n\r\n'));
	expect(head).toMatch(/^HTTP\/1\.1 [234]\d\d /);
	expect(head).not.toMatch(/^(set-cookie|x-evil)/im);
});

test('A saved file is called what the data are called and nothing else', async () => {
	const names = new Set<string>();
	for (const query of ['', '&utm_source=";x="', '&country=deu', '&sort=label'])
		names.add(
			(await get(`/de/questions/defend-nato-ally.csv?download${query}`)).headers.get(
				'content-disposition'
			) ?? ''
		);
	for (const name of names)
		expect(name).toMatch(/^attachment; filename="[a-z0-9._-]+"; filename\*=UTF-8''[a-z0-9._-]+$/);
});

test('With ORIGIN the name that a client gives changes nothing', async () => {
	const evil = await sent(
		https.origin,
		'GET /en HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n'
	);
	expect(evil).toMatch(/^HTTP\/1\.1 200 /);
	expect(evil).not.toContain('evil.example');
	expect(evil).toContain('https://beistand.example/de');
});
