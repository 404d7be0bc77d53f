import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';

/* Runs on a thread of its own: what makes an archive of many rows takes seconds, in which nobody got a page. */

/** A sheet of a workbook as it reaches the thread. */
export interface SheetToPress {
	sheet: string;
	data: SheetData;
	/** Of the columns, in characters. */
	widths: number[];
	/** Columns whose texts are days: `2015-04-06`. */
	days?: boolean[];
}

export async function workbook(sheets: SheetToPress[]): Promise<Uint8Array> {
	const written = sheets.map(({ sheet, data, widths, days }) => ({
		sheet,
		data: days ? data.map((row) => row.map((cell, at) => (days[at] ? asDay(cell) : cell))) : data,
		columns: widths.map((width) => ({ width })),
		stickyRowsCount: 1
	}));
	return finished(await writeExcelFile(written).toBuffer());
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
	return zipSync(bytes, { level: 9, mtime: new Date(2000, 0, 1) });
}

/** The workbook as it leaves. The library writes the time of day into the archive; ours are the same each time. */
function finished(workbook: Uint8Array): Uint8Array {
	const files = unzipSync(workbook);
	for (const [path, bytes] of Object.entries(files))
		if (/^xl\/(styles|workbook|worksheets\/sheet\d+)\.xml$/.test(path))
			files[path] = strToU8(completed(strFromU8(bytes)));
	return zipSync(files, { mtime: new Date(2000, 0, 1) });
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

/** A day as a day of the workbook, at midnight wherever it is opened; the head of the column stays. */
const asDay = (cell: SheetData[number][number]) =>
	typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell)
		? { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
		: cell;
