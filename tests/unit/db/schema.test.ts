import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as codes from '#db/codes.ts';
import { readDescriptor } from '#db/package/descriptor.ts';
import { printFault } from '#db/package/schema.ts';
import { readmes } from '#db/readme.ts';
import * as tablesOfSchema from '#db/schema.ts';
import { exported } from '#db/sql.ts';
import { readCsv, schema, textOf } from '../../fixtures/data-package.ts';

const read = (path: string): string =>
	readFileSync(new URL(`../../../db/${path}`, import.meta.url), 'utf8');

const tables = new Map<string, SQLiteTable>(
	Object.values(tablesOfSchema)
		.filter((value) => is(value, SQLiteTable))
		.map((table) => [getTableName(table), table])
);

/** Table → its docstring as one line. */
const docstrings = new Map(
	readdirSync(new URL('../../../db/tables', import.meta.url)).flatMap((name) =>
		[
			...read(`tables/${name}`).matchAll(
				/\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport const \w+ = sqliteTable\(\s*'(\w+)'/g
			)
		].map(([, doc = '', table = '']): [string, string] => [
			table,
			doc.replace(/\s+\*?\s*/g, ' ').trim()
		])
	)
);

const fields = schema.resources.flatMap((resource) =>
	resource.schema.fields.map((field) => ({ resource, field }))
);

test('schema.sql is what the tables say (else run "npm run db:sql")', () => {
	expect(read('schema.sql')).toBe(exported());
});

test('README.md of the data is what datapackage.json says (else run "node db/readme.ts")', () => {
	const { found, expected } = readmes();
	expect(found).toBe(expected);
});

test('README.md of the data lists every column once', () => {
	const listed = [...readmes().found.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
	expect(listed).toEqual(fields.map(({ field }) => field.name));
});

test('The headers of the CSV files are those of datapackage.json', () => {
	for (const resource of schema.resources)
		expect(readCsv(resource.path).header).toEqual(resource.schema.fields.map(({ name }) => name));
});

test('Every column of a CSV file is one of a table, filled and empty by the same rule', () => {
	const plain = fields.filter(({ field }) => field.type !== 'list');
	expect(plain.length).toBeGreaterThan(120);
	for (const { resource, field } of plain) {
		const table = tables.get(resource.name);
		const columns = table ? Object.values(getTableColumns(table)) : [];
		const column = columns.find(({ name }) => name === field.name);
		expect(column, `${resource.name}.${field.name}`).toBeDefined();
		expect(column?.notNull, `${resource.name}.${field.name}`).toBe(
			Boolean(field.constraints?.required)
		);
	}
});

test('Every list column has a table that links its entries', () => {
	const lists = fields.filter(({ field }) => field.type === 'list');
	// Two lists of an item, asked and not asked, share a table.
	expect(lists.map(({ resource, field }) => `${resource.name}.${field.name}`).sort()).toEqual([
		'answers.net_of',
		'claims.figures',
		'directions.source_ids',
		'figures.source_ids',
		'items.asked_in',
		'items.not_asked_in',
		'items.source_ids',
		'passages.claim_ids',
		'populations.members',
		'readings.figures',
		'surveys.source_ids'
	]);
	const links = [...tables.keys()].filter(
		(name) => !schema.resources.some((resource) => resource.name === name)
	);
	expect(links.sort()).toEqual([
		'answer_parts',
		'claim_figures',
		'data_version',
		'direction_sources',
		'figure_sources',
		'item_populations',
		'item_sources',
		'median_members',
		'passage_claims',
		'reading_figures',
		'survey_sources'
	]);
});

/** The load adds sums of printed parts to the figures; a package may not state one. */
const ofPackage = (list: readonly string[]): string[] =>
	list.filter((code) => code !== 'sum_of_parts');

test('The codes of the tables are those of datapackage.json', () => {
	const used = fields.flatMap(({ resource, field }) => {
		const given = field.constraints?.enum;
		if (!given) return [];
		const table = tables.get(resource.name);
		const columns = table ? Object.values(getTableColumns(table)) : [];
		const column = columns.find(({ name }) => name === field.name);
		expect(ofPackage(column?.enumValues ?? []), `${resource.name}.${field.name}`).toEqual(given);
		return [given];
	});
	for (const [name, list] of Object.entries(codes))
		expect(used, name).toContainEqual(ofPackage(list));
});

test('The docstring of every table begins as datapackage.json describes the file', () => {
	for (const { name, description } of schema.resources)
		expect(docstrings.get(name)?.startsWith(description), name).toBe(true);
});

test('Every table has a docstring that says what one row means', () => {
	expect([...docstrings.keys()].sort()).toEqual([...tables.keys()].sort());
	for (const doc of docstrings.values()) expect(doc).toMatch(/^(One row is|Which|Where) /);
});

// prettier-ignore
test.each([
	['is no JSON', '{"version":\n"2026-11-24",}', 'db/data/datapackage.json:2: expected well-formed JSON'],
	['is no object', 'null', 'db/data/datapackage.json:1: column resources: "" given; expected a list'],
	['has no day', textOf('datapackage.json').replace(schema.version, 'today'), 'db/data/datapackage.json:1: column version: "today" given; expected the day of the last change as YYYY-MM-DD'],
	['has an unknown type', textOf('datapackage.json').replace('"integer"', '"int"'), 'expected a name and a type of string, integer, number, date, list'],
	['has a pattern that is none', textOf('datapackage.json').replaceAll('^c\\\\d+$', '^c('), 'column claims.claim_id: "^c(" given; expected a pattern that is a regular expression'],
	['has no German for an English column', textOf('datapackage.json').replaceAll('"answer_scale_de"', '"answer_scale_at"'), 'column questions.answer_scale_en: "answer_scale_en" given; expected a column of the same name for the German'],
	['has a key that points nowhere', textOf('datapackage.json').replaceAll('"resource": "items"', '"resource": "item"'), 'expected columns that this resource and the other one have']
])('A descriptor that %s is refused with a sentence', (_, json, expected) => {
	const { faults } = readDescriptor(json, 'db/data/datapackage.json');
	expect(faults.map(printFault).join('\n')).toContain(expected);
});

test('The descriptor as published has no fault', () => {
	expect(readDescriptor(textOf('datapackage.json'), 'datapackage.json').faults).toEqual([]);
});
