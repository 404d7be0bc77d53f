import {
	copyFileSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Sqlite from 'better-sqlite3';
import { csvParse } from 'd3-dsv';
import { allFigures } from '#lib/server/data/all-figures.ts';
import { manyFigures } from '../bench/many-figures.ts';
import { NoServer, startServer, type RunningServer } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'beistand-database-'));
const path = join(folder, 'beistand.sqlite');
let server: RunningServer;

beforeAll(async () => {
	server = await startServer({ BEISTAND_DB: path });
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

const status = async (): Promise<number> => (await fetch(`${server.origin}/de`)).status;

test('the start command has made the missing database', async () => {
	expect(await status()).toBe(200);
});

test('before there ever was a database readers get a plain page in their language', async () => {
	renameSync(path, `${path}.away`);
	const other = await startServer({ BEISTAND_DB: path });
	rmSync(path);
	const ask = () => fetch(`${other.origin}/de/regions`, { headers: { accept: 'text/html' } });
	const response = await ask();
	expect(response.status).toBe(503);
	expect(response.headers.get('retry-after')).toBe('5');
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
	expect(await response.text()).toContain('Die Zahlen werden gerade geladen');
	renameSync(`${path}.away`, path);
	expect((await ask()).status).toBe(200);
	await other.stop();
});

test('a new file is picked up without a restart and without a failed request', async () => {
	const statuses: number[] = [];
	let isDone = false;
	const readers = Array.from({ length: 4 }, async () => {
		while (!isDone) statuses.push(await status());
	});
	for (let round = 0; round < 5; round += 1) {
		copyFileSync(path, `${path}.next`);
		renameSync(`${path}.next`, path);
		const before = statuses.length;
		await expect.poll(() => statuses.length, { timeout: 60_000 }).toBeGreaterThan(before + 4);
	}
	isDone = true;
	await Promise.all(readers);
	expect(statuses.filter((each) => each !== 200)).toEqual([]);
});

const health = async () =>
	(await (await fetch(`${server.origin}/healthz`)).json()) as { version: string; current: boolean };

/** Puts another file in the place of the one in service, as an operator's tool would. */
function replaceBy(change: (driver: Sqlite.Database) => void): void {
	copyFileSync(path, `${path}.next`);
	const driver = new Sqlite(`${path}.next`);
	change(driver);
	driver.close();
	renameSync(`${path}.next`, path);
}

test('a file that a backup tool put into WAL mode is served, now and after a restart', async () => {
	replaceBy((driver) => driver.pragma('journal_mode = WAL'));
	expect(readFileSync(path)[18]).toBe(2);
	// Every page anew, since another file may bring other data.
	expect((await fetch(`${server.origin}/de/regions?survey=pew-2015-spring`)).status).toBe(200);
	expect((await health()).current).toBe(true);
	const other = await startServer({ BEISTAND_DB: path });
	expect((await fetch(`${other.origin}/de/regions`)).status).toBe(200);
	await other.stop();
});

test.each([
	['a column has another name', 'ALTER TABLE figures RENAME COLUMN se_pts TO standard_error'],
	['a table is missing', 'DROP TABLE readings'],
	['nothing was loaded', 'DELETE FROM data_version']
])('a sound file in which %s does not replace good data', async (_, statement) => {
	copyFileSync(path, `${path}.good`);
	const before = await health();
	replaceBy((driver) => {
		driver.pragma('foreign_keys = OFF');
		driver.exec(statement);
	});
	expect(
		(await fetch(`${server.origin}/en/regions?survey=pew-2015-spring&x=${statement.length}`)).status
	).toBe(200);
	expect(await health()).toEqual({ ...before, current: false });
	expect(server.output()).toContain('what was read before stays');
	renameSync(`${path}.good`, path);
	await expect.poll(async () => (await health()).current).toBe(true);
});

test('what is no database of ours is not overwritten, and no server starts on it', async () => {
	const theirs = join(folder, 'thesis.sqlite');
	const other = new Sqlite(theirs);
	other.exec("CREATE TABLE notes (text); INSERT INTO notes VALUES ('years of work')");
	other.close();
	const text = join(folder, 'letter.txt');
	writeFileSync(text, 'Dear editor');
	for (const file of [theirs, text]) {
		const bytes = readFileSync(file);
		const refused = await startServer({ BEISTAND_DB: file }).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(NoServer);
		expect((refused as NoServer).output).toContain(`${file} is no database of Beistand`);
		expect(readFileSync(file).equals(bytes)).toBe(true);
	}
});

test('a table of 22,000 figures is sent while it is made, and a neighbour gets pages meanwhile', async () => {
	const large = join(folder, 'large.sqlite');
	const made = manyFigures(7, large);
	const figures = allFigures(made.db).length;
	made.close();
	expect(figures).toBeGreaterThan(20_000);
	copyFileSync(path, `${path}.usual`);
	renameSync(large, path);
	const address = `${server.origin}/data/beistand.csv`;
	const ask = (coding: string, more: RequestInit = {}, tag = '') =>
		fetch(address, { ...more, headers: { 'accept-encoding': coding, 'if-none-match': tag } });
	const texts = [];
	for (const coding of ['identity', 'br']) {
		const reply = await ask(coding);
		const waited: number[] = [];
		let isSent = false;
		const neighbour = (async () => {
			while (!isSent) {
				const begun = performance.now();
				expect((await fetch(`${server.origin}/healthz/live`)).status).toBe(200);
				waited.push(performance.now() - begun);
			}
		})();
		texts.push(await reply.text());
		isSent = true;
		await neighbour;
		// Made whole it held the server for half a second; here many others were answered meanwhile.
		expect(waited.length).toBeGreaterThan(20);
		expect(reply.headers.get('content-encoding') ?? 'identity').toBe(coding);
		expect([...reply.headers.keys()]).not.toContain('x-streamed');
		const tag = reply.headers.get('etag') ?? '';
		expect(tag).toMatch(/^"[\w-]+"$/);
		const same = await ask(coding, {}, tag);
		expect([same.status, await same.text()]).toEqual([304, '']);
	}
	const head = await ask('gzip', { method: 'HEAD' });
	expect([head.status, head.headers.get('content-encoding'), await head.text()]).toEqual([
		...[200, 'gzip', '']
	]);
	expect(new Set(texts).size).toBe(1);
	const rows = csvParse(texts[0]!);
	expect(rows).toHaveLength(figures);
	expect(new Set(rows.map(({ figure_id }) => figure_id)).size).toBe(figures);
	// Who goes in the middle leaves nothing behind that stops the next.
	for (let each = 0; each < 2; each += 1) {
		const leaves = new AbortController();
		const reply = await ask('gzip', { signal: leaves.signal });
		await reply.body!.getReader().read();
		leaves.abort();
	}
	expect((await ask('gzip')).headers.get('x-dataset-version')).toBeTruthy();
	renameSync(`${path}.usual`, path);
	expect(await status()).toBe(200);
});
