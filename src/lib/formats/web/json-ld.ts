import { topicNames } from '#lib/words/codes.ts';
import type { Dictionary } from '#lib/view/row.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import type { Lang } from '#lib/words/lang.ts';
import { fieldText } from '#lib/words/pages/surveys.ts';
import { stopped } from '#lib/words/quotation.ts';
import { institutesOf, viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { mediaTypes, type Extract } from '#lib/formats/extract.ts';

/** Schema.org's words for a data set, as JSON-LD for the head of a page. */
export interface DatasetOptions {
	lang: Lang;
	/** Whole addresses of the same data as files. */
	files: Partial<Record<Extract, string>>;
	/** More than the usual sentence on what the figures are: the question as asked, for example. */
	description?: string;
	/** Whole address of the page of all data; undefined on that page itself. */
	isPartOf?: string;
}

export function datasetJsonLd(contents: Contents, options: DatasetOptions): object {
	const { lang, files, description, isPartOf } = options;
	const { title, dictionary, page, terms, dataVersion } = contents;
	const { surveys, populations, questions } = dictionary;
	const countries = Object.values(populations).filter(({ kind }) => kind === 'country');
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		'@id': page,
		name: title[lang],
		description: [title[lang], description, fileWords.viewAbout[lang]]
			.flatMap((text) => (text ? [stopped(text)] : []))
			.join(' '),
		url: page,
		identifier: page,
		keywords: keywordsOf(questions, lang),
		dateModified: dataVersion.slice(0, 10),
		inLanguage: lang,
		version: dataVersion,
		license: terms,
		isAccessibleForFree: true,
		creator: institutesOf(dictionary).map((name) => ({ '@type': 'Organization', name })),
		citation: viewCitation(contents, lang),
		measurementTechnique: Object.values(surveys).map(
			(survey) => `${survey.title[lang]} (${fieldText(survey, lang)})`
		),
		temporalCoverage: coverage(Object.values(surveys)),
		spatialCoverage: countries.map(({ label }) => ({ '@type': 'Place', name: label[lang] })),
		variableMeasured: Object.values(questions).map((question) => ({
			'@type': 'PropertyValue',
			name: question.title[lang],
			propertyID: question.id,
			unitText: 'percent'
		})),
		distribution: Object.entries(files).map(([form, contentUrl]) => ({
			'@type': 'DataDownload',
			contentUrl,
			encodingFormat: mediaTypes[form as Extract].split(';')[0]
		})),
		...(isPartOf ? { isPartOf: { '@type': 'Dataset', '@id': isPartOf, url: isPartOf } } : {})
	};
}

/** Topics of the questions, each once. */
const keywordsOf = (questions: Dictionary['questions'], lang: Lang): string[] => [
	...new Set(Object.values(questions).map(({ topic }) => topicNames[topic][lang]))
];

/** From the first day in the field to the last, as far as known; the years otherwise. */
function coverage(
	surveys: { fieldworkStart: string | null; fieldworkEnd: string | null; year: number }[]
): string {
	const starts = surveys.map(({ fieldworkStart, year }) => fieldworkStart ?? String(year));
	const ends = surveys.map(({ fieldworkEnd, year }) => fieldworkEnd ?? String(year));
	const [first, last] = [starts.sort()[0] ?? '', ends.sort().at(-1) ?? ''];
	return first === last ? first : `${first}/${last}`;
}
