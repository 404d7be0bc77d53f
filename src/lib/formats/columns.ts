import { sumOf } from '../view/result.ts';
import { instituteCode } from '../view/slug.ts';
import type { Dictionary, DataPoint } from '../view/row.ts';
import { columnTexts, emptyTexts, type ColumnName } from '#lib/words/files/columns.ts';
import type { Text } from '../words/lang.ts';
import { codeListOf, type Code } from './codes.ts';

/** A cell of a file; null is an empty one. */
export type Value = string | number | null;

/** What a file says beside its rows. */
export interface Context {
	dictionary: Dictionary;
	/** The whole address of the page a row is seen on; most often that of the view. */
	permalink: string | ((row: DataPoint) => string);
	dataVersion: string;
	/** Whether the rows stand as on the screen already; otherwise the answers of a bar are put together. */
	isOrdered?: boolean;
}

/** A row with what its cells are made of. */
export interface Cell {
	row: DataPoint;
	/** The rows that share its survey, question, population and group. */
	bar: DataPoint[];
	context: Context;
}

/** A column with all that the metadata say of it. */
export interface Column {
	name: string;
	kind: 'text' | 'integer' | 'number' | 'date' | 'address';
	about: Text;
	/** What an empty cell means; undefined: there is none. */
	empty?: Text;
	/** Every code that may stand here; undefined: free text. */
	codes?: Code[];
	/** Whether the codes run from one end of a scale to the other. */
	ordered?: boolean;
}

/**
 * The cells of the tidy form: one record is one cell of the view. Codes are those of the data and never
 * change; labels may. Percentages run from 0 to 100; an empty `pct` has its reason in `absence`.
 */
export const cells: Record<ColumnName, (cell: Cell) => Value> = {
	figure_id: ({ row }) => row.figure,
	survey_id: ({ row }) => row.survey,
	survey_title_en: (cell) => survey(cell)?.title.en ?? null,
	survey_title_de: (cell) => survey(cell)?.title.de ?? null,
	organisation: (cell) => survey(cell)?.organisation ?? null,
	institute: (cell) => instituteCode(survey(cell)?.organisation ?? ''),
	year: (cell) => survey(cell)?.year ?? null,
	fieldwork_start: (cell) => survey(cell)?.fieldworkStart ?? null,
	fieldwork_end: (cell) => survey(cell)?.fieldworkEnd ?? null,
	question_id: ({ row }) => row.question,
	question_title_en: (cell) => question(cell)?.title.en ?? null,
	question_title_de: (cell) => question(cell)?.title.de ?? null,
	question_number: (cell) => item(cell)?.number ?? null,
	question_text_en: (cell) => item(cell)?.wording?.en ?? null,
	question_text_de: (cell) => item(cell)?.wording?.de ?? null,
	question_text_de_origin: (cell) => item(cell)?.wordingDeOrigin ?? null,
	question_text_status: (cell) => item(cell)?.wordingStatus ?? null,
	population_id: ({ row }) => row.population,
	population_label_en: (cell) => population(cell)?.label.en ?? null,
	population_label_de: (cell) => population(cell)?.label.de ?? null,
	country_iso3: (cell) =>
		population(cell)?.kind === 'country' ? cell.row.population.toUpperCase() : null,
	dimension: ({ row }) => row.dimension,
	group_id: ({ row }) => row.group,
	group_label_en: (cell) => group(cell)?.label.en ?? null,
	group_label_de: (cell) => group(cell)?.label.de ?? null,
	answer_id: ({ row }) => row.answer,
	answer_order: (cell) => answer(cell)?.sort ?? null,
	answer_label_en: (cell) => answer(cell)?.label.en ?? null,
	answer_label_de: (cell) => answer(cell)?.label.de ?? null,
	answer_kind: (cell) => answer(cell)?.kind ?? null,
	pct: ({ row }) => (row.pct === null ? null : tidied(row.pct)),
	absence: ({ row }) => row.absence,
	status: ({ row }) => row.status,
	confidence: ({ row }) => row.confidence,
	n_unweighted: ({ row }) => row.n,
	n_reason: ({ row }) => (row.n === null ? 'not_published' : null),
	n_effective: ({ row }) => row.nEff,
	deff: ({ row }) => (row.n === null || !row.nEff ? null : tidied(row.n / row.nEff)),
	moe95_pts: ({ row }) =>
		row.low === null || row.high === null ? null : tidied((row.high - row.low) / 2),
	ci95_low: ({ row }) => row.low,
	ci95_high: ({ row }) => row.high,
	interval_method: ({ row }) => row.intervalMethod,
	row_sum_pct: (cell) => sumOfParts(cell),
	note: ({ row }) => row.note?.en ?? null,
	note_de: ({ row }) => row.note?.de ?? null,
	claim_ids: ({ row }) => row.claims.join(';') || null,
	source_title: (cell) => sourceTitle(cell),
	source_url: (cell) => source(cell)?.url ?? null,
	permalink: ({ row, context: { permalink } }) =>
		typeof permalink === 'string' ? permalink : permalink(row),
	data_version: ({ context }) => context.dataVersion,
	role: ({ row }) => row.role
};

/** In the order of the file. */
export const tidyColumns = Object.keys(columnTexts) as ColumnName[];

const survey = ({ row, context: { dictionary } }: Cell) => dictionary.surveys[row.survey];
const question = ({ row, context: { dictionary } }: Cell) => dictionary.questions[row.question];
const item = ({ row, context: { dictionary } }: Cell) =>
	dictionary.items[`${row.survey}/${row.question}`];
const answer = ({ row, context: { dictionary } }: Cell) =>
	dictionary.answers[`${row.question}/${row.answer}`];
const population = ({ row, context: { dictionary } }: Cell) =>
	dictionary.populations[row.population];
const group = ({ row, context: { dictionary } }: Cell) => dictionary.groups[row.group];
const source = ({ row, context: { dictionary } }: Cell) => dictionary.sources[row.sources[0] ?? ''];

/** Sums and quotients without the noise of binary fractions. */
export const tidied = (value: number): number => Number(value.toFixed(6));

/** Published answers of one bar added up; null where nets and their parts stand side by side. */
function sumOfParts({ bar, context: { dictionary } }: Cell): number | null {
	const shown = bar.filter((row) => row.pct !== null);
	const ids = new Set(shown.map((row) => row.answer));
	const doubled = shown.some((row) =>
		(dictionary.answers[`${row.question}/${row.answer}`]?.netOf ?? []).some((part) => ids.has(part))
	);
	return shown.length === 0 || doubled ? null : tidied(sumOf(shown));
}

/** A source without a title is cited by publisher and date. */
function sourceTitle(cell: Cell): string | null {
	const found = source(cell);
	if (!found) return null;
	return found.title ?? [found.publisher, found.date].filter(Boolean).join(', ');
}

const kinds: Partial<Record<ColumnName, Column['kind']>> = {
	year: 'integer',
	fieldwork_start: 'date',
	fieldwork_end: 'date',
	answer_order: 'integer',
	pct: 'number',
	n_unweighted: 'integer',
	n_effective: 'number',
	deff: 'number',
	moe95_pts: 'number',
	ci95_low: 'number',
	ci95_high: 'number',
	row_sum_pct: 'number',
	source_url: 'address',
	permalink: 'address'
};

const empties: Partial<Record<ColumnName, Text>> = {
	pct: emptyTexts.pct,
	absence: emptyTexts.absence,
	n_unweighted: emptyTexts.n
};

const filled: ColumnName[] = [
	...(['figure_id', 'survey_id', 'survey_title_en', 'survey_title_de', 'organisation'] as const),
	...(['institute', 'year', 'question_id', 'question_title_en', 'question_title_de'] as const),
	...(['question_text_status', 'population_id', 'population_label_en'] as const),
	...([
		'population_label_de',
		'dimension',
		'group_id',
		'group_label_en',
		'group_label_de'
	] as const),
	...(['answer_id', 'answer_order', 'answer_label_en', 'answer_label_de', 'answer_kind'] as const),
	...(['permalink', 'data_version', 'role'] as const)
];

/** A column as metadata describe it. @param dictionary names the codes */
export function columnOf(name: ColumnName, dictionary: Dictionary): Column {
	const codes = codesOf(name, dictionary);
	return {
		name,
		kind: kinds[name] ?? 'text',
		about: columnTexts[name],
		...(filled.includes(name) ? {} : { empty: empties[name] ?? emptyTexts.general }),
		...(codes ? { codes, ordered: name === 'answer_id' && isScale(dictionary) } : {})
	};
}

function codesOf(name: ColumnName, dictionary: Dictionary): Code[] | undefined {
	return name === 'answer_id' ? answerCodes(dictionary) : codeListOf(name, dictionary);
}

/** Two questions may give one code to different answers; then it has no label of its own in a column. */
function answerCodes(dictionary: Dictionary): Code[] | undefined {
	const codes = new Map<string, Text>();
	for (const { id, label } of inOrder(dictionary)) {
		const known = codes.get(id);
		if (known && known.en !== label.en) return undefined;
		codes.set(id, label);
	}
	return [...codes].map(([value, label]) => ({ value, label }));
}

const inOrder = ({ answers }: Dictionary) =>
	Object.values(answers).toSorted((a, b) => a.sort - b.sort);

/** Answers of one question that all lie on one side or the other: first to last is a scale. */
const isScale = (dictionary: Dictionary): boolean =>
	Object.keys(dictionary.questions).length === 1 &&
	inOrder(dictionary).every(({ kind, pole }) => kind === 'substantive' && pole !== null);
