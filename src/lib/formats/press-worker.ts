import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Value } from './columns.ts';

/* Runs on a thread of its own: what makes an archive of many rows takes seconds, in which nobody got a page. */

/** A sheet of a workbook as it reaches the thread. */
export interface SheetToPress {
	sheet: string;
	head: string[];
	records: Value[][];
	/** Of the columns, in characters. */
	widths: number[];
	/** Columns whose texts are days: `2015-04-06`. */
	days?: boolean[];
}

export async function workbook(sheets: SheetToPress[]): Promise<Uint8Array> {
	const written = sheets.map((each) => ({
		sheet: each.sheet,
		data: cellsOf(each),
		columns: each.widths.map((width) => ({ width })),
		stickyRowsCount: 1
	}));
	return finished(await writeExcelFile(written).toBuffer());
}

/** The same workbook with another text in the place of one that stands in its cells: its site's address. */
export function workbookWith(task: {
	workbook: Uint8Array;
	text: string;
	other: string;
}): Uint8Array {
	const files = unzipSync(task.workbook);
	for (const [path, bytes] of Object.entries(files))
		files[path] = strToU8(strFromU8(bytes).replaceAll(task.text, () => task.other));
	return zipSync(files, { mtime: oneDay });
}

/**
 * The same files give the same bytes: one day for all of them, always in the same order. A folder stands
 * before its files, since not every reader of data packages makes the folders that it needs.
 */
export function archive(files: Map<string, string | Uint8Array>): Uint8Array {
	const bytes: Zippable = {};
	for (const [path, content] of files) {
		const folder = path.slice(0, path.lastIndexOf('/') + 1);
		if (folder !== '') bytes[folder] ??= [new Uint8Array(), { level: 0 }];
		bytes[path] = typeof content === 'string' ? strToU8(content) : content;
	}
	return zipSync(bytes, { level: 9, mtime: oneDay });
}

/** The same content gives the same bytes on any day. */
const oneDay = new Date(2000, 0, 1);

/** The workbook as it leaves. The library writes the time of day into the archive; ours are the same each time. */
function finished(workbook: Uint8Array): Uint8Array {
	const files = unzipSync(workbook);
	for (const [path, bytes] of Object.entries(files))
		if (/^xl\/(styles|workbook|worksheets\/sheet\d+)\.xml$/.test(path))
			files[path] = strToU8(completed(strFromU8(bytes)));
	return zipSync(files, { mtime: oneDay });
}

/**
 * What ECMA-376 and strict readers ask for and the library leaves out: the style Normal, on which all
 * others rest, a frozen row without a split of nought columns, number formats beyond those of Excel, and
 * filter buttons over the table.
 */
function completed(xml: string): string {
	return xml
		.replace(
			'</borders>',
			'</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
		)
		.replace(/<xf (?=[^>]*>)(?!numFmtId="0" fontId)/g, '<xf xfId="0" ')
		.replace(
			'</cellXfs>',
			'</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
		)
		.replace(/numFmtId="100"/g, 'numFmtId="164"')
		.replace(/ xSplit="0"/g, '')
		.replace('activePane="bottomRight"', 'activePane="bottomLeft"')
		.replace('<definedNames/>', '')
		.replace('</sheetData>', `</sheetData>${filterOf(xml)}`);
}

/** A title over a list is no head of a table and gets no button. */
function filterOf(xml: string): string {
	const extent = extentOf(xml);
	return /:A\d/.test(extent) ? '' : `<autoFilter ref="${extent}"/>`;
}

/** From the first cell to the last: `A1:Q42`. */
function extentOf(xml: string): string {
	const head = /<row r="1"[^>]*>[\s\S]*?<\/row>/.exec(xml)?.[0] ?? '';
	const [, column = 'A'] =
		/<c r="([A-Z]+)1"[^<]*(?:<v>[^<]*<\/v>)?<\/c>\s*<\/row>/.exec(head) ?? [];
	const row = [...xml.matchAll(/<row r="(\d+)"/g)].at(-1)?.[1] ?? '1';
	return `A1:${column}${row}`;
}

function cellsOf({ head, records, widths, days = [] }: SheetToPress): SheetData {
	return [
		head.map((value) => ({ value, fontWeight: 'bold' as const })),
		...records.map((record) =>
			record.map((value, at) => {
				if (typeof value !== 'string') return value;
				if (days[at] && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayOf(value);
				return (widths[at] ?? 0) >= wide
					? { value: clean(value), wrap: true, alignVertical: 'top' as const }
					: clean(value);
			})
		)
	];
}

/** A day as a day of the workbook, at midnight wherever it is opened. */
const dayOf = (text: string) => ({
	value: new Date(`${text}T00:00:00Z`),
	type: Date,
	format: 'yyyy-mm-dd'
});

/** Texts in columns of this width are sentences: they wrap, so that all of them can be read. */
const wide = 60;

/** XML has no place for control characters, and Excel not for more than 32,767 in a cell. */
const clean = (text: string): string =>
	// eslint-disable-next-line no-control-regex
	text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767);
