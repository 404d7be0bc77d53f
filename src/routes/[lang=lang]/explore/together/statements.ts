import { answerOf } from '#lib/view/result.ts';
import { saying, type Together } from '#lib/view/together/together.ts';
import type { Lang } from '#lib/words/lang.ts';
import {
	measuredFinding,
	measuredSayable,
	measuredUnsayable
} from '#lib/words/together/measured.ts';
import { listing } from '#lib/words/numbers.ts';
import { findingText, refusalText, sayable, unsayable } from '#lib/words/together/together.ts';
import { quoted } from '#lib/words/quotation.ts';

/**
 * What comes out of two answers put together, what can be said of it, and what cannot.
 *
 * @param place where the people live: `in Germany`
 */
export function statementsOf(
	{ rows, dictionary, limits, refusal, measured, paradox }: Together,
	place: string,
	lang: Lang
): { finding: string; can: string[]; cannot: string[] } {
	const titleOf = (id: string) => dictionary.questions[id]?.title[lang] ?? id;
	if (!limits) {
		const missing = (refusal?.missing ?? []).map(({ question }) => quoted(titleOf(question), lang));
		const refused = refusalText[refusal?.code ?? 'not_published'](listing(missing, lang));
		return { finding: refused[lang], can: [], cannot: [] };
	}
	const [a = '', b = ''] = rows.map((row) => answerOf(dictionary, row).label[lang]);
	const counted = measured === 'suppressed' ? null : measured;
	if (!counted)
		return {
			finding: findingText(saying(limits), lang),
			can: sayable(saying(limits), paradox, { a, b }, place, lang),
			cannot: unsayable(saying(limits), paradox, lang)
		};
	const { reason, contradiction, motive } = measuredUnsayable;
	return {
		finding: measuredFinding(counted, lang),
		can: measuredSayable(counted, saying(limits), { a, b }, place, lang),
		cannot: (paradox ? [reason, contradiction, motive] : [reason]).map((text) => text[lang])
	};
}
