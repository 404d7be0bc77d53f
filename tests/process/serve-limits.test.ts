import { describe, expect, test } from 'vitest';
import { sent } from '../support/raw-request.ts';
import { metricsOf, NoServer } from '../support/server.ts';
import { useServer, useServers } from '../support/site.ts';

/* What is asked too much or too long of a server is refused in the reader’s words; the operator sees what goes on. */

const start = useServers();

const usual = useServer();

test('ends in a sentence of the reader’s language; what is ready is given out still', async () => {
	const server = await start({ RATE_PER_MINUTE: '2' });
	const ask = (query: string, headers: Record<string, string> = {}) =>
		fetch(`${server.origin}/data/beistand.zip${query}`, { headers });
	for (const query of ['', '?dialect=1']) expect((await ask(query)).status).toBe(200);
	const refused = await ask('?dialect=2', { accept: 'text/html', 'accept-language': 'de' });
	expect(refused.status).toBe(429);
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(refused.headers.get('cache-control')).toBe('no-store');
	expect(await refused.text()).toContain('sehr viele Bilder oder Archive');
	const problem = await ask('?dialect=3');
	expect(problem.headers.get('content-type')).toBe('application/problem+json');
	expect(await problem.json()).toMatchObject({
		status: 429,
		detail: expect.stringContaining('wait')
	});
	expect((await ask('')).status).toBe(200);
	expect((await fetch(`${server.origin}/en`)).status).toBe(200);
});

test.each([
	['is too long', `?country=${'deu,'.repeat(3000)}`],
	['has too many parameters', `?${'country=deu&'.repeat(300)}`]
])('An address that %s is refused in the reader’s words', async (_, query) => {
	const address = `${usual.origin}/de/questions/defend-nato-ally${query}`;
	const reply = await fetch(address, { headers: { accept: 'text/html' } });
	expect(reply.status).toBe(414);
	expect(await reply.text()).toContain('<html lang="de">');
	const problem = await fetch(address);
	expect(await problem.json()).toEqual({
		title: 'URI Too Long',
		status: 414,
		detail: 'Diese Adresse ist zu lang. Bitte wählen Sie weniger Filter.'
	});
});

test('Headers beyond what a browser sends are refused, and the next request is answered', async () => {
	const reply = await sent(
		usual.origin,
		`GET /en HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`
	);
	expect(reply).toMatch(/^HTTP\/1\.1 431 /);
	expect((await usual.get('/en')).status).toBe(200);
});

describe('the operator', () => {
	test('reads a line of JSON for a request, with nothing about the person', async () => {
		const server = await start({ LOG: 'json' });
		await fetch(`${server.origin}/de/questions?q=geheim&utm_source=brief`, {
			headers: { 'user-agent': 'Spion', referer: 'https://x.example', 'x-forwarded-for': '9.9.9.9' }
		});
		await fetch(`${server.origin}/en`);
		await fetch(`${server.origin}/en`);
		await expect.poll(() => server.output().match(/^\{.*\}$/gm)?.length).toBe(3);
		const lines = server
			.output()
			.match(/^\{.*\}$/gm)!
			.map((line) => JSON.parse(line));
		expect(lines.map(({ path, status, outcome }) => [path, status, outcome])).toEqual([
			['/de/questions', 200, 'miss'],
			['/en', 200, 'miss'],
			['/en', 200, 'hit']
		]);
		expect(Object.keys(lines[0])).toEqual([
			'time',
			'method',
			'path',
			'query',
			'status',
			'outcome',
			'ms'
		]);
		expect(server.output()).not.toMatch(/geheim|brief|Spion|x\.example|9\.9\.9\.9|127\.0\.0\.1"/);
	});

	test('finds metrics on a port of their own, and none without asking', async () => {
		const server = await start({ METRICS_PORT: '0' });
		for (let each = 0; each < 3; each += 1) await (await fetch(`${server.origin}/en`)).text();
		await fetch(`${server.origin}/en/nothing`);
		const metrics = await metricsOf(server);
		expect(metrics.get('beistand_requests_total{outcome="hit",status="200"}')).toBe(2);
		expect(metrics.get('beistand_requests_total{outcome="miss",status="200"}')).toBe(1);
		expect(metrics.get('beistand_requests_total{outcome="bypass",status="404"}')).toBe(1);
		expect(metrics.get('beistand_request_duration_seconds_count{outcome="hit"}')).toBe(2);
		expect(metrics.get('beistand_kept_replies')).toBe(1);
		expect(metrics.get('beistand_kept_bytes')).toBeGreaterThan(10_000);
		expect((await fetch(`${server.origin}/metrics`)).status).toBe(404);
		expect(usual.output()).not.toContain('Metrics');
	});

	test('sees whether it is ready and whether it is live', async () => {
		const ready = await (await usual.get('/healthz')).json();
		expect(ready).toMatchObject({ current: true, figures: expect.any(Number) });
		const { version } = ready as { version: string };
		for (const [wanted, status] of [
			[version, 200],
			['2099-01-01.000000000000', 503]
		] as const)
			expect((await usual.get(`/healthz?version=${wanted}`)).status).toBe(status);
		expect(await (await usual.get('/healthz/live')).json()).toEqual({ live: true });
	});

	test.each([
		['LOG', 'verbose', 'Expected LOG to be "json" or "off", got "verbose".'],
		['METRICS_PORT', 'x', 'Expected METRICS_PORT to be a number from 0 to 65535, got "x".'],
		['KEPT_MEGABYTES', '-1', 'Expected KEPT_MEGABYTES to be a number from 0 to 16384, got "-1".'],
		['RATE_PER_MINUTE', '2e9', 'Expected RATE_PER_MINUTE to be a number from 0 to 1000000, got']
	])('is told what is wrong with %s=%s', async (name, value, sentence) => {
		const error: unknown = await start({ [name]: value }).catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(NoServer);
		expect((error as NoServer).output).toContain(sentence);
	});
});
