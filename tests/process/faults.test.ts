import Driver from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { Agent, get as httpGet } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { opened, sent } from '../support/raw-request.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { useServers } from '../support/site.ts';

/* What breaks around the server, and what readers see of it: nothing, or a sentence. */

const folder = mkdtempSync(join(tmpdir(), 'beistand-faults-'));
const path = join(folder, 'beistand.sqlite');
const sound = join(folder, 'sound.sqlite');

beforeAll(async () => {
	const server = await startServer({ BEISTAND_DB: path });
	await server.stop();
	copyFileSync(path, sound);
});
afterEach(() => copyFileSync(sound, path));
// What is said last of what happens after a test happens first: no server is left when the file is put back.
const startWith = useServers();
afterAll(() => rmSync(folder, { recursive: true }));

const start = (env: Record<string, string> = {}, before?: string) =>
	startWith({ BEISTAND_DB: path, ...env }, undefined, before);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a database that', () => {
	const harm: Record<string, () => (() => void) | void> = {
		'is missing': () => rmSync(path),
		'is cut short under the open server': () => truncateSync(path, 20_000),
		'is empty': () => truncateSync(path, 0),
		'is overwritten in place with rubbish': () =>
			writeFileSync(path, Buffer.alloc(200_000, 'rubbish')),
		'is replaced by one cut short': () => {
			writeFileSync(`${path}.next`, readFileSync(sound).subarray(0, 300_000));
			renameSync(`${path}.next`, path);
		},
		'is replaced by a folder': () => {
			rmSync(path);
			execFileSync('mkdir', [path]);
			return () => rmSync(path, { recursive: true });
		},
		'is replaced by one that somebody is writing': () => {
			copyFileSync(sound, `${path}.next`);
			renameSync(`${path}.next`, path);
			const driver = new Driver(path);
			driver.exec('BEGIN EXCLUSIVE');
			return () => driver.close();
		}
	};

	// A view of its own for each, so that none is ready.
	const others = ['fra', 'gbr', 'ita', 'esp', 'pol', 'rus', 'ukr'];
	// One server meets all of it, one harm after the other: what healed must not have left a mark.
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer({ BEISTAND_DB: path });
	});
	afterAll(() => server.kill());

	test.each(Object.entries(harm))('%s changes nothing for readers', async (name, hurt) => {
		const get = (address: string) => fetch(server.origin + address);
		const before = await get('/en/regions');
		const text = await before.text();
		const heal = hurt();
		// One that was ready, one that has to be made, a file, and the whole data set.
		const again = await get('/en/regions');
		expect([again.status, (await again.text()) === text]).toEqual([200, true]);
		const own = Object.keys(harm).indexOf(name);
		for (const fresh of [
			`/de/regions?east_share=15-${20 + own}`,
			`/de/questions/view-of-nato.csv?country=deu,usa,${others[own]}`,
			'/data/beistand.sqlite'
		]) {
			const reply = await get(fresh);
			expect([reply.status, (await reply.arrayBuffer()).byteLength > 5000], fresh).toEqual([
				200,
				true
			]);
		}
		const health = await get('/healthz');
		expect(await health.json()).toMatchObject({ current: false, figures: expect.any(Number) });
		heal?.();
		copyFileSync(sound, `${path}.healed`);
		renameSync(`${path}.healed`, path);
		await get('/en');
		expect(await (await get('/healthz')).json()).toMatchObject({ current: true });
		expect(server.output()).not.toMatch(/TypeError|\n\s+at /);
	});

	test('is unlocked is read within a second, though it did not change', async () => {
		const server = await start();
		await fetch(`${server.origin}/en`);
		copyFileSync(sound, `${path}.next`);
		const driver = new Driver(`${path}.next`);
		driver.exec("UPDATE data_version SET version = '2027-01-01.000000000000'");
		driver.exec('BEGIN EXCLUSIVE');
		renameSync(`${path}.next`, path);
		const version = async () =>
			(await fetch(`${server.origin}/en`)).headers.get('x-dataset-version');
		expect(await version()).not.toContain('2027');
		driver.close();
		await expect.poll(version, { timeout: 5000 }).toBe('2027-01-01.000000000000');
	});

	test('is replaced again and again under load never mixes two versions in one reply', async () => {
		const other = join(folder, 'other.sqlite');
		copyFileSync(sound, other);
		const driver = new Driver(other);
		driver.exec("UPDATE data_version SET version = '2027-02-02.000000000000'");
		driver.close();
		const server = await start();
		let done = false;
		const seen = new Set<string>();
		const wrong: string[] = [];
		const readers = Array.from({ length: 4 }, async (_, index) => {
			for (let each = 0; !done; each += 1) {
				const reply = await fetch(`${server.origin}/en/questions?q=${index}${each % 7}`);
				const version = reply.headers.get('x-dataset-version') ?? '';
				seen.add(version);
				if (reply.status !== 200 || !(await reply.text()).includes(version)) wrong.push(version);
			}
		});
		for (let round = 0; round < 6; round += 1) {
			copyFileSync(round % 2 ? sound : other, `${path}.next`);
			renameSync(`${path}.next`, path);
			await pause(250);
		}
		done = true;
		await Promise.all(readers);
		expect(seen.size).toBe(2);
		expect(wrong).toEqual([]);
	});
});

test('A disk on which nothing can be written any more keeps nobody from reading', async () => {
	// No file of this process may have a single byte; what is kept, is kept in memory.
	const server = await start({}, 'trap "" XFSZ; ulimit -f 0');
	const before = readdirSync(folder);
	for (const address of ['/en', '/de/regions', '/en/regions.xlsx', '/data/beistand.zip'])
		expect((await fetch(server.origin + address)).status, address).toBe(200);
	expect(readdirSync(folder)).toEqual(before);
});

test('A clock that jumps changes neither what is kept nor who may ask', async () => {
	const jumping = `data:text/javascript,${encodeURIComponent(
		`const real = Date.now; let jump = 0; Date.now = () => real() + (jump = jump ? 0 : -9e10 * (Math.random() - .5));`
	)}`;
	const server = await start({ NODE_OPTIONS: `--import "${jumping}"`, RATE_PER_MINUTE: '5' });
	const tags = new Set<string | null>();
	for (let each = 0; each < 20; each += 1) {
		const reply = await fetch(`${server.origin}/en/regions`);
		expect(reply.status).toBe(200);
		tags.add(reply.headers.get('etag'));
	}
	expect(tags.size).toBe(1);
	const statuses = [];
	for (let each = 0; each < 7; each += 1)
		statuses.push((await fetch(`${server.origin}/data/beistand.zip?x=${each}`)).status);
	expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
	expect(statuses).toContain(429);
});

/** One request over a kept connection. @returns what came of it, `refused` if the server took it no more */
function whole(agent: Agent, address: string): Promise<'whole' | 'refused' | 'cut'> {
	return new Promise((resolve) => {
		const request = httpGet(address, { agent }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('error', () => resolve('cut'));
			response.on('end', () => {
				const length = response.headers['content-length'];
				resolve(length === undefined || Number(length) === bytes ? 'whole' : 'cut');
			});
		});
		request.on('error', () => resolve('refused'));
	});
}

test('Asked to end under load, it finishes every reply it began and ends within ten seconds', async () => {
	const server = await start();
	const agent = new Agent({ keepAlive: true });
	const ends: string[] = [];
	let done = false;
	const readers = Array.from({ length: 16 }, async (_, index) => {
		for (let each = 0; !done; each += 1) {
			const address = index % 4 ? '/de/regions' : `/de/questions?q=x${index}x${each}`;
			const end = await whole(agent, server.origin + address);
			ends.push(end);
			if (end !== 'whole') return;
		}
	});
	await expect.poll(() => ends.length, { timeout: 20_000 }).toBeGreaterThan(100);
	const begun = performance.now();
	expect(await server.stop()).toBe(0);
	expect(performance.now() - begun).toBeLessThan(10_000);
	done = true;
	await Promise.all(readers);
	agent.destroy();
	expect(ends.filter((end) => end === 'whole').length).toBeGreaterThan(50);
	expect(ends.filter((end) => end === 'cut')).toEqual([]);
});

test('Out of file descriptors it serves those who are connected, and all again afterwards', async () => {
	const server = await start({}, 'ulimit -n 60');
	const script = /\.(\/_app\/immutable\/entry\/app\.[\w-]+\.js)/.exec(
		await (await fetch(`${server.origin}/en`)).text()
	)?.[1];
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	expect(await whole(agent, `${server.origin}/en`)).toBe('whole');
	const idle = Array.from({ length: 120 }, () => opened(server.origin));
	await pause(500);
	for (const address of [
		'/en',
		`${script}`,
		'/de/questions/defend-nato-ally?by=time',
		'/f%61vicon.svg'
	])
		expect(await whole(agent, server.origin + address), address).toBe('whole');
	for (const socket of idle) socket.destroy();
	await expect
		.poll(() => fetch(`${server.origin}/de`).then(({ status }) => status, String), {
			timeout: 10_000
		})
		.toBe(200);
	agent.destroy();
});

test('Who reads nothing is let go, and meanwhile keeps nobody waiting', async () => {
	const server = await start({ IDLE_SECONDS: '2' });
	await fetch(`${server.origin}/en`);
	const slow = Array.from({ length: 30 }, () => {
		const socket = opened(server.origin, () =>
			socket.write('GET /data/beistand.sqlite HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(10))
		);
		socket.pause();
		return socket;
	});
	await pause(300);
	expect((await fetch(`${server.origin}/en`)).status).toBe(200);
	const connections = () =>
		readFileSync(`/proc/${server.pid}/net/tcp`, 'utf8')
			.split('\n')
			.filter((line) => {
				const [, local, , state] = line.trim().split(/\s+/);
				const port = Number(new URL(server.origin).port).toString(16).toUpperCase();
				return state === '01' && local?.endsWith(`:${port.padStart(4, '0')}`);
			}).length;
	expect(connections()).toBeGreaterThanOrEqual(30);
	await expect.poll(connections, { timeout: 15_000 }).toBeLessThan(5);
	for (const socket of slow) socket.destroy();
});

test('A connection with a part of a request, or with nothing at all, is closed in time', async () => {
	const server = await start({ IDLE_SECONDS: '2' });
	const parts = {
		'half a request line': 'GET /en HT',
		'headers without an end': 'GET /en HTTP/1.1\r\nHost: x\r\n',
		'a body that does not come': 'POST /en HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc',
		'nothing at all': ''
	};
	await Promise.all(
		Object.entries(parts).map(async ([what, bytes]) => {
			const begun = performance.now();
			const reply = await sent(server.origin, bytes, 12_000);
			expect(performance.now() - begun, what).toBeLessThan(11_000);
			expect(reply, what).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
		})
	);
	expect((await fetch(`${server.origin}/en`)).status).toBe(200);
});
