import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/open.ts';
import { databasePath } from '#db/path.ts';
import { extracts } from '#lib/formats/extract.ts';
import { keep } from '../../src/routes/data/whole.ts';
import { has, run } from '../support/download-readers.ts';
import { useSite } from '../support/site.ts';

const server = useSite();
const { get } = server;

const figure = 'pew-2015-spring~defend-nato-ally~deu~all~should';
const views = [
	'/en/questions/defend-nato-ally',
	'/de/questions/defend-nato-ally/by-region',
	'/en/regions',
	`/de/figures/${figure}`,
	'/en/readings',
	'/data/beistand'
];
const files = [
	...views.flatMap((view) => extracts.map((form) => `${view}.${form}`)),
	...['zip', 'sqlite'].map((form) => `/data/beistand.${form}`),
	...['datapackage.json', 'README.md', 'CITATION.cff'].map((name) => `/data/${name}`),
	'/openapi.json',
	'/llms.txt',
	'/de/corrections.atom'
];
const script = (name: string) => join(import.meta.dirname, '../support/python', name);

describe('every file', () => {
	test.each(files)('%s is whole, open to all and the same each time', async (path) => {
		const first = await get(path);
		const body = Buffer.from(await first.arrayBuffer());
		expect(first.status).toBe(200);
		expect(body.byteLength).toBeGreaterThan(200);
		const { headers } = first;
		const etag = headers.get('etag');
		// Compressed bytes are other bytes and have a tag of their own.
		const sha256 = createHash('sha256').update(body).digest('hex');
		expect(etag).toMatch(RegExp(`^"${sha256}(-br|-gzip)?"$`));
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(headers.get('access-control-expose-headers')).toContain('ETag');
		expect(headers.get('content-disposition')).toBeNull();
		expect(headers.get('set-cookie')).toBeNull();
		expect(headers.get('x-dataset-version')).toMatch(/^\d{4}-\d\d-\d\d\.[0-9a-f]{12}$/);
		// A file changes with the data and with the program; only the ETag knows of both.
		expect(headers.get('last-modified')).toBeNull();

		for (const known of [etag!, `"x", W/${etag}`, '*']) {
			const again = await get(path, { headers: { 'if-none-match': known } });
			expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([
				304,
				etag,
				''
			]);
			expect(again.headers.get('access-control-allow-origin')).toBe('*');
		}
		expect((await get(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);

		const head = await get(path, { method: 'HEAD' });
		expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
		const asked = await get(path, { method: 'OPTIONS' });
		expect(asked.status).toBe(204);
		expect(asked.headers.get('access-control-allow-methods')).toContain('GET');
		expect(asked.headers.get('access-control-allow-headers')).toContain('If-None-Match');
	});

	test('has a length that is that of its bytes, when it is not compressed on the way', async () => {
		for (const path of files) {
			const reply = await get(path, { headers: { 'accept-encoding': 'identity' } });
			const { byteLength } = await reply.arrayBuffer();
			expect(Number(reply.headers.get('content-length')), path).toBe(byteLength);
		}
	});

	test.each([
		['/en/regions.xlsx?download', /^beistand_regions_en_[0-9a-f]{6}\.xlsx$/],
		['/de/questions/defend-nato-ally.csv?dialect=excel-en&download', /\.excel-en\.csv$/],
		['/data/beistand.csv?download', /^beistand_all_[0-9a-f]{6}\.csv$/],
		['/data/beistand.zip?download', /^beistand_[0-9a-f]{6}\.zip$/],
		['/data/beistand.sqlite?download', /^beistand_[0-9a-f]{6}\.sqlite$/],
		[`/en/figures/${figure}.json?download`, /^beistand_pew-2015-spring_defend-nato-ally_/]
	])('%s is saved under a name that says what it holds', async (path, name) => {
		const disposition = (await get(path)).headers.get('content-disposition') ?? '';
		const saved = /^attachment; filename="([^"]+)"; filename\*=UTF-8''\1$/.exec(disposition);
		expect(saved?.[1]).toMatch(name);
		expect(saved?.[1]).toMatch(/^[a-z0-9._-]+$/);
	});
});

describe('a file that cannot be', () => {
	test.each([
		['/de/regions.csv?survey=nowhere', 400, 'nowhere'],
		['/en/regions.json?dialect=excel-de', 400, 'dialect'],
		['/en/regions.md?shape=wide', 400, 'shape'],
		['/en/readings.csv?shape=wide', 400, 'shape'],
		['/data/beistand.csv?survey=pew-2015-spring', 400, 'survey'],
		['/en/questions/defend-nato-aly.csv', 404, 'defend-nato-ally.csv'],
		['/en/questions/defend-nato-aly/by-region.xlsx', 404, 'defend-nato-ally.xlsx'],
		['/de/figures/pew-2015-spring~x.json', 404, ''],
		['/data/figures.csv', 404, 'beistand.zip']
	])('%s is a problem that says what is wrong', async (path, status, text) => {
		const reply = await get(path);
		expect(reply.status).toBe(status);
		expect(reply.headers.get('content-type')).toBe('application/problem+json');
		expect(reply.headers.get('access-control-allow-origin')).toBe('*');
		const body = await reply.text();
		expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String) });
		expect(body).toContain(text);
	});
});

describe('the description of a CSV', () => {
	test('is named last in its Link header, and no other comes after it', async () => {
		const { headers } = await get('/en/questions/defend-nato-ally.csv?by=region&utm_source=x');
		const links = (headers.get('link') ?? '').split(/,\s*(?=<)/);
		const address = `${server.origin}/en/questions/defend-nato-ally`;
		expect(links.at(-1)).toBe(
			`<${address}.csv-metadata.json?by=region&utm_source=x>; rel="describedby"; type="application/csvm+json"`
		);
		expect(links).toContain(`<${address}?by=region>; rel="cite-as"`);
		expect(links).toContain(`<${server.origin}/en/methods#terms>; rel="license"`);
		expect(links).toContain(
			`<${address}.json?by=region>; rel="alternate"; type="application/json"`
		);
	});

	test.skipIf(!has('python3'))(
		'fits its CSV, cell by cell, in every view and dialect',
		async () => {
			const ways = ['', 'dialect=excel-de', 'dialect=excel-en', 'shape=wide'];
			const questions = [
				'defend-nato-ally',
				'confidence-putin',
				'view-of-nato',
				'germany-military-role'
			];
			const paths = [
				...questions.flatMap((question) =>
					['country', 'region', 'time'].map((by) => `/en/questions/${question}.csv?by=${by}&`)
				),
				'/de/questions/defend-nato-ally/by-region.csv?',
				'/de/regions.csv?sort=label&',
				`/en/figures/${figure}.csv?`,
				'/data/beistand.csv?'
			];
			const addresses = [
				...paths.flatMap((path) => ways.map((way) => server.origin + path + way)),
				...['', '?dialect=excel-de'].map((way) => `${server.origin}/de/readings.csv${way}`),
				`${server.origin}/en/regions.csv`,
				`${server.origin}/en/explore.csv?shape=table`,
				`${server.origin}/de/explore.csv?measure=gap&shape=table&dialect=excel-de`
			].map((address) => address.replace(/[?&]$/, ''));
			const printed = run('python3', [script('csvw.py'), ...addresses]);
			console.log(printed.trim());
			expect(printed).toContain(`${addresses.length} files`);
		}
	);
});

describe('the whole data set', () => {
	const folder = mkdtempSync(join(tmpdir(), 'beistand-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const saved = async (name: string) => {
		const bytes = Buffer.from(await (await get(`/data/${name}`)).arrayBuffer());
		writeFileSync(join(folder, name), bytes);
		return bytes;
	};

	test('as SQLite is the very file that is served from', async () => {
		const bytes = await saved('beistand.sqlite');
		expect(bytes.equals(readFileSync(databasePath()))).toBe(true);
		// By this a replica's copy is checked.
		const head = await fetch(`${server.origin}/data/beistand.sqlite`, {
			method: 'HEAD',
			headers: { 'accept-encoding': 'identity' }
		});
		const hash = createHash('sha256').update(bytes).digest('hex');
		expect(head.headers.get('etag')).toContain(hash);
	});

	test('as SQLite holds tables of the data only, never a respondent', async () => {
		const bytes = await saved('beistand.sqlite');
		const known = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8');
		const made = [...bytes.toString('latin1').matchAll(/CREATE TABLE [`'"]?(\w+)/g)];
		const tables = made
			.map(([, name = '']) => name)
			.filter((name) => !/^(question|claim)_(search|parts)/.test(name));
		expect(tables.length).toBeGreaterThan(10);
		expect(tables.filter((name) => !known.includes(`\`${name}\``))).toEqual(['about']);
	});

	test.skipIf(!has('python3'))('as a data package keeps the rules it states', async () => {
		await saved('beistand.zip');
		for (const where of [join(folder, 'beistand.zip'), `${server.origin}/data/datapackage.json`]) {
			const printed = run('python3', [script('data_package.py'), where]);
			console.log(printed.trim());
			expect(printed).toContain('0 faults');
		}
	});

	test('holds every figure of the package, and the files beside the zip are those in it', async () => {
		const published = readFileSync(new URL('../../db/data/figures.csv', import.meta.url), 'utf8');
		const csv = (await saved('beistand.csv')).toString();
		expect(csv.trim().split('\r\n').length).toBeGreaterThanOrEqual(
			published.trim().split('\n').length
		);
		const { unzipSync } = await import('fflate');
		const inside = unzipSync(await saved('beistand.zip'));
		for (const name of ['beistand.csv', 'datapackage.json', 'README.md', 'CITATION.cff'])
			expect((await saved(name)).equals(Buffer.from(inside[name]!)), name).toBe(true);
	});

	test('/data leads to the list in the reader’s language', async () => {
		const reply = await get('/data', { headers: { 'accept-language': 'de' } });
		expect([reply.status, reply.headers.get('location')]).toEqual([302, '/de/api#whole']);
		expect(reply.headers.get('vary')).toContain('Accept-Language');
	});
});

test('/llms.txt and .md have base and caveat on the line of every number', async () => {
	const llms = await (await get('/llms.txt')).text();
	const md = await (await get('/en/questions/defend-nato-ally.md')).text();
	const numbers = [...llms.split('\n'), ...md.split('\n').filter((line) => line.startsWith('| '))];
	const withNumber = numbers.filter((line) => /: \d+% “|\| \d+% \|/.test(line));
	expect(withNumber.length).toBeGreaterThan(50);
	expect(
		withNumber.filter((line) => !/don’t know included|median over countries/.test(line))
	).toEqual([]);
	expect(withNumber.filter((line) => !/status: /.test(line))).toEqual([]);
	expect(llms).toMatch(/defend-nato-ally\.md\): 38% “Should use military force” \(Germany, /);
});

test('a file of all data is made once, and anew after its making failed', async () => {
	const db = {} as Database;
	let made = 0;
	const make = async () => {
		made += 1;
		if (made === 1) throw new Error('out of memory');
		return 'whole';
	};
	await expect(keep(db, 'csv', make)).rejects.toThrow('out of memory');
	expect(await keep(db, 'csv', make)).toBe('whole');
	expect(await keep(db, 'csv', make)).toBe('whole');
	expect(made).toBe(2);
});
