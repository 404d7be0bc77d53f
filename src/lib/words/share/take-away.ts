import type { Text } from '#lib/words/lang.ts';

/** The three ways to take a view away, called the same everywhere. */
export const takeAwayWords = {
	embed: { en: 'Embed', de: 'Einbetten' },
	picture: { en: 'Picture', de: 'Bild' },
	data: { en: 'Data', de: 'Daten' },
	/** What the second and the third are, small beside their names. */
	pictureForm: { en: 'PNG', de: 'PNG' },
	dataForm: { en: 'Excel', de: 'Excel' },
	others: { en: 'Other forms', de: 'Andere Formen' }
} satisfies Record<string, Text>;
