import type { Measure, Pivot, PivotCell } from '#lib/view/explore.ts';
import { columnTexts, emptyTexts } from '#lib/words/files/columns.ts';
import { absenceSigns, measureNames } from '#lib/words/explore/explore.ts';
import { measuredColumns } from '#lib/words/explore/columns.ts';
import type { Lang } from '#lib/words/lang.ts';
import type { Column, Value } from '#lib/formats/columns.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { plain } from './markdown.ts';
import type { Table } from './table.ts';

type Name = keyof typeof measuredColumns;

/** Codes that a measure is computed over and does not keep. */
const merged: Partial<Record<Measure, Name[]>> = { net: ['answer_id'], gap: ['group_id'] };

/**
 * A table of differences or places as a file: one record a cell, with the figures it is made of. Cells
 * of which nothing is on record are left out, as in every file.
 */
export function measuredTable(pivot: Pivot, measure: Measure, contents: Contents): Table {
	const names = Object.keys(measuredColumns) as Name[];
	const cells = pivot.rows
		.flatMap((row) => row.cells)
		.filter(({ figure, absence }) => figure !== null && absence !== 'filtered');
	return {
		columns: [
			...names.map((name) => columnOf(name, measure)),
			{ name: 'permalink', kind: 'address', about: columnTexts.permalink },
			{ name: 'data_version', kind: 'text', about: columnTexts.data_version }
		],
		records: cells.map((cell) => [
			...names.map((name) =>
				merged[measure]?.includes(name) ? null : valueOf(name, cell, measure)
			),
			contents.page,
			contents.dataVersion
		]),
		key: ['survey_id', 'question_id', 'population_id', 'group_id', 'answer_id']
	};
}

function valueOf(name: Name, cell: PivotCell, measure: Measure): Value {
	const [survey, question, population, group, answer] = (cell.figure ?? '').split('~');
	const values: Record<Name, Value> = {
		survey_id: survey ?? null,
		question_id: question ?? null,
		population_id: population ?? null,
		group_id: group ?? null,
		answer_id: answer ?? null,
		measure,
		value: cell.value,
		out_of: cell.of,
		absence: cell.value === null ? cell.absence : null,
		first_pct: cell.parts[0]?.pct ?? null,
		second_pct: cell.parts[1]?.pct ?? null,
		status: cell.status,
		figure_ids: cell.from.join(';') || null
	};
	return values[name];
}

const numbers: Name[] = ['value', 'first_pct', 'second_pct'];
const filled: Name[] = ['survey_id', 'question_id', 'population_id', 'measure'];

function columnOf(name: Name, measure: Measure): Column {
	const listed = (texts: Record<string, { en: string; de: string }>) =>
		Object.entries(texts).map(([value, label]) => ({ value, label }));
	return {
		name,
		kind: name === 'out_of' ? 'integer' : numbers.includes(name) ? 'number' : 'text',
		about: measuredColumns[name],
		...(filled.includes(name) ? {} : { empty: emptyTexts.general }),
		...(name === 'measure' ? { codes: listed({ [measure]: measureNames[measure] }) } : {}),
		...(name === 'absence'
			? {
					codes: Object.entries(absenceSigns).map(([value, { full }]) => ({ value, label: full }))
				}
			: {})
	};
}

/** The same as Markdown: a list, each value with what it is made of. */
export const measuredSections = (pivot: Pivot, measure: Measure, lang: Lang): string[] => [
	`## ${measureNames[measure][lang]}`,
	...(pivot.common.length > 0 ? [plain(pivot.common.join(' · '))] : []),
	pivot.rows
		.flatMap((row) =>
			row.cells.flatMap((cell, index) => {
				if (cell.figure === null || cell.absence === 'filtered') return [];
				const head = [row.label, ...row.second, pivot.columns[index]?.label].filter(Boolean);
				const value =
					cell.value === null
						? absenceSigns[cell.absence ?? 'no_record'].full[lang]
						: String(cell.value);
				const parts = cell.parts
					.filter(({ pct }) => pct !== null)
					.map(({ label, pct }) => [label, String(pct)].filter(Boolean).join(' '));
				return [`- ${plain(`${head.join(', ')}: ${value} (${parts.join('; ')})`)}`];
			})
		)
		.join('\n')
];
