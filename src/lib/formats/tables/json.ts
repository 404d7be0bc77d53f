import { fileWords } from '#lib/words/files/formats.ts';
import { surveyWords } from '#lib/words/pages/surveys.ts';
import { langs, type Text } from '#lib/words/lang.ts';
import { viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Contents } from '#lib/formats/contents.ts';
import type { Table } from './table.ts';

const inBoth = (make: (lang: (typeof langs)[number]) => string): Text => ({
	en: make('en'),
	de: make('de')
});

/**
 * A view as JSON: `rows` hold the columns of the CSV under the same names, with null for an empty cell;
 * `dictionary` says what the codes stand for. Texts are in both languages, so the file does not
 * depend on that of its address.
 */
export function toJson(contents: Contents, { columns, records }: Table): string {
	return `${JSON.stringify({
		title: contents.title,
		page: contents.page,
		data_version: contents.dataVersion,
		base: surveyWords.base,
		rounding: surveyWords.rounding,
		terms: { address: contents.terms, ...fileWords.termsText },
		citation: inBoth((lang) => viewCitation(contents, lang)),
		rows: records.map((record) =>
			Object.fromEntries(columns.map(({ name }, index) => [name, record[index]]))
		),
		dictionary: contents.dictionary
	})}\n`;
}
