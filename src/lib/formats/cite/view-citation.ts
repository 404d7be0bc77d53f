import type { Dictionary, SourceInfo } from '#lib/view/row.ts';
import { citationWords } from '#lib/words/files/citations.ts';
import type { Lang } from '#lib/words/lang.ts';
import { date, listing } from '#lib/words/numbers.ts';
import { sourceWords } from '#lib/words/pages/sources.ts';
import type { Contents } from '#lib/formats/contents.ts';

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
	return `${shown}. ${citationWords.version(dataVersion, lang)}, ${page}`;
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
