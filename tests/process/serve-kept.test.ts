import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { create } from '#db/open.ts';
import { metricsOf, startServer, type RunningServer } from '../support/server.ts';

/* What is made ready once and given out as it is, on the built app over HTTP. */

const folder = mkdtempSync(join(tmpdir(), 'beistand-kept-'));
const path = join(folder, 'beistand.sqlite');
let server: RunningServer;

beforeAll(async () => {
	server = await startServer({ BEISTAND_DB: path, METRICS_PORT: '0' });
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

interface Raw {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
}

/** A reply as it comes over the wire: `fetch` would decompress it and hide the coding. */
function raw(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
	return new Promise((resolve, reject) => {
		httpRequest(`${server.origin}${address}`, { method, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers as Record<string, string>,
					body: Buffer.concat(chunks)
				})
			);
		})
			.on('error', reject)
			.end();
	});
}

const codings = { br: brotliDecompressSync, gzip: gunzipSync };
const outcome = async (name: string): Promise<number> =>
	(await metricsOf(server)).get(`beistand_requests_total{outcome="${name}",status="200"}`) ?? 0;

describe.each(['/en/regions', '/de/questions/defend-nato-ally.csv', '/en/questions/view-of-nato'])(
	'%s',
	(address) => {
		test('is made once and then given out, in three codings of the same bytes', async () => {
			const plain = await raw(address);
			const made = await outcome('miss');
			const hash = createHash('sha256').update(plain.body).digest('hex');
			expect(plain.headers['etag']).toBe(`"${hash}"`);
			expect(plain.headers['vary']).toBe('Accept-Encoding');
			for (const [coding, unpack] of Object.entries(codings)) {
				const packed = await raw(address, { 'accept-encoding': coding });
				expect(packed.headers['content-encoding']).toBe(coding);
				expect(packed.headers['etag']).toBe(`"${hash}-${coding}"`);
				expect(packed.headers['vary']).toBe('Accept-Encoding');
				expect(Number(packed.headers['content-length'])).toBe(packed.body.length);
				expect(packed.body.length).toBeLessThan(plain.body.length / 2);
				expect(unpack(packed.body).equals(plain.body)).toBe(true);
			}
			expect(await outcome('miss')).toBe(made);
		});

		test('is confirmed with 304 for the coding that is held, and for no other', async () => {
			const { headers } = await raw(address, { 'accept-encoding': 'br' });
			const tag = headers['etag'] ?? '';
			for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
				const again = await raw(address, { 'accept-encoding': 'br', 'if-none-match': known });
				expect([again.status, again.body.length, again.headers['etag']]).toEqual([304, 0, tag]);
				expect(again.headers['cache-control']).toContain('s-maxage=');
			}
			expect((await raw(address, { 'if-none-match': tag })).status).toBe(200);
		});

		test('may be kept by others, also while this server is being renewed or is gone', async () => {
			const { headers } = await raw(address);
			const control = headers['cache-control'] ?? '';
			expect(control).toMatch(/^public, max-age=\d+, s-maxage=\d+/);
			expect(control).toMatch(/stale-while-revalidate=\d+, stale-if-error=\d+/);
			expect(headers['set-cookie']).toBeUndefined();
		});

		test('answers HEAD with the headers of GET', async () => {
			const [get, head] = [await raw(address), await raw(address, {}, 'HEAD')];
			expect(head.body.length).toBe(0);
			expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
		});
	}
);

test('A coding that is refused is not sent', async () => {
	const coding = async (accept: string) =>
		(await raw('/en', { 'accept-encoding': accept })).headers['content-encoding'];
	expect(await coding('br;q=0, gzip')).toBe('gzip');
	expect(await coding('gzip;q=0.000,br ; q=0')).toBeUndefined();
	expect(await coding('GZIP, deflate')).toBe('gzip');
	expect(await coding('gzip, deflate, br, zstd')).toBe('br');
	expect(await coding('brotli')).toBeUndefined();
});

test('However it was linked to, one copy of a page is kept and no tracker is repeated in it', async () => {
	const address = '/de/questions/confidence-putin';
	const first = await raw(address);
	const made = await outcome('miss');
	for (const tail of ['utm_source=mail&utm_id=7', 'fbclid=abc', 'ut%6D_x=secret', '&&gclid=1']) {
		const again = await raw(`${address}?${tail}`);
		expect([again.status, again.headers['etag']]).toEqual([200, first.headers['etag']]);
	}
	expect(await outcome('miss')).toBe(made);
	const filtered = await raw(`${address}?country=deu&utm_source=secret`);
	expect(filtered.status).toBe(200);
	expect(filtered.body.toString()).not.toContain('secret');
});

test('Many who ask at once for a page that is not there yet get it made once', async () => {
	const made = await outcome('miss');
	const replies = await Promise.all(
		Array.from({ length: 40 }, () => raw('/de/questions/view-of-russia?by=time'))
	);
	expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
	expect(new Set(replies.map(({ headers }) => headers['etag'])).size).toBe(1);
	expect(await outcome('miss')).toBe(made + 1);
});

test('Faults, redirects and what depends on the reader are not kept', async () => {
	const made = await outcome('miss');
	const kept = await outcome('hit');
	for (let round = 0; round < 2; round += 1) {
		expect((await raw('/en/questions/nothing-of-the-kind')).status).toBe(404);
		expect((await raw('/en/questions/defend-nato-ally?by=country')).status).toBe(302);
		expect((await raw('/', { 'accept-language': 'de' })).headers['location']).toBe('/de');
		expect((await raw('/', { 'accept-language': 'en' })).headers['location']).toBe('/en');
		expect((await raw('/healthz')).status).toBe(200);
	}
	expect([await outcome('miss'), await outcome('hit')]).toEqual([made, kept]);
	const lost = await raw('/en/questions/nothing-of-the-kind');
	expect(lost.headers['cache-control']).toBe('no-store');
});

test('What a client says of itself changes nothing in what others get', async () => {
	const address = '/en/questions/defend-nato-ally/by-region?sort=label';
	const odd = { cookie: 'a=b', authorization: 'Basic eA==', range: 'bytes=0-9', 'if-match': '"x"' };
	const first = await raw(address, { ...odd, 'x-forwarded-host': 'evil.example' });
	expect(first.status).toBe(200);
	expect(first.body.toString()).not.toContain('evil.example');
	expect((await raw(address)).body.equals(first.body)).toBe(true);
});

test('Built files come compressed and may be kept for ever, the rest for an hour', async () => {
	const page = (await raw('/en')).body.toString();
	const script = /_app\/immutable\/entry\/app\.[\w-]+\.js/.exec(page)?.[0] ?? '';
	const reply = await raw(`/${script}`, { 'accept-encoding': 'br' });
	expect(reply.headers['content-encoding']).toBe('br');
	expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
	const tag = reply.headers['etag'] ?? '';
	const again = await raw(`/${script}`, { 'accept-encoding': 'br', 'if-none-match': tag });
	expect(again.status).toBe(304);
	for (const odd of ['/favicon.svg', '/favicon.svg?x=1', '/f%61vicon.svg', '/favicon.svg/'])
		expect((await raw(odd)).headers['cache-control'], odd).toBe('public, max-age=3600');
});

test('New data are there with the next request, and no request fails meanwhile', async () => {
	const address = '/en/questions/defend-nato-ally';
	const before = await raw(address);
	expect(before.body.toString()).toMatch(
		/data-figure="pew-2015-spring~defend-nato-ally~deu~all~should"[^]{0,200}>38%</
	);
	const next = `${path}.next`;
	copyFileSync(path, next);
	const { db, close } = create(next);
	db.run(
		sql`UPDATE figures SET pct = 39 WHERE figure_id = 'pew-2015-spring~defend-nato-ally~deu~all~should'`
	);
	db.run(sql`UPDATE data_version SET version = '2026-12-01.abcdefabcdef'`);
	close();

	let done = false;
	const statuses: number[] = [];
	const readers = Array.from({ length: 6 }, async (_, index) => {
		while (!done) statuses.push((await raw(index % 2 ? address : '/de')).status);
	});
	await new Promise((resolve) => setTimeout(resolve, 200));
	renameSync(next, path);
	const after = await raw(address);
	expect(after.headers['x-dataset-version']).toBe('2026-12-01.abcdefabcdef');
	expect(after.headers['etag']).not.toBe(before.headers['etag']);
	expect(after.body.toString()).toMatch(
		/data-figure="pew-2015-spring~defend-nato-ally~deu~all~should"[^]{0,200}>39%</
	);
	await new Promise((resolve) => setTimeout(resolve, 200));
	done = true;
	await Promise.all(readers);
	expect(statuses.length).toBeGreaterThan(10);
	expect(statuses.filter((status) => status !== 200)).toEqual([]);
});
