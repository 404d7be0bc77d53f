import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from './server.ts';

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

test('without a database readers get a plain page in their language, and the site recovers by itself', async () => {
	renameSync(path, `${path}.away`);
	const response = await fetch(`${server.origin}/de/regions`);
	expect(response.status).toBe(503);
	expect(response.headers.get('retry-after')).toBe('5');
	expect(await response.text()).toContain('Die Zahlen werden gerade geladen');
	renameSync(`${path}.away`, path);
	expect(await status()).toBe(200);
});

test('a file that is no database is a 503 too, never a stack trace', async () => {
	copyFileSync(path, `${path}.good`);
	writeFileSync(`${path}.bad`, 'no database at all'.repeat(1000));
	renameSync(`${path}.bad`, path);
	const response = await fetch(`${server.origin}/en`);
	expect(response.status).toBe(503);
	expect(await response.text()).not.toContain('sqlite');
	renameSync(`${path}.good`, path);
	expect(await status()).toBe(200);
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
		await new Promise((resolve) => setTimeout(resolve, 400));
	}
	isDone = true;
	await Promise.all(readers);
	expect(statuses.length).toBeGreaterThan(10);
	expect(statuses.filter((each) => each !== 200)).toEqual([]);
});
