import { absenceMeanings, statusMeanings } from '#lib/words/pages/code-meanings.ts';
import { absenceNames, statusNames } from '#lib/words/codes.ts';
import { fileWords as words } from '#lib/words/files/formats.ts';
import type { Lang } from '#lib/words/lang.ts';
import { surveyWords } from '#lib/words/pages/surveys.ts';
import { viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Column, Value } from '#lib/formats/columns.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { inSlices } from '#lib/concurrency/in-slices.ts';
import { press } from '#lib/formats/press-pool.ts';
import type { SheetToPress } from '#lib/formats/press-worker.ts';
import { codesTable } from './codes-table.ts';
import type { TableOfRecords } from './table.ts';

/**
 * A view as a workbook with the sheets data, wording, codes, notes and about. Numbers are numbers and
 * days are days; a text is never a formula, so nothing needs a guard. The same view gives the same bytes.
 */
export async function toXlsx(
	contents: Contents,
	table: TableOfRecords,
	lang: Lang
): Promise<Uint8Array> {
	const sheets = [
		{ sheet: 'data', ...(await dataSheet(table, lang)) },
		{ sheet: 'wording', ...wordingSheet(contents) },
		{ sheet: 'codes', ...codesSheet(contents, table) },
		{ sheet: 'notes', ...notesSheet(contents) },
		{ sheet: 'about', ...aboutSheet(contents, table, lang) }
	];
	return press.run('workbook', sheets);
}

/** A plain table as a workbook of one sheet. */
export const toSheet = (head: string[], records: Value[][]): Promise<Uint8Array> =>
	press.run('workbook', [{ sheet: 'data', ...sheetOf(head, records) }]);

type Sheet = Omit<SheetToPress, 'sheet'>;

const sheetOf = (head: string[], records: Value[][], widths = head.map(() => 24)): Sheet => ({
	head,
	records,
	widths
});

/** What a reader looks for first, within the first screen: what it is of, and the number. */
const leading = (lang: Lang): string[] => [
	'year',
	...['question_title', 'population_label', 'group_label', 'answer_label'].map(
		(name) => `${name}_${lang}`
	),
	...['pct', 'value', 'out_of', 'absence', 'status']
];

const widthOf = ({ name, kind }: Column): number => {
	if (name === 'figure_id' || name === 'figure_ids') return 52;
	if (/^(year|pct|value|out_of)/.test(name)) return 8;
	if (/^question_title/.test(name)) return 36;
	return kind === 'text' ? 20 : 12;
};

async function dataSheet({ columns, records }: TableOfRecords, lang: Lang): Promise<Sheet> {
	// A table of something else, such as the readings, begins as it is.
	const isOfFigures = columns.some(({ name }) => name.startsWith('question_title'));
	const first = (isOfFigures ? leading(lang) : []).flatMap((name) => {
		const at = columns.findIndex((column) => column.name === name);
		return at < 0 ? [] : [at];
	});
	const order = [...first, ...columns.keys().filter((at) => !first.includes(at))];
	const sheet = sheetOf(
		order.map((at) => columns[at]!.name),
		await inSlices(Iterator.from(records).map((record) => order.map((at) => record[at] ?? null))),
		order.map((at) => widthOf(columns[at]!))
	);
	return { ...sheet, days: order.map((at) => columns[at]!.kind === 'date') };
}

/** What the codes of the sheet `data` stand for. */
function codesSheet({ dictionary }: Contents, table: TableOfRecords): Sheet {
	const { columns, records } = codesTable(
		dictionary,
		table.columns.map(({ name }) => name)
	);
	return sheetOf(
		columns.map(({ name }) => name),
		records,
		[20, 28, 28, 36, 36, 70, 70]
	);
}

const wordingSheet = ({ dictionary }: Contents): Sheet =>
	sheetOf(
		[
			'survey_id',
			'question_id',
			'number',
			'wording_en',
			'wording_de',
			'wording_de_origin',
			'status'
		],
		Object.values(dictionary.items).map((item) => [
			item.survey,
			item.question,
			item.number,
			item.wording?.en ?? null,
			item.wording?.de ?? null,
			item.wordingDeOrigin,
			item.wordingStatus
		]),
		[24, 24, 10, 70, 70, 18, 14]
	);

/** Every remark of the view, with the code it is on. */
function notesSheet({ rows, dictionary }: Contents): Sheet {
	const { surveys, items, populations, groups } = dictionary;
	const notes = [
		...rows.map(({ figure, note }) => ['figure', figure, note] as const),
		...Object.values(surveys).map(({ id, notes }) => ['survey', id, notes] as const),
		...Object.entries(items).map(([key, { note }]) => ['wording', key, note] as const),
		...Object.values(populations).map(({ id, note }) => ['population', id, note] as const),
		...Object.values(groups).map(({ id, definition }) => ['group', id, definition] as const),
		...Object.values(groups).map(({ id, note }) => ['group', id, note] as const)
	];
	return sheetOf(
		['about', 'code', 'note_en', 'note_de'],
		notes.flatMap(([about, code, note]) => (note ? [[about, code, note.en, note.de]] : [])),
		[12, 40, 80, 80]
	);
}

function aboutSheet(contents: Contents, { columns }: TableOfRecords, lang: Lang): Sheet {
	const { title, page, dataVersion, terms } = contents;
	const listed = <Key extends string>(
		names: Record<Key, Record<Lang, string>>,
		meanings: Record<Key, Record<Lang, string>>
	) =>
		(Object.keys(names) as Key[]).map((key) => [
			key,
			`${names[key][lang]}. ${meanings[key][lang]}`
		]);
	return sheetOf(
		[title[lang], ''],
		[
			[words.page[lang], page],
			[words.dataVersion[lang], dataVersion],
			[words.value[lang], `${surveyWords.base[lang]} ${surveyWords.rounding[lang]}`],
			[words.citation[lang], viewCitation(contents, lang)],
			[words.terms[lang], `${words.termsText[lang]} ${terms}`],
			...listed(absenceNames, absenceMeanings),
			...listed(statusNames, statusMeanings),
			...columns.map(({ name, about }) => [name, about[lang]])
		],
		[28, 100]
	);
}
