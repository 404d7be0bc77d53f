import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../support/server.ts';

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
