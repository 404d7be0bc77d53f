import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get as httpGet, request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasNginx, startNginx, type RunningNginx } from '../support/nginx.ts';
import { smallProject, write } from '../fixtures/small-project.ts';
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

/** A path as it is typed: `fetch` resolves dot segments itself. */
const raw = (origin: string, path: string, headers: Record<string, string> = {}) =>
	new Promise<{ status: number; headers: IncomingHttpHeaders }>((resolve, reject) => {
		const { hostname, port } = new URL(origin);
		request({ hostname, port, path, headers }, (reply) => {
			reply.resume();
			reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers }));
		})
			.on('error', reject)
			.end();
	});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.skipIf(!hasNginx)('behind nginx', () => {
	let replicas: RunningServer[];
	let nginx: RunningNginx;
	const agent = new Agent({ keepAlive: true, maxSockets: 24 });
	const start = (env: Record<string, string> = {}) =>
		startServer({ ORIGIN: 'https://beistand.example', ADDRESS_HEADER: 'x-forwarded-for', ...env });
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

	test('a coding that is refused is not sent, and the better one goes first', async () => {
		const sent = async (accept: string) => {
			const headers = { 'accept-encoding': accept };
			return (await fetch(`${nginx.origin}/en/article`, { headers })).headers.get(
				'content-encoding'
			);
		};
		expect(await sent('gzip;q=0')).toBeNull();
		expect(await sent('br;q=0, *')).toBe('gzip');
		expect(await sent('gzip;q=1.0, br;q=0.3')).toBe('gzip');
		expect(await sent('br;q=0.001')).toBe('br');
		expect(await sent('gzip, deflate, br, zstd')).toBe('br');
		expect(await sent('*')).toBe('br');
		expect(await sent('identity')).toBeNull();
	});

	test('odd spellings of a path fill no cache and spoil no page', async () => {
		for (const path of ['/en/x/../methods', '/en/./methods', '/en/%6dethods', '//en/methods'])
			for (let each = 0; each < 2; each += 1) {
				const { status, headers } = await raw(nginx.origin, path);
				expect([path, headers['x-cache']]).toEqual([path, 'BYPASS']);
				expect(status, path).toBeLessThan(500);
			}
		expect((await at('/en/methods')).status).toBe(200);
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

	test(
		'a replica that restarts, and one that dies, lose no request under load',
		{ timeout: 120_000 },
		async () => {
			const paths = ['/en', '/de', '/en/regions', '/de/article', '/en/questions/defend-nato-ally'];
			const replies: Reply[] = [];
			let done = false;
			const readers = Array.from({ length: 16 }, async (_, reader) => {
				for (let each = 0; !done; each += 1) {
					// One in twenty asks for what nobody asked for before.
					const isNew = each % 20 === 19;
					const path = isNew ? `/en/questions?q=${reader}x${each}` : paths[(each + reader) % 5]!;
					replies.push(await at(path));
					// All together below the 500 a second that nginx lets one address ask.
					await pause(40);
				}
			});
			await pause(1000);
			// One after the other, as an operator takes a new build into service.
			const second = portOf(replicas[1]!);
			await replicas[1]!.stop();
			replicas[1] = await start({ PORT: String(second) });
			await pause(1000);
			await replicas[0]!.kill();
			await pause(2500);
			done = true;
			await Promise.all(readers);
			const hits = replies.filter(({ cache }) =>
				/HIT|STALE|UPDATING|REVALIDATED/.test(cache)
			).length;
			console.log(
				`${replies.length} requests, one replica restarted, the other killed: ` +
					`${replies.filter(({ complete }) => !complete).length} lost; hit ratio ${(hits / replies.length).toFixed(3)}`
			);
			expect(replies.length).toBeGreaterThan(200);
			expect(replies.filter(({ status, complete }) => status !== 200 || !complete)).toEqual([]);
			expect(hits / replies.length).toBeGreaterThan(0.85);
		}
	);

	test('one client has an end, its neighbours go on, and of IPv6 the network is the client', async () => {
		const named = await startNginx([portOf(replicas[1]!), portOf(replicas[1]!)], (configuration) =>
			configuration
				.replace('rate=500r/s', 'rate=5r/s')
				.replace('burst=2000', 'burst=20')
				// Addresses that this machine does not have.
				.replace(
					'server_tokens',
					'set_real_ip_from 127.0.0.1; real_ip_header X-Test; server_tokens'
				)
		);
		const from = async (address: string) =>
			(await raw(named.origin, '/en', { 'x-test': address })).status;
		const statuses: number[] = [];
		for (let each = 0; each < 40; each += 1)
			statuses.push(await from(`2001:db8::${each.toString(16)}`));
		expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
		expect(statuses.slice(30)).toContain(429);
		expect(await from('2001:db8:0:1::1')).toBe(200);
		expect(await from('192.0.2.7')).toBe(200);
		await named.stop();
	});

	test('a correction is everywhere at once after the recipe that nginx.conf names', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'beistand-correction-'));
		const checkout = join(import.meta.dirname, '../..');
		cpSync(join(checkout, 'db/data'), join(folder, 'data'), { recursive: true });
		const env = { BEISTAND_DB: join(folder, 'db.sqlite'), BEISTAND_DATA: join(folder, 'data') };
		const replica = await start(env);
		const shared = await startNginx([portOf(replica), portOf(replica)]);
		const served = async () => {
			const { status, headers } = await raw(shared.origin, '/en/regions');
			expect(status).toBe(200);
			return headers['x-dataset-version'];
		};
		const old = await served();
		writeFileSync(
			join(folder, 'data/withdrawn.csv'),
			`${readFileSync(join(folder, 'data/withdrawn.csv'), 'utf8')}a~b~c~d~e,,2026-11-24,Gone,Weg,\n`
		);
		const loaded = spawnSync(process.execPath, [join(checkout, 'db/load.ts')], {
			env: { ...process.env, ...env },
			encoding: 'utf8'
		});
		const version = /data version (\S+)\.\n/.exec(loaded.stdout)?.[1] ?? loaded.stderr;
		expect((await fetch(`${replica.origin}/healthz?version=${version}`)).status).toBe(200);
		expect(await served()).toBe(old);

		const recipe = /find (\S+) -type f -delete && nginx -s reload/.exec(shared.configuration)!;
		expect(recipe[1]).toBe(join(shared.folder, 'cache'));
		const purged = spawnSync('sh', ['-c', recipe[0].replace('&& nginx', `&& ${shared.command}`)], {
			encoding: 'utf8'
		});
		expect(purged.stderr.replace(/.*\[notice\].*\n/g, '')).toBe('');
		// The old workers end what they have; new connections are the new ones'.
		await expect.poll(served, { timeout: 5000 }).toBe(version);
		for (let each = 0; each < 5; each += 1) expect(await served()).toBe(version);
		await shared.stop();
		await replica.kill();
		rmSync(folder, { recursive: true });
	});

	test('while replicas are of two builds, every script of either is there', async () => {
		const projects = [smallProject(), smallProject()];
		write(projects[1]!, 'src/routes/+page.ts', '');
		write(
			projects[1]!,
			'src/routes/+page.svelte',
			'<script>let n = $state(0);</script><button onclick={() => n++}>{n}</button>'
		);
		const servers = await Promise.all(projects.map((project) => startServer({}, project)));
		const both = await startNginx([portOf(servers[0]!), portOf(servers[1]!)]);
		const scripts = projects.map((project) =>
			globSync('build/*/client/_app/immutable/**/*.js', { cwd: project }).map((path) =>
				path.replace(/^.*client/, '')
			)
		);
		expect(scripts[0]).not.toEqual(scripts[1]);
		const all = [...new Set(scripts.flat())];
		for (const script of [...all, ...all])
			expect([script, (await ask(both.origin + script, agent)).status]).toEqual([script, 200]);
		await both.stop();
		await Promise.all(servers.map((server) => server.kill()));
		for (const project of projects) rmSync(project, { recursive: true });
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
