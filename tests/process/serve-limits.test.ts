import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { clientOf } from '../../src/process/address.ts';
import { Kept } from '../../src/process/kept.ts';
import { Rate } from '../../src/process/rate.ts';
import { codingsFor, madeReady } from '../../src/process/ready.ts';
import { Shelf } from '../../src/process/shelf.ts';
import { metricsOf, NoServer, startServer, type RunningServer } from '../support/server.ts';

/* What a single client can make the server do, keep or remember has an end. */

const running: RunningServer[] = [];
afterEach(async () => {
	await Promise.all(running.splice(0).map((server) => server.kill()));
});

async function start(env: Record<string, string> = {}): Promise<RunningServer> {
	const server = await startServer(env);
	running.push(server);
	return server;
}

const sized = (bytes: number) =>
	madeReady({ headers: { 'content-type': 'image/png' }, body: Buffer.alloc(bytes) });

describe('the memory of ready replies', () => {
	test('holds what fits and lets go of what was not asked for longest', async () => {
		const shelf = new Shelf(100_000);
		for (let each = 0; each < 8; each += 1) shelf.put(`/${each}`, await sized(10_000));
		expect([shelf.size, shelf.evicted]).toEqual([7, 1]);
		expect(shelf.get('/0')).toBeUndefined();
		expect(shelf.get('/1')).toBeDefined();
		shelf.put('/8', await sized(10_000));
		// The first was asked for just now, so the second went.
		expect(shelf.get('/1')).toBeDefined();
		expect(shelf.get('/2')).toBeUndefined();
		expect(shelf.bytes).toBeLessThanOrEqual(100_000);
		shelf.put('/huge', await sized(50_000));
		expect(shelf.get('/huge')).toBeUndefined();
		shelf.clear();
		expect([shelf.size, shelf.bytes]).toEqual([0, 0]);
	});

	test('counts an address that comes again once', async () => {
		const shelf = new Shelf(100_000);
		for (let round = 0; round < 50; round += 1) shelf.put('/same', await sized(10_000));
		expect(shelf.size).toBe(1);
		expect(shelf.bytes).toBeLessThan(20_000);
	});

	test('keeps the pages there are, however many queries somebody invents', async () => {
		const kept = new Kept(1_000_000);
		kept.put('/de', '/de', await sized(100_000));
		for (let each = 0; each < 500; each += 1) {
			const invented = each % 2 ? `/de?x=${each}` : `/de/%7${each}`;
			kept.put(invented, invented, await sized(50_000));
		}
		expect(kept.get('/de', '/de')).toBeDefined();
		expect(kept.totals.bytes).toBeLessThan(1_000_000);
		expect(kept.totals.evicted).toBeGreaterThan(400);
	});

	test('gives out nothing of older data, and everything while the file cannot be read', async () => {
		const kept = new Kept(1_000_000);
		expect(kept.isCurrent('file 1', 0)).toBe(false);
		kept.learn('version 1', 'file 1', 0);
		kept.put('/de', '/de', await sized(10));
		expect(kept.isCurrent('file 1', 1e9)).toBe(true);
		// A damaged file: the app is asked, answers with the old data, and is asked again in a second.
		expect(kept.isCurrent('damaged', 10)).toBe(false);
		kept.learn('version 1', 'damaged', 10);
		expect(kept.get('/de', '/de')).toBeDefined();
		expect([kept.isCurrent('damaged', 900), kept.isCurrent('damaged', 1011)]).toEqual([
			true,
			false
		]);
		kept.learn('version 2', 'damaged', 1012);
		expect(kept.get('/de', '/de')).toBeUndefined();
		expect(kept.isCurrent('damaged', 1e9)).toBe(true);
		expect(kept.isCurrent(undefined, 1e9)).toBe(false);
	});
});

describe('the rate of costly requests', () => {
	test('lets a client have so many a minute and then one at a time', () => {
		const rate = new Rate(60);
		const asked = Array.from({ length: 61 }, () => rate.ask('a', 0));
		expect(asked.filter((wait) => wait === 0)).toHaveLength(60);
		expect(asked.at(-1)).toBe(1);
		expect(rate.ask('b', 0)).toBe(0);
		expect([rate.ask('a', 1000), rate.ask('a', 1000)]).toEqual([0, 1]);
		expect(new Rate(0).ask('a', 0)).toBe(0);
	});

	test('remembers ten thousand clients and no more', () => {
		const rate = new Rate(1);
		for (let each = 0; each < 12_000; each += 1) rate.ask(String(each), 0);
		expect(rate.clients).toBe(10_000);
	});

	test.each([
		['::ffff:192.0.2.7', undefined, '192.0.2.7'],
		['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
		['127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
		['127.0.0.1', '', '127.0.0.1']
	])('counts %s, said to be %s, as %s', (remoteAddress, said, client) => {
		if (said !== undefined) process.env['ADDRESS_HEADER'] = 'X-Forwarded-For';
		const headers = said === undefined ? {} : { 'x-forwarded-for': said };
		expect(clientOf({ headers, socket: { remoteAddress } } as never)).toBe(client);
		delete process.env['ADDRESS_HEADER'];
	});

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
});

test.each([
	['is too long', `?country=${'deu,'.repeat(3000)}`],
	['has too many parameters', `?${'country=deu&'.repeat(300)}`]
])('An address that %s is refused in the reader’s words', async (_, query) => {
	const server = await start();
	const address = `${server.origin}/de/questions/defend-nato-ally${query}`;
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
	const server = await start();
	const port = Number(new URL(server.origin).port);
	const reply = await new Promise<string>((resolve) => {
		let text = '';
		const socket = connect(port, '127.0.0.1', () =>
			socket.write(`GET /en HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`)
		);
		socket.on('data', (chunk) => (text += chunk));
		socket.on('error', () => undefined);
		socket.on('close', () => resolve(text));
	});
	expect(reply).toMatch(/^HTTP\/1\.1 431 /);
	expect((await fetch(`${server.origin}/en`)).status).toBe(200);
});

test('codings are read once for each value, and not remembered without end', () => {
	for (let each = 0; each < 1000; each += 1)
		expect(codingsFor(`gzip;q=0.${each}1`)).toEqual(['gzip', 'identity']);
	expect(codingsFor(undefined)).toEqual(['identity']);
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
			['/de/questions', 200, 'made'],
			['/en', 200, 'made'],
			['/en', 200, 'kept']
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
		expect(metrics.get('beistand_requests_total{outcome="kept",status="200"}')).toBe(2);
		expect(metrics.get('beistand_requests_total{outcome="made",status="200"}')).toBe(1);
		expect(metrics.get('beistand_requests_total{outcome="passed",status="404"}')).toBe(1);
		expect(metrics.get('beistand_request_duration_seconds_count{outcome="kept"}')).toBe(2);
		expect(metrics.get('beistand_kept_replies')).toBe(1);
		expect(metrics.get('beistand_kept_bytes')).toBeGreaterThan(10_000);
		expect((await fetch(`${server.origin}/metrics`)).status).toBe(404);
		expect((await start()).output()).not.toContain('Metrics');
	});

	test('sees whether it is ready and whether it is live', async () => {
		const server = await start();
		const ready = await fetch(`${server.origin}/healthz`);
		expect(await ready.json()).toMatchObject({ current: true, figures: expect.any(Number) });
		expect(await (await fetch(`${server.origin}/healthz/live`)).json()).toEqual({ live: true });
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
