import type { Lang, Text } from '#lib/words/lang.ts';
import { date } from '#lib/words/numbers.ts';

/** Who answers for the site, and how a mistake is reported. */
export const responsibility = {
	title: { en: 'Who is responsible', de: 'Impressum' },
	unnamed: {
		en: 'Whoever runs this copy of Beistand has not given a name and address.',
		de: 'Wer diese Kopie von Beistand betreibt, hat keinen Namen und keine Anschrift angegeben.'
	},
	report: { en: 'Report an error', de: 'Fehler melden' },
	reportHow: {
		en: 'Please name the address of the page, what it says, and what you hold to be right, with its source. Every number has an address of its own.',
		de: 'Bitte nennen Sie die Adresse der Seite, was dort steht und was Sie für richtig halten, mit Quelle. Jede Zahl hat eine eigene Adresse.'
	},
	unreachable: {
		en: 'This copy names no way to reach its operator.',
		de: 'Diese Kopie nennt keinen Weg zu ihrem Betreiber.'
	},
	corrections: { en: 'Corrections', de: 'Korrekturen' }
} satisfies Record<string, Text>;

/** `Last held against the figures on 28 November 2026.` @param day YYYY-MM-DD */
export const reviewText = (day: string, lang: Lang): string =>
	({
		en: `Last held against the figures on ${date(day, lang)}.`,
		de: `Zuletzt am ${date(day, lang)} mit den Zahlen verglichen.`
	})[lang];

/** `All statements of the article were last held against the figures …` */
export const allReviewedText = (day: string, lang: Lang): string =>
	({
		en: `Every statement of the article has been held against the figures on ${date(day, lang)} or later.`,
		de: `Jede Aussage des Artikels wurde am ${date(day, lang)} oder später mit den Zahlen verglichen.`
	})[lang];
