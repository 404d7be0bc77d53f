import type { Lang, Text } from './lang.ts';
import { date } from './numbers.ts';

/** What stands in an embed and in a picture beside the drawing. */
export const embedWords = {
	table: { en: 'The numbers as a table', de: 'Die Zahlen als Tabelle' },
	inTable: {
		en: 'Every number stands in the table.',
		de: 'Alle Zahlen stehen in der Tabelle.'
	},
	translated: { en: 'our translation', de: 'unsere Übersetzung' },
	corrections: { en: 'What was corrected', de: 'Was korrigiert wurde' },
	changed: {
		en: 'Numbers of this view have changed since.',
		de: 'Seitdem haben sich Zahlen dieser Ansicht geändert.'
	},
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

/** `Surveyed: 6 April 2015 to 15 May 2015.` */
export const surveyed = (when: string, lang: Lang): string =>
	lang === 'de' ? `Erhoben: ${when}.` : `Surveyed: ${when}.`;

/** `Data as of 24 November 2026.` */
export const dataDay = (day: string, lang: Lang): string =>
	lang === 'de' ? `Datenstand: ${day}.` : `Data as of ${day}.`;

/** What something is about, and the finding; a question keeps its mark. */
export const headed = (name: string, finding: string): string =>
	/[?!]$/.test(name) ? `${name} ${finding}` : `${name}: ${finding}`;

/** Without the figures of the rest a social card would promise a whole that it is not. */
export const cardRest = (more: number, lang: Lang): string =>
	lang === 'de'
		? `und ${more} weitere ${more === 1 ? 'Zeile' : 'Zeilen'}`
		: `and ${more} more ${more === 1 ? 'line' : 'lines'}`;

/** Faults of the oEmbed address. */
export const oembedWords = {
	jsonOnly: {
		en: 'Replies are in JSON; leave the format out or set it to json.',
		de: 'Die Antwort gibt es als JSON; lassen Sie „format“ weg oder setzen Sie es auf json.'
	},
	badLimit: {
		en: 'The limits maxwidth and maxheight are whole numbers of pixels above nought.',
		de: 'Die Grenzen maxwidth und maxheight sind ganze Zahlen von Pixeln über null.'
	},
	noUrl: {
		en: 'The address lacks the page to be embedded: ?url=…',
		de: 'In der Adresse fehlt die Seite, die eingebettet werden soll: ?url=…'
	},
	foreign: {
		en: 'This is no page of ours that can be embedded.',
		de: 'Das ist keine unserer Seiten, die sich einbetten lassen.'
	}
} satisfies Record<string, Text>;

/** The dialog with the texts that put a view into another page. */
export const shareWords = {
	embed: { en: 'Embed', de: 'Einbetten' },
	embedAbout: {
		en: 'in an article, a blog or a content management system',
		de: 'in Artikel, Blog oder Redaktionssystem'
	},
	png: { en: 'Picture (PNG)', de: 'Bild (PNG)' },
	pngAbout: {
		en: 'with question, source and address inside',
		de: 'mit Frage, Quelle und Adresse darin'
	},
	svg: { en: 'Picture (SVG)', de: 'Bild (SVG)' },
	svgAbout: { en: 'for print and for editing', de: 'für den Druck und zum Bearbeiten' },
	title: { en: 'Embed this chart', de: 'Diese Grafik einbetten' },
	lead: {
		en: 'Works without scripts and sets no cookies. The text below goes into the HTML of your page.',
		de: 'Kommt ohne Skripte aus und setzt keine Cookies. Der Text unten gehört in den HTML-Code Ihrer Seite.'
	},
	close: { en: 'Close', de: 'Schließen' },
	back: { en: 'Back to the chart', de: 'Zurück zur Grafik' },
	theme: { en: 'Colours', de: 'Farben' },
	light: { en: 'light', de: 'hell' },
	dark: { en: 'dark', de: 'dunkel' },
	auto: { en: 'as the reader prefers', de: 'wie es die Leser bevorzugen' },
	autoNote: {
		en: 'Only for pages that turn dark themselves: the chart follows the readers’ system, whatever your page looks like.',
		de: 'Nur für Seiten, die selbst dunkel werden: Die Grafik richtet sich nach dem System der Leser, gleich wie Ihre Seite aussieht.'
	},
	data: { en: 'If a number is corrected later', de: 'Wenn eine Zahl später korrigiert wird' },
	follows: {
		en: 'the embed shows the corrected number',
		de: 'zeigt die Einbettung die korrigierte Zahl'
	},
	pinned: {
		en: 'it shows that too, with a line that says so and leads to the correction',
		de: 'zeigt sie diese auch, mit einer Zeile, die es sagt und zur Korrektur führt'
	},
	preview: { en: 'Preview', de: 'Vorschau' },
	columnWidth: { en: 'Width of your column', de: 'Breite Ihrer Spalte' },
	apply: { en: 'Apply', de: 'Übernehmen' },
	frame: { en: 'Frame', de: 'Rahmen' },
	frameScript: { en: 'Frame that follows its content', de: 'Rahmen, der sich dem Inhalt anpasst' },
	picture: {
		en: 'Picture with a link, for newsletters, feeds and print',
		de: 'Bild mit Link, für Newsletter, Feeds und Druck'
	},
	oembed: { en: 'Address for oEmbed', de: 'Adresse für oEmbed' },
	page: {
		en: 'Address of the page, for systems that know oEmbed',
		de: 'Adresse der Seite, für Systeme mit oEmbed'
	}
} satisfies Record<string, Text>;
