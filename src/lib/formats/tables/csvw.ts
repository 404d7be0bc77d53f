import { langs, type Text } from '#lib/words/lang.ts';
import { columnTexts } from '#lib/words/files/columns.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import { surveyWords } from '#lib/words/pages/surveys.ts';
import { viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Column } from '#lib/formats/columns.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { dialectOf, type Dialect } from './csv.ts';
import type { Table } from './table.ts';

/**
 * What a CSV holds, after W3C's "Metadata Vocabulary for Tabular Data".
 *
 * @param url the address the CSV is had from, whole and with its query: processors ignore a
 * description whose `url` is another one
 */
export function toCsvw(
	contents: Contents,
	table: Pick<Table, 'columns' | 'key'>,
	url: string,
	dialect: Dialect
): string {
	const { title, dictionary, page, terms, manual, dataVersion } = contents;
	const sources = Object.values(dictionary.sources).flatMap((source) => source.url ?? []);
	return `${JSON.stringify(
		{
			'@context': 'http://www.w3.org/ns/csvw',
			url,
			'dc:title': inLanguages(title),
			'dc:description': inLanguages(fileWords.viewAbout),
			'dc:isPartOf': { '@id': page },
			'dc:license': { '@id': terms },
			'dc:rights': inLanguages(fileWords.termsText),
			'dc:source': [...new Set(sources)].map((address) => ({ '@id': address })),
			'dc:hasVersion': dataVersion,
			'dc:bibliographicCitation': viewCitation(contents, 'en'),
			dialect: {
				encoding: 'utf-8',
				delimiter: dialectOf(dialect).delimiter,
				quoteChar: '"',
				doubleQuote: true,
				header: true,
				lineTerminators: ['\r\n']
			},
			notes: [surveyWords.base, surveyWords.rounding].map(inLanguages),
			tableSchema: {
				columns: table.columns.map((column) => columnOf(column, manual, dialect)),
				primaryKey: table.key.map(variable)
			}
		},
		null,
		'\t'
	)}\n`;
}

const inLanguages = (text: Text) =>
	langs.map((lang) => ({ '@value': text[lang], '@language': lang }));

/** A name as CSVW takes it: names of places and years, heads of a table as seen, are percent-encoded. */
const variable = (name: string): string =>
	encodeURIComponent(name).replace(
		/[-!'()*~]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);

/** The header's own name comes first in both languages, since readers compare it with the titles. */
function columnOf(column: Column, manual: string, dialect: Dialect) {
	const { name, about, empty } = column;
	const [, lang] = /_(en|de)$/.exec(name) ?? [];
	return {
		name: variable(name),
		titles: { en: [name, about.en], de: [name, about.de] },
		'dc:description': inLanguages(empty ? withEmpty(about, empty) : about),
		datatype: datatypeOf(column, dialect),
		...(lang && column.kind === 'text' ? { lang } : {}),
		...(name in columnTexts ? { propertyUrl: `${manual}#column-${name}` } : {}),
		...(empty ? { null: '' } : { required: true })
	};
}

const withEmpty = (about: Text, empty: Text): Text => ({
	en: `${about.en}; empty: ${empty.en}`,
	de: `${about.de}; leer: ${empty.de}`
});

function datatypeOf({ kind, codes }: Column, dialect: Dialect) {
	switch (kind) {
		case 'integer':
		case 'date':
			return kind;
		case 'address':
			return 'anyURI';
		case 'number':
			return dialectOf(dialect).decimal === ','
				? { base: 'decimal', format: { decimalChar: ',', groupChar: '.' } }
				: 'decimal';
		case 'text':
			return codes
				? { base: 'string', format: codes.map(({ value }) => value).join('|') }
				: 'string';
	}
}
