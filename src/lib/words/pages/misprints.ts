import type { Text } from '#lib/words/lang.ts';

/** Beside a wrong number in circulation. */
export const misprintWords = {
	misprintsHere: {
		en: 'Wrong numbers in its place',
		de: 'Falsche Zahlen an dieser Stelle'
	},
	printed: { en: 'printed', de: 'gedruckt' },
	published: { en: 'published', de: 'veröffentlicht' },
	nonePublished: {
		en: 'nothing published under this name',
		de: 'unter diesem Namen nichts veröffentlicht'
	}
} satisfies Record<string, Text>;

/** What is wrong with a number in circulation. */
export const conflictNames = {
	misprint: { en: 'a wrong number', de: 'falsche Zahl' },
	mislabel: { en: 'a wrong name for the number', de: 'falsche Bezeichnung der Zahl' },
	swap: { en: 'two numbers exchanged', de: 'zwei Zahlen vertauscht' }
} satisfies Record<string, Text>;
