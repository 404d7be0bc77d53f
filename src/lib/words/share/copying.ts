import type { Text } from '#lib/words/lang.ts';

/** Copying a text. */
export const copying = {
	copy: { en: 'Copy', de: 'Kopieren' },
	copied: { en: 'Copied', de: 'Kopiert' },
	selected: {
		en: 'Your browser did not allow it; the text is selected',
		de: 'Ihr Browser erlaubt es nicht; der Text ist markiert'
	}
} satisfies Record<string, Text>;
