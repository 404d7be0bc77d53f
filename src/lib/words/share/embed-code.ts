import type { Text } from '#lib/words/lang.ts';

/** The texts that put a view into another page, in a dialog or on a page of their own. */
export const embedCodeWords = {
	title: { en: 'Embed this chart', de: 'Diese Grafik einbetten' },
	lead: {
		en: 'Works without scripts and sets no cookies. The text below goes into the HTML of your page.',
		de: 'Kommt ohne Skripte aus und setzt keine Cookies. Der Text unten gehört in den HTML-Code Ihrer Seite.'
	},
	close: { en: 'Close', de: 'Schließen' },
	back: { en: 'Back to the chart', de: 'Zurück zur Grafik' },
	theme: { en: 'Colors', de: 'Farben' },
	light: { en: 'light', de: 'hell' },
	dark: { en: 'dark', de: 'dunkel' },
	auto: { en: 'as the reader prefers', de: 'wie es die Leser bevorzugen' },
	autoNote: {
		en: 'Only for pages that turn dark themselves: the chart follows the readers’ system, whatever your page looks like.',
		de: 'Nur für Seiten, die selbst dunkel werden: Die Grafik richtet sich nach dem System der Leser, gleich wie Ihre Seite aussieht.'
	},
	data: { en: 'If a number is corrected later', de: 'Wenn eine Zahl später korrigiert wird' },
	followed: {
		en: 'the embed shows the corrected number',
		de: 'zeigt die Einbettung die korrigierte Zahl'
	},
	told: {
		en: 'it shows that too, with a line that says so and leads to the correction',
		de: 'zeigt sie diese auch, mit einer Zeile, die es sagt und zur Korrektur führt'
	},
	frozen: {
		en: 'it keeps the numbers of today and says of which day they are',
		de: 'behält sie die heutigen Zahlen und sagt, von welchem Tag sie sind'
	},
	previewCut: {
		en: 'The preview goes on to the right: scroll it sideways.',
		de: 'Die Vorschau geht rechts weiter: seitwärts scrollen.'
	},
	preview: { en: 'Preview', de: 'Vorschau' },
	look: { en: 'Look', de: 'Aussehen' },
	plain: {
		en: 'without a title, if your page has one',
		de: 'ohne Titel, wenn Ihre Seite einen hat'
	},
	transparent: {
		en: 'on the background of your page',
		de: 'auf dem Hintergrund Ihrer Seite'
	},
	columnWidth: { en: 'Width of your column', de: 'Breite Ihrer Spalte' },
	apply: { en: 'Apply', de: 'Übernehmen' },
	frame: { en: 'Frame', de: 'Rahmen' },
	frameScript: { en: 'Frame that follows its content', de: 'Rahmen, der sich dem Inhalt anpasst' },
	picture: {
		en: 'Picture with a link, for newsletters, feeds and print',
		de: 'Bild mit Link, für Newsletter, Feeds und Druck'
	},
	cards: {
		en: 'Pictures for social networks (PNG):',
		de: 'Bilder für soziale Netzwerke (PNG):'
	},
	bare: {
		en: 'Address of the embed alone, for Notion, Google Sites, SharePoint',
		de: 'Adresse der Einbettung allein, für Notion, Google Sites, SharePoint'
	},
	page: {
		en: 'Address of the page, for WordPress and other systems that know oEmbed',
		de: 'Adresse der Seite, für WordPress und andere Systeme mit oEmbed'
	},
	oembed: { en: 'Address for oEmbed', de: 'Adresse für oEmbed' }
} satisfies Record<string, Text>;
