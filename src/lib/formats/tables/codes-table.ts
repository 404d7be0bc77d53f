import { tidyColumns, type Column } from '#lib/formats/columns.ts';
import { codeListOf, listed, type Code } from '#lib/formats/codes.ts';
import { absenceNames } from '#lib/words/codes.ts';
import { absenceSigns } from '#lib/words/explore/signs.ts';
import { measureNames } from '#lib/words/explore/measures.ts';
import { codeColumns, emptyTexts } from '#lib/words/files/columns.ts';
import { stanceNames } from '#lib/words/pages/readings.ts';
import type { Dictionary } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import type { Table } from './table.ts';

/** Every column that holds codes, with all of them. @param dictionary whose codes are listed */
export function codesOfColumns(dictionary: Dictionary): { column: string; codes: Code[] }[] {
	const own = tidyColumns.flatMap((name) => {
		const codes = codeListOf(name, dictionary);
		return codes ? [{ column: name, codes }] : [];
	});
	return [...own, ...elsewhere];
}

const full = (signs: Record<string, { full: Text }>): Record<string, Text> =>
	Object.fromEntries(Object.entries(signs).map(([code, sign]) => [code, sign.full]));

/** Codes that only files of another kind hold: differences and readings. */
const elsewhere = [
	{ column: 'measure', codes: listed(measureNames) },
	{
		column: 'absence',
		codes: listed(full(absenceSigns)).filter(({ value }) => !(value in absenceNames))
	},
	{ column: 'stance_code', codes: listed(stanceNames) }
];

type Name = keyof typeof codeColumns;

/** What every code stands for, as a table: for those who have a file and nothing else. */
export function codesTable(dictionary: Dictionary, only?: string[]): Table {
	const names = Object.keys(codeColumns) as Name[];
	return {
		columns: names.map(columnOf),
		records: codesOfColumns(dictionary)
			.filter(({ column }) => !only || only.includes(column))
			.flatMap(({ column, codes }) =>
				codes.map(({ value, label, meaning, question }) => [
					column,
					question ?? null,
					value,
					label.en,
					label.de,
					meaning?.en ?? null,
					meaning?.de ?? null
				])
			),
		// Only answers have a question, and a part of a key may not be empty.
		key: []
	};
}

const mayBeEmpty: Name[] = ['question_id', 'meaning_en', 'meaning_de'];

const columnOf = (name: Name): Column => ({
	name,
	kind: 'text',
	about: codeColumns[name],
	...(mayBeEmpty.includes(name) ? { empty: emptyTexts.general } : {})
});
