import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { absenceMeanings, statusMeanings } from '#lib/words/pages/code-meanings.ts';
import { absenceNames, statusNames } from '#lib/words/codes.ts';
import { fileWords as words } from '#lib/words/files/formats.ts';
import type { Lang } from '#lib/words/lang.ts';
import { surveyWords } from '#lib/words/pages/surveys.ts';
import { viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Value } from '#lib/formats/columns.ts';
import type { Contents } from '#lib/formats/contents.ts';
import type { Table } from './table.ts';

/**
 * A view as a workbook with the sheets data, wording, notes and about. Numbers are numbers; a text is
 * never a formula, so nothing needs a guard. The same view gives the same bytes.
 */
export async function toXlsx(contents: Contents, table: Table, lang: Lang): Promise<Uint8Array> {
	const sheets = [
		{ sheet: 'data', ...dataSheet(table) },
		{ sheet: 'wording', ...wordingSheet(contents) },
		{ sheet: 'notes', ...notesSheet(contents) },
		{ sheet: 'about', ...aboutSheet(contents, table, lang) }
	].map(({ widths, ...sheet }) => ({
		...sheet,
		columns: widths.map((width) => ({ width })),
		stickyRowsCount: 1
	}));
	const made = await writeExcelFile(sheets).toBuffer();
	// The library writes the time of day into the archive; the files in it are the same each time.
	return zipSync(unzipSync(made), { mtime: new Date(2000, 0, 1) });
}

interface Sheet {
	data: SheetData;
	/** In characters. */
	widths: number[];
}

function sheetOf(head: string[], records: Value[][], widths = head.map(() => 24)): Sheet {
	return {
		data: [
			head.map((value) => ({ value, fontWeight: 'bold' as const })),
			...records.map((record) =>
				record.map((value) => (typeof value === 'string' ? clean(value) : value))
			)
		],
		widths
	};
}

/** XML has no place for control characters, and Excel not for more than 32,767 in a cell. */
const clean = (text: string): string =>
	// eslint-disable-next-line no-control-regex
	text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767);

const dataSheet = ({ columns, records }: Table): Sheet =>
	sheetOf(
		columns.map(({ name }) => name),
		records,
		columns.map(({ name, kind }) => (name === 'figure_id' ? 52 : kind === 'text' ? 20 : 12))
	);

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

function aboutSheet(contents: Contents, { columns }: Table, lang: Lang): Sheet {
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
