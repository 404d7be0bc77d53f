import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NoServer } from '../support/server.ts';
import { useServers } from '../support/site.ts';
import { smallProject, write } from '../fixtures/small-project.ts';

let project: string;
const startIn = useServers();

beforeAll(() => {
	project = smallProject();
});
afterAll(() => rmSync(project, { recursive: true }));

const start = (env: Record<string, string> = {}, folder = project) => startIn(env, folder);

/** What a start prints that does not come to listening. */
async function refusal(env: Record<string, string> = {}): Promise<string> {
	const error: unknown = await start(env).catch((reason: unknown) => reason);
	if (!(error instanceof NoServer)) throw new RangeError('Expected no server');
	expect(error.code).toBe(1);
	return error.output;
}

const textAt = async (address: string): Promise<string> => (await fetch(address)).text();
/** The folder of the build in service. */
const builtIn = (): string =>
	join(project, 'build', readFileSync(join(project, 'build/current'), 'utf8').trim());

const startFile = (): string => join(project, 'src/process/start.ts');
const database = (): string => join(project, 'db/beistand.sqlite');

test('The first start builds, makes the database and listens', async () => {
	expect(existsSync(database())).toBe(false);
	const server = await start();
	expect(server.output()).toBe(`Building …\nBeistand listens on ${server.origin}\n`);
	expect(statSync(database()).size).toBeGreaterThan(500_000);
	expect(await textAt(server.origin)).toContain('<p>first</p>');
});

test('The second start makes nothing anew', async () => {
	const before = statSync(database()).mtimeMs;
	const begun = performance.now();
	const server = await start();
	expect(performance.now() - begun).toBeLessThan(10_000);
	expect(server.output()).toBe(`Beistand listens on ${server.origin}\n`);
	expect(statSync(database()).mtimeMs).toBe(before);
});

test('A changed source is built, a broken one stops the start with what the build said', async () => {
	write(project, 'src/routes/+page.svelte', '<p>{unclosed</p>');
	expect(await refusal()).toMatch(/^Building …\n[^]*\+page\.svelte[^]*The build failed\.\n$/);
	write(project, 'src/routes/+page.svelte', '<p>second</p>');
	const server = await start();
	expect(server.output()).toContain('Building …');
	expect(await textAt(server.origin)).toContain('<p>second</p>');
});

test('A build that was interrupted is made again: by one of two starts at once, and both listen', async () => {
	const builds = join(project, 'build');
	for (const file of globSync('*/handler.js', { cwd: builds })) rmSync(join(builds, file));
	const servers = await Promise.all([start(), start()]);
	expect(servers.map((server) => server.output()).join('')).toContain('Building …');
	for (const server of servers) expect(await textAt(server.origin)).toContain('<p>second</p>');
	expect(globSync('*/handler.js', { cwd: builds })).toHaveLength(1);
});

test('A build beside a running server takes nothing from it, and the next answers for both', async () => {
	const running = await start();
	const old = builtIn();
	const scripts = globSync('client/_app/immutable/**/*.js', { cwd: old }).map((path) =>
		path.replace(/^client/, '')
	);
	write(project, 'src/routes/+page.svelte', '<p>third</p>');
	const { status } = spawnSync(process.execPath, [join(project, 'src/process/build/build.ts')], {
		cwd: project
	});
	expect(status).toBe(0);
	expect(builtIn()).not.toBe(old);
	// A page of the old server that nobody had asked for yet.
	expect(await textAt(`${running.origin}/origin`)).toContain('http');
	expect(await textAt(running.origin)).toContain('<p>second</p>');
	const next = await start();
	expect(next.output()).not.toContain('Building');
	expect(await textAt(next.origin)).toContain('<p>third</p>');
	for (const script of scripts)
		expect([script, (await fetch(next.origin + script)).status]).toEqual([script, 200]);
	write(project, 'src/routes/+page.svelte', '<p>second</p>');
});

test('A restart of the service loses no request: systemd holds the socket', async () => {
	const holder = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => holder.once('listening', resolve));
	const { port } = holder.address() as AddressInfo;
	const { fd } = (holder as unknown as { _handle: { fd: number } })._handle;
	// What systemd does: the shell keeps descriptor 3 and starts the service again when it has ended.
	const once = `LISTEN_FDS=1 sh -c 'echo pid $$; LISTEN_PID=$$ exec "$0" "$@"' "$0" "$@"`;
	const service = spawn('sh', ['-c', `${once}; ${once}`, process.execPath, startFile()], {
		cwd: project,
		env: { ...process.env, PORT: '1' },
		stdio: ['ignore', 'pipe', 'inherit', fd]
	});
	let output = '';
	service.stdout!.on('data', (text: string) => (output += text));
	const heard = (times: number) =>
		expect
			.poll(() => output.split(`listens on http://127.0.0.1:${port}\n`).length - 1, {
				timeout: 20_000
			})
			.toBe(times);
	holder.close();
	await heard(1);
	const statuses: (number | string)[] = [];
	let done = false;
	const readers = Array.from({ length: 4 }, async () => {
		while (!done) {
			const reply = await fetch(`http://127.0.0.1:${port}/`, {
				headers: { connection: 'close' }
			}).catch((error: unknown) => String((error as Error).cause ?? error));
			statuses.push(typeof reply === 'string' ? reply : reply.status);
			if (typeof reply !== 'string') await reply.text();
		}
	});
	const pids = () => [...output.matchAll(/pid (\d+)\n/g)].map(([, pid]) => Number(pid));
	// Away from a terminal that is closed, too.
	process.kill(pids()[0]!, 'SIGHUP');
	await heard(2);
	// On a busy machine only those who waited have their reply by now.
	await expect.poll(() => statuses.length, { timeout: 20_000 }).toBeGreaterThan(50);
	done = true;
	await Promise.all(readers);
	const ended = new Promise((resolve) => service.once('close', resolve));
	process.kill(pids()[1]!, 'SIGTERM');
	await ended;
	expect(statuses.filter((status) => status !== 200)).toEqual([]);
});

test('Changed data are loaded, faulty ones leave the old database in service', async () => {
	const path = join(project, 'db/data/withdrawn.csv');
	const sound = readFileSync(path, 'utf8');
	write(project, 'db/data/withdrawn.csv', `${sound}a~b~c~d~e,,2026-11-24,Gone,Weg,\n`);
	const before = readFileSync(database());
	await (await start()).stop();
	const after = readFileSync(database());
	expect(after.equals(before)).toBe(false);

	write(project, 'db/data/withdrawn.csv', `${sound}a~b~c~d~e,,today,Gone,Weg,\n`);
	const server = await start();
	expect(server.output()).toBe(
		`db/data/withdrawn.csv:${sound.split('\n').length}: column withdrawn_on: "today" given; expected a day as YYYY-MM-DD\n` +
			'1 fault; nothing was loaded, the old database stays.\n' +
			`Warning: the data could not be loaded; ${database()} is served as it was.\n` +
			`Beistand listens on ${server.origin}\n`
	);
	expect((await fetch(server.origin)).status).toBe(200);
	expect(readFileSync(database()).equals(after)).toBe(true);

	expect(await refusal({ BEISTAND_DB: join(project, 'none.sqlite') })).toMatch(
		/"today" given[^]*\nThere is no database to serve until the data load\.\n$/
	);
	write(project, 'db/data/withdrawn.csv', sound);
});

test('PORT and HOST say where it listens, ORIGIN how it names itself', async () => {
	const free = createServer().listen(0, '127.0.0.2');
	await new Promise((resolve) => free.once('listening', resolve));
	const { port } = free.address() as AddressInfo;
	await new Promise((resolve) => free.close(resolve));

	const server = await start({
		PORT: String(port),
		HOST: '127.0.0.2',
		ORIGIN: 'https://a.example'
	});
	expect(server.origin).toBe(`http://127.0.0.2:${port}`);
	expect(await textAt(`${server.origin}/origin`)).toBe('https://a.example');
});

test('Without ORIGIN it takes the address it was asked at, and never another protocol', async () => {
	const server = await start();
	expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	const headers = { 'X-Forwarded-Proto': 'gopher', 'X-Beistand-Protocol': 'gopher' };
	const reply = await fetch(`${server.origin}/origin`, { headers });
	expect(await reply.text()).toBe(server.origin);
});

test('A port in use, a port that is none, a foreign host: one sentence each', async () => {
	const port = new URL((await start()).origin).port;
	expect(await refusal({ PORT: port })).toBe(
		`Port ${port} of 127.0.0.1 is in use; choose another one, for example PORT=${Number(port) + 1}.\n`
	);
	expect(await refusal({ PORT: 'web' })).toBe(
		'Expected PORT to be a number from 0 to 65535, got "web".\n'
	);
	expect(await refusal({ HOST: '192.0.2.1' })).toMatch(
		/^HOST=192\.0\.2\.1 cannot be listened on .*\n$/
	);
	expect(await refusal({ ORIGIN: 'a.example' })).toMatch(/^The built app does not start: .*ORIGIN/);
});

test.each(['20.20.2', '22.18.0', '24.1.0'])('Node %s is turned away in a sentence', (version) => {
	const guarded =
		`Object.defineProperty(process.versions, 'node', { value: '${version}' });` +
		`await import('./src/process/guard.js'); console.log('passed')`;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--input-type=module', '-e', guarded],
		{ cwd: project, encoding: 'utf8' }
	);
	expect([status, stdout]).toEqual([1, '']);
	expect(stderr).toMatch(
		RegExp(`^Beistand needs Node 24\\.2 or newer and found ${version}: .*\\n$`)
	);
});

test('Asked to end, it finishes the running reply, takes no new one and ends with 0', async () => {
	const server = await start();
	// Leaves a connection open that nobody uses.
	await textAt(server.origin);
	const reply = await fetch(`${server.origin}/slow?ms=1500`);
	const begun = performance.now();
	const ended = server.stop();
	await new Promise((resolve) => setTimeout(resolve, 300));
	await expect(fetch(server.origin)).rejects.toThrow('fetch failed');
	expect(await reply.text()).toBe('begun done');
	expect(await ended).toBe(0);
	expect(performance.now() - begun).toBeLessThan(4000);
});

test('A reply that does not end is cut off within ten seconds', async () => {
	const server = await start();
	const reply = await fetch(`${server.origin}/slow?ms=60000`);
	const begun = performance.now();
	const [text, code] = await Promise.allSettled([reply.text(), server.stop()]);
	expect(text.status).toBe('rejected');
	expect(code).toEqual({ status: 'fulfilled', value: 0 });
	expect(performance.now() - begun).toBeLessThan(10_000);
});

test('The app itself answers any address, and is there again at once', async () => {
	const own = join(import.meta.dirname, '../..');
	const first = await start({}, own);
	for (const path of ['/', '/en', '/no/such/address', '/%', '/favicon.svg']) {
		const reply = await fetch(first.origin + path, { redirect: 'manual' });
		expect(reply.status, path).toBeLessThan(500);
		expect(await reply.text(), path).not.toMatch(/node_modules|\.ts:\d/);
	}
	expect(await first.stop()).toBe(0);
	const begun = performance.now();
	await start({}, own);
	expect(performance.now() - begun).toBeLessThan(10_000);
});
