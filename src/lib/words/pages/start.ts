import type { Text } from '#lib/words/lang.ts';

/** Start page. */
export const start = {
	title: {
		en: 'Would Germany defend a NATO ally?',
		de: 'Würde Deutschland einem Nato-Partner beistehen?'
	},
	lead: {
		en: 'In the spring of 2015 Pew Research Center asked people in NATO countries whether their country should use military force if Russia got into a serious conflict with a neighbour that is an ally.',
		de: 'Im Frühjahr 2015 fragte das Pew Research Center in Nato-Ländern, ob das eigene Land militärische Gewalt einsetzen sollte, wenn Russland in einen ernsten Konflikt mit einem verbündeten Nachbarn gerät.'
	},
	toQuestion: {
		en: 'The question, its wording and every figure',
		de: 'Die Frage, ihr Wortlaut und alle Zahlen'
	},
	eastWest: { en: 'East and West Germany', de: 'Ost- und Westdeutschland' },
	eastWestLead: {
		en: 'For the defence question no East–West split was published in 2015. What is on record:',
		de: 'Für die Beistandsfrage wurde 2015 keine Aufteilung nach Ost und West veröffentlicht. Belegt ist:'
	},
	toRegions: { en: 'All figures for East and West', de: 'Alle Zahlen für Ost und West' },
	article: { en: 'What the article said', de: 'Was der Artikel sagte' },
	articleLead: {
		en: 'A ZEIT ONLINE article of June 2015 drew on this survey. Held against the questions that were asked, its statements fare like this:',
		de: 'Ein Artikel auf ZEIT ONLINE stützte sich im Juni 2015 auf diese Umfrage. Neben die gestellten Fragen gehalten, ergibt sich für seine Aussagen:'
	},
	toArticle: { en: 'Every statement beside its figure', de: 'Jede Aussage neben ihrer Zahl' },
	byTopic: { en: 'Questions by topic', de: 'Fragen nach Themen' }
} satisfies Record<string, Text>;
