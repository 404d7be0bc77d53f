import { readFileSync, globSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, describe, expect, test } from 'vitest';
import { addresses } from '#lib/formats/web/addresses.ts';
import { extracts } from '#lib/formats/extract.ts';
import { has, run } from '../support/download-readers.ts';
import { useServer } from '../support/site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const server = useServer();

interface Operation {
	parameters: { name: string; in: string; required: boolean; schema: Schema }[];
	responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}
interface Schema {
	enum?: string[];
	type: string;
	items?: Schema;
}
interface Document {
	paths: Record<string, { get: Operation }>;
	components: { schemas: { Row: { required: string[] } } };
}
const document = async (): Promise<Document> =>
	(await (await fetch(`${server.origin}/openapi.json`)).json()) as Document;

/** Routes that answer programs with files; the others are pages, redirects, or described elsewhere. */
function routes(): string[] {
	return globSync('src/routes/**/+server.ts', { cwd: root })
		.filter((path) => /const GET/.test(readFileSync(join(root, path), 'utf8')))
		.map((path) => path.replace('src/routes', '').replace('/+server.ts', ''))
		.map((path) =>
			path.replace('[extract=extract]', '{form}').replace(/\[(\w+)(=\w+)?\]/g, '{$1}')
		);
}

describe('the OpenAPI document', () => {
	test('is valid', async () => {
		const validated = await new Validator().validate({ ...(await document()) });
		expect(validated.errors).toBeUndefined();
		expect(validated.valid).toBe(true);
	});

	test('describes every address of a file, and none that is not there', () => {
		const described = addresses.map(({ path }) => path);
		const there = routes();
		expect(described.filter((path) => !there.includes(path))).toEqual([]);
		const files = there.filter(
			(path) => /\{(form|picture)\}/.test(path) || path.startsWith('/data/')
		);
		expect(files.filter((path) => !described.includes(path))).toEqual([]);
	});

	test('names a type for each form, and the server answers with it', async () => {
		const { paths } = await document();
		expect(Object.keys(paths).length).toBeGreaterThan(extracts.length * 4);
		for (const [path, { get }] of Object.entries(paths)) {
			const reply = await fetch(server.origin + filled(path));
			expect(reply.status, path).toBe(200);
			const types = Object.keys(get.responses['200']?.content ?? {});
			expect(types, path).toContain(reply.headers.get('content-type')?.split(';')[0]);
		}
	});

	test('lists values that the server takes, every one of them, and refuses another', async () => {
		const { paths } = await document();
		for (const [path, { get }] of Object.entries(paths).filter(([each]) => /\.csv$/.test(each)))
			for (const { name, schema, in: place } of get.parameters) {
				// Words to look for are right whatever they are.
				if (place !== 'query' || name === 'download' || name === 'q') continue;
				for (const value of schema.enum ?? []) {
					const reply = await fetch(`${server.origin}${filled(path)}?${name}=${value}`);
					expect(reply.status, `${path} ${name}=${value}`).toBe(200);
				}
				const wrong = await fetch(`${server.origin}${filled(path)}?${name}=no-such-value`);
				expect(wrong.status, `${path} ${name}`).toBe(400);
			}
	}, 60_000);

	test('describes the rows of the JSON form by their columns', async () => {
		const { components } = await document();
		const reply = await fetch(`${server.origin}/en/regions.json`);
		const { rows } = (await reply.json()) as { rows: object[] };
		expect(Object.keys(rows[0]!)).toEqual(components.schemas.Row.required);
	});

	const filled = (path: string): string =>
		path
			.replace('{lang}', 'de')
			.replace('{question}', 'defend-nato-ally')
			.replace('{figure}', 'pew-2015-spring~defend-nato-ally~deu~all~should')
			.replace('{claim}', 'c7')
			.replace('{file}', 'beistand.zip');
});

describe('the page on the API', () => {
	const folder = mkdtempSync(join(tmpdir(), 'beistand-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	/** What stands on the page to be copied. */
	async function snippet(tool: string, lang: string): Promise<string> {
		const html = await (await fetch(`${server.origin}/${lang}/api`)).text();
		const [, code = ''] =
			new RegExp(`<code data-tool="${tool}"[^>]*>([^<]*)</code>`).exec(html) ?? [];
		return code
			.replaceAll('&quot;', '"')
			.replaceAll('&gt;', '>')
			.replaceAll('&lt;', '<')
			.replaceAll('&amp;', '&');
	}

	test.each(['en', 'de'])('documents every column and parameter in %s', async (lang) => {
		const html = await (await fetch(`${server.origin}/${lang}/api`)).text();
		const { components } = await document();
		for (const column of components.schemas.Row.required)
			expect(html.includes(`id="column-${column}"`), column).toBe(true);
		for (const { path } of addresses) expect(html.includes(`>${path}</code>`), path).toBe(true);
		expect(html.includes('application/ld+json')).toBe(true);
	});

	test.skipIf(!has('Rscript'))('gives R lines that run as they stand', async () => {
		const code = await snippet('r', 'en');
		const check =
			'cat(figures$pct[figures$figure_id == "pew-2015-spring~defend-nato-ally~deu~all~should"], is.numeric(figures$pct), nrow(figures), names(figures)[1])';
		const printed = run('Rscript', ['-e', code, '-e', check]);
		console.log(printed);
		expect(printed).toMatch(/^38 TRUE \d+ figure_id$/);
	});

	test.skipIf(!has('python3'))('gives Python lines that run as they stand', async () => {
		const code = await snippet('python', 'de');
		const check =
			'print(figures[0]["figure_id"], [f["pct"] for f in figures if f["population_id"] == "deu"])';
		const printed = run('python3', ['-c', `${code}\n${check}`]);
		console.log(printed.trim());
		expect(printed).toContain("['38', '58', ''");
	});

	test.skipIf(!has('curl'))('gives curl a line that runs as it stands', async () => {
		const code = await snippet('curl', 'en');
		run('sh', ['-c', `cd '${folder}' && ${code}`]);
		expect(readFileSync(join(folder, 'figures.csv'), 'utf8')).toMatch(/^figure_id,survey_id,/);
	});

	test('gives Sheets and Excel the address of a CSV that is there', async () => {
		for (const tool of ['sheets', 'excel']) {
			const address = /"(http[^"]+)"/.exec(await snippet(tool, 'en'))?.[1] ?? '';
			expect((await fetch(address)).headers.get('content-type')).toContain('text/csv');
		}
	});
});
