import Driver from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { undo } from '#lib/import/store/store.ts';
import { NoServer, startServer, type RunningServer } from '../support/server.ts';
import { environment, folder, local, useImport } from '../support/import-run.ts';

/* Where the crosstab answers, and that respondents are nowhere else. */

useImport();
let server: RunningServer;
/** Of the browser that brought the token. */
let cookie = '';
beforeAll(async () => {
	server = await startServer(environment, undefined, 'true', ['--crosstab']);
	const { status, headers } = await ask(server.origin, linkOf(server), {});
	expect([status, headers['location']]).toEqual([303, '/en/explore/crosstab']);
	cookie = String(headers['set-cookie']).split(';')[0]!;
});
afterAll(() => server.stop());

/** What the terminal offers: path and token. */
const linkOf = ({ output }: RunningServer): string =>
	/Crosstab, for one browser: http:\/\/[^/]+(\S+)\n/.exec(output())![1]!;

/** A request with headers that fetch would not send. */
const ask = (origin: string, path: string, headers: Record<string, string> = { cookie }) =>
	new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
		(resolve, reject) => {
			const asking = request(new URL(path, origin), { headers }, (response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (part) => (text += part));
				response.on('end', () =>
					resolve({ status: response.statusCode!, headers: response.headers, text })
				);
			});
			asking.on('error', reject).end();
		}
	);

describe.each(['en', 'de'])('in %s the crosstab', (lang) => {
	test('is a form and a table that need no script, and is kept by no cache', async () => {
		const { status, headers, text } = await ask(server.origin, `/${lang}/explore/crosstab`);
		expect(status).toBe(200);
		expect(headers['cache-control']).toBe('private, no-store');
		expect(text).toMatch(/<form method="GET" action="\/(en|de)\/explore\/crosstab"/);
		expect(text).toContain('name="robots" content="noindex"');
		expect(text).toMatch(/SYNTHETI/);
		expect(text).toMatch(/38(\u00a0|&nbsp;)?\s?%/);
		expect(text).toContain('Rao–Scott');
	});

	test('leads a form to the canonical address', async () => {
		const { status, headers } = await ask(
			server.origin,
			`/${lang}/explore/crosstab?question=Q52&by=age&country=deu&region=&sex=women&age=`
		);
		expect(status).toBe(302);
		expect(headers['location']).toBe(`/${lang}/explore/crosstab?by=age&sex=women`);
	});
});

test('The heading names country and filters, and the table leaves as CSV and XLSX for who may see it', async () => {
	const query = '?by=sex&question=Q12F&region=east';
	const { text } = await ask(server.origin, `/en/explore/crosstab${query}`);
	expect(text).toMatch(/<h2[^>]*>View of NATO · Germany · East<\/h2>/);
	expect(text).toContain(`href="/en/explore/crosstab/table.csv${query.replaceAll('&', '&amp;')}"`);
	const file = await ask(server.origin, `/en/explore/crosstab/table.csv${query}`);
	expect([file.status, file.headers['cache-control']]).toEqual([200, 'private, no-store']);
	expect(file.headers['content-disposition']).toBe('attachment; filename="crosstab-synthetic.csv"');
	const [head, ...lines] = file.text.trim().split('\r\n');
	expect(head).toBe(
		'question,country_and_filters,answer,is_net,column,column_pct,row_pct,ci95_low,ci95_high,respondents,column_n,larger_than,publishable'
	);
	// Four answers, don't know and two nets, for all, men and women.
	expect(lines).toHaveLength(7 * 3);
	const net = lines
		.find((line) => line.includes('Favorable (very + somewhat),yes,All'))!
		.split(',');
	const parts = lines.filter((line) => /(Very|Somewhat) favorable,no,All/.test(line)).map((line) => Number(line.split(',')[6])); // prettier-ignore
	expect(net[1]).toMatch(/Germany/);
	expect(parts).toHaveLength(2);
	const workbook = await fetch(`${server.origin}/en/explore/crosstab/table.xlsx${query}`, {
		headers: { cookie }
	});
	expect(Object.keys(unzipSync(new Uint8Array(await workbook.arrayBuffer())))).toContain(
		'xl/workbook.xml'
	);
	for (const name of ['csv', 'xlsx'])
		expect((await ask(server.origin, `/en/explore/crosstab/table.${name}`, {})).status).toBe(404);
});

test('What the browser fetches on the way to the crosstab is kept nowhere, and is not there for others', async () => {
	const path = '/en/explore/crosstab/__data.json?by=age';
	const { status, headers, text } = await ask(server.origin, path);
	expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
	expect(text).toContain('"groups"');
	const foreign = await ask(server.origin, path, { cookie, 'x-forwarded-for': '203.0.113.7' });
	expect(foreign.text).not.toContain('"groups"');
	expect(foreign.headers['cache-control']).toBe('no-store');
});

test.each([
	['another name', { host: 'beistand.example' }],
	['a name that points here', { host: 'evil.example:3000' }],
	['a proxy', { 'x-forwarded-for': '203.0.113.7' }],
	['a proxy that says so in the new way', { forwarded: 'for=203.0.113.7' }]
])('Through %s there is no crosstab', async (_, headers) => {
	const { status, text } = await ask(server.origin, '/en/explore/crosstab', { cookie, ...headers });
	expect(status).toBe(404);
	expect(text).not.toContain('Rao–Scott');
});

test('Without the token, with another and with one that was used there is no crosstab', async () => {
	const link = linkOf(server);
	const path = '/en/explore/crosstab';
	const tries: [string, Record<string, string>][] = [
		[path, {}],
		[path, { cookie: 'crosstab=' }],
		[path, { cookie: 'crosstab=guessed' }],
		[`${path}?token=guessed`, {}],
		[link, {}]
	];
	for (const [address, headers] of tries) {
		const { status, text } = await ask(server.origin, address, headers);
		expect([address, status]).toEqual([address, 404]);
		expect(text).not.toContain('Rao–Scott');
	}
	// Nor does a page that is kept for all tell that there is one.
	expect((await ask(server.origin, '/en/explore')).text).not.toContain('/explore/crosstab');
});

test.each([
	['listens to all the world', { HOST: '0.0.0.0' }],
	['believes a header about its clients', { ADDRESS_HEADER: 'x-client' }],
	['has an address of its own', { ORIGIN: 'https://beistand.example' }],
	['stands behind a proxy on this machine', { ORIGIN: 'http://localhost:8080' }]
])('A server that %s does not start with the crosstab', async (_, env) => {
	const started = startServer({ ...environment, ...env }, undefined, 'true', ['--crosstab']);
	await expect(started).rejects.toThrow(/shows respondents and is for this machine alone/);
	await expect(started).rejects.toBeInstanceOf(NoServer);
});

test('A server that was not asked for it has no crosstab, whatever the environment says', async () => {
	const token = 'a-token-from-outside';
	const other = await startServer({ ...environment, BEISTAND_CROSSTAB_TOKEN: token });
	try {
		for (const query of ['', `?token=${token}`])
			expect((await ask(other.origin, `/en/explore/crosstab${query}`)).status).toBe(404);
	} finally {
		await other.stop();
	}
});

test('Respondents are for their owner alone, in a folder for him alone', () => {
	expect(statSync(local).mode & 0o777).toBe(0o700);
	expect(statSync(join(local, 'respondents.sqlite')).mode & 0o777).toBe(0o600);
});

test('No download holds a respondent: only shares leave, and only those that may be shown', async () => {
	const bytes = async (name: string) =>
		Buffer.from(await (await fetch(`${server.origin}/data/${name}`)).arrayBuffer());
	const files = unzipSync(await bytes('beistand.zip'));
	expect(Object.keys(files)).toContain('tables/overlaps.csv');
	expect(Object.keys(files).some((name) => /respondent|variables/.test(name))).toBe(false);
	const path = join(folder, 'downloaded.sqlite');
	writeFileSync(path, await bytes('beistand.sqlite'));
	const driver = new Driver(path, { readonly: true });
	const tables = driver
		.prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
		.pluck()
		.all();
	expect(tables).toContain('gaps');
	expect(tables).not.toContain('variables');
	const hidden = driver
		.prepare(
			"SELECT count(*) FROM figures WHERE absence = 'suppressed' AND (pct IS NOT NULL OR ci95_low IS NOT NULL)"
		)
		.pluck()
		.get();
	expect(hidden).toBe(0);
	driver.close();
});

test('East and West of an import are in the CSV with their bases and intervals, and synthetic in name', async () => {
	const text = await (
		await fetch(`${server.origin}/en/questions/defend-nato-ally.csv?by=region`)
	).text();
	const line = text
		.split(/\r?\n/)
		.find((each) => each.includes('deu~east~should,') || each.includes('~deu~east~should'))!;
	expect(line).toMatch(/computed/);
	expect(line).toMatch(/,240,/);
	expect(line).toMatch(/SYNTHETIC|respondent-file/);
});

test('The methods page states the rule of publication', async () => {
	const text = await (await fetch(`${server.origin}/en/methods`)).text();
	expect(text).toContain('fixed crosses only');
	expect(text).toContain('id="respondents"');
});

test('Once the import is undone there is no crosstab, and no synthetic figure', async () => {
	undo();
	expect((await ask(server.origin, '/en/explore/crosstab')).status).toBe(404);
	const text = await (await fetch(`${server.origin}/en/regions`)).text();
	expect(text).not.toContain('SYNTHETIC');
});
