import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isMissing, openSav, type SavDictionary, type SavVariable } from '#lib/sav/index.ts';

const reference = new URL('../../../../shared/reference/', import.meta.url);
const there = existsSync(reference);
type Row = Record<string, string>;

function rowsOf(name: string): Row[] {
	if (!there) return [];
	return parse(readFileSync(new URL(name, reference)), { columns: true, bom: true });
}

const manifest = rowsOf('manifest.csv');
const dictionaryRows = rowsOf('dictionary.csv');
const statistics = rowsOf('column_stats.csv');
const expectedRows = Object.fromEntries(
	[...new Set(manifest.map(({ data }) => data!))].map((data) => [data, rowsOf(`data_${data}.csv`)])
);

/** The whole file, column by column. */
function readAll(name: string, rows?: number) {
	const file = openSav(new URL(`sav/${name}`, reference));
	const { dictionary } = file;
	const columns = new Map<string, (number | string)[]>(
		dictionary.variables.map((variable) => [variable.name, []])
	);
	for (const batch of file.batches({ rows }))
		for (const [variable, values] of batch.columns)
			for (const value of values) columns.get(variable)!.push(value);
	file.close();
	return { dictionary, columns };
}

/** The same in the words of dictionary.csv. */
function describeVariable(variable: SavVariable): Row {
	const { missing, valueLabels } = variable;
	const limit = (end: number | undefined) =>
		end === undefined ? '' : String(end).replace('Infinity', 'Inf');
	return {
		name: variable.name,
		type: variable.type,
		label: variable.label,
		missing_discrete: missing?.values.join(';') ?? '',
		missing_range_lo: limit(missing?.range?.low),
		missing_range_hi: limit(missing?.range?.high),
		value_labels_json: JSON.stringify([...valueLabels].map(([value, label]) => ({ value, label })))
	};
}

const compressions: Record<string, SavDictionary['compression']> = {
	none: 'none',
	uncompressed: 'none',
	byte: 'bytecode',
	compressed: 'bytecode',
	zsav: 'zsav',
	zcompressed: 'zsav'
};

describe.skipIf(!there)(`the reference files (skipped without ${reference.pathname})`, () => {
	test('are twelve', () => expect(manifest).toHaveLength(12));

	describe.each(manifest)('$file', (entry) => {
		const file = entry.file!;
		const data = entry.data!;

		test('has every value of the data set, in large and in small batches', () => {
			for (const rows of [undefined, 7]) {
				const { columns } = readAll(file, rows);
				for (const [name, values] of columns) {
					const expected = expectedRows[data]!.map((row) => row[name]!);
					const isNumber = typeof values[0] === 'number';
					expect(values).toEqual(
						isNumber ? expected.map((text) => (text === '' ? NaN : Number(text))) : expected
					);
				}
			}
		});

		test('says how it is written', () => {
			const { dictionary } = readAll(file);
			expect(dictionary.cases).toBe(Number(entry.rows));
			expect(dictionary.variables).toHaveLength(Number(entry.columns));
			expect(dictionary.compression).toBe(compressions[entry.compression!]);
			expect(dictionary.encoding).toBe(entry.encoding!.toLowerCase());
			expect(dictionary.weight ?? '').toBe(entry.weight_in_dictionary);
			expect(dictionary.endianness).toBe('little');
			expect(dictionary.productName).toContain(
				entry.writer!.startsWith('PSPP') ? 'pspp' : 'ReadStat'
			);
			expect(dictionary.fileLabel).toBe(
				entry.writer!.startsWith('PSPP') ? 'Synthetische Daten – kein Pew-Material' : ''
			);
		});

		test('has the variables, labels and missing rules of the dictionary', () => {
			const { variables } = readAll(file).dictionary;
			const rows = dictionaryRows.filter((row) => row.data === data);
			expect(variables.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
			variables.forEach((variable, i) => {
				const described = describeVariable(variable);
				const row = rows[i]!;
				// PSPP sorts the labels by value, haven keeps their order.
				expect(sorted(described.value_labels_json!)).toEqual(sorted(row.value_labels_json!));
				for (const key of Object.keys(described).filter((key) => key !== 'value_labels_json'))
					expect(described[key], `${variable.name} ${key}`).toBe(row[key]);
			});
		});

		test('has the column statistics', () => {
			const { dictionary, columns } = readAll(file);
			for (const variable of dictionary.variables) {
				const row = statistics.find((row) => row.data === data && row.name === variable.name)!;
				const values = columns.get(variable.name)!;
				const there = values.filter((value) => !Number.isNaN(value) && value !== '');
				const missing = there.filter((value) => isMissing(variable, value));
				expect(values.length).toBe(Number(row.n_rows));
				expect(values.length - there.length).toBe(Number(row.n_sysmis_or_empty));
				expect(missing.length).toBe(Number(row.n_user_missing));
				expect(there.length - missing.length).toBe(Number(row.n_valid));
				expect(new Set(there).size).toBe(Number(row.n_distinct));
				if (variable.type === 'string') {
					expect(Buffer.byteLength(values.join(''))).toBe(Number(row.utf8_bytes_total));
					continue;
				}
				const numbers = there as number[];
				const sum = numbers.reduce((a, b) => a + b, 0);
				const squares = numbers.reduce((a, b) => a + b * b, 0);
				expect(Math.abs(sum / Number(row.sum) - 1)).toBeLessThan(1e-12);
				expect(Math.abs(squares / Number(row.sumsq) - 1)).toBeLessThan(1e-12);
				expect(Math.min(...numbers)).toBe(Number(row.min));
				expect(Math.max(...numbers)).toBe(Number(row.max));
			}
		});
	});

	test('have an interview date between April and May 2015', () => {
		const { columns } = readAll('shared_a.zsav');
		// Seconds since 14 October 1582, the eve of the Gregorian calendar.
		const dates = columns
			.get('INTDATE')!
			.map((seconds) => Date.UTC(1582, 9, 14) + 1000 * Number(seconds))
			.sort((a, b) => a - b);
		expect(dates[0]).toBe(Date.UTC(2015, 3, 7)); // 13647744000 by the column statistics
		expect(dates.at(-1)).toBe(Date.UTC(2015, 4, 10)); // 13650595200, 33 days later
	});
});

function sorted(labels: string): unknown[] {
	return (JSON.parse(labels) as { value: number }[]).sort((a, b) => a.value - b.value);
}
