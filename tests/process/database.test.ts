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
