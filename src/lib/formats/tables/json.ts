import { fileWords } from '#lib/words/files/formats.ts';
import { surveyWords } from '#lib/words/pages/surveys.ts';
import { langs, type Text } from '#lib/words/lang.ts';
import { viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Contents } from '#lib/formats/contents.ts';
import type { TableOfRecords } from './table.ts';

const inBoth = (make: (lang: (typeof langs)[number]) => string): Text => ({
	en: make('en'),
	de: make('de')
});

/** Rows that become bytes at once. */
const blockRows = 50;

/**
 * A view as JSON: `rows` hold the columns of the CSV under the same names, with null for an empty cell;
 * `dictionary` says what the codes stand for. Texts are in both languages, so the file does not
 * depend on that of its address. In blocks of bytes, each made when it is asked for.
 */
export function* jsonBlocks(
	contents: Contents,
	{ columns, records }: TableOfRecords
): Generator<Buffer> {
	const head = JSON.stringify({
		title: contents.title,
		page: contents.page,
		data_version: contents.dataVersion,
		base: surveyWords.base,
		rounding: surveyWords.rounding,
		terms: { address: contents.terms, ...fileWords.termsText },
		citation: inBoth((lang) => viewCitation(contents, lang))
	});
	yield Buffer.from(`${head.slice(0, -1)},"rows":[`);
	let isFirst = true;
	let block: string[] = [];
	const written = (): Buffer => {
		const bytes = Buffer.from(`${isFirst ? '' : ','}${block.join()}`);
		isFirst = false;
		block = [];
		return bytes;
	};
	for (const record of records) {
		const named = columns.map(({ name }, index) => [name, record[index]]);
		if (block.push(JSON.stringify(Object.fromEntries(named))) === blockRows) yield written();
	}
	if (block.length > 0) yield written();
	yield Buffer.from(`],"dictionary":${JSON.stringify(contents.dictionary)}}\n`);
}
