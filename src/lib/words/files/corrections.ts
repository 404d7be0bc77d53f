import type { Lang } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import { quoted } from '#lib/words/quotation.ts';

/* Figures that were taken back, told in words and numbers. */

/** `73% “Favorable”, Germany, View of NATO (Pew Research Center, Global Attitudes survey, fall 2009)` */
export function correctedText(
	said: {
		/** Null: it had no number, or none is on record. */
		pct: number | null;
		answer: string;
		places: string[];
		question: string;
		survey: string;
	},
	lang: Lang
): string {
	const answer = quoted(said.answer, lang);
	const share = said.pct === null ? answer : `${percent(said.pct, lang)} ${answer}`;
	return `${share}, ${[...said.places, said.question].join(', ')} (${said.survey})`;
}

/** Title of an entry of the feed. */
export const correctionTitle = (before: string, lang: Lang): string =>
	({ en: `Withdrawn: ${before}`, de: `Zurückgezogen: ${before}` })[lang];

/** Old and new in one paragraph. @param after null: nothing stands in its place */
export function correctionText(
	before: string,
	after: string | null,
	reason: string,
	lang: Lang
): string {
	const old = { en: `Old: ${before}.`, de: `Alt: ${before}.` }[lang];
	const now =
		after === null
			? { en: 'Nothing stands in its place.', de: 'An ihre Stelle ist keine andere getreten.' }
			: { en: `New: ${after}.`, de: `Neu: ${after}.` };
	return [old, now[lang], reason].join(' ');
}
