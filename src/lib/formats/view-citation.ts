import type { Dictionary, SourceInfo } from '../view/row.ts';
import { citationWords } from '../words/citations.ts';
import type { Lang } from '../words/lang.ts';
import { date, listing } from '../words/numbers.ts';
import { sourceWords } from '../words/sources.ts';
import type { Contents } from './contents.ts';

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
