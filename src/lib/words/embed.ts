import type { Lang, Text } from './lang.ts';
import { date } from './numbers.ts';

/** What stands in an embed and in a picture beside the drawing. */
export const embedWords = {
	table: { en: 'The numbers as a table', de: 'Die Zahlen als Tabelle' },
	asked: { en: 'As asked', de: 'So wurde gefragt' },
	translated: { en: 'our translation', de: 'unsere Übersetzung' },
	wordingNotSeen: { en: 'The wording was not seen.', de: 'Der Wortlaut lag nicht vor.' },
	permalink: {
		en: 'All figures, sources and downloads',
		de: 'Alle Zahlen, Quellen und Downloads'
	},
	corrections: { en: 'What was corrected', de: 'Was korrigiert wurde' },
	changed: {
		en: 'Numbers of this view have changed since.',
		de: 'Seitdem haben sich Zahlen dieser Ansicht geändert.'
	},
	nothing: { en: 'There is nothing to show here.', de: 'Hier gibt es nichts zu zeigen.' },
	toSite: { en: 'All questions on Beistand', de: 'Alle Fragen auf Beistand' }
} satisfies Record<string, Text>;

/** An embed that was pinned to a data version whose numbers have been corrected. */
export const pinnedText = (day: string, lang: Lang): string =>
	lang === 'de'
		? `Eingebettet mit dem Datenstand vom ${date(day, lang)}.`
		: `Embedded with the data as of ${date(day, lang)}.`;

/** A long list is cut in an embed; the page has it whole. */
export const restText = (shown: number, all: number, lang: Lang): string =>
	lang === 'de'
		? `Gezeigt sind die ersten ${shown} von ${all} Zeilen; alle stehen unter der Adresse unten.`
		: `Shown are the first ${shown} of ${all} lines; all of them are at the address below.`;

/** `Surveyed 6 April 2015 to 15 May 2015. Data version 2015-11-23.` */
export const datesText = (when: string, version: string, lang: Lang): string =>
	lang === 'de'
		? `Erhoben: ${when}. Datenstand: ${version}.`
		: `Surveyed: ${when}. Data version: ${version}.`;

/** Without the figures of the rest a social card would promise a whole that it is not. */
export const cardRest = (more: number, lang: Lang): string =>
	lang === 'de'
		? `und ${more} weitere ${more === 1 ? 'Zeile' : 'Zeilen'}`
		: `and ${more} more ${more === 1 ? 'line' : 'lines'}`;
