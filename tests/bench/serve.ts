import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsFor, csvRates } from './csv.ts';
import { lighthouse } from './lighthouse.ts';
import { cpuOf, hasWrk, inTurns, median, perCore, quantile } from './load.ts';
import { attacked } from './attacks.ts';
import { costOf, kinds } from './views.ts';
import { hasNginx, startNginx } from '../support/nginx.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/*
 * `npm run bench [-- kept nginx views csv lighthouse faults attacks]`: the server and its peers side by side in
 * one run. What counts are the ratios; the numbers themselves are this machine's on this day.
 */

const root = join(import.meta.dirname, '../..');
const seconds = Number(process.env['SECONDS'] ?? 3);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const pages = ['/en', '/de/embed/questions/defend-nato-ally'];

interface Line {
	what: string;
	ours: string;
	peer: string;
	ratio: string;
	budget: string;
}
const lines: Line[] = [];
const count = (value: number): string => Math.round(value).toLocaleString('en');

function tell(what: string, ours: string, peer: string, ratio: number, budget: string): void {
	const line = { what, ours, peer, ratio: ratio.toFixed(2), budget };
	lines.push(line);
	console.log(`${what}: ${ours} to ${peer}, ratio ${line.ratio} (${budget})`);
}

/** One of the peers of bare.ts. */
async function bare(...given: string[]): Promise<{ origin: string; pid: number; stop(): void }> {
	const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), ...given], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const origin = await new Promise<string>((resolve) =>
		child.stdout.on('data', (text) => {
			const found = /listens on (\S+)/.exec(String(text))?.[1];
			if (found) resolve(found);
		})
	);
	return { origin, pid: child.pid ?? 0, stop: () => void child.kill() };
}

async function kept(server: RunningServer): Promise<void> {
	for (const path of pages) {
		const address = server.origin + path;
		const peer = await bare(address);
		const { one, other, ratio } = await inTurns(
			() => perCore(address, server.pid, seconds),
			() => perCore(peer.origin, peer.pid, seconds),
			rounds,
			`kept ${path}`
		);
		peer.stop();
		tell(
			`kept ${path}, requests per core second`,
			count(one),
			`node:http with as many ready bytes ${count(other)}`,
			ratio,
			'at least 0.8'
		);
	}
}

async function nginx(server: RunningServer): Promise<void> {
	const port = Number(new URL(server.origin).port);
	const { headers } = await fetch(server.origin + pages[0]);
	// The static file with the headers of the page, as the export has them: they are bytes too.
	const same = [...headers]
		.filter(
			([name]) => !/^(content-(length|type|encoding)|date|connection|keep-alive|etag)$/.test(name)
		)
		.map(([name, value]) => `add_header ${name} "${value}";`);
	const cache = await startNginx([port, port], (configuration) =>
		// One client asks for everything here, and shall.
		configuration
			.replace(/limit_(req|conn) \w.*;/g, '')
			.replace(
				'location / {',
				[
					`location /static/ { root .; open_file_cache off; ${same.join(' ')} }`,
					`location /open/ { alias static/; ${same.join(' ')} }`,
					'location / {'
				].join('\n\t\t')
			)
	);
	for (const path of pages) {
		const reply = await fetch(server.origin + path, { headers: { 'accept-encoding': 'br' } });
		const size = Number(reply.headers.get('content-length'));
		// As many bytes as the compressed page, sent as they are.
		writeFileSync(join(cache.folder, `static/${size}.bin`), Buffer.alloc(size, 'x'));
		// A static file as nginx serves it by itself, and with the open files kept that our cache keeps too.
		const peers = [
			['static', 'nginx with a static file', 'at least 0.9'],
			['open', 'the same with open_file_cache', 'for comparison']
		] as const;
		for (const [place, name, budget] of peers) {
			const { one, other, ratio } = await inTurns(
				() => perCore(cache.origin + path, cache.pid, seconds),
				() => perCore(`${cache.origin}/${place}/${size}.bin`, cache.pid, seconds),
				rounds,
				`nginx ${path}`
			);
			const what = `${path} through nginx, requests per core second`;
			tell(what, count(one), `${name} ${count(other)}`, ratio, budget);
		}
	}
	await cache.stop();
}

/** Views that nobody asked for before, one after the other. */
async function views(server: RunningServer): Promise<void> {
	const questions = contentsFor();
	const addresses = questions.flatMap((question) =>
		['country', 'region', 'time'].map((by) => `/en/questions/${question}?by=${by}&sort=label`)
	);
	const peer = await bare('--query', join(root, 'db/beistand.sqlite'));
	const timed = async (address: string): Promise<number> => {
		const begun = performance.now();
		await (await fetch(address)).arrayBuffer();
		return performance.now() - begun;
	};
	for (const address of addresses.slice(0, 20)) await timed(`${server.origin}${address}&claim=c1`);
	const before = cpuOf(server.pid);
	const times: number[] = [];
	for (const address of addresses) times.push(await timed(server.origin + address));
	const cost = ((cpuOf(server.pid) - before) / addresses.length) * 1000;
	const theirs: number[] = [];
	for (let each = 0; each < 2000; each += 1) theirs.push(await timed(peer.origin));
	peer.stop();
	tell(
		`uncached view, ${addresses.length} of them: median ${median(times).toFixed(1)} ms, p95`,
		`${quantile(times, 0.95).toFixed(1)} ms on the clock, ${cost.toFixed(1)} ms of processor`,
		`node:http + better-sqlite3 + JSON ${quantile(theirs, 0.95).toFixed(2)} ms`,
		quantile(times, 0.95) / quantile(theirs, 0.95),
		'p95 within 60 ms on an idle core'
	);
}

/**
 * What a view costs the processor that was not asked for before; redirects to the one address do not count.
 * With `BEFORE=FOLDER` a built checkout of an older state is asked the same in the same run.
 */
async function costs(): Promise<void> {
	const before = process.env['BEFORE'];
	for (const [what, once, goal, addressesOf] of kinds) {
		const all = [...new Set(contentsFor().flatMap(addressesOf))];
		const now = await costOf(what, all);
		const old = before ? await costOf(`${what}, before`, all, before) : undefined;
		const known = `${once} ms when the goal of ${goal} was set`;
		tell(
			`uncached: ${what}, ms of processor, median`,
			now.toFixed(1),
			old === undefined ? known : `${old.toFixed(1)} ms before in the same run; ${known}`,
			now / goal,
			old === undefined
				? `goal ${goal} ms: ratio at most 1`
				: `of before: ${(now / old).toFixed(2)}, goal ${(goal / once).toFixed(2)}`
		);
	}
}

/** A file grows with its rows and no faster: the same at once, twice and ten times as many. */
function csv(): void {
	for (const times of [1, 2, 10]) {
		const { write, whole, peer, rows } = csvRates(times);
		const sentence = `sqlite3 -csv of the same ${count(rows)} rows ${count(peer)}`;
		tell('CSV written, rows per core second', count(write), sentence, write / peer, 'at least 0.5');
		tell('CSV made and written', count(whole), sentence, whole / peer, 'reported');
	}
}

/** The fault suite at its full length: 50,000 random requests, memory over 100,000. */
function faults(): void {
	const { status } = spawnSync(
		process.execPath,
		[join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/process/faults'],
		{
			cwd: root,
			stdio: 'inherit',
			env: { FUZZ: '50000', MANY: '100000', ...process.env, NODE_ENV: 'test' }
		}
	);
	if (status !== 0) process.exitCode = 1;
}

const parts = process.argv.slice(2);
const wants = (part: string): boolean =>
	parts.length === 0 ? ['kept', 'nginx', 'views', 'csv'].includes(part) : parts.includes(part);

if (['kept', 'nginx', 'views', 'lighthouse'].some(wants)) {
	const server = await startServer({ ORIGIN: 'http://127.0.0.1' });
	if (!hasWrk)
		console.log('wrk is not installed, so no load is put on anything (apt-get install wrk).');
	if (wants('kept') && hasWrk) await kept(server);
	if (wants('nginx') && hasWrk && hasNginx) await nginx(server);
	if (wants('views')) await views(server);
	if (wants('views')) await costs();
	if (wants('lighthouse')) await lighthouse(server.origin);
	await server.stop();
}
if (wants('csv')) csv();
if (wants('faults')) faults();
if (parts.includes('attacks')) await attacked(parts.filter((part) => part !== 'attacks'));

if (lines.length > 0) console.table(lines);
