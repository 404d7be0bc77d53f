import { execFileSync, spawnSync } from 'node:child_process';
import {
	existsSync,
	globSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page as articlePage, startHost } from '../fixtures/hosts.ts';
import { emptyPage, launch } from '../support/browser.ts';
import { eager, embedOn, isFitted } from '../support/embeds.ts';
import { hasNginx, startNginx, type RunningNginx } from '../support/nginx.ts';
import { textsIn } from '../support/snippets.ts';

/* The site as files. All of it takes minutes; what stands here is the start pages and one question whole. */

const folder = mkdtempSync(join(tmpdir(), 'beistand-export-'));
const command = join(import.meta.dirname, '../../src/process/export/export.ts');
const asked = ['en', 'de'].flatMap((lang) => [
	`/${lang}/questions/defend-nato-ally`,
	`/${lang}/embed/questions/defend-nato-ally`,
	`/${lang}/embed-code/questions/defend-nato-ally`
]);

beforeAll(() => {
	execFileSync(process.execPath, [command, folder, ...asked], {
		env: { ...process.env, NODE_ENV: 'production', ORIGIN: 'https://beistand.example' }
	});
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const pages = () => globSync('**/index.html', { cwd: folder });

test('Without ORIGIN it says what it needs to know', () => {
	const { status, stderr } = spawnSync(process.execPath, [command, folder], {
		env: { ...process.env, NODE_ENV: 'production', ORIGIN: '' },
		encoding: 'utf8'
	});
	expect(status).toBe(1);
	expect(stderr).toMatch(/^Expected ORIGIN to say where the files will be/);
});

describe('What is not an export stays as it is:', () => {
	const refused = (place: string) =>
		spawnSync(process.execPath, [command, place, '/en/none'], {
			env: { ...process.env, NODE_ENV: 'production', ORIGIN: 'https://beistand.example' },
			encoding: 'utf8'
		});

	test.each([
		['the checkout', join(import.meta.dirname, '../..')],
		['a folder above it', join(import.meta.dirname, '../../..')],
		['the home', homedir()],
		['the root', '/']
	])('%s', (_, place) => {
		const before = readdirSync(place).length;
		const { status, stderr } = refused(place);
		expect([status, stderr]).toEqual([1, expect.stringContaining('stays as it is')]);
		expect(readdirSync(place)).toHaveLength(before);
	});

	test('a folder with a file of somebody, and a file', () => {
		const place = mkdtempSync(join(tmpdir(), 'beistand-own-'));
		const file = join(place, 'thesis.txt');
		writeFileSync(file, 'years of work');
		for (const each of [place, file]) expect(refused(each).status).toBe(1);
		expect(readFileSync(file, 'utf8')).toBe('years of work');
		rmSync(place, { recursive: true });
	});

	test('an earlier export, when the disk is full', () => {
		// A limit on the size of a file stands for the disk: the write of the database fails half-way.
		const before = readdirSync(folder);
		const { status, stderr } = spawnSync(
			'bash',
			['-c', 'ulimit -f 200; exec "$0" "$@"', process.execPath, command, folder, '/en/none'],
			{
				env: { ...process.env, NODE_ENV: 'production', ORIGIN: 'https://beistand.example' },
				encoding: 'utf8'
			}
		);
		expect([status, stderr]).toEqual([1, expect.stringContaining('stays as it was')]);
		expect(readdirSync(folder)).toEqual(before);
		expect(existsSync(join(folder, 'en/questions/defend-nato-ally/index.html'))).toBe(true);
		expect(
			readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}.`))
		).toEqual([]);
	});
});

test('A question is there in every form, by region too, as embed and as picture', () => {
	for (const base of ['questions/defend-nato-ally', 'questions/defend-nato-ally/by-region'])
		for (const lang of ['en', 'de']) {
			for (const form of ['csv', 'csv-metadata.json', 'xlsx', 'json', 'md', 'svg', 'png'])
				expect(existsSync(join(folder, `${lang}/${base}.${form}`)), `${base}.${form}`).toBe(true);
			expect(existsSync(join(folder, `${lang}/${base}/index.html`))).toBe(true);
			expect(existsSync(join(folder, `${lang}/embed/${base}/index.html`))).toBe(true);
		}
});

test('No page has a script, a form or a link that only a server could answer', () => {
	expect(pages().length).toBeGreaterThanOrEqual(10);
	for (const page of pages()) {
		const html = read(page);
		if (!page.includes('/embed/')) {
			expect(html.replace(/<script type="application\/ld\+json"/g, ''), page).not.toContain(
				'<script'
			);
			expect(html, page).toContain('<html class="static"');
		}
		expect(html, page).not.toContain('<form');
		expect(html, page).not.toMatch(/<a [^>]*data-needs-server[^>]*href=/);
		const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, target = '']) => target);
		for (const target of links) {
			if (/^(https?:|#|mailto:)/.test(target)) continue;
			expect(target, page).not.toContain('?');
			const path = join(folder, target.split('#', 1)[0]!);
			expect(existsSync(path) || existsSync(join(path, 'index.html')), `${page} → ${target}`).toBe(
				true
			);
		}
		for (const [, name = ''] of html.matchAll(/(?:href|src)="(\/_app\/[^"]*)"/g))
			expect(existsSync(join(folder, name)), name).toBe(true);
	}
});

test('What is assumed can be read there too', () => {
	const html = read('en/questions/defend-nato-ally/by-region/index.html');
	const section = /<section class="strip[^]*?<\/section>/.exec(html)?.[0] ?? '';
	expect(section.match(/<output>[\d.-]+<\/output>/g)?.length).toBeGreaterThanOrEqual(2);
	expect(section).not.toMatch(/<input|<button/);
});

test('Absolute addresses in it are those of the place it will be at', () => {
	const html = read('en/questions/defend-nato-ally/index.html');
	expect(html).toContain('href="https://beistand.example/de/questions/defend-nato-ally"');
	expect(html + read('en/questions/defend-nato-ally.csv')).not.toMatch(/127\.0\.0\.1|localhost/);
});

test('By region every address a machine follows leads to the files by region', () => {
	const html = read('en/questions/defend-nato-ally/by-region/index.html');
	const named = [
		...html.matchAll(/<link rel="alternate"[^>]* href="([^"]*)"/g),
		...html.matchAll(/<meta property="og:(?:image|url)" content="([^"]*)"/g),
		...html.matchAll(/"contentUrl":"([^"]*)"/g)
	].map(([, address = '']) => new URL(address, 'https://beistand.example'));
	expect(named.length).toBeGreaterThanOrEqual(10);
	for (const { href, pathname, search } of named) {
		expect(pathname, href).toContain('/defend-nato-ally/by-region');
		expect(search, href).toBe('');
		const file = join(folder, pathname);
		expect(existsSync(file), href).toBe(true);
	}
	const rows = readFileSync(join(folder, 'en/questions/defend-nato-ally/by-region.csv'), 'utf8');
	expect(rows).toContain('https://beistand.example/en/questions/defend-nato-ally/by-region,');
	const texts = globSync('**/*.{html,csv,json,md,svg,txt,atom}', { cwd: folder });
	const api = /^(openapi\.json|llms\.txt)$/;
	expect(texts.filter((name) => !api.test(name) && read(name).includes('by=region'))).toEqual([]);
	expect(pages().filter((name) => /\/oembed\?|<button/.test(read(name)))).toEqual([]);
	// In pictures and workbooks nobody can change an address afterwards.
	for (const lang of ['en', 'de']) {
		const base = join(folder, `${lang}/questions/defend-nato-ally/by-region`);
		const address = `https://beistand.example/${lang}/questions/defend-nato-ally/by-region`;
		const book = unzipSync(readFileSync(`${base}.xlsx`));
		const cells = Object.values(book).map((bytes) => strFromU8(bytes));
		expect(cells.filter((text) => text.includes('by=region'))).toEqual([]);
		expect(cells.filter((text) => text.includes(address)).length).toBeGreaterThan(0);
		const picture = readFileSync(`${base}.png`).toString();
		expect(picture).toContain(address);
		expect(picture).not.toContain('by=region');
		expect(read(`${base.slice(folder.length + 1)}.svg`).replace(/<[^>]*>/g, '')).toContain(
			address.slice('https://'.length)
		);
	}
});

describe.skipIf(!hasNginx)('behind nginx with the rules beside it', () => {
	let nginx: RunningNginx;
	beforeAll(async () => {
		nginx = await startNginx([1, 1], (configuration) =>
			configuration
				.replace(
					'location / {',
					`root ${folder};\n\t\tinclude ${folder}/nginx-rules.conf;\n\t\tlocation /unused/ {`
				)
				.replace('location = / {', 'location = /unused {')
				.replace('location /_app/immutable/ {', 'location /unused/built/ {')
				.replace('http {', 'http {\n\tinclude /etc/nginx/mime.types;')
		);
	});
	afterAll(() => nginx.stop());
	const get = (path: string, headers: Record<string, string> = {}) =>
		fetch(nginx.origin + path, { redirect: 'manual', headers });

	test('files have the headers they have on the server', async () => {
		const csv = await get('/en/questions/defend-nato-ally.csv');
		expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
		expect(csv.headers.get('access-control-allow-origin')).toBe('*');
		expect(csv.headers.get('link')).toContain(
			'</en/questions/defend-nato-ally.csv-metadata.json>; rel="describedby"'
		);
		const page = await get('/en/questions/defend-nato-ally');
		expect(page.status).toBe(200);
		expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		expect(page.headers.get('x-content-type-options')).toBe('nosniff');
		expect(page.headers.get('cache-control')).toContain('s-maxage');
		const embed = await get('/de/embed/questions/defend-nato-ally');
		expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *');
		expect(embed.headers.get('x-robots-tag')).toBe('noindex');
		for (const [path, reader, lang] of [
			['/en/nothing', 'de', 'en'],
			['/de/nothing', 'en', 'de'],
			['/nothing', 'de-AT,de;q=0.9', 'de'],
			['/nothing', 'fr', 'en']
		] as const) {
			const lost = await get(path, { 'accept-language': reader });
			expect(lost.status).toBe(404);
			expect(await lost.text(), path).toContain(`lang="${lang}"`);
		}
		const about = await get('/en/questions/defend-nato-ally.csv-metadata.json');
		expect(about.headers.get('content-type')).toBe('application/csvm+json');
		// As the picture and the workbook name the view, and links from elsewhere.
		for (const [form, into] of [
			['', ''],
			['.csv', '.csv']
		])
			expect(
				(await get(`/en/questions/defend-nato-ally${form}?by=region`)).headers.get('location')
			).toBe(`/en/questions/defend-nato-ally/by-region${into}`);
		expect((await get('/', { 'accept-language': 'de' })).headers.get('location')).toMatch(/\/de$/);
		expect((await get('/', { 'accept-language': 'fr' })).headers.get('location')).toMatch(/\/en$/);
		const zipped = await get('/en', { 'accept-encoding': 'gzip' });
		expect(zipped.headers.get('content-encoding')).toBe('gzip');
	});

	test('the page of the embed code shows what the embed will look like', async () => {
		const browser = await launch();
		try {
			const page = await browser.newPage();
			// The place the export was made for is this nginx.
			await page.route('https://beistand.example/**', async (route) => {
				const { pathname } = new URL(route.request().url());
				await route.fulfill({ response: await route.fetch({ url: nginx.origin + pathname }) });
			});
			await page.goto(
				'https://beistand.example/de/embed-code/questions/defend-nato-ally/by-region'
			);
			await page.locator('.preview').scrollIntoViewIfNeeded();
			const embed = page.frameLocator('.preview iframe');
			await embed.locator('svg:visible').first().waitFor();
			expect(await embed.locator('main').textContent()).toContain('Ost');
			expect(await page.locator('main').textContent()).not.toContain('oEmbed:');
		} finally {
			await browser.close();
		}
	});

	test('a reader sees the page, its chart and its table, and nothing is missing', async () => {
		const browser = await launch();
		try {
			for (const width of [320, 1280]) {
				const page = await browser.newPage({ viewport: { width, height: 900 } });
				const faults: string[] = [];
				page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
				page.on('response', (reply) => reply.status() >= 400 && faults.push(reply.url()));
				await page.goto(`${nginx.origin}/de/questions/defend-nato-ally/by-region`);
				expect(await page.locator('.drawing svg:visible').count()).toBe(1);
				expect(await page.locator('td[data-figure] .number:visible').count()).toBeGreaterThan(5);
				expect(await page.locator('[data-needs-server]:visible, form:visible').count()).toBe(0);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
					width
				);
				if (process.env['SHOTS'])
					await page.screenshot({
						path: join(process.env['SHOTS'], `export-${width}.png`),
						fullPage: true
					});
				expect(faults).toEqual([]);
				await page.close();
			}
		} finally {
			await browser.close();
		}
	});

	test('the texts to embed a chart are there, and work in a newsroom’s page', async () => {
		const [, scripted = '', picture = ''] = textsIn(
			await (await get('/de/embed-code/questions/defend-nato-ally')).text()
		);
		const browser = await launch();
		const host = await startHost();
		try {
			const { page, complaints } = await emptyPage(browser, {
				viewport: { width: 700, height: 900 }
			});
			// What the texts name is where the files will be; here nginx stands for it.
			await page.route('https://beistand.example/**', async (route) => {
				const { pathname, search } = new URL(route.request().url());
				const response = await route.fetch({ url: nginx.origin + pathname + search });
				await route.fulfill({ response });
			});
			// Too low, so that only the script can have made it fit.
			const low = eager(scripted).replace(/ style="width:100%;height[^"]*"/, ' style="width:100%"');
			expect(low).not.toBe(eager(scripted));
			await page.goto(host.show(articlePage(low + picture)));
			const embed = await embedOn(page);
			await expect.poll(() => isFitted(embed)).toBe(true);
			await embed.inside.locator('summary').click();
			await expect.poll(() => isFitted(embed)).toBe(true);
			const image = page.locator('a > img');
			await expect
				.poll(() => image.evaluate((img) => (img as HTMLImageElement).naturalWidth))
				.toBeGreaterThan(1000);
			expect(complaints).toEqual([]);
		} finally {
			await browser.close();
			await host.close();
		}
	});
});
