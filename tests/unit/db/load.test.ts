import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from '#db/fill.ts';
import { isCurrent, load, LoadError, readPackage, type Package } from '#db/load.ts';
import { create, openFile, type Opened } from '#db/open.ts';
import { hashOf } from '#db/package.ts';
import {
	check,
	fileWith,
	lineOf,
	partWith,
	readCsv,
	schema,
	textOf
} from '../../fixtures/data-package.ts';
import { runs } from '../../support/sample.ts';

let folder: string;
let opened: Opened;
// What an analyst imported on this machine is none of this test's business.
process.env['BEISTAND_LOCAL'] = join(tmpdir(), 'beistand-without-local');
const source = readPackage(join(import.meta.dirname, '../../../db/data'));

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'beistand-load-'));
	load(source, join(folder, 'real.sqlite'));
	opened = openFile(join(folder, 'real.sqlite'));
});
afterAll(() => {
	opened.close();
	rmSync(folder, { recursive: true });
});

const rowsOf = (query: string): Record<string, unknown>[] => opened.db.all(sql.raw(query));
const sha256 = (path: string): string =>
	createHash('sha256').update(readFileSync(path)).digest('hex');

/** The real package with one figure changed. */
function otherPackage(): Package {
	const line = lineOf('figures.csv', 'pew-2015-spring,defend-nato-ally,deu,total,all,should,');
	const part = partWith({ 'figures.csv': fileWith('figures.csv', line, { pct: '39' }) });
	return { ...source, parts: [part], hash: 'f'.repeat(64) };
}

test('Every line of every file is a row of its table', () => {
	for (const { name, path } of schema.resources) {
		// No cell has a line end in it, so the lines below the header are the rows.
		const lines = textOf(path).trimEnd().split('\n').length - 1;
		// Sums of printed parts are made by the load and stand in no file.
		const printed = name === 'figures' ? ` WHERE status <> 'sum_of_parts'` : '';
		expect(rowsOf(`SELECT count(*) AS rows FROM "${name}"${printed}`), name).toEqual([
			{ rows: lines }
		]);
	}
});

/** For each list column: how the entries of one row are asked for, and in which form they come. */
const links: Record<string, string> = {
	'surveys.source_ids': 'SELECT source_id AS entry FROM survey_sources s WHERE KEY ORDER BY sort',
	'items.source_ids': 'SELECT source_id AS entry FROM item_sources s WHERE KEY ORDER BY sort',
	'items.asked_in': `SELECT population_id AS entry FROM item_populations s WHERE KEY AND asked = 'yes'`,
	'items.not_asked_in': `SELECT population_id AS entry FROM item_populations s WHERE KEY AND asked = 'no'`,
	'populations.members': `SELECT member_id AS entry FROM (SELECT median_id AS population_id, member_id FROM median_members) s WHERE KEY`,
	'answers.net_of': `SELECT part_id AS entry FROM (SELECT net_id AS answer_id, question_id, part_id FROM answer_parts) s WHERE KEY`,
	'figures.source_ids': `SELECT source_id AS entry FROM figure_sources s JOIN figures USING (figure_id) WHERE KEY ORDER BY sort`,
	'directions.source_ids': `SELECT source_id AS entry FROM direction_sources s WHERE KEY ORDER BY sort`,
	'readings.figures': `SELECT replace(figure_id, '~', '/') AS entry FROM reading_figures s WHERE KEY ORDER BY sort`,
	'claims.figures': `SELECT replace(figure_id, '~', '/') AS entry FROM claim_figures s WHERE KEY ORDER BY sort`,
	'passages.claim_ids': `SELECT claim_id AS entry FROM passage_claims WHERE KEY ORDER BY sort`
};
const ordered = (query: string, entries: string[]): string[] =>
	query.includes('ORDER BY') ? entries : entries.toSorted();

test('Every cell of every file is in the database, lists entry by entry', () => {
	let compared = 0;
	for (const { name, path, schema: resource } of schema.resources) {
		const { header, rows } = readCsv(path);
		const stored = new Map(
			rowsOf(`SELECT * FROM "${name}"`).map((row) => [
				resource.primaryKey.map((column) => row[column]).join('/'),
				row
			])
		);
		for (const row of rows) {
			const cells = Object.fromEntries(header.map((column, at) => [column, row[at] ?? '']));
			const key = resource.primaryKey.map((column) => cells[column]).join('/');
			const where = resource.primaryKey
				.map((column) => `"${column}" = '${cells[column]}'`)
				.join(' AND ');
			for (const { name: column, type } of resource.fields) {
				const cell = cells[column] ?? '';
				const query = links[`${name}.${column}`]?.replace('KEY', where);
				if (type === 'list' && query) {
					const entries = rowsOf(query).map(({ entry }) => String(entry));
					expect(ordered(query, entries), `${key} ${column}`).toEqual(
						ordered(query, cell.split(';').filter(Boolean))
					);
				} else {
					const isNumber = type === 'integer' || type === 'number';
					const expected = cell === '' ? null : isNumber ? Number(cell) : cell;
					expect(stored.get(key)?.[column], `${key} ${column}`).toBe(expected);
				}
				compared++;
			}
		}
	}
	const cells = schema.resources.map(({ path }) => readCsv(path).rows.flat().length);
	expect(compared).toBe(cells.reduce((sum, count) => sum + count, 0));
	expect(compared).toBeGreaterThan(20_000);
});

test('The same data give the same file, byte by byte', () => {
	load(source, join(folder, 'again.sqlite'));
	expect(sha256(join(folder, 'again.sqlite'))).toBe(sha256(join(folder, 'real.sqlite')));
});

test('Other data give another version, and the file is no longer current', () => {
	const path = join(folder, 'other.sqlite');
	const other = otherPackage();
	expect(load(other, path)).toBe(`${source.schema.version}.ffffffffffff`);
	expect(isCurrent(other, path)).toBe(true);
	expect(isCurrent(source, path)).toBe(false);
	expect(isCurrent(source, join(folder, 'real.sqlite'))).toBe(true);
	expect(sha256(path)).not.toBe(sha256(join(folder, 'real.sqlite')));
});

test('The hash is that of the files, and any change of one changes it', () => {
	expect(hashOf([partWith()])).toBe(source.hash);
	const changed = partWith({ 'withdrawn.csv': `${textOf('withdrawn.csv')} ` });
	expect(hashOf([changed])).not.toBe(source.hash);
});

test('A fault stops the load before anything is written', () => {
	const path = join(folder, 'other.sqlite');
	const before = sha256(path);
	const part = partWith({ 'figures.csv': fileWith('figures.csv', 2, { pct: '138', status: 'x' }) });
	expect(() => load({ ...source, parts: [part] }, path)).toThrow(LoadError);
	expect(sha256(path)).toBe(before);
	expect(readdirSync(folder).filter((name) => name.includes('loading'))).toEqual([]);
});

test('What the checks let pass, the database takes', () => {
	const cells = schema.resources.flatMap(({ path }) => {
		const { header, rows } = readCsv(path);
		return header.map((column, at) => ({ path, column, values: rows.map((row) => row[at] ?? '') }));
	});
	const anyChange = fc
		.constantFrom(...cells.filter(({ values }) => values.length > 0))
		.chain(({ path, column, values }) =>
			fc.record({
				path: fc.constant(path),
				column: fc.constant(column),
				line: fc.integer({ min: 2, max: values.length + 1 }),
				value: fc.constantFrom(...new Set(values), '', '0', '100', 'yes', '2015-01-01')
			})
		);
	let taken = 0;
	fc.assert(
		fc.property(anyChange, ({ path, column, line, value }) => {
			const { tables, faults } = check(
				partWith({ [path]: fileWith(path, line, { [column]: value }) })
			);
			if (faults.length > 0) return;
			const memory = create(':memory:');
			fill(memory, source.structure, tables, { day: '2026-11-24', hash: source.hash });
			memory.close();
			taken++;
		}),
		{ numRuns: runs(20, 200) }
	);
	expect(taken).toBeGreaterThan(4);
});
