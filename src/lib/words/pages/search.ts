import type { Text } from '#lib/words/lang.ts';

/** The fields to search in. */
export const search = {
	questions: { en: 'Search the questions', de: 'Fragen durchsuchen' },
	everything: {
		en: 'Search wordings, titles, answers and statements',
		de: 'Wortlaute, Titel, Antworten und Aussagen durchsuchen'
	},
	button: { en: 'Search', de: 'Suchen' }
} satisfies Record<string, Text>;
