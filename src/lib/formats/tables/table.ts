import { barsOf, type Bar } from '#lib/view/result.ts';
import type { AnswerInfo, DataPoint } from '#lib/view/row.ts';
import { absenceText, emptyTexts, shareText, type ColumnName } from '#lib/words/files/columns.ts';
import { absenceCodes } from '#lib/formats/codes.ts';
import {
	cells,
	columnOf,
	tidyColumns,
	type Column,
	type Context,
	type Value
} from '#lib/formats/columns.ts';

/** Rows on their way into a file: what every format writes and every description describes. */
export interface Table {
	columns: Column[];
	records: Value[][];
	/** Columns that tell a record from all others. */
	key: string[];
}

/** A table whose records may be made while they are written. */
export type TableOfRecords = Omit<Table, 'records'> & { records: Iterable<Value[]> };

/** tidy: one record a cell, for computing. wide: one record a bar, one column an answer, for reading. */
export const shapes = ['tidy', 'wide'] as const;
export type Shape = (typeof shapes)[number];

/**
 * The tidy table, whose records are made one by one when they are asked for. The order is that of the
 * screen: as the rows stand, or with the answers of a bar together.
 */
export function tidyRecords(rows: DataPoint[], context: Context): TableOfRecords {
	const placed = barsOf(rows).flatMap((bar) => bar.rows.map((row) => ({ row, bar: bar.rows })));
	if (context.isOrdered) {
		const at = new Map(rows.map((row, index) => [row, index]));
		placed.sort((a, b) => (at.get(a.row) ?? 0) - (at.get(b.row) ?? 0));
	}
	return {
		columns: tidyColumns.map((name) => columnOf(name, context.dictionary)),
		records: Iterator.from(placed).map(({ row, bar }) =>
			tidyColumns.map((name) => cells[name]({ row, bar, context }))
		),
		key: ['figure_id']
	};
}

const wideKey: ColumnName[] = ['survey_id', 'question_id', 'population_id', 'group_id'];
const before: ColumnName[] = [
	...(['survey_id', 'survey_title_en', 'survey_title_de', 'organisation', 'institute'] as const),
	...(['year', 'fieldwork_start', 'fieldwork_end'] as const),
	...(['question_id', 'question_title_en', 'question_title_de'] as const),
	...(['question_text_en', 'question_text_de', 'question_text_status'] as const),
	...(['population_id', 'population_label_en', 'population_label_de', 'country_iso3'] as const),
	...(['dimension', 'group_id', 'group_label_en', 'group_label_de'] as const)
];
const after: ColumnName[] = ['row_sum_pct', 'permalink', 'data_version', 'role'];

export function wideTable(rows: DataPoint[], context: Context): Table {
	const answers = answersIn(rows, context);
	const column = (name: ColumnName) => columnOf(name, context.dictionary);
	const record = (bar: Bar): Value[] => {
		const row = bar.rows[0]!;
		const value = (name: ColumnName) => cells[name]({ row, bar: bar.rows, context });
		const shares = answers.flatMap(({ id }) => {
			const found = bar.rows.find((each) => each.answer === id);
			return [found?.pct ?? null, found?.absence ?? null];
		});
		return [...before.map(value), ...shares, ...after.map(value)];
	};
	return {
		columns: [...before.map(column), ...answers.flatMap(answerColumns), ...after.map(column)],
		records: barsOf(rows).map(record),
		key: wideKey
	};
}

/** One column an answer code, in the order of the questionnaires; a code with two meanings names itself. */
function answersIn(rows: DataPoint[], { dictionary }: Context): AnswerInfo[] {
	const used = new Set(rows.map((row) => `${row.question}/${row.answer}`));
	const answers = new Map<string, AnswerInfo>();
	for (const each of Object.values(dictionary.answers).toSorted((a, b) => a.sort - b.sort)) {
		if (!used.has(`${each.question}/${each.id}`)) continue;
		const known = answers.get(each.id) ?? each;
		const label = known.label.en === each.label.en ? each.label : { en: each.id, de: each.id };
		answers.set(each.id, { ...known, label });
	}
	return [...answers.values()];
}

/** A hyphen in a column's name is an operator in R and forbidden in metadata. */
function answerColumns({ id, label }: AnswerInfo): Column[] {
	const suffix = id.replaceAll('-', '_');
	return [
		{ name: `pct_${suffix}`, kind: 'number', about: shareText(label), empty: emptyTexts.pct },
		{
			name: `absence_${suffix}`,
			kind: 'text',
			about: absenceText(label),
			empty: emptyTexts.absence,
			codes: absenceCodes
		}
	];
}
