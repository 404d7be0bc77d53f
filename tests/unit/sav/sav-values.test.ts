import { describe, expect, test } from 'vitest';
import { isMissing, numbersOf, openSav } from '#lib/sav/index.ts';
import { savBytes, type FileDescription } from '../../fixtures/sav/bytes.ts';
import { columnsOf } from '../../fixtures/sav/files.ts';

describe('the encoding', () => {
	const texts = ['Müller', 'Šimić', '€ 5', '’', ''];
	const file = (encoding: FileDescription['encoding'], changes: Partial<FileDescription> = {}) =>
		savBytes({
			variables: [{ name: 'Größe', width: 10, label: 'für €' }],
			rows: texts.map((text) => [text]),
			cases: -1,
			encoding,
			...changes
		});

	test.each([
		['utf-8', { encodingName: 'UTF-8', codePage: 1252 }, texts],
		['utf-8', { codePage: 65001 }, texts],
		[
			'windows-1252',
			{ encodingName: 'windows-1252', codePage: 65001 },
			['Müller', 'Šimi?', '€ 5', '’', '']
		],
		['windows-1252', { codePage: 1252 }, ['Müller', 'Šimi?', '€ 5', '’', '']],
		['windows-1252', {}, ['Müller', 'Šimi?', '€ 5', '’', '']],
		['iso-8859-15', { encodingName: 'ISO-8859-15' }, ['Müller', 'Šimi?', '€ 5', '?', '']],
		['iso-8859-15', { codePage: 28605 }, ['Müller', 'Šimi?', '€ 5', '?', '']]
	] as const)('%s is known by %o', (encoding, named, read) => {
		const opened = openSav(file(encoding, named));
		expect(opened.dictionary.encoding).toBe(encoding);
		expect(opened.dictionary.variables[0]).toMatchObject({ name: 'Größe', label: 'für €' });
		expect(columnsOf(opened)).toEqual({ Größe: read });
	});

	test('can be set right for a file that names a wrong one', () => {
		const wrong = file('iso-8859-15', { encodingName: 'UTF-8' });
		expect(openSav(wrong, { encoding: 'iso-8859-15' }).dictionary.variables[0]!.name).toBe('Größe');
		expect(() => openSav(wrong, { encoding: 'KLINGON-1' })).toThrow(RangeError);
	});
});

test('very long strings come back whole at every width around their segments', () => {
	for (const width of [255, 256, 257, 504, 505, 756, 1000, 20_000, 32_767]) {
		const text = Array.from({ length: width }, (_, i) => String.fromCharCode(65 + (i % 26))).join(
			''
		);
		const variables = [{ name: 'Text', width }, { name: 'After' }];
		const rows = [
			[text, 1],
			['', 2],
			[text.slice(0, 254), 3]
		];
		for (const compression of ['none', 'bytecode', 'zsav'] as const) {
			const file = openSav(savBytes({ variables, rows, cases: 3, compression }));
			expect(file.dictionary.variables).toMatchObject([{ width }, {}]);
			expect(columnsOf(file)).toEqual({ Text: [text, '', text.slice(0, 254)], After: [1, 2, 3] });
		}
	}
});

test('bytecode and zsav keep every kind of number over many blocks', () => {
	const numbers = [-99, -100, 0, 151, 152, 0.1, 1e300, -1e-300, 2 ** 53];
	const rows = Array.from({ length: 30_000 }, (_, i) =>
		Array.from({ length: 40 }, (_, j) => ((i + j) % 11 === 0 ? null : numbers[(i * 7 + j) % 9]!))
	);
	const variables = Array.from({ length: 40 }, (_, j) => ({ name: `V${j}` }));
	for (const compression of ['bytecode', 'zsav'] as const) {
		const file = openSav(savBytes({ variables, rows, cases: rows.length, compression }));
		for (const batch of file.batches({ rows: 1013 }))
			variables.forEach(({ name }, j) => {
				const wanted = rows
					.slice(batch.firstRow, batch.firstRow + batch.rows)
					.map((row) => row[j] ?? NaN);
				expect(numbersOf(batch, name)).toEqual(Float64Array.from(wanted));
			});
	}
});

test('isMissing knows system-missing, single values and ranges', () => {
	const missing = { values: [99], range: { low: -Infinity, high: -1 } };
	expect([NaN, 99, -1, -1e300].every((value) => isMissing({ missing }, value))).toBe(true);
	expect([0, 98, 100].some((value) => isMissing({ missing }, value))).toBe(false);
	expect(isMissing({ missing: { values: [], range: { low: 8, high: Infinity } } }, 1e9)).toBe(true);
	expect(isMissing({ missing: { values: ['AB'] } }, 'AB')).toBe(true);
	expect(isMissing({ missing: { values: ['AB'] } }, '')).toBe(false);
	expect(isMissing({ missing: undefined }, 9)).toBe(false);
});
