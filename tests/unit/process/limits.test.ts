import { describe, expect, test } from 'vitest';
import { clientOf } from '../../../src/process/limits/client.ts';
import { FairQueue, QueueFull } from '../../../src/process/limits/fair-queue.ts';
import { RateLimiter } from '../../../src/process/limits/rate-limiter.ts';
import { acceptedEncodings, prepare } from '../../../src/process/serve/prepared-response.ts';
import { ResponseCache } from '../../../src/process/serve/response-cache.ts';
import { isPlain, normalized } from '../../../src/process/serve/url.ts';
import { LruCache } from '#lib/server/lru-cache.ts';

/* What a single client can make the server keep or remember has an end. */

const sized = (bytes: number) =>
	prepare({ headers: { 'content-type': 'image/png' }, body: Buffer.alloc(bytes) });

describe('the memory of ready replies', () => {
	test('holds what fits and lets go of what was not asked for longest', async () => {
		const cache = new LruCache(100_000);
		for (let each = 0; each < 8; each += 1) cache.put(`/${each}`, await sized(10_000));
		expect([cache.size, cache.evicted]).toEqual([7, 1]);
		expect(cache.get('/0')).toBeUndefined();
		expect(cache.get('/1')).toBeDefined();
		cache.put('/8', await sized(10_000));
		// The first was asked for just now, so the second went.
		expect(cache.get('/1')).toBeDefined();
		expect(cache.get('/2')).toBeUndefined();
		expect(cache.bytes).toBeLessThanOrEqual(100_000);
		cache.put('/huge', await sized(50_000));
		expect(cache.get('/huge')).toBeUndefined();
		cache.clear();
		expect([cache.size, cache.bytes]).toEqual([0, 0]);
	});

	test('counts an address that comes again once', async () => {
		const cache = new LruCache(100_000);
		for (let round = 0; round < 50; round += 1) cache.put('/same', await sized(10_000));
		expect(cache.size).toBe(1);
		expect(cache.bytes).toBeLessThan(20_000);
	});

	test('keeps the pages there are, however many queries somebody invents', async () => {
		const kept = new ResponseCache(1_000_000);
		const page = { key: '/de', isPlain: isPlain('/de') };
		kept.put(page, await sized(100_000));
		for (let each = 0; each < 500; each += 1) {
			const invented = each % 2 ? `/de?x=${each}` : `/de/%7${each}`;
			kept.put({ key: invented, isPlain: isPlain(invented) }, await sized(50_000));
		}
		expect(kept.get(page)).toBeDefined();
		expect(kept.totals.bytes).toBeLessThan(1_000_000);
		expect(kept.totals.evicted).toBeGreaterThan(400);
	});

	test('gives out nothing of older data, and everything while the file cannot be read', async () => {
		const kept = new ResponseCache(1_000_000);
		expect(kept.isCurrent('file 1', 0)).toBe(false);
		kept.noteVersion('version 1', 'file 1', 0);
		const page = { key: '/de', isPlain: true };
		kept.put(page, await sized(10));
		expect(kept.isCurrent('file 1', 1e9)).toBe(true);
		// A damaged file: the app is asked, answers with the old data, and is asked again in a second.
		expect(kept.isCurrent('damaged', 10)).toBe(false);
		kept.noteVersion('version 1', 'damaged', 10);
		expect(kept.get(page)).toBeDefined();
		expect([kept.isCurrent('damaged', 900), kept.isCurrent('damaged', 1011)]).toEqual([
			true,
			false
		]);
		kept.noteVersion('version 2', 'damaged', 1012);
		expect(kept.get(page)).toBeUndefined();
		expect(kept.isCurrent('damaged', 1e9)).toBe(true);
		expect(kept.isCurrent(undefined, 1e9)).toBe(false);
	});
});

describe('the rate of costly requests', () => {
	test('lets a client have so many a minute and then one at a time', () => {
		const limiter = new RateLimiter(60);
		const asked = Array.from({ length: 61 }, () => limiter.take('a', 0));
		expect(asked.filter((wait) => wait === 0)).toHaveLength(60);
		expect(asked.at(-1)).toBe(1);
		expect(limiter.take('b', 0)).toBe(0);
		expect([limiter.take('a', 1000), limiter.take('a', 1000)]).toEqual([0, 1]);
		expect(new RateLimiter(0).take('a', 0)).toBe(0);
	});

	test('remembers ten thousand clients and no more', () => {
		const limiter = new RateLimiter(1);
		for (let each = 0; each < 12_000; each += 1) limiter.take(String(each), 0);
		expect(limiter.clients).toBe(10_000);
	});

	test.each([
		['::ffff:192.0.2.7', undefined, '192.0.2.7'],
		['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
		// However it is written, and whatever port stands behind it, it is one client.
		['2001:db8::1', undefined, '2001:db8::/64'],
		['2001:DB8:0::2', undefined, '2001:db8::/64'],
		['127.0.0.1', '[2001:db8::3]:40123', '2001:db8::/64'],
		['127.0.0.1', '203.0.113.9:40123', '203.0.113.9'],
		['192.0.2.7', 'nonsense', '192.0.2.7'],
		['127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
		['127.0.0.1', '', '127.0.0.1']
	])('counts %s, said to be %s, as %s', (remoteAddress, said, client) => {
		if (said !== undefined) process.env['ADDRESS_HEADER'] = 'X-Forwarded-For';
		const headers = said === undefined ? {} : { 'x-forwarded-for': said };
		expect(clientOf({ headers, socket: { remoteAddress } } as never)).toBe(client);
		delete process.env['ADDRESS_HEADER'];
	});
});

test('codings are read once for each value, and not remembered without end', () => {
	for (let each = 0; each < 1000; each += 1)
		expect(acceptedEncodings(`gzip;q=0.${each}1`)).toEqual(['gzip', 'identity']);
	expect(acceptedEncodings(undefined)).toEqual(['identity']);
});

test.each([
	['gzip;q=0, br', ['br']],
	['br;q=0.5, gzip;q=1', ['gzip', 'br']],
	['*', ['br', 'gzip', 'identity']],
	['gzip, deflate, br, zstd', ['br', 'gzip']],
	['identity;q=0, *;q=0', []]
])('Accept-Encoding: %s allows %j', (header, allowed) => {
	expect(acceptedEncodings(header).filter((each) => each !== 'identity' || header === '*')).toEqual(
		allowed
	);
});

test.each([
	['/de/regions', '/de/regions'],
	['/de/./regions', '/de/regions'],
	['/de/x/../regions', '/de/regions'],
	['/de/%2e%2e/%2E/regions?a=%41', '/regions?a=%41'],
	['/%64e/regi%6Fns', '/de/regions'],
	['/../../etc/passwd', '/etc/passwd'],
	['/de/questions/x.csv-metadata.json', '/de/questions/x.csv-metadata.json'],
	['/de/..', '/'],
	['/de/%2Fregions', '/de/%2Fregions']
])('%s is looked up as %s', (given, url) => {
	expect(normalized(given)).toBe(url);
});

describe('the queue', () => {
	const spend = (milliseconds: number) => () =>
		new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

	test('gives the next turn to who used least: a neighbour does not wait for a crowd of one', async () => {
		const queue = new FairQueue();
		const order: string[] = [];
		const ask = (client: string) =>
			queue.run(client, () => true, spend(5)).then(() => order.push(client));
		const crowd = Array.from({ length: 60 }, () => ask('greedy'));
		await spend(12)();
		await Promise.all([ask('neighbour'), ...crowd]);
		expect(order.indexOf('neighbour')).toBeLessThan(12);
	});

	test('holds so many of one client and so many in all, and says which', () => {
		const queue = new FairQueue({ slots: 0, slotsPerClient: 0, waiting: 5, waitingPerClient: 3 });
		const ask = (client: string) => void queue.run(client, () => true, spend(1));
		for (let each = 0; each < 3; each += 1) ask('a');
		expect(() => ask('a')).toThrow(new QueueFull('client'));
		for (let each = 0; each < 2; each += 1) ask('b');
		expect(() => ask('c')).toThrow(new QueueFull('all'));
	});

	test('does not begin what nobody waits for any more', async () => {
		const queue = new FairQueue();
		let begun = 0;
		const work = async () => void (begun += 1);
		await Promise.all(Array.from({ length: 20 }, () => queue.run('a', () => false, work)));
		expect([begun, queue.size]).toEqual([0, 0]);
	});

	test('goes on after a failure', async () => {
		const queue = new FairQueue();
		const fails = () => Promise.reject(new Error('no page'));
		await expect(queue.run('a', () => true, fails)).rejects.toThrow('no page');
		expect(
			await queue.run(
				'a',
				() => true,
				async () => 1
			)
		).toBe(1);
	});
});
