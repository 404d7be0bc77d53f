import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileWith, folder as real, lineOf } from '../fixtures/data-package.ts';
import { has, run } from '../support/download-readers.ts';
import { useServer } from '../support/site.ts';

/*
 * Three loads by the operator's command: two while nobody is served, the last under a running server and
 * with the wish to keep two. So one version is gone, one is kept and one is in service.
 */

const folder = mkdtempSync(join(tmpdir(), 'beistand-versions-'));
const figure = 'pew-2015-spring~defend-nato-ally~deu~all~should';
const line = lineOf('figures.csv', 'pew-2015-spring,defend-nato-ally,deu,total,all,should,');

/** The real package with another number for Germany. */
function packageWith(pct: string): string {
	const data = join(folder, pct);
	cpSync(real, data, { recursive: true });
	writeFileSync(join(data, 'figures.csv'), fileWith('figures.csv', line, { pct }));
	return data;
}

const env = {
	BEISTAND_DB: join(folder, 'beistand.sqlite'),
	BEISTAND_LOCAL: join(folder, 'no-local'),
	BEISTAND_DATA: packageWith('37')
};

/** `npm run db:load`. @returns the version that it says it loaded */
function load(data: string, more: Record<string, string> = {}): string {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(import.meta.dirname, '../../db/load.ts')],
		{ encoding: 'utf8', env: { ...process.env, ...env, BEISTAND_DATA: data, ...more } }
	);
	const version = /data version (\S+)\.\n/.exec(stdout)?.[1];
	if (status !== 0 || !version) throw new Error(`The load ended with ${status}: ${stderr}`);
	return version;
}

let gone: string;
let kept: string;
beforeAll(() => {
	gone = load(env.BEISTAND_DATA);
	env.BEISTAND_DATA = packageWith('39');
	kept = load(env.BEISTAND_DATA);
});
const server = useServer(env);
let current: string;
let picture: string;
let frozen: string;
/** The number as it is written in a drawing: an encoded address holds "39%" when a port ends in 39. */
const germanys = />39%</;
const embedPath = (v: string) => `/en/embed/questions/defend-nato-ally?v=${v}`;
beforeAll(async () => {
	picture = await text('/en/questions/defend-nato-ally.svg');
	frozen = await text(embedPath(kept));
	current = load(real, { KEEP_VERSIONS: '2' });
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = async (path: string, status = 200): Promise<string> => {
	const reply = await server.get(path);
	expect(reply.status, path).toBe(status);
	return reply.text();
};

/** Germany's number and the version that a CSV states in its row. */
async function germanyIn(path: string): Promise<[string, string]> {
	const { data } = Papa.parse<Record<string, string>>(await text(path), {
		header: true,
		delimiter: ','
	});
	const row = data.find(({ figure_id }) => figure_id === figure);
	return [row?.['pct'] ?? '', row?.['data_version'] ?? ''];
}

describe('a version that is kept', () => {
	test('gives its own numbers, in its folder and by v, while the rest has the new ones', async () => {
		expect(new Set([gone, kept, current]).size).toBe(3);
		for (const path of ['/en/questions/defend-nato-ally.csv', '/data/beistand.csv'])
			expect(await germanyIn(path), path).toEqual(['38', current]);
		for (const path of [
			`/data/${kept}/beistand.csv`,
			`/data/beistand.csv?v=${kept}`,
			`/en/questions/defend-nato-ally.csv?v=${kept}`,
			`/de/questions/defend-nato-ally.csv?survey=pew-2015-spring&country=deu&v=${kept}`,
			`/en/figures/${figure}.csv?v=${kept}`
		])
			expect(await germanyIn(path), path).toEqual(['39', kept]);
		const { headers } = await server.get(`/en/figures/${figure}.json?v=${kept}`);
		expect(headers.get('x-dataset-version')).toBe(kept);
		const json = await text(`/en/figures/${figure}.json?v=${kept}`);
		expect((JSON.parse(json) as { rows: { pct: number }[] }).rows[0]?.pct).toBe(39);
		expect(await text(`/en/figures/${figure}.ris?v=${kept}`)).toContain(kept);
		for (const file of ['beistand.zip', 'beistand.sqlite', 'ddi/pew-2015-spring.xml']) {
			const [inFolder, byV] = await Promise.all(
				[`/data/${kept}/${file}`, `/data/${file}?v=${kept}`].map(async (path) =>
					Buffer.from(await (await server.get(path)).arrayBuffer())
				)
			);
			expect(inFolder!.equals(byV!), file).toBe(true);
		}
	});

	test('gives every file that its list names, and the SQLite file byte for byte', async () => {
		const { versions } = await list();
		for (const { version, files, sqlite_sha256, sqlite_bytes } of versions.slice(0, 2)) {
			for (const address of Object.values(files!))
				expect((await fetch(address)).status, address).toBe(200);
			const bytes = Buffer.from(await (await fetch(files!.sqlite)).arrayBuffer());
			expect(bytes.byteLength).toBe(sqlite_bytes);
			expect(createHash('sha256').update(bytes).digest('hex'), version).toBe(sqlite_sha256);
		}
	});

	test.skipIf(!has('python3'))('is a whole data package at its address', () => {
		const script = join(import.meta.dirname, '../support/python/data_package.py');
		const printed = run('python3', [script, `${server.origin}/data/${kept}/datapackage.json`]);
		console.log(printed.trim());
		expect(printed).toContain('0 faults');
	});

	test('draws the picture and the frozen embed that were there before the load', async () => {
		expect(await text('/en/questions/defend-nato-ally.svg')).not.toBe(picture);
		expect(await text(`/en/questions/defend-nato-ally.svg?v=${kept}`)).toMatch(germanys);
		const now = await text(embedPath(kept));
		expect(frozen).toMatch(germanys);
		expect(now).toMatch(germanys);
		expect(await text(embedPath(current))).not.toMatch(germanys);
	});
});

describe('a version that is gone', () => {
	test.each(['en', 'de'])('answers 410 with ways that lead on (%s)', async (lang) => {
		for (const path of [
			`/data/${gone}/beistand.csv`,
			`/data/${gone}/beistand.sqlite`,
			`/data/${gone}/tables/figures.csv`,
			`/${lang}/questions/defend-nato-ally.csv?country=deu&v=${gone}`,
			`/${lang}/questions/defend-nato-ally.svg?v=${gone}`
		]) {
			const reply = await server.get(path, { headers: { 'accept-language': lang } });
			expect(reply.status, path).toBe(410);
			expect(reply.headers.get('content-type')).toBe('application/problem+json');
			expect(reply.headers.get('access-control-allow-origin')).toBe('*');
			const { detail, latest, versions } = (await reply.json()) as Record<string, string>;
			expect(detail).toContain(gone);
			expect(detail).toMatch(lang === 'de' ? /gelöscht/ : /deleted/);
			expect((await fetch(latest!)).headers.get('x-dataset-version')).toBe(current);
			expect((await fetch(versions!)).status).toBe(200);
		}
	});

	test('is no version that never was', async () => {
		const never = '2015-06-10.000000000000';
		for (const path of [
			`/data/${never}/beistand.csv`,
			...['/en/regions.csv', '/de/regions.svg', '/data/beistand.zip', '/data/beistand.sqlite'].map(
				(file) => `${file}?v=${never}`
			)
		])
			expect(await text(path, 404)).toContain(never);
		// Nor is the version in service given out for a name that was mistyped.
		for (const path of ['/en/regions.csv', '/data/beistand.zip', '/data/ddi/pew-2015-spring.xml'])
			expect(await text(`${path}?v=latest`, 404), path).toContain('latest');
	});
});

interface Listed {
	version: string;
	previous: string | null;
	is_current: boolean;
	is_kept: boolean;
	sqlite_sha256: string;
	sqlite_bytes: number;
	changed_tables: object[];
	files?: Record<'zip' | 'sqlite' | 'changes', string>;
}

const list = async (path = '/data/versions.json') =>
	JSON.parse(await text(path)) as { versions: Listed[] };

describe('the list of versions', () => {
	test('has each load, the latest first, with what it changed', async () => {
		const { versions } = await list();
		const changed = [{ table: 'figures', added: 0, changed: 1, removed: 0 }];
		expect(versions).toMatchObject([
			{ version: current, previous: kept, is_current: true, is_kept: true },
			{ version: kept, previous: gone, is_current: false, is_kept: true },
			{ version: gone, previous: null, is_current: false, is_kept: false }
		]);
		expect(versions[0]?.changed_tables).toEqual(changed);
		expect(versions[2]?.files).toBeUndefined();
		expect((await list(`/data/${kept}/versions.json`)).versions).toEqual(versions);
		const csv = await (await fetch(versions[0]!.files!.changes)).text();
		const { data } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
		expect(data).toMatchObject([
			{ figure_id: figure, change: 'changed', pct_before: '39', pct_after: '38' }
		]);
	});

	test.each(['en', 'de'])('is a feed whose every link answers (%s)', async (lang) => {
		const reply = await server.get(`/${lang}/versions.atom`);
		expect(reply.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
		const feed = await reply.text();
		const entries = feed.split('<entry>').slice(1);
		const ids = entries.map((entry) => /<id>[^<]*#([^<]+)<\/id>/.exec(entry)?.[1]);
		expect(ids).toEqual([current, kept, gone]);
		expect(entries[0]).toContain(lang === 'de' ? '1 geändert' : '1 changed');
		const links = [...feed.matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, href = '']) => href);
		expect(links.length).toBeGreaterThan(5);
		for (const href of links) expect((await fetch(href)).status, href).toBe(200);
	});

	test.each(['en', 'de'])('stands on the page for people (%s)', async (lang) => {
		const html = await text(`/${lang}/api`);
		for (const version of [current, kept, gone]) expect(html).toContain(version);
		expect(html).toContain(lang === 'de' ? 'Dateien gelöscht' : 'files deleted');
		expect(html).not.toContain(`/data/${gone}/`);
	});
});

describe('a part of the SQLite file', () => {
	const part = (range: string, more: Record<string, string> = {}, path = '/data/beistand.sqlite') =>
		server.get(path, { headers: { range, ...more } });

	test('comes alone, and all parts make the whole, of the version in service and of a kept one', async () => {
		for (const path of ['/data/beistand.sqlite', `/data/${kept}/beistand.sqlite`]) {
			const first = await server.get(path);
			expect(first.headers.get('accept-ranges')).toBe('bytes');
			const whole = Buffer.from(await first.arrayBuffer());
			const step = Math.ceil(whole.byteLength / 3);
			const parts: Buffer[] = [];
			for (let at = 0; at < whole.byteLength; at += step) {
				const reply = await part(`bytes=${at}-${at + step - 1}`, {}, path);
				const last = Math.min(at + step, whole.byteLength) - 1;
				expect(reply.status).toBe(206);
				expect(reply.headers.get('content-range')).toBe(`bytes ${at}-${last}/${whole.byteLength}`);
				expect(reply.headers.get('content-encoding')).toBeNull();
				expect(reply.headers.get('access-control-allow-origin')).toBe('*');
				parts.push(Buffer.from(await reply.arrayBuffer()));
			}
			expect(Buffer.concat(parts).equals(whole)).toBe(true);
			const end = await part('bytes=-10', {}, path);
			expect(Buffer.from(await end.arrayBuffer()).equals(whole.subarray(-10))).toBe(true);
		}
	});

	test('beyond its end is refused with its length', async () => {
		const { headers } = await server.get('/data/beistand.sqlite', { method: 'HEAD' });
		const length = headers.get('content-length');
		const reply = await part('bytes=999999999-');
		expect([reply.status, reply.headers.get('content-range')]).toEqual([416, `bytes */${length}`]);
	});

	test('is only sent to who has the rest of the same file', async () => {
		const { headers } = await part('bytes=0-15');
		const etag = headers.get('etag')!;
		expect((await part('bytes=0-15', { 'if-range': etag })).status).toBe(206);
		// The tag of the kept version: its pages would be mixed with those of the new one.
		const older = await part('bytes=0-15', {}, `/data/${kept}/beistand.sqlite`);
		const whole = await part('bytes=0-15', { 'if-range': older.headers.get('etag')! });
		expect(whole.status).toBe(200);
		expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(1_000_000);
		expect((await part('bytes=0-15', { 'if-none-match': etag })).status).toBe(304);
	});
});
