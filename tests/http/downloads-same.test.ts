import { parse } from 'csv-parse/sync';
import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile, type Opened } from '#db/open.ts';
import { databasePath } from '#db/path.ts';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { getRegions } from '#lib/server/pages/regions.ts';
import { layouts, sorts } from '#lib/view/view.ts';
import { absenceNames } from '#lib/words/codes.ts';
import { langs, type Lang } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import { sideText } from '#lib/words/pages/regions-page.ts';
import { useSite } from '../support/site.ts';
import {
	jsonRecords,
	markdownCells,
	sheetRecords,
	shownCells,
	withDays,
	type Records
} from '../support/download-readers.ts';

const server = useSite();
let file: Opened;
beforeAll(() => {
	file = openFile(databasePath());
});
afterAll(() => file.close());

const get = async (path: string): Promise<Response> => {
	const response = await fetch(`${server.origin}${path}`);
	expect(response.status, path).toBe(200);
	return response;
};

/** A path and a query that name a view: any codes of its question, in any layout and order. */
function anyView(): fc.Arbitrary<{ path: string; query: string; lang: Lang }> {
	const { db } = file;
	const some = (codes: string[]) => fc.subarray(codes, { maxLength: Math.min(6, codes.length) });
	const views = Object.keys(wholeDictionary(db).questions).map((question) => {
		const catalog = getCatalog(db, question)!;
		const lists = {
			survey: some(catalog.surveys),
			country: some(catalog.populations),
			group: some(catalog.groups.map(({ id }) => id)),
			answer: some(catalog.answers.map(({ id }) => id))
		};
		return fc
			.record({ by: fc.constantFrom(...layouts), sort: fc.constantFrom(...sorts), ...lists })
			.map((view) => ({ page: `questions/${question}`, view }));
	});
	const regions = fc
		.record({
			survey: some(getRegions(db, new URLSearchParams(), 'en').surveys),
			sort: fc.constantFrom('gap', 'time', 'label')
		})
		.map((view) => ({ page: 'regions', view }));
	return fc.tuple(fc.oneof(...views, regions), fc.constantFrom(...langs)).map(([chosen, lang]) => {
		const entries = Object.entries(chosen.view).map(([key, value]) => [key, String(value)]);
		const query = new URLSearchParams(entries.filter(([, value]) => value !== ''));
		return { path: `/${lang}/${chosen.page}`, query: `?${query}`, lang };
	});
}

/** A text that begins like a formula has an apostrophe in front in a CSV, and nowhere else. */
const unguarded = (records: Records): Records =>
	records.map((record) =>
		Object.fromEntries(
			Object.entries(record).map(([name, value]) => [name, value.replace(/^'(?=[=+\-@\t\r])/, '')])
		)
	);

test('table, CSV, JSON, workbook and Markdown of a hundred random views hold the same rows', async () => {
	let rows = 0;
	await fc.assert(
		fc.asyncProperty(anyView(), async ({ path, query, lang }) => {
			const [html, csv, json, md] = await Promise.all(
				['', '.csv', '.json', '.md'].map(async (form) => (await get(path + form + query)).text())
			);
			const book = new Uint8Array(await (await get(`${path}.xlsx${query}`)).arrayBuffer());

			const { data, errors } = Papa.parse<Record<string, string>>(csv!, {
				header: true,
				skipEmptyLines: true
			});
			expect(errors).toEqual([]);
			expect(csvParse(csv!).map((each) => ({ ...each }))).toEqual(data);
			expect(parse(csv!, { columns: true })).toEqual(data);

			const records = unguarded(data);
			expect(jsonRecords(json!)).toEqual(records);
			expect(withDays(sheetRecords(book, 'data'))).toEqual(records);

			const shown = new Map(
				records.map(({ figure_id, pct, absence }) => [
					figure_id!,
					pct === ''
						? absenceNames[absence as keyof typeof absenceNames][lang]
						: percent(Number(pct), lang)
				])
			);
			expect(markdownCells(md!)).toEqual(shown);
			// East and West says beside a number of the other side what other forms say with the name of the side.
			const numbers = new Set(records.flatMap((each) => (each['pct'] ? [each['figure_id']!] : [])));
			const onPage = records.map(({ figure_id = '', absence }): [string, string] => {
				const side = figure_id.split('~')[3] as 'east' | 'west';
				const other = figure_id.replace(`~${side}~`, side === 'east' ? '~west~' : '~east~');
				const isBeside = path.endsWith('/regions') && numbers.has(other);
				return [
					figure_id,
					isBeside && absence?.startsWith('higher_in_')
						? sideText(absence as keyof typeof absenceNames, side, lang)
						: shown.get(figure_id)!
				];
			});
			expect(Object.fromEntries(shownCells(html!))).toEqual(Object.fromEntries(onPage));
			rows += records.length;
		}),
		{
			numRuns: 100,
			// One of seventy, which chance may leave out.
			examples: langs.map((lang) => [{ path: `/${lang}/regions`, query: '?sort=gap', lang }])
		}
	);
	console.log(`${rows} rows compared in five forms`);
}, 300_000);
