import { answerOf } from '#lib/view/result.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import { absenceNames } from '#lib/words/codes.ts';
import { citationWords as words } from '#lib/words/files/citations.ts';
import { quoted, stopped } from '#lib/words/quotation.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent, period } from '#lib/words/numbers.ts';
import { named } from './sentence.ts';
import { toBibtex, toRis, type Reference } from './reference.ts';
import { sourceText } from './view-citation.ts';

/** One figure as it is cited, in three forms. */
export interface Citation {
	text: string;
	bibtex: string;
	ris: string;
}

/** @param address of the figure's page, whole */
export function citationOf(
	row: DataPoint,
	dictionary: Dictionary,
	where: { address: string; version: string },
	lang: Lang
): Citation {
	const reference = referenceOf(row, dictionary, where, lang);
	return { text: toText(reference), bibtex: toBibtex(reference), ris: toRis(reference) };
}

/** One figure as a reference. @param address of the figure's page, whole */
export function referenceOf(
	row: DataPoint,
	dictionary: Dictionary,
	{ address, version }: { address: string; version: string },
	lang: Lang
): Reference {
	const { question, survey, population, group } = named(row, dictionary);
	const places = [
		population.label[lang],
		...(row.dimension === 'total' ? [] : [group.label[lang]])
	];
	const answer = quoted(answerOf(dictionary, row).label[lang], lang);
	const value =
		row.pct === null ? absenceNames[row.absence ?? 'not_published'][lang] : percent(row.pct, lang);
	const { fieldworkStart: start, fieldworkEnd: end } = survey;
	const source = dictionary.sources[row.sources[0] ?? ''];
	return {
		id: row.figure,
		title: sentence(question.title[lang], `${answer}, ${places.join(', ')}: ${value}`),
		institutes: [survey.organisation],
		container: survey.title[lang],
		year: String(survey.year),
		day: end,
		...(start && end ? { field: words.field(period(start, end, lang), lang) } : {}),
		remarks: source ? [words.source(sourceText(source, lang), lang)] : [],
		url: address,
		version,
		lang
	};
}

/** `Question? Answer` or `Question. Answer` */
const sentence = (first: string, second: string): string => `${stopped(first)} ${second}`;

function toText(reference: Reference): string {
	const { institutes, year, title, container, field, remarks, url, version, lang } = reference;
	return [
		stopped(`${institutes.join(', ')} (${year}): ${title}`),
		stopped([container, field].filter(Boolean).join(', ')),
		...remarks.map(stopped),
		`${words.version(version, lang)}, ${url}`
	].join(' ');
}
