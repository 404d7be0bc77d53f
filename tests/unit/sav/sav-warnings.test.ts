import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openSav, type SavFile } from '#lib/sav/index.ts';
import { savBytes } from '../../fixtures/sav/bytes.ts';
import {
	changed,
	columnsOf,
	errorOf,
	file,
	indexOfRecord,
	withInt32
} from '../../fixtures/sav/files.ts';

/* What a file says and cannot mean is said once, and the rest is read; as other readers do. */

const codesOf = ({ dictionary }: SavFile) => dictionary.warnings.map(({ code }) => code);

const one = (label: string, change: Parameters<typeof savBytes>[0] | object = {}) =>
	savBytes({
		variables: [{ name: 'X', valueLabels: [[8, label]] }],
		rows: [[8]],
		cases: 1,
		...change
	});

test('a weight that is no numeric variable is left out', () => {
	for (const place of [2, 4000, -1]) {
		const opened = openSav(withInt32(file(), '$FL2', 76, place));
		expect(opened.dictionary.weight).toBeUndefined();
		expect(opened.dictionary.warnings).toMatchObject([{ code: 'weight' }]);
		expect(opened.dictionary.warnings[0]!.detail).toContain(`place ${place}`);
	}
});

test('a second variable of one name, whatever its case, gets a number', () => {
	const variables = [
		{ name: 'Region' },
		{ name: 'region' },
		{ name: 'REGION' },
		{ name: 'Region_2' }
	];
	const opened = openSav(savBytes({ variables, rows: [[1, 2, 3, 4]], cases: 1 }));
	expect(codesOf(opened)).toEqual(['names', 'names', 'names']);
	expect(columnsOf(opened)).toEqual({ Region: [1], region_2: [2], REGION_3: [3], Region_2_2: [4] });
});

test('labels of a place where no variable begins are left out, the others kept', () => {
	const opened = openSav(changed([4, 1, 1], 2, 2000));
	expect(codesOf(opened)).toEqual(['labels']);
	expect(opened.dictionary.variables.some(({ valueLabels }) => valueLabels.size > 0)).toBe(true);
});

test('a number for system-missing that is not a huge negative one is not believed', () => {
	const bytes = savBytes({ variables: [{ name: 'X' }], rows: [[0], [1], [null]], cases: 3 });
	bytes.writeDoubleLE(0, indexOfRecord(bytes, 7, 4) + 16);
	const opened = openSav(bytes);
	expect(codesOf(opened)).toEqual(['sysmis']);
	expect(columnsOf(opened)).toEqual({ X: [0, 1, NaN] });
});

test('system-missing that lost its last digits is still missing', () => {
	const bytes = savBytes({ variables: [{ name: 'X' }], rows: [[0], [null]], cases: 2 });
	const rough = -1.7976931348623e308;
	bytes.writeDoubleLE(rough, indexOfRecord(bytes, 7, 4) + 16);
	bytes.writeDoubleLE(rough, bytes.length - 8);
	const opened = openSav(bytes);
	expect(codesOf(opened)).toEqual([]);
	expect(columnsOf(opened)).toEqual({ X: [0, NaN] });
});

test('an encoding that is not known is read as far as ASCII goes, unless the right one is given', () => {
	const bytes = one('Thüringen', { encodingName: 'CP437', encoding: 'windows-1252' });
	const opened = openSav(bytes);
	expect(opened.dictionary.encoding).toBe('us-ascii');
	expect(opened.dictionary.warnings).toMatchObject([{ code: 'encoding' }]);
	expect(opened.dictionary.warnings[0]!.detail).toContain('"CP437"');
	expect([...opened.dictionary.variables[0]!.valueLabels]).toEqual([[8, 'Th\ufffdringen']]);
	const right = openSav(bytes, { encoding: 'cp1252' });
	expect(right.dictionary.warnings).toEqual([]);
	expect([...right.dictionary.variables[0]!.valueLabels]).toEqual([[8, 'Thüringen']]);
	expect(() => openSav(bytes, { encoding: 'klingon' })).toThrow(RangeError);
});

test.each([437, 850, 852, 12345])('code page %s is read as ASCII', (codePage) => {
	const opened = openSav(one('No', { codePage }));
	expect(codesOf(opened)).toEqual(['encoding']);
	expect([...opened.dictionary.variables[0]!.valueLabels]).toEqual([[8, 'No']]);
});

test.each([
	['CP932', 'shift_jis'],
	['MS932', 'shift_jis'],
	['ibm866', 'ibm866'],
	['cp1252', 'windows-1252'],
	['windows-1250', 'windows-1250']
])('%s is a name of %s', (name, encoding) => {
	const opened = openSav(one('No', { encodingName: name }));
	expect(opened.dictionary).toMatchObject({ encoding, warnings: [] });
});

test('bytes that are no UTF-8 are said once, and an old apostrophe is one', () => {
	const bytes = savBytes({
		variables: [
			{ name: 'X', valueLabels: [[8, 'Don’t know']] },
			{ name: 'Y', valueLabels: [[8, 'Don’t say']] },
			{ name: 'S', width: 8 }
		],
		rows: [[8, 8, 'Größe']],
		cases: 1,
		encoding: 'windows-1252',
		encodingName: 'UTF-8'
	});
	const opened = openSav(bytes);
	expect(columnsOf(opened)).toEqual({ X: [8], Y: [8], S: ['Größe'] });
	expect(codesOf(opened)).toEqual(['bytes']);
	expect(
		opened.dictionary.variables.flatMap(({ valueLabels }) => [...valueLabels.values()])
	).toEqual(['Don’t know', 'Don’t say']);
});

test('a sound file has nothing to warn of', () => {
	for (const compression of ['none', 'bytecode', 'zsav'] as const)
		expect(codesOf(openSav(file({ compression })))).toEqual([]);
});

describe('a file that is something else', () => {
	const stata = Buffer.from([114, 2, 1, 0, 3, 0]);
	const encrypted = Buffer.concat([Buffer.alloc(8, 0x1c), Buffer.from('ENCRYPTEDSAV')]);
	test.each([
		['a ZIP archive', Buffer.from('PK\x03\x04 …')],
		['a gzip file', gzipSync('x')],
		['a Stata file', stata],
		['a Stata file', Buffer.from('<stata_dta><header>')],
		['an SPSS portable file', Buffer.from(`${'0'.repeat(180)}ASCII SPSS PORT FILE`)],
		['an encrypted SPSS file', encrypted],
		['an HTML page', Buffer.from('\ufeff<!DOCTYPE html><title>Sign in</title>')],
		['a table of text (CSV)', Buffer.from('COUNTRY,WEIGHT\n1,1\n')],
		['a text', Buffer.from('Hello')],
		['an empty file', Buffer.alloc(0)],
		['a PDF', Buffer.from('%PDF-1.7')]
	])('is named: %s', (format, bytes) => {
		expect(errorOf(bytes)).toMatchObject({ code: 'not_sav', format });
	});

	test('stays without a name where it cannot be told', () => {
		expect(errorOf(Buffer.from([1, 2, 3, 4, 200]))).toMatchObject({
			code: 'not_sav',
			format: undefined
		});
	});
});

test('blocks may not inflate to more than the cases of the header take', () => {
	const bytes = file({ compression: 'zsav' });
	const header = indexOfRecord(bytes, 999, 0) + 8;
	const block = deflateSync(Buffer.alloc(1 << 25));
	const at = header + 24 + 3 * block.length;
	const trailer = Buffer.alloc(24 + 3 * 24);
	trailer.writeInt32LE(3, 20);
	for (let i = 0; i < 3; i++) {
		trailer.writeBigInt64LE(BigInt(header + 24 + i * block.length), 32 + 24 * i);
		trailer.writeInt32LE(1 << 25, 40 + 24 * i);
		trailer.writeInt32LE(block.length, 44 + 24 * i);
	}
	[BigInt(header), BigInt(at), BigInt(trailer.length)].forEach((value, i) =>
		bytes.writeBigInt64LE(value, header + 8 * i)
	);
	const whole = Buffer.concat([bytes.subarray(0, header + 24), block, block, block, trailer]);
	expect(errorOf(whole)).toMatchObject({ code: 'too_large', record: 'zlib trailer' });
});
