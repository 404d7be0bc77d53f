import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesSource, numbersOf, openSav, stringsOf, type ByteSource } from '#lib/sav/index.ts';
import { savBytes, writeSav, type FileDescription, type Value } from '../../fixtures/sav/bytes.ts';
import { columnsOf } from '../../fixtures/sav/files.ts';

const long = 'ä'.repeat(100) + 'b'.repeat(355) + '€ end'; // 100 × 2 + 355 + 3 + 4 = 562 bytes of UTF-8

function description(changes: Partial<FileDescription> = {}): FileDescription {
	const rows: Value[][] = [
		[1, 1.5, 'AB', 'twenty bytes of text', long, 13_647_744_000],
		[-7, null, '', 'none', '', null],
		[9, -0.25, 'Ü', 'zz', 'short', 12_219_379_200.5]
	];
	return {
		variables: [
			{
				name: 'Frage_Größe',
				label: 'Wie groß?',
				format: [5, 2, 0],
				valueLabels: [
					[1, 'groß'],
					[9, 'weiß nicht']
				],
				missing: { values: [9], range: [-Number.MAX_VALUE, -1] }
			},
			{ name: 'Weight', format: [5, 11, 8] },
			{ name: 'CODE', width: 3, valueLabels: [['AB', 'Abend']], missing: { values: ['AB', 'XY'] } },
			{
				name: 'Answer',
				width: 20,
				valueLabels: [['twenty bytes of text', 'Etikett']],
				missing: { values: ['none', 'refused'] }
			},
			{ name: 'Open', width: 600, label: 'very long' },
			{ name: 'Day', format: [20, 11, 0] }
		],
		rows,
		cases: rows.length,
		weight: 'Weight',
		fileLabel: 'Prüfung',
		encodingName: 'UTF-8',
		...changes
	};
}

const expected = {
	Frage_Größe: [1, -7, 9],
	Weight: [1.5, NaN, -0.25],
	CODE: ['AB', '', 'Ü'],
	Answer: ['twenty bytes of text', 'none', 'zz'],
	Open: [long, '', 'short'],
	Day: [13_647_744_000, NaN, 12_219_379_200.5]
};

const forms = (['none', 'bytecode', 'zsav'] as const).flatMap((compression) =>
	[true, false].flatMap((littleEndian) =>
		[3, -1].map((cases) => ({ compression, littleEndian, cases }))
	)
);

test.each(forms)('reads $compression, little-endian $littleEndian, $cases cases', (form) => {
	const file = openSav(savBytes(description(form)));
	expect(file.dictionary).toMatchObject({
		compression: form.compression,
		endianness: form.littleEndian ? 'little' : 'big',
		cases: form.cases === -1 ? undefined : 3,
		weight: 'Weight',
		fileLabel: 'Prüfung',
		productName: '@(#) SPSS DATA FILE sav-bytes'
	});
	expect(columnsOf(file)).toEqual(expected);
});

test.each([true, false])('reads labels and missing rules, little-endian %s', (littleEndian) => {
	const { variables } = openSav(savBytes(description({ littleEndian }))).dictionary;
	const [number, , code, answer, open, day] = variables;
	expect(number).toMatchObject({ label: 'Wie groß?', type: 'numeric', width: 0 });
	expect(number!.valueLabels).toEqual(
		new Map([
			[1, 'groß'],
			[9, 'weiß nicht']
		])
	);
	expect(number!.missing).toEqual({ values: [9], range: { low: -Infinity, high: -1 } });
	expect(code!.valueLabels).toEqual(new Map([['AB', 'Abend']]));
	expect(code!.missing).toEqual({ values: ['AB', 'XY'] });
	expect(answer!.valueLabels).toEqual(new Map([['twenty bytes of text', 'Etikett']]));
	expect(answer!.missing).toEqual({ values: ['none', 'refused'] });
	expect(open).toMatchObject({ label: 'very long', width: 600 });
	expect(day).toMatchObject({ type: 'numeric', width: 0 });
});

test('reads missing values of long strings as PSPP 1.6 writes them, with a length before each', () => {
	const bytes = savBytes(description());
	const at = bytes.indexOf(Buffer.concat([Buffer.from('none'.padEnd(8)), Buffer.from('refused ')]));
	const length = Buffer.from(Int32Array.of(8).buffer);
	const old = Buffer.concat([bytes.subarray(0, at + 8), length, bytes.subarray(at + 8)]);
	const start = at - 4 - 1 - 'Answer'.length - 4; // length of value, count, name and its length
	old.writeInt32LE(old.readInt32LE(start - 4) + 4, start - 4); // bytes in the record
	const { variables } = openSav(old).dictionary;
	expect(variables[3]).toMatchObject({ name: 'Answer', missing: { values: ['none', 'refused'] } });
});

test('value labels from several records add up, and a later one wins', () => {
	const variables = [{ name: 'A', valueLabels: [[1, 'one']] as [number, string][] }, { name: 'B' }];
	const bytes = savBytes({ variables, rows: [[1, 2]], cases: 1 });
	const record = bytes.indexOf(Buffer.from(Int32Array.of(3, 1).buffer));
	const again = Buffer.from(bytes.subarray(record, record + 36)); // 3, 1, value, label, 4, 1, 1
	again.writeDoubleLE(2, 8);
	const other = Buffer.from(bytes.subarray(record, record + 36));
	other.write('uno', 17);
	const end = record + 36;
	const file = openSav(Buffer.concat([bytes.subarray(0, end), again, other, bytes.subarray(end)]));
	expect([...file.dictionary.variables[0]!.valueLabels]).toEqual([
		[1, 'uno'],
		[2, 'one']
	]);
	expect(file.dictionary.variables[1]!.valueLabels.size).toBe(0);
	expect(columnsOf(file)).toEqual({ A: [1], B: [2] });
});

describe('batches', () => {
	const file = () => openSav(savBytes(description({ compression: 'bytecode' })));

	test('hold the variables asked for, in that order, and no others', () => {
		const [batch] = file().batches({ variables: ['Day', 'Open', 'CODE'] });
		expect([...batch!.columns.keys()]).toEqual(['Day', 'Open', 'CODE']);
		expect(numbersOf(batch!, 'Day')).toEqual(Float64Array.from(expected.Day));
		expect(stringsOf(batch!, 'Open')).toEqual(expected.Open);
		expect(stringsOf(batch!, 'CODE')).toEqual(expected.CODE);
	});

	test('have at most the rows asked for, and can be read again', () => {
		const opened = file();
		for (let time = 0; time < 2; time++)
			expect(
				[...opened.batches({ rows: 2 })].map(({ firstRow, rows }) => [firstRow, rows])
			).toEqual([
				[0, 2],
				[2, 1]
			]);
	});

	test('refuse names that are not there, and numbers of rows below 1', () => {
		expect(() =>
			file()
				.batches({ variables: ['NOPE'] })
				.next()
		).toThrow(new RangeError('Expected the name of a variable, got "NOPE"'));
		expect(() => file().batches({ rows: 0 }).next()).toThrow(RangeError);
	});

	test('numbersOf and stringsOf refuse columns of the other type', () => {
		const [batch] = file().batches();
		expect(() => numbersOf(batch!, 'CODE')).toThrow(TypeError);
		expect(() => stringsOf(batch!, 'Day')).toThrow(TypeError);
		expect(() => stringsOf(batch!, 'NOPE')).toThrow(TypeError);
	});

	test('are none for a file without cases, or without variables', () => {
		expect([...openSav(savBytes(description({ rows: [], cases: 0 }))).batches()]).toEqual([]);
		expect([...openSav(savBytes({ variables: [], rows: [], cases: 5 })).batches()]).toEqual([]);
	});
});

test('a file on disk and a source of bytes read like the bytes, and are closed', () => {
	const folder = mkdtempSync(join(tmpdir(), 'sav-'));
	const path = join(folder, 'test.zsav');
	writeSav(path, description({ compression: 'zsav' }));
	const fromDisk = openSav(path);
	expect(columnsOf(fromDisk)).toEqual(expected);
	fromDisk.close();
	expect(() => [...fromDisk.batches()]).toThrow('EBADF');

	let closed = 0;
	const source: ByteSource = { ...bytesSource(savBytes(description())), close: () => closed++ };
	expect(columnsOf(openSav(source))).toEqual(expected);
	expect(closed).toBe(0);
	expect(() => openSav({ ...source, size: 300 })).toThrow('expected');
	expect(closed).toBe(1);
	writeFileSync(path, '');
	expect(() => openSav(path)).toThrow('expected "$FL2" or "$FL3", got ""');
	rmSync(folder, { recursive: true });
});
