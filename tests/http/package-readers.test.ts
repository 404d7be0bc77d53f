import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, run } from '../support/download-readers.ts';
import { useSite } from '../support/site.ts';

/* The data package and its codebooks in the hands of the programs that they are made for. */

const server = useSite();
const folder = mkdtempSync(join(tmpdir(), 'beistand-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Descriptor {
	resources: { name: string; path: string }[];
}
const archive = join(folder, 'beistand.zip');
/** What the archive names, in its order, and the texts in it. */
let names: string[];
let zipped: Map<string, string>;
let descriptor: Descriptor;
/** Rows of each resource, as Papa Parse counts them. */
let rows: Record<string, number>;

beforeAll(async () => {
	const reply = await server.get('/data/beistand.zip');
	const body = await reply.arrayBuffer();
	const files = unzipSync(new Uint8Array(body));
	names = Object.keys(files);
	const filled = Object.entries(files).filter(([path]) => !path.endsWith('/'));
	zipped = new Map(filled.map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
	writeFileSync(archive, new Uint8Array(body));
	for (const [path, bytes] of filled) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	}
	descriptor = JSON.parse(zipped.get('datapackage.json') ?? '') as Descriptor;
	rows = Object.fromEntries(
		descriptor.resources.map(({ name, path }) => [
			name,
			Papa.parse(zipped.get(path) ?? '', { skipEmptyLines: true }).data.length - 1
		])
	);
});

/** From where it lies, and from the folder that the archive was opened into. */
const places = (): string[] => [
	`${server.origin}/data/datapackage.json`,
	join(folder, 'datapackage.json')
];

// The npm reader makes no folders of its own and fails at the first file in one.
test('the archive names each folder before what is in it', () => {
	const inFolders = names.filter((name) => /\/./.test(name));
	expect(inFolders.length).toBeGreaterThan(40);
	const early = inFolders.filter(
		(name) => names.indexOf(name.replace(/[^/]+$/, '')) >= names.indexOf(name)
	);
	const missing = inFolders.filter((name) => !names.includes(name.replace(/[^/]+$/, '')));
	expect([early, missing]).toEqual([[], []]);
});

const hasFrictionless = has('Rscript', 'frictionless');
describe.skipIf(!hasFrictionless)(
	`frictionless for R${hasFrictionless ? '' : ' (left out: R or its package frictionless is not installed)'}`,
	() => {
		const script = `options(readr.show_progress = FALSE)
data <- suppressMessages(frictionless::read_package(commandArgs(TRUE)))
for (name in frictionless::resources(data)) {
  table <- suppressMessages(frictionless::read_resource(data, name))
  cat(name, nrow(table), nrow(readr::problems(table)), "\\n")
}`;

		test('reads every resource whole and without a problem', () => {
			const expected = Object.entries(rows).map(([name, count]) => `${name} ${count} 0`);
			expect(expected.length).toBeGreaterThan(20);
			for (const place of places()) {
				const lines = run('Rscript', ['-e', script, place]).trim().split(/\s*\n/);
				expect(lines, place).toEqual(expected);
			}
		});
	}
);

/** Its last release asks for versions of other packages that are not kept any more, so it is no part of this project. */
const reader = 'datapackage';
const require = createRequire(import.meta.url);
const hasReader = ((): boolean => {
	try {
		require.resolve(reader);
		return true;
	} catch {
		return false;
	}
})();

interface Package {
	valid: boolean;
	errors: Error[];
	resources: { name: string; read(options: object): Promise<unknown[]> }[];
}

describe.skipIf(!hasReader)(
	`the npm reader${hasReader ? '' : ' (left out: `npm install --no-save datapackage@1.1.10` brings it)'}`,
	() => {
		test('takes the description as valid and reads every resource', async () => {
			const { Package } = require(reader) as { Package: { load(place: string): Promise<Package> } };
			for (const place of [places()[0]!, archive]) {
				const opened = await Package.load(place);
				expect([opened.valid, opened.errors], place).toEqual([true, []]);
				const read = await Promise.all(
					opened.resources.map(async (resource) => [
						resource.name,
						(await resource.read({ relations: false })).length
					])
				);
				expect(Object.fromEntries(read), place).toEqual(rows);
			}
		});
	}
);

/** From the DDI Alliance, under the LGPL and so not part of this project. */
const schema = join(import.meta.dirname, '../fixtures/ddi/codebook.xsd');
const lacking = !has('xmllint')
	? ' (left out: xmllint is not installed)'
	: !existsSync(schema)
		? ' (left out: put codebook.xsd of DDI-Codebook 2.5 and the files it imports into tests/fixtures/ddi)'
		: '';

describe(`the codebooks${lacking}`, () => {
	test.skipIf(lacking !== '')('are valid by the schema of the DDI Alliance', () => {
		const paths = [...zipped.keys()].filter((path) => path.startsWith('ddi/'));
		expect(paths.length).toBeGreaterThan(40);
		const { status, stderr } = spawnSync(
			'xmllint',
			['--nonet', '--noout', '--schema', schema, ...paths],
			{ cwd: folder, encoding: 'utf8' }
		);
		const said = stderr.trim().split('\n');
		expect(said.filter((line) => !line.endsWith(' validates'))).toEqual([]);
		expect([status, said.length]).toEqual([0, paths.length]);
	});

	test('are one for each survey with a figure, and hold its numbers', async () => {
		const figures = Papa.parse<Record<string, string>>(zipped.get('beistand.csv') ?? '', {
			header: true,
			skipEmptyLines: true,
			delimiter: ','
		}).data;
		const numbers = Map.groupBy(
			figures.filter(({ pct }) => pct !== ''),
			(row) => row['survey_id']!
		);
		for (const [survey, own] of numbers) {
			const xml = zipped.get(`ddi/${survey}.xml`) ?? '';
			const shares = [...xml.matchAll(/<catStat [^>]*URI="[^"]*\/([^"/]+)"[^>]*>([^<]+)</g)];
			const stated = shares.map(([, figure, pct]) => `${figure} ${pct}`);
			const published = own.map(({ figure_id, pct }) => `${figure_id} ${pct}`);
			expect(stated.toSorted(), survey).toEqual(published.toSorted());
		}
		const address = `/data/ddi/pew-2015-spring.xml`;
		expect(await (await server.get(address)).text()).toBe(zipped.get('ddi/pew-2015-spring.xml'));
	});
});
