import type { Lang, Text } from '#lib/words/lang.ts';

/** What a codebook for survey archives (DDI) says beside the data. */
export const ddiWords = {
	codebook: (survey: string, lang: Lang): string =>
		({
			en: `Codebook of published figures: ${survey}`,
			de: `Codebuch veröffentlichter Zahlen: ${survey}`
		})[lang],
	about: {
		en: 'Questions of the survey with the shares that were published for their answers. It holds no data of respondents, and only the questions and answers for which a figure is on record here.',
		de: 'Fragen der Umfrage mit den Anteilen, die für ihre Antworten veröffentlicht wurden. Einzeldaten sind nicht enthalten, und nur solche Fragen und Antworten, zu denen hier eine Zahl vorliegt.'
	},
	shares: {
		en: 'Each category carries the shares that were published for it; sdatrefs names the country and the group, URI the page of the figure. Percent of all who were asked, don’t know included. The attribute wgtd is left at its default, since the sources do not always say whether a share is weighted.',
		de: 'Jede Kategorie trägt die Anteile, die für sie veröffentlicht wurden; sdatrefs nennt Land und Gruppe, URI die Seite der Zahl. Prozent aller Befragten, „weiß nicht“ eingeschlossen. Das Attribut wgtd behält seine Voreinstellung, weil die Quellen nicht immer sagen, ob ein Anteil gewichtet ist.'
	},
	medians: {
		en: 'Shares of type “other” are medians over countries as published and have no base of their own.',
		de: 'Anteile vom Typ „other“ sind veröffentlichte Mediane über Länder und haben keine eigene Basis.'
	},
	kind: {
		en: 'aggregate data: published shares',
		de: 'Aggregatdaten: veröffentlichte Anteile'
	},
	unit: { en: 'individual', de: 'Einzelperson' },
	eastWest: { en: 'Definition of East and West', de: 'Abgrenzung von Ost und West' }
} satisfies Record<string, Text | ((survey: string, lang: Lang) => string)>;
