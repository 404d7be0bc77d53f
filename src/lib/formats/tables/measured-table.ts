import type { Measure } from '#lib/view/explore/explore.ts';
import type { PivotCell } from '#lib/view/explore/pivot.ts';
import { figureId, type Dictionary, type DataPoint } from '#lib/view/row.ts';
import { absenceSigns } from '#lib/words/explore/signs.ts';
import { measureNames } from '#lib/words/explore/measures.ts';
import { measuredColumns } from '#lib/words/explore/columns.ts';
import { statusNames } from '#lib/words/codes.ts';
import { columnTexts, emptyTexts, type ColumnName } from '#lib/words/files/columns.ts';
import { caveatWords, placeText } from '#lib/words/files/formats.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent, points } from '#lib/words/numbers.ts';
import { surveyText } from '#lib/formats/cite/caveats.ts';
import { listed, statusCodes } from '#lib/formats/codes.ts';
import {
	cells as tidyCells,
	columnOf as tidyColumnOf,
	tidied,
	type Column,
	type Context,
	type Value
} from '#lib/formats/columns.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { plain } from './markdown.ts';
import type { Table } from './table.ts';

/*
 * Differences and places as a file. Its columns depend on nothing, so whoever reads two of them may put
 * them under each other. Each row stands alone: it says what was asked of whom, and names its figures.
 */

/** Columns that say what the value is of; the same as in the file of the figures. */
const labels = [
	...(['survey_id', 'survey_title_en', 'survey_title_de', 'organisation', 'institute'] as const),
	...(['year', 'fieldwork_start', 'fieldwork_end'] as const),
	...(['question_id', 'question_title_en', 'question_title_de'] as const),
	...(['question_text_en', 'question_text_de', 'question_text_status'] as const),
	...(['population_id', 'population_label_en', 'population_label_de', 'country_iso3'] as const),
	...(['group_id', 'group_label_en', 'group_label_de'] as const),
	...(['answer_id', 'answer_label_en', 'answer_label_de'] as const)
] satisfies ColumnName[];

type Name = keyof typeof measuredColumns;

/** What a measure is computed over, and so has no code of its own in a row. */
const merged: Partial<Record<Measure, 'answer' | 'group'>> = { net: 'answer', gap: 'group' };

/** The code that tells the two figures of a difference apart; a place has one figure, named by its country. */
const apart: Record<Exclude<Measure, 'percent'>, 'answer' | 'group' | 'population' | 'survey'> = {
	net: 'answer',
	gap: 'group',
	median: 'population',
	rank: 'population',
	change: 'survey'
};

/** Cells of which something is on record; the others are left out, as in every file. */
const known = (cells: PivotCell[]): (PivotCell & { figure: string })[] =>
	cells.filter(
		(cell): cell is PivotCell & { figure: string } =>
			cell.figure !== null && cell.absence !== 'filtered'
	);

/** @param cells in the order of the screen */
export function measuredTable(cells: PivotCell[], measure: Measure, contents: Contents): Table {
	const names = Object.keys(measuredColumns) as Name[];
	return {
		columns: [
			...labels.map((name) => labelColumn(name, measure, contents.dictionary)),
			...names.map((name) => columnOf(name, measure)),
			{ name: 'permalink', kind: 'address', about: columnTexts.permalink },
			{ name: 'data_version', kind: 'text', about: columnTexts.data_version }
		],
		records: known(cells).map((cell) => {
			const row = codesOf(cell.figure);
			return [
				...labels.map((name) =>
					isMerged(name, measure) ? null : tidyCells[name]({ row, bar: [], context: contents })
				),
				...names.map((name) => valueOf(name, cell, measure, contents)),
				contents.page,
				contents.dataVersion
			];
		}),
		key: [
			...['survey_id', 'question_id', 'population_id', 'group_id', 'answer_id'].filter(
				(name) => !isMerged(name, measure)
			)
		]
	};
}

const isMerged = (name: string, measure: Measure): boolean =>
	merged[measure] !== undefined && name.startsWith(`${merged[measure]}_`);

/** A row that holds nothing but the codes of an id: what its labels are looked up by. */
function codesOf(figure: string): DataPoint {
	const [survey = '', question = '', population = '', group = '', answer = ''] = figure.split('~');
	return {
		figure: figureId(survey, question, population, group, answer),
		...{ survey, question, population, group, answer },
		dimension: 'total',
		...{ pct: null, absence: null, status: null, confidence: null },
		...{ n: null, nEff: null, low: null, high: null, intervalMethod: null },
		...{ role: 'main', sources: [], claims: [], note: null }
	};
}

function labelColumn(name: ColumnName, measure: Measure, dictionary: Dictionary): Column {
	const column = tidyColumnOf(name, dictionary);
	return isMerged(name, measure) ? { ...column, empty: emptyTexts.general } : column;
}

function valueOf(name: Name, cell: PivotCell, measure: Measure, context: Context): Value {
	const [first, second] = [0, 1].map((part) => cell.from[part] ?? onlyFigure(cell, part));
	const values: Record<Name, Value> = {
		measure,
		value: cell.value === null ? null : tidied(cell.value),
		out_of: cell.of,
		absence: cell.value === null ? cell.absence : null,
		first_label_en: partLabel(first, measure, context, 'en'),
		first_label_de: partLabel(first, measure, context, 'de'),
		first_pct: pctAt(cell, 0),
		second_label_en: partLabel(second, measure, context, 'en'),
		second_label_de: partLabel(second, measure, context, 'de'),
		second_pct: pctAt(cell, 1),
		status: cell.status,
		figure_ids:
			[first, second].filter(Boolean).join(';') || (cell.value === null ? null : cell.figure)
	};
	return values[name];
}

/**
 * The figure of a part whose counterpart was not published. The cell names its first figure, so it is
 * that of the second part only where the first has none.
 */
function onlyFigure({ figure, parts, value }: PivotCell, part: number): string | undefined {
	const isOnly = value === null && pctOf(parts, part) !== null && pctOf(parts, 1 - part) === null;
	return (isOnly && figure) || undefined;
}

const pctAt = ({ parts }: PivotCell, index: number): number | null => {
	const pct = pctOf(parts, index);
	return pct === null ? null : tidied(pct);
};

/** What tells one figure of a difference from the other: its answer, its group, its place, its survey. */
function partLabel(
	figure: string | undefined,
	measure: Measure,
	{ dictionary }: Context,
	lang: Lang
): string | null {
	if (!figure || measure === 'percent') return null;
	const { survey, question, answer, group, population } = codesOf(figure);
	switch (apart[measure]) {
		case 'survey':
			return dictionary.surveys[survey]?.title[lang] ?? null;
		case 'answer':
			return dictionary.answers[`${question}/${answer}`]?.label[lang] ?? null;
		case 'group':
			return dictionary.groups[group]?.label[lang] ?? null;
		case 'population':
			return dictionary.populations[population]?.label[lang] ?? null;
	}
}

const pctOf = (parts: PivotCell['parts'], index: number): number | null =>
	parts[index]?.pct ?? null;

const numbers: Name[] = ['value', 'first_pct', 'second_pct'];

function columnOf(name: Name, measure: Measure): Column {
	const codes = {
		measure: listed({ [measure]: measureNames[measure] }),
		status: statusCodes,
		absence: listed(
			Object.fromEntries(Object.entries(absenceSigns).map(([code, { full }]) => [code, full]))
		)
	}[name as string];
	return {
		name,
		kind: name === 'out_of' ? 'integer' : numbers.includes(name) ? 'number' : 'text',
		about: measuredColumns[name],
		...(name === 'measure' ? {} : { empty: emptyTexts.general }),
		...(codes ? { codes } : {})
	};
}

/** The same as Markdown: a list, on every line the value, what it is made of, base and caveats. */
export const measuredSections = (
	cells: PivotCell[],
	measure: Measure,
	contents: Contents,
	lang: Lang
): string[] => [
	`## ${measureNames[measure][lang]}`,
	known(cells)
		.map((cell) => {
			const head = headOf(cell.figure, measure, contents, lang);
			const made = cell.parts
				.filter(({ pct }) => pct !== null)
				.map(({ label, pct }) => [label, percent(pct ?? 0, lang)].filter(Boolean).join(' '));
			const inBrackets = [...made, ...caveats(cell, measure, lang)].join('; ');
			const ids = cell.from.map((id) => ` \`${id}\``).join('');
			return `- ${plain(`${head}: ${valueText(cell, measure, lang)} (${inBrackets})`)}${ids}`;
		})
		.join('\n')
];

function headOf(figure: string, measure: Measure, { dictionary }: Contents, lang: Lang): string {
	const row = codesOf(figure);
	const { questions, answers, populations, groups } = dictionary;
	return [
		questions[row.question]?.title[lang] ?? row.question,
		merged[measure] === 'answer' ? '' : answers[`${row.question}/${row.answer}`]?.label[lang],
		populations[row.population]?.label[lang] ?? row.population,
		merged[measure] === 'group' || row.group === 'all' ? '' : groups[row.group]?.label[lang],
		surveyText(row, dictionary, lang)
	]
		.filter(Boolean)
		.join(', ');
}

function valueText(cell: PivotCell, measure: Measure, lang: Lang): string {
	if (cell.value === null) return absenceSigns[cell.absence ?? 'no_record'].full[lang];
	return measure === 'rank' ? placeText(cell.value, cell.of ?? 0, lang) : points(cell.value);
}

function caveats(cell: PivotCell, measure: Measure, lang: Lang): string[] {
	if (cell.value === null) return [caveatWords.base[lang]];
	const isRounded = cell.parts.every(({ pct }) => Number.isInteger(pct));
	return [
		caveatWords.base[lang],
		...(measure !== 'rank' && isRounded ? [caveatWords.roundedDifference[lang]] : []),
		...(cell.status ? [`${caveatWords.status[lang]}: ${statusNames[cell.status][lang]}`] : []),
		...(cell.weak ? [caveatWords.low[lang]] : [])
	];
}
