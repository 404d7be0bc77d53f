import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';

/* Readers of what the site sends, written apart from what writes it. */

/** A cell as every form can be brought to: empty, text or number as text. */
export type Records = Record<string, string>[];

const decoded = (text: string): string =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');

/**
 * Figure ids of the tables of a page with what stands in their cells, marks left out. A cell may say one
 * thing of several figures, and a line under a table what columns left out would have said.
 */
export function shownCells(html: string): Map<string, string> {
	const found = html.matchAll(/<(td|p)\b[^>]*data-figure="([^"]+)"[^>]*>([\s\S]*?)<\/\1>/g);
	return new Map(
		[...found].flatMap(([, , ids = '', cell = '']) => {
			const text = (/class="(?:number|absent)[^"]*">([^<]*)</.exec(cell)?.[1] ?? '').trim();
			return ids.split(' ').map((id): [string, string] => [id, text]);
		})
	);
}

/** Rows of the tables of a Markdown file: figure id and value. */
export function markdownCells(text: string): Map<string, string> {
	const rows = text
		.split('\n')
		.filter((line) => line.startsWith('| ') && line.endsWith('` |'))
		.map((line) => line.slice(2, -2).split(/ (?<!\\)\| /));
	return new Map(rows.map((cells) => [(cells[4] ?? '').replaceAll('`', ''), cells[2] ?? '']));
}

/** A sheet of a workbook, its first row as names. Reads what ECMA-376 says, by hand. */
export function sheetRecords(bytes: Uint8Array, sheet: string): Records {
	const files = unzipSync(bytes);
	const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array());
	const order = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
	const number = order.findIndex(([, name]) => name === sheet) + 1;
	const strings = [...xml('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)];
	const rows = [...xml(`xl/worksheets/sheet${number}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)];
	const table = rows.map(([, row = '']) => {
		const cells = new Map<string, string>();
		for (const [, place = '', type, value = ''] of row.matchAll(
			/<c r="([A-Z]+)\d+"[^>]*?(?: t="(\w+)")?><v>([^<]*)<\/v><\/c>/g
		))
			cells.set(place, type === 's' ? decoded(strings[Number(value)]?.[1] ?? '') : value);
		return cells;
	});
	const [head = new Map<string, string>(), ...records] = table;
	return records.map((cells) =>
		Object.fromEntries([...head].map(([place, name]) => [name, cells.get(place) ?? '']))
	);
}

/** Days of a workbook are numbers of days since the end of 1899; the CSV writes them out. */
export const withDays = (
	records: Records,
	columns = ['fieldwork_start', 'fieldwork_end']
): Records =>
	records.map((record) =>
		Object.fromEntries(
			Object.entries(record).map(([name, value]) => [
				name,
				columns.includes(name) && value !== ''
					? new Date(Date.UTC(1899, 11, 30 + Number(value))).toISOString().slice(0, 10)
					: value
			])
		)
	);

/** Rows of the JSON form as text. */
export const jsonRecords = (text: string): Records =>
	(JSON.parse(text) as { rows: Record<string, string | number | null>[] }).rows.map((row) =>
		Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]))
	);

/** Whether a program is installed here, and in R a package too. */
export const has = (program: string, rPackage?: string): boolean =>
	spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0 &&
	(rPackage === undefined ||
		spawnSync(program, ['-e', `quit(status = !requireNamespace("${rPackage}", quietly = TRUE))`], {
			stdio: 'ignore'
		}).status === 0);

/**
 * Runs a program on some text. @returns what it printed
 * @throws {Error} with what it complained of
 */
export function run(program: string, args: string[], options: { env?: NodeJS.ProcessEnv } = {}) {
	const { status, stdout, stderr } = spawnSync(program, args, {
		encoding: 'utf8',
		maxBuffer: 100_000_000,
		...options
	});
	if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
	return stdout;
}
