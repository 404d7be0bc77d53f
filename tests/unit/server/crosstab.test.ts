import fc from 'fast-check';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile } from '#db/open.ts';
import { readColumn, readRespondentFile } from '#db/respondents.ts';
import { store, undo } from '#lib/import/store/store.ts';
import { getCrosstab } from '#lib/server/crosstab/crosstab.ts';
import { openRespondents, type Respondents } from '#lib/server/crosstab/respondents.ts';
import { crosstabQuery, parseCrosstab } from '#lib/view/crosstab.ts';
import { testSentence } from '#lib/words/explore/crosstab.ts';
import {
	bytesOf as fileBytes,
	folder,
	local,
	map,
	rightMapping,
	run,
	sav,
	saveMapping,
	smallMapping,
	useSyntheticFile
} from '../../support/import-run.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { describe2015 } from '../../fixtures/synthetic/spring-2015.ts';

/* The respondents as they are kept, and the crosstab made of them. */

useSyntheticFile();

const db = realDatabase();
const respondentsFile = join(local, 'respondents.sqlite');
const kept = join(folder, 'kept.sqlite');
const description = describe2015();
const people = [...description.rows];
const place = new Map(description.variables.map(({ name }, index) => [name, index]));
const of = (row: (typeof people)[number], name: string) => row[place.get(name)!] as number | null;

let respondents: Respondents;
const importIt = async (mapping = smallMapping()) => {
	process.env['BEISTAND_LOCAL'] = local;
	saveMapping(mapping);
	return run(sav, { map, yes: true });
};

beforeAll(async () => {
	expect((await importIt(rightMapping())).error).toBeUndefined();
	// After each test the import is undone; this one stays.
	copyFileSync(respondentsFile, kept);
	respondents = openRespondents(kept)!;
});
afterAll(() => void openRespondents(join(folder, 'nowhere')));

const crosstab = (query = '') => getCrosstab(db, respondents, new URLSearchParams(query));

test('Every numeric variable of the file is kept, one value a respondent', () => {
	expect([...respondents.variables.keys()]).toEqual(description.variables.map(({ name }) => name));
	expect(respondents.rows).toBe(people.length);
	expect(respondents.isSynthetic).toBe(true);
	const { values } = readColumn(respondents.db, 'WEIGHT')!;
	expect([...values]).toEqual(people.map((row) => of(row, 'WEIGHT')));
	expect(readColumn(respondents.db, 'NOBODY')).toBeUndefined();
	const { codes, missing } = respondents.variables.get('QREGDE')!;
	expect(codes).toEqual([[1, 'West', 700], [2, 'East', 240], [3, 'Berlin', 60]]); // prettier-ignore
	expect(missing).toEqual([]);
	expect(respondents.variables.get('WEIGHT')!.codes).toBeNull();
});

/** Weighted share by hand, over the Germans that pass. */
function shareOf(code: number, passes: (row: (typeof people)[number]) => boolean) {
	const base = people.filter((row) => of(row, 'COUNTRY') === 10 && of(row, 'Q52') !== null && passes(row)); // prettier-ignore
	const sum = (rows: typeof people) => rows.reduce((all, row) => all + of(row, 'WEIGHT')!, 0);
	return { pct: (100 * sum(base.filter((row) => of(row, 'Q52') === code))) / sum(base), n: base.length }; // prettier-ignore
}

test('The usual table is the first question by East and West, with everybody first', () => {
	const { table, view, notices, query } = crosstab();
	expect([view.question, view.by, query, notices]).toEqual(['Q52', 'region', '', []]);
	expect(table!.groups.map(({ id, n }) => [id, n])).toEqual([['all', 1000], ['east', 240], ['west', 700]]); // prettier-ignore
	const [should] = table!.answers;
	const regions = [undefined, 2, 1];
	regions.forEach((region, index) => {
		const hand = shareOf(1, (row) => region === undefined || of(row, 'QREGDE') === region);
		expect(should!.cells[index]!.pct).toBeCloseTo(hand.pct, 9);
		expect(should!.cells[index]!.low!).toBeLessThan(hand.pct);
		expect(should!.cells[index]!.high!).toBeGreaterThan(hand.pct);
	});
	expect(table!.test!.p).toBeLessThan(0.05);
});

test('Rows add up to a hundred over the columns, and nets to their parts', () => {
	const { answers, groups } = crosstab('question=Q12F&by=sex').table!;
	expect(groups.map(({ letter }) => letter)).toEqual(['', 'A', 'B']);
	for (const { cells } of answers) {
		expect(cells[0]!.rowPct).toBeCloseTo(100, 9);
		expect(cells[1]!.rowPct + cells[2]!.rowPct).toBeCloseTo(100, 9);
	}
	const pctOf = (label: string) =>
		answers.find((answer) => answer.label.en.startsWith(label))!.cells[1]!.pct;
	expect(pctOf('Favorable')).toBeCloseTo(pctOf('Very fav') + pctOf('Somewhat fav'), 9);
	expect(answers.filter(({ isNet }) => isNet)).toHaveLength(2);
});

test('Columns that differ beyond sampling error are named', () => {
	// The generator gives East 40 and West 19 % confidence in Putin.
	const { answers } = crosstab('question=Q25D&by=region').table!;
	const none = answers.find(({ label }) => label.en === 'No confidence at all')!;
	expect(none.cells.map(({ above }) => above)).toEqual([[], [], ['A']]);
	// The column of everybody is compared with none.
	expect(answers.every(({ cells }) => cells[0]!.above.length === 0)).toBe(true);
});

test('Two codes of one answer are one answer: don’t know and refused', () => {
	const { answers } = crosstab().table!;
	expect(answers.map(({ label }) => label.en)).toEqual([
		'Should use military force',
		'Should not use military force',
		'Don’t know / refused'
	]);
	const [dk] = answers[2]!.cells;
	expect(dk!.pct).toBeCloseTo(shareOf(8, () => true).pct + shareOf(9, () => true).pct, 9);
});

test('Filters leave a part of the country, and the columns split it', () => {
	const { table } = crosstab('by=age&sex=women&region=west');
	const passes = (from: number, to: number) => (row: (typeof people)[number]) =>
		of(row, 'Q145') === 2 && of(row, 'QREGDE') === 1 && of(row, 'Q146')! >= from && of(row, 'Q146')! <= to; // prettier-ignore
	const spans = [[18, 97], [18, 29], [30, 49], [50, 64], [65, 97]] as const; // prettier-ignore
	spans.forEach(([from, to], index) => {
		const hand = shareOf(1, passes(from, to));
		expect(table!.groups[index]!.n).toBe(hand.n);
		expect(table!.answers[0]!.cells[index]!.pct).toBeCloseTo(hand.pct, 9);
	});
});

test('Any other variable can be the columns, by the labels of the file', () => {
	const { table, view, query } = crosstab('by=variable&variable=Q150GER');
	expect(view.variable).toBe('Q150GER');
	expect(query).toBe('by=variable&variable=Q150GER');
	expect(table!.groups.map(({ label }) => label.en)).toEqual(['All', 'Red', 'Blue', 'None']);
	const hand = shareOf(2, (row) => of(row, 'Q150GER') === 2);
	expect(table!.answers[1]!.cells[2]!.pct).toBeCloseTo(hand.pct, 9);
});

test('A table with few people marks what could not be published', () => {
	const { table } = crosstab('by=age&sex=women&region=east');
	const cells = table!.answers.flatMap((answer) => answer.cells);
	expect(cells.some(({ presentation }) => presentation === 'hide')).toBe(true);
	const small = table!.groups.findIndex(({ n }) => n < 50);
	expect(small).toBeGreaterThan(0);
	for (const { cells: row } of table!.answers) expect(row[small]!.presentation).toBe('hide');
});

test('Elsewhere there is no East and West, and nobody is left by a filter that excludes all', () => {
	expect(crosstab('country=fra').table!.groups.map(({ id }) => id)).toEqual(['all']);
	expect(crosstab('country=fra').table!.test).toBeNull();
	expect(crosstab('country=fra&region=east').table).toBeNull();
	// Asked in Russia only.
	expect(crosstab('question=Q34').table).toBeNull();
});

test('What an address names wrongly is left out and named', () => {
	const { view, notices, query } = crosstab('question=Q99&by=moon&sex=x&countries=1');
	expect([view.question, view.by, view.sex, query]).toEqual(['Q52', 'region', null, '']);
	expect(notices.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual([
		'unknown_key countries',
		'unknown_value by',
		'unknown_value question',
		'unknown_value sex'
	]);
});

test('Reading the canonical query gives the same view again', () => {
	const { catalog } = crosstab();
	const names = catalog.variables.map(({ name }) => name);
	const maybe = (key: string, values: readonly string[]) =>
		fc.option(fc.constantFrom(...values)).map((value) => (value === null ? [] : [[key, value]]));
	fc.assert(
		fc.property(
			fc.tuple(
				maybe('question', names),
				maybe('variable', names),
				maybe('by', ['region', 'sex', 'age', 'variable']),
				maybe('country', catalog.countries),
				maybe('region', ['east', 'west']),
				maybe('sex', ['men', 'women']),
				maybe('age', ['18-29', '30-49', '50-64', '65-'])
			),
			(parts) => {
				const { view } = parseCrosstab(new URLSearchParams(parts.flat()), catalog);
				const query = crosstabQuery(view, catalog);
				const again = parseCrosstab(new URLSearchParams(query), catalog);
				expect(again).toEqual({ view, notices: [] });
				expect(crosstabQuery(again.view, catalog)).toBe(query);
			}
		)
	);
});

test('Importing again keeps the same bytes, and undoing takes the respondents away', async () => {
	await importIt();
	const once = fileBytes(respondentsFile);
	await importIt();
	expect(fileBytes(respondentsFile)).toBe(once);
	const opened = openFile(respondentsFile, { table: 'file' });
	expect(readRespondentFile(opened.db).rows).toBe(people.length);
	opened.close();
	undo();
	expect(existsSync(respondentsFile)).toBe(false);
	expect(openRespondents(respondentsFile)).toBeUndefined();
});

test('If the respondents cannot be written nothing is stored, and the former ones stay', async () => {
	await importIt();
	const before = fileBytes(respondentsFile);
	const files = new Map([['import.json', '{}\n']]);
	const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
	expect(() =>
		store(files, () => {
			throw full;
		})
	).toThrow(/Nothing was stored\. no space left/);
	expect(fileBytes(respondentsFile)).toBe(before);
});

test('The test of the whole table is told in either language', () => {
	const test = { f: 3.812, df1: 1.71, df2: 1608.5, p: 0.028 };
	expect(testSentence(test, 'en')).toContain('F(1.7; 1,608.5) = 3.81, p = .028. The differences');
	expect(testSentence({ ...test, p: 0.3 }, 'de')).toContain(
		'F(1,7; 1.608,5) = 3,81, p = 0,300. Unterschiede zwischen den Spalten sind vom Stichprobenfehler nicht'
	);
});
