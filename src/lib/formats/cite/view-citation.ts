import type { Dictionary, SourceInfo } from '#lib/view/row.ts';
import { citationWords } from '#lib/words/files/citations.ts';
import type { Lang } from '#lib/words/lang.ts';
import { date, listing } from '#lib/words/numbers.ts';
import { stopped } from '#lib/words/quotation.ts';
import { sourceWords } from '#lib/words/pages/sources.ts';
import type { Contents } from '#lib/formats/contents.ts';
import type { Reference } from './reference.ts';

/** Institutes whose figures these are, each once. */
export const institutesOf = ({ surveys }: Dictionary): string[] => [
	...new Set(Object.values(surveys).map(({ organisation }) => organisation))
];

/** A view as it is cited: institutes, as far as it has figures, what it shows, which data, where. */
export function viewCitation(
	{ dictionary, title, page, dataVersion }: Contents,
	lang: Lang
): string {
	const by = listing(institutesOf(dictionary), lang);
	const shown = [by, title[lang]].filter((part) => part !== '').join(': ');
	return `${stopped(shown)} ${citationWords.version(dataVersion, lang)}, ${page}`;
}

/** A view, or all data, as a reference: compiled here, of figures of these institutes. */
export function viewReference(contents: Contents, lang: Lang): Reference {
	const { dictionary, title, page, dataVersion } = contents;
	const day = dataVersion.slice(0, 10);
	const { pathname, search } = new URL(page);
	return {
		id: `beistand${pathname}${search}`,
		title: title[lang],
		institutes: institutesOf(dictionary),
		year: day.slice(0, 4),
		day,
		remarks: [citationWords.version(dataVersion, lang)],
		url: page,
		version: dataVersion,
		lang
	};
}

/** A source in a line; without a title by publisher and date. */
export function sourceText(source: SourceInfo, lang: Lang): string {
	const by = [source.author, source.publisher].filter(Boolean).join(', ');
	const title = source.title ?? `[${sourceWords.untitled[lang]}]`;
	const read = source.transcription && `${sourceWords.readIn[lang]} ${source.transcription[lang]}`;
	return [by, title, source.date && date(source.date, lang), read, source.url]
		.filter(Boolean)
		.join(', ');
}
