import { Agent, get as httpGet } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasNginx, startNginx, type RunningNginx } from '../support/nginx.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/* Two replicas behind Debian's nginx with the configuration that the README names. */

if (!hasNginx) console.log('nginx is not installed, so what stands behind it is not tried here.');

interface Reply {
	status: number;
	cache: string;
	bytes: number;
	complete: boolean;
}

function ask(address: string, agent: Agent): Promise<Reply> {
	return new Promise((resolve) => {
		const lost = { status: 0, cache: 'none', bytes: 0, complete: false };
		httpGet(address, { agent, headers: { 'accept-encoding': 'gzip, deflate, br' } }, (reply) => {
			let bytes = 0;
			reply.on('data', (chunk: Buffer) => (bytes += chunk.length));
			reply.on('error', () => resolve(lost));
			reply.on('end', () => {
				const length = reply.headers['content-length'];
				resolve({
					status: reply.statusCode ?? 0,
					cache: String(reply.headers['x-cache']),
					bytes,
					complete: reply.complete && (length === undefined || Number(length) === bytes)
				});
			});
		}).on('error', () => resolve(lost));
	});
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.skipIf(!hasNginx)('behind nginx', () => {
	let replicas: RunningServer[];
	let nginx: RunningNginx;
	const agent = new Agent({ keepAlive: true, maxSockets: 24 });
	const start = () => startServer({ ORIGIN: 'https://beistand.example' });
	const portOf = ({ origin }: RunningServer) => Number(new URL(origin).port);

	beforeAll(async () => {
		replicas = await Promise.all([start(), start()]);
		nginx = await startNginx([portOf(replicas[0]!), portOf(replicas[1]!)]);
	});
	afterAll(async () => {
		agent.destroy();
		await nginx.stop();
		await Promise.all(replicas.map((server) => server.kill()));
	});
	const at = (address: string) => ask(nginx.origin + address, agent);

	test('both replicas send the same bytes', async () => {
		for (const path of ['/en', '/de/regions', '/en/questions/defend-nato-ally.csv']) {
			const [one, two] = await Promise.all(replicas.map(({ origin }) => fetch(origin + path)));
			expect(one!.headers.get('etag')).toBe(two!.headers.get('etag'));
			expect(await one!.text()).toBe(await two!.text());
		}
	});

	test('one copy serves all who ask, however they were led here', async () => {
		expect((await at('/de/questions/view-of-nato')).cache).toBe('MISS');
		for (const query of ['', '?utm_source=a', '?fbclid=b&utm_id=c', '?initialWidth=600&childId=x'])
			expect((await at(`/de/questions/view-of-nato${query}`)).cache, query).toBe('HIT');
		expect((await at('/de/questions/view-of-nato?by=region&utm_source=a')).cache).toBe('MISS');
		expect((await at('/de/questions/view-of-nato?by=region&gclid=1&utm_x=2')).cache).toBe('HIT');
		expect((await at('/de/questions/view-of-nato?by=time')).cache).toBe('MISS');
	});

	test('each coding has its copy, and the start address is answered by language', async () => {
		for (const coding of ['gzip', 'br', 'identity']) {
			const reply = await fetch(`${nginx.origin}/en/article`, {
				headers: { 'accept-encoding': coding }
			});
			expect(reply.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
			expect(await reply.text()).toContain('</html>');
		}
		for (const lang of ['de', 'en', 'de']) {
			const reply = await fetch(nginx.origin, {
				redirect: 'manual',
				headers: { 'accept-language': lang }
			});
			expect(reply.headers.get('location')).toBe(`/${lang}`);
		}
	});

	test('a replica that dies under load loses no request', { timeout: 120_000 }, async () => {
		const paths = ['/en', '/de', '/en/regions', '/de/article', '/en/questions/defend-nato-ally'];
		const replies: Reply[] = [];
		let done = false;
		const readers = Array.from({ length: 16 }, async (_, reader) => {
			for (let each = 0; !done; each += 1) {
				// One in twenty asks for what nobody asked for before.
				const isNew = each % 20 === 19;
				const path = isNew ? `/en/questions?q=${reader}x${each}` : paths[(each + reader) % 5]!;
				replies.push(await at(path));
			}
		});
		await pause(2000);
		await replicas[0]!.kill();
		await pause(2500);
		done = true;
		await Promise.all(readers);
		const hits = replies.filter(({ cache }) => /HIT|STALE|UPDATING|REVALIDATED/.test(cache)).length;
		console.log(
			`${replies.length} requests, one of two replicas killed: ` +
				`${replies.filter(({ complete }) => !complete).length} lost; hit ratio ${(hits / replies.length).toFixed(3)}`
		);
		expect(replies.length).toBeGreaterThan(200);
		expect(replies.filter(({ status, complete }) => status !== 200 || !complete)).toEqual([]);
		expect(hits / replies.length).toBeGreaterThan(0.85);
	});

	test('with every replica dead, readers get what was there last', async () => {
		// The same configuration with copies that age within a second instead of five minutes.
		const ageing = (configuration: string) =>
			configuration
				.replace('proxy_ignore_headers Vary;', 'proxy_ignore_headers Vary Cache-Control;')
				.replace('proxy_cache_methods', 'proxy_cache_valid 200 1s;\n\t\t\tproxy_cache_methods');
		const replica = replicas[1]!;
		const other = await startNginx([portOf(replica), portOf(replica)], ageing);
		const before = await ask(`${other.origin}/de/regions`, agent);
		expect([before.status, before.cache]).toEqual([200, 'MISS']);
		await replica.kill();
		// nginx counts in whole seconds: what came at 0.1 and is good for one is served until 2.0.
		await pause(2500);
		for (let each = 0; each < 20; each += 1) {
			const after = await ask(`${other.origin}/de/regions`, agent);
			expect([after.status, after.bytes, after.complete]).toEqual([200, before.bytes, true]);
			expect(after.cache).toMatch(/STALE|UPDATING/);
		}
		expect((await ask(`${other.origin}/de/methods`, agent)).status).toBeGreaterThanOrEqual(500);
		await other.stop();
	});
});
