import type { Text } from '#lib/words/lang.ts';

/** How a source is named. */
export const sourceWords = {
	readIn: { en: 'read in', de: 'gelesen in' },
	untitled: { en: 'title not seen', de: 'Titel lag nicht vor' }
} satisfies Record<string, Text>;
