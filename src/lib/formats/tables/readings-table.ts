import type { Reading } from '#lib/view/reading.ts';
import type { SurveyInfo } from '#lib/view/row.ts';
import { columnTexts, emptyTexts, type ColumnName } from '#lib/words/files/columns.ts';
import { quoted } from '#lib/words/quotation.ts';
import { readingColumns } from '#lib/words/files/formats.ts';
import type { Lang } from '#lib/words/lang.ts';
import { date } from '#lib/words/numbers.ts';
import { stanceNames } from '#lib/words/pages/readings.ts';
import { answerOf } from '#lib/view/result.ts';
import { caveatsOf, surveyText, valueText, whoText } from '#lib/formats/cite/caveats.ts';
import { listed } from '#lib/formats/codes.ts';
import { columnOf as figureColumnOf, type Column, type Value } from '#lib/formats/columns.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { instituteCode } from '#lib/view/slug.ts';
import { plain } from './markdown.ts';
import type { Table } from './table.ts';

type Name = keyof typeof readingColumns;

/** What the survey is that a reading rests on; the same columns as in the file of the figures. */
const surveyCells = {
	survey_title_en: ({ title }) => title.en,
	survey_title_de: ({ title }) => title.de,
	organisation: ({ organisation }) => organisation,
	institute: ({ organisation }) => instituteCode(organisation),
	year: ({ year }) => year
} satisfies Partial<Record<ColumnName, (survey: SurveyInfo) => Value>>;
const surveyNames = Object.keys(surveyCells) as (keyof typeof surveyCells)[];

const cells: Record<Name, (reading: Reading) => Value> = {
	reading_id: ({ source }) => source.id,
	outlet: ({ outlet }) => outlet,
	author: ({ author }) => author,
	published: ({ published }) => published,
	country_en: ({ country }) => country.label.en,
	country_de: ({ country }) => country.label.de,
	stance_code: ({ stance }) => stance,
	stance_en: ({ says }) => says.en,
	stance_de: ({ says }) => says.de,
	wording_shift_en: ({ shift }) => shift?.en ?? null,
	wording_shift_de: ({ shift }) => shift?.de ?? null,
	survey_id: ({ survey }) => survey,
	figure_ids: ({ figures }) => figures.map(({ figure }) => figure).join(';') || null,
	source_title: ({ source }) => source.title,
	source_url: ({ source }) => source.url
};

const mayBeEmpty: Name[] = [
	...(['author', 'published', 'wording_shift_en', 'wording_shift_de'] as const),
	...(['figure_ids', 'source_title', 'source_url'] as const)
];

/** Readings as a table: one record a reading. */
export function readingsTable(readings: Reading[], contents: Contents): Table {
	const { page, dataVersion, dictionary } = contents;
	const names = Object.keys(readingColumns) as Name[];
	return {
		columns: [
			...names.map(columnOf),
			...surveyNames.map((name) => figureColumnOf(name, dictionary)),
			{ name: 'permalink', kind: 'address', about: columnTexts.permalink },
			{ name: 'data_version', kind: 'text', about: columnTexts.data_version }
		],
		records: readings.map((reading) => [
			...names.map((name) => cells[name](reading)),
			...surveyNames.map((name) => {
				const survey = dictionary.surveys[reading.survey];
				return survey ? surveyCells[name](survey) : null;
			}),
			page,
			dataVersion
		]),
		key: ['reading_id']
	};
}

function columnOf(name: Name): Column {
	return {
		name,
		kind: name === 'source_url' ? 'address' : 'text',
		about: readingColumns[name],
		...(mayBeEmpty.includes(name) ? { empty: emptyTexts.general } : {}),
		...(name === 'stance_code' ? { codes: listed(stanceNames) } : {})
	};
}

/** Readings as Markdown: each in one line, the figures it uses with their base and caveats. */
export const readingsSections = (
	readings: Reading[],
	{ dictionary }: Contents,
	lang: Lang
): string[] => [
	readings
		.map(({ outlet, author, published, country, says, shift, figures, source }) => {
			const when = published ? date(published, lang) : undefined;
			const head = [outlet, author, country.label[lang], when].filter(Boolean).join(', ');
			const used = figures.map(
				(row) =>
					`${valueText(row, lang)} ${quoted(answerOf(dictionary, row).label[lang], lang)} (${whoText(row, dictionary, lang)}; ${surveyText(row, dictionary, lang)}; ${caveatsOf(row, dictionary, lang)})`
			);
			const text = [`${head}: ${says[lang]}`, shift?.[lang], ...used, source.url];
			return `- ${plain(text.filter(Boolean).join(' | ')).replaceAll('\\|', '–')}`;
		})
		.join('\n')
];
