import { unzipSync, strFromU8 } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { caveatsOf } from '#lib/formats/cite/caveats.ts';
import { tidyColumns, type Value } from '#lib/formats/columns.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { csvBlocks, toCsv } from '#lib/formats/tables/csv.ts';
import { resourceOf } from '#lib/formats/package/frictionless.ts';
import { datasetJsonLd } from '#lib/formats/web/json-ld.ts';
import { toMarkdown } from '#lib/formats/tables/markdown.ts';
import { wideTable, type Table } from '#lib/formats/tables/table.ts';
import { toSheet, toXlsx } from '#lib/formats/tables/xlsx.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { sheetRecords } from '../../support/download-readers.ts';
import { smallDatabase } from '../../fixtures/small.ts';
import { tidyTable } from '../../fixtures/tidy-table.ts';

const db = smallDatabase();

const csvOf = (...given: Parameters<typeof toCsv>): string => toCsv(...given).toString();

/** A view of the small survey as a file would hold it. */
function contentsOf(query: string): Contents {
	const { rows, dictionary } = getResult(db, 'help', new URLSearchParams(query), 'en')!;
	return {
		title: { en: 'Help', de: 'Hilfe' },
		rows,
		dictionary,
		page: 'https://example.org/en/questions/help',
		permalink: 'https://example.org/en/questions/help',
		terms: 'https://example.org/en/methods#terms',
		manual: 'https://example.org/en/api',
		dataVersion: '2015-06-10.abcdef'
	};
}

/** A table of one text column and one of numbers. */
const small = (records: Value[][]): Table => ({
	columns: [
		{ name: 'text', kind: 'text', about: { en: '', de: '' } },
		{ name: 'number', kind: 'number', about: { en: '', de: '' } }
	],
	records,
	key: ['text']
});

describe('a CSV', () => {
	test.each([
		['=1+1', "'=1+1"],
		['-2+3', "'-2+3"],
		['@x', "'@x"],
		['\tx', "'\tx"],
		['-5', '-5'],
		['-0.5', '-0.5'],
		['+3', '+3'],
		['a=1', 'a=1']
	])('writes the text %j as %j', (given, written) => {
		const { data } = Papa.parse<string[]>(csvOf(small([[given, null]])));
		expect(data[1]).toEqual([written, '']);
	});

	test('never quotes or guards a number, a negative one neither', () => {
		expect(csvOf(small([['gap', -14.5]]))).toBe('text,number\r\ngap,-14.5\r\n');
		expect(csvOf(small([['gap', -14.5]]), 'excel-de')).toBe('\uFEFFtext;number\r\ngap;-14,5\r\n');
		expect(csvOf(small([['gap', -0.5]]), 'excel-en')).toBe('\uFEFFtext,number\r\ngap,-0.5\r\n');
	});

	test('without rows is a header and nothing else', () => {
		expect(csvOf(small([]))).toBe('text,number\r\n');
	});

	test('is the same in blocks as whole, and makes no record before it is asked for', () => {
		const records = Array.from({ length: 333 }, (_, index) => [`Ü "${index}", ;`, index / 8]);
		let made = 0;
		const slowly = Iterator.from(records).map((record) => {
			made += 1;
			return record;
		});
		const blocks = csvBlocks({ ...small([]), records: slowly }, 'excel-de');
		expect(made).toBe(0);
		const first = [blocks.next().value!, blocks.next().value!];
		expect(made).toBeLessThan(100);
		expect(Buffer.concat([...first, ...blocks])).toEqual(toCsv(small(records), 'excel-de'));
		const { data } = Papa.parse<string[]>(csvOf(small(records)), { skipEmptyLines: true });
		expect(data.slice(1)).toEqual(records.map(([text, number]) => [text, String(number)]));
	});

	test('brings back umlauts, quotes, semicolons and line ends', () => {
		const text = 'Ü "quoted"; a, b\r\nnext\nlast';
		for (const dialect of ['default', 'excel-de', 'excel-en'] as const) {
			const csv = csvOf(small([[text, 1]]), dialect).replace('\uFEFF', '');
			const { data } = Papa.parse<string[]>(csv, { delimiter: dialect === 'excel-de' ? ';' : ',' });
			expect(data[1]).toEqual([text, '1']);
		}
	});
});

describe('a table', () => {
	test('tells zero from what was not published', () => {
		const { columns, records } = tidyTable(contentsOf('country=fra,deu').rows, contentsOf(''));
		const at = (name: string) => columns.findIndex((column) => column.name === name);
		const cells = records.map((record) => [
			record[at('figure_id')],
			record[at('pct')],
			record[at('absence')]
		]);
		expect(cells).toContainEqual(['pew-2015-spring~help~fra~all~yes', 0, null]);
		expect(cells).toContainEqual(['pew-2015-spring~help~deu~all~no', null, 'not_published']);
	});

	test('in its wide form has one row a bar and one pair of columns an answer', () => {
		const contents = contentsOf('country=usa,fra');
		const { columns, records, key } = wideTable(contents.rows, contents);
		expect(columns.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['pct_yes', 'absence_yes', 'pct_no', 'absence_no', 'pct_dk'])
		);
		expect(records).toHaveLength(2);
		expect(key).toEqual(['survey_id', 'question_id', 'population_id', 'group_id']);
		const usa = records.find((record) => record.includes('usa'))!;
		const cell = (name: string) => usa[columns.findIndex((column) => column.name === name)];
		expect([cell('pct_yes'), cell('pct_no'), cell('absence_dk')]).toEqual([
			60,
			35,
			'not_published'
		]);
		expect(cell('row_sum_pct')).toBe(95);
	});
});

describe('a workbook', () => {
	test('is the same bytes each time, with numbers as numbers and no formula', async () => {
		const contents = contentsOf('');
		const table = small([
			['=1+1', -3],
			['a\u0001b', 2.5]
		]);
		const [first, second] = [
			await toXlsx(contents, table, 'en'),
			await toXlsx(contents, table, 'en')
		];
		expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
		expect(sheetRecords(first, 'data')).toEqual([
			{ text: '=1+1', number: '-3' },
			{ text: 'ab', number: '2.5' }
		]);
		const sheet = strFromU8(unzipSync(first)['xl/worksheets/sheet1.xml']!);
		expect(sheet).not.toContain('<f>');
		expect(sheet).toMatch(/<c r="B2"><v>-3<\/v>/);
	});

	test('holds wording, notes and what its columns mean', async () => {
		const contents = contentsOf('');
		const book = await toXlsx(contents, tidyTable(contents.rows, contents), 'de');
		expect(sheetRecords(book, 'wording')[0]).toMatchObject({
			survey_id: 'pew-2015-spring',
			wording_en: 'Would you, "help"; or not?'
		});
		const about = sheetRecords(book, 'about').map((record) => Object.values(record)[0]);
		expect(about).toEqual(expect.arrayContaining(['not_asked', 'reported', ...tidyColumns]));
	});

	test('of whatever maker has the style Normal, no pane without a width, and buttons over a table', async () => {
		const contents = contentsOf('');
		const books = [
			await toXlsx(contents, tidyTable(contents.rows, contents), 'en'),
			await toSheet(['answer', 'pct'], [['yes', 38]])
		];
		for (const book of books) {
			const files = Object.entries(unzipSync(book)).map(
				([path, bytes]) => [path, strFromU8(bytes)] as const
			);
			const styles = files.find(([path]) => path === 'xl/styles.xml')?.[1];
			expect(styles).toContain('<cellStyle name="Normal"');
			const sheets = files.filter(([path]) => path.startsWith('xl/worksheets/sheet'));
			for (const [path, xml] of sheets) expect(xml, path).not.toMatch(/[xy]Split="0"/);
			expect(sheets[0]?.[1]).toMatch(/<autoFilter ref="A1:(?!A\d)/);
		}
	});
});

describe('caveats', () => {
	const caveat = (id: string) => {
		const { rows, dictionary } = contentsOf('country=deu,median-2,usa');
		return caveatsOf(
			rows.find(({ figure }) => figure.endsWith(id))!,
			dictionary,
			'en'
		);
	};

	test('name base, number of interviews, margin, status and weak sources', () => {
		expect(caveat('usa~all~yes')).toBe(
			'all who were asked, don’t know included; n not published; margin of error not published; rounded; status: published'
		);
		expect(caveat('deu~all~yes')).toContain('status: reported by the press; low confidence');
	});

	test('say of a median that it has no base', () => {
		expect(caveat('median-2~all~yes')).toMatch(/^median over countries, has no base of its own/);
	});
});

test('Markdown keeps a table a table whatever stands in a cell', () => {
	const contents = contentsOf('country=usa');
	const row = { ...contents.rows[0]!, note: { en: 'a | b\n<i>*c*', de: '' } };
	const lines = toMarkdown({ ...contents, rows: [row] }, 'en').split('\n');
	const line = lines.find((each) => each.includes(row.figure));
	expect(line).toContain('a \\| b \\<i\\>\\*c\\*');
	expect(line?.split(/(?<!\\)\|/)).toHaveLength(7);
});

test('a Frictionless field names its categories and what an empty cell means', () => {
	const contents = contentsOf('');
	const table = tidyTable(contents.rows, contents);
	const { schema } = resourceOf({ name: 'x', path: 'x.csv', about: '', table }, 1);
	const field = (name: string) => schema.fields.find((each) => each.name === name);
	expect(field('absence')?.categories).toContainEqual({
		value: 'not_asked',
		label: 'not asked'
	});
	expect(field('pct')?.description).toContain('empty: no number; the reason is in absence');
	// Readers of version 1 of the standard ask for both.
	expect(schema.missingValues).toEqual(['']);
	expect(field('figure_id')?.constraints).toEqual({ required: true, unique: true });
});

test('answers that are a scale are ordered categories, don’t know breaks the scale', () => {
	const ordered = (query: string) => {
		const contents = contentsOf(query);
		const table = tidyTable(contents.rows, contents);
		return table.columns.find(({ name }) => name === 'answer_id')?.ordered;
	};
	expect(ordered('answer=yes,no')).toBe(true);
	expect(ordered('answer=yes,no,dk')).toBe(false);
});

test('schema.org is told what Google’s data set search asks for', () => {
	const contents = contentsOf('');
	const dataset = datasetJsonLd(contents, {
		lang: 'en',
		files: { csv: 'https://example.org/en/questions/help.csv' },
		isPartOf: 'https://example.org/en/api'
	}) as Record<string, unknown>;
	const { name, description, license, distribution, isPartOf } = dataset;
	expect(name).toBe('Help');
	expect(String(description).length).toBeGreaterThan(50);
	expect(license).toBe('https://example.org/en/methods#terms');
	expect(distribution).toEqual([
		{
			'@type': 'DataDownload',
			contentUrl: 'https://example.org/en/questions/help.csv',
			encodingFormat: 'text/csv'
		}
	]);
	expect(isPartOf).toMatchObject({ '@type': 'Dataset' });
});
