import type { Text } from '#lib/words/lang.ts';

/** The three ways to take a view away, called the same everywhere. */
export const takeAwayWords = {
	embed: { en: 'Embed', de: 'Einbetten' },
	picture: { en: 'Picture', de: 'Bild' },
	data: { en: 'Data', de: 'Daten' }
} satisfies Record<string, Text>;
