import type { Dictionary } from '#lib/view/row.ts';
import { embedWords } from '#lib/words/share/embed.ts';
import { quoted } from '#lib/words/quotation.ts';
import type { Lang } from '#lib/words/lang.ts';

/**
 * The questions as they were asked, each wording once, a translation called one.
 *
 * @param asked where they were asked
 */
export function wordingsOf(
	{ items }: Dictionary,
	asked: { survey: string; question: string }[],
	lang: Lang
): string[] {
	const found = asked.flatMap(({ survey, question }) => {
		const item = items[`${survey}/${question}`];
		if (!item?.wording) return [];
		const translated = lang === 'de' && item.wordingDeOrigin === 'translation';
		const note = translated ? ` (${embedWords.translated.de})` : '';
		return `${quoted(item.wording[lang], lang)}${note}`;
	});
	return [...new Set(found)];
}
