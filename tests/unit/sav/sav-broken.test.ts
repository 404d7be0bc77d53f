import { describe, expect, test } from 'vitest';
import { SavError } from '#lib/sav/index.ts';
import {
	changed,
	errorOf,
	file,
	indexOfRecord,
	readAll,
	withInt32
} from '../../fixtures/sav/files.ts';
import { sampleOf } from '../../support/sample.ts';

describe('a broken file ends in an error that names the place', () => {
	test.each([
		['nothing', Buffer.alloc(0), 'not_sav', 0, 'expected "$FL2" or "$FL3", got ""'],
		['a PDF', Buffer.from('%PDF-1.7 '.repeat(50)), 'not_sav', 0, 'got "%PDF"'],
		['four letters', Buffer.from('$FL2'), 'truncated', 4, 'expected 176 bytes'],
		['a wrong layout code', withInt32(file(), '$FL2', 64, 77), 'not_sav', 64, 'layout code 2 or 3'],
		['compression 3', withInt32(file(), '$FL2', 72, 3), 'unsupported', 72, 'compression 0, 1 or 2'],
		['−2 cases', withInt32(file(), '$FL2', 80, -2), 'corrupt', 80, '−1 or more cases'],
		[
			'a billion cases',
			withInt32(file(), '$FL2', 80, 1e9),
			'truncated',
			undefined,
			'1000000000 cases'
		]
	])('%s', (_, bytes, code, offset, message) => {
		const error = errorOf(bytes);
		expect(error).toMatchObject({ name: 'SavError', code });
		expect(error.message).toContain(message);
		if (offset !== undefined) expect(error.offset).toBe(offset);
		expect(error.message).toContain(`${error.record} at byte ${error.offset}: `);
	});

	test.each([
		['a record type that does not exist', [2, 0, 1, 1], 0, 55, 'corrupt', 'record type', 0],
		['a width of 300', [2, 0, 1, 1], 1, 300, 'corrupt', 'variable record', 4],
		['a label flag of 7', [2, 0, 1, 1], 2, 7, 'corrupt', 'variable record', 8],
		['four missing values', [2, 0, 1, 1], 3, 4, 'corrupt', 'variable record', 12],
		['a label of two gigabytes', [2, 0, 1, 1], 8, 2e9, 'truncated', 'variable record', 32],
		['a label of −1 bytes', [2, 0, 1, 1], 8, -1, 'corrupt', 'variable record', 32],
		['a string without its continuation', [2, 255], 1, 8, 'corrupt', 'variable record', 0],
		['a billion value labels', [3, 1], 1, 1e9, 'truncated', 'value label record', 4],
		['labels without variables', [4, 1, 1], 0, 5, 'corrupt', 'value label record', 0],
		['a billion labelled variables', [4, 1, 1], 1, 1e9, 'truncated', 'value label record', 4],
		[
			'an extension of four gigabytes',
			[7, 13, 1],
			2,
			1 << 30,
			'truncated',
			'extension record 7/13',
			12
		],
		['VAX numbers', [7, 3, 4, 8], 8, 3, 'unsupported', 'extension record 7/3', undefined],
		['a name longer than its record', [7, 21, 1], 4, 500, 'corrupt', 'extension record 7/21', 16]
	] as const)('%s', (_, start, index, value, code, record, at) => {
		const error = errorOf(changed([...start], index, value));
		expect(error.code).toBe(code);
		expect(error.record).toBe(record);
		if (at !== undefined) expect(error.offset).toBe(indexOfRecord(file(), ...start) + at);
	});

	test('segments of a very long string that are not there', () => {
		const bytes = file();
		bytes.write('900', bytes.indexOf('V1=0300') + 4);
		expect(errorOf(bytes)).toMatchObject({ code: 'corrupt', record: 'variable record' });
	});

	test.each(['none', 'bytecode', 'zsav'] as const)(
		'%s: data that ends early, after any byte',
		(compression) => {
			for (const cases of [20, -1]) {
				const bytes = file({ compression, cases });
				const start = indexOfRecord(bytes, 999, 0) + 8;
				let clean = 0;
				for (const length of sampleOf([...bytes.keys()], 400)) {
					try {
						readAll(bytes.subarray(0, length));
						clean++;
					} catch (error) {
						if (!(error instanceof SavError)) throw error;
						if (length >= 68) expect(error.code).toBe('truncated');
					}
				}
				// Without a number of cases a cut between two of them cannot be seen.
				expect(clean).toBeLessThanOrEqual(cases === 20 ? 0 : (bytes.length - start) / 8);
			}
		}
	);
});
