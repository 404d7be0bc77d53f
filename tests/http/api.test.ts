import { createHash } from 'node:crypto';
import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { addresses } from '#lib/formats/web/addresses.ts';
import { extracts } from '#lib/formats/extract.ts';
import { sampleOf } from '../support/sample.ts';
import { useSite } from '../support/site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const server = useSite();

interface Operation {
	operationId: string;
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
		.filter((path) => /export (const|\{) GET/.test(readFileSync(join(root, path), 'utf8')))
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
			const query =
				path === '/oembed' ? `?url=${encodeURIComponent(`${server.origin}/en/regions`)}` : '';
			const reply = await fetch(server.origin + filled(path) + query);
			expect(reply.status, path).toBe(200);
			const types = Object.keys(get.responses['200']?.content ?? {});
			expect(types, path).toContain(reply.headers.get('content-type')?.split(';')[0]);
		}
	});

	test('lists values that the server takes, whichever is asked for, and refuses another', async () => {
		const { paths } = await document();
		for (const [path, { get }] of Object.entries(paths).filter(([each]) => /\.csv$/.test(each)))
			for (const { name, schema, in: place } of get.parameters) {
				// Words to look for are right whatever they are.
				if (place !== 'query' || ['download', 'q', 'v'].includes(name)) continue;
				for (const value of sampleOf(schema.enum ?? [], 3)) {
					const reply = await fetch(`${server.origin}${filled(path)}?${name}=${value}`);
					expect(reply.status, `${path} ${name}=${value}`).toBe(200);
				}
				const wrong = await fetch(`${server.origin}${filled(path)}?${name}=no-such-value`);
				expect(wrong.status, `${path} ${name}`).toBe(400);
			}
	}, 60_000);

	test('is kept by every JSON reply, refusals too', async () => {
		const whole = await document();
		const ajv = new Ajv2020({ strict: false, allErrors: true });
		formats.default(ajv);
		ajv.addSchema(whole, 'api');
		const check = async (path: string, schema: object, status: number) => {
			const reply = await fetch(server.origin + path);
			expect(reply.status, path).toBe(status);
			const text = JSON.stringify(schema).replaceAll('#/components', 'api#/components');
			const isValid = ajv.compile(JSON.parse(text) as object);
			isValid(await reply.json());
			expect(isValid.errors?.slice(0, 3) ?? [], path).toEqual([]);
		};
		const problem = { $ref: '#/components/schemas/Problem' };
		const page = encodeURIComponent(`${server.origin}/en/regions`);
		const more: Record<string, string[]> = {
			'/{lang}/explore.json': [
				'',
				'?measure=net',
				'?measure=gap',
				'?measure=median',
				'?measure=rank'
			],
			'/{lang}/questions/{question}.json': ['?by=time', '?by=region', '?by=group'],
			'/oembed': [`?url=${page}`, `?url=${page}&maxwidth=100&maxheight=100`]
		};
		for (const [path, { get }] of Object.entries(whole.paths)) {
			const [type, { schema } = {}] = Object.entries(get.responses['200']?.content ?? {})[0] ?? [];
			if (!schema || !/json/.test(type ?? '')) continue;
			for (const query of more[path] ?? ['']) await check(filled(path) + query, schema, 200);
		}
		await check('/data/versions.json', { $ref: '#/components/schemas/Versions' }, 200);
		await check('/data/citation.csl.json', { $ref: '#/components/schemas/Csl' }, 200);
		for (const [path, status] of [
			['/en/explore.json?measure=nett', 400],
			['/en/questions/nope.json', 404],
			['/data/nope', 404],
			['/data/2020-01-01.000000000000/beistand.json', 404],
			['/oembed?url=https://beistand.invalid/en', 404]
		] as const)
			await check(path, problem, status);
	});

	test('gives every operation a name of its own', async () => {
		const { paths } = await document();
		const names = Object.values(paths).map(({ get }) => get.operationId);
		expect(new Set(names).size).toBe(names.length);
		expect(names.filter((name) => !/^[a-z]\w+$/i.test(name))).toEqual([]);
	});

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
			.replace('{file}', 'beistand.zip')
			.replace('{table}', 'figures')
			.replace('{survey}', 'pew-2015-spring');
});

describe('the page on the API', () => {
	test.each(['en', 'de'])('documents every column and parameter in %s', async (lang) => {
		const html = await (await fetch(`${server.origin}/${lang}/api`)).text();
		const { components } = await document();
		for (const column of components.schemas.Row.required)
			expect(html.includes(`id="column-${column}"`), column).toBe(true);
		for (const { path } of addresses) expect(html.includes(`>${path}</code>`), path).toBe(true);
		expect(html.includes('application/ld+json')).toBe(true);
	});

	test('states the sum of every file as it comes', async () => {
		const html = await (await fetch(`${server.origin}/en/api`)).text();
		const stated = html.matchAll(
			/<a href="\/data\/([\w.]+)"(?:(?!<\/li>)[\s\S])*?SHA-256 ([0-9a-f]{64})/g
		);
		const sums = [...stated].map(([, name = '', sum]) => ({ name, sum }));
		expect(sums.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['beistand.csv', 'beistand.zip', 'beistand.sqlite', 'changes.csv'])
		);
		for (const { name, sum } of sums) {
			const bytes = Buffer.from(await (await fetch(`${server.origin}/data/${name}`)).arrayBuffer());
			expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sum);
		}
	});
});
