import type { Text } from '#lib/words/lang.ts';

export const facetNames = {
	topic: { en: 'Topic', de: 'Thema' },
	question: { en: 'Question', de: 'Frage' },
	institute: { en: 'Institute', de: 'Institut' },
	survey: { en: 'Survey', de: 'Umfrage' },
	year: { en: 'Year', de: 'Jahr' },
	country: { en: 'Country or median', de: 'Land oder Median' },
	group: { en: 'Group', de: 'Gruppe' },
	answer: { en: 'Answer', de: 'Antwort' },
	status: { en: 'Status', de: 'Status' },
	sides: { en: 'East and West', de: 'Ost und West' },
	claimed: { en: 'The article', de: 'Der Artikel' }
} satisfies Record<string, Text>;

/** Values of facets that are no codes of the data. */
export const facetWords = {
	headline: {
		en: 'the answer looked at first, whatever the question',
		de: 'die Antwort, auf die man zuerst schaut, je Frage'
	},
	absent: { en: 'no number', de: 'keine Zahl' },
	sides: {
		both: { en: 'both sides published', de: 'beide Seiten veröffentlicht' },
		one: { en: 'one side only', de: 'nur eine Seite' },
		none: { en: 'neither side', de: 'keine Seite' }
	},
	claimed: {
		yes: { en: 'a statement rests on it', de: 'eine Aussage beruht darauf' },
		no: { en: 'no statement rests on it', de: 'keine Aussage beruht darauf' }
	}
};
