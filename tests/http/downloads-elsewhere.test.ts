import Papa from 'papaparse';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { useSite } from '../support/site.ts';
import { has, run } from '../support/download-readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'beistand-'));
afterAll(() => rmSync(folder, { recursive: true }));
const server = useSite();

const files = [
	'/data/beistand.csv',
	'/de/regions.csv',
	'/en/questions/confidence-putin.csv?by=time',
	'/de/questions/defend-nato-ally.csv?shape=wide&by=region'
];

/** What Papa Parse reads, header and all. */
const read = (text: string): string[][] =>
	Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

async function saved(path: string): Promise<{ name: string; rows: string[][] }> {
	const text = await (await fetch(server.origin + path)).text();
	const name = join(folder, `${files.indexOf(path)}.csv`);
	writeFileSync(name, text);
	return { name, rows: read(text) };
}

describe('a row stands alone', () => {
	const measured = ['net', 'gap', 'median', 'rank', 'change'];
	const told = ['year', 'survey_title_en', 'survey_title_de', 'organisation', 'institute'];
	test.each([
		'/data/beistand.csv',
		'/en/questions/view-of-nato.csv?by=time',
		'/de/regions.csv',
		'/en/readings.csv',
		...measured.map((measure) => `/en/explore.csv?measure=${measure}`)
	])('in %s: when, by whom and in which survey', async (path) => {
		const text = await (await fetch(server.origin + path)).text();
		const { data } = Papa.parse<Record<string, string>>(text, {
			header: true,
			skipEmptyLines: true,
			delimiter: ','
		});
		expect(data.length).toBeGreaterThan(30);
		const needed = path.includes('readings')
			? told
			: [...told, 'question_title_en', 'question_title_de'];
		for (const name of needed)
			expect(data.filter((row) => !row[name]).map((row) => [name, row['survey_id']])).toEqual([]);
		// Each of two figures that are compared says what it is of, and so what tells it from the other.
		for (const part of ['first', 'second'])
			for (const name of [`${part}_label_en`, 'figure_ids'])
				expect(data.filter((row) => row[`${part}_pct`] && !row[name])).toEqual([]);
		for (const row of data.filter(({ first_pct, second_pct }) => first_pct && second_pct))
			expect(row['first_label_en'], row['figure_ids']).not.toBe(row['second_label_en']);
	});
});

describe.skipIf(!has('python3'))('Python', () => {
	const script = `import csv, json, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    print(json.dumps(list(csv.reader(file))))`;

	test.each(files)('reads %s as Papa Parse does', async (path) => {
		const { name, rows } = await saved(path);
		expect(JSON.parse(run('python3', ['-c', script, name]))).toEqual(rows);
	});

	test('reads the workbook of a view: numbers as numbers, the sheets in their order', async () => {
		const reply = await fetch(`${server.origin}/en/questions/confidence-putin.xlsx?by=region`);
		const name = join(folder, 'book.xlsx');
		writeFileSync(name, new Uint8Array(await reply.arrayBuffer()));
		const printed = run('python3', [
			join(import.meta.dirname, '../support/python/workbook.py'),
			name
		]);
		const { sheets, numbers, first } = JSON.parse(printed);
		expect(sheets).toEqual(['data', 'wording', 'codes', 'notes', 'about']);
		expect(first.slice(0, 6)).toEqual(expect.arrayContaining(['year', 'answer_label_en', 'pct']));
		expect(numbers).toEqual(expect.arrayContaining([40, 19]));
	});
});

describe.skipIf(!has('Rscript'))('R', () => {
	// Cells joined by characters that stand in none; bytes, so that no locale changes them.
	const script = `name <- commandArgs(TRUE)
cells <- read.csv(name, header = FALSE, colClasses = "character", na.strings = character(0), encoding = "UTF-8")
lines <- do.call(paste, c(lapply(cells, enc2utf8), sep = "\\x1f"))
writeBin(charToRaw(paste(lines, collapse = "\\x1e")), pipe("cat", "wb"))`;

	test.each(['C', 'C.UTF-8'])(
		'reads every file as Papa Parse does in the locale %s',
		async (locale) => {
			for (const path of files) {
				const { name, rows } = await saved(path);
				const printed = run('Rscript', ['-e', script, name], {
					env: { ...process.env, LC_ALL: locale }
				});
				expect(
					printed.split('\x1e').map((line) => line.split('\x1f')),
					path
				).toEqual(rows);
			}
		},
		120_000
	);
});
