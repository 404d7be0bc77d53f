import type { Text } from '#lib/words/lang.ts';

/** What a view offers for other people’s pages. */
export const shareWords = {
	embed: { en: 'Embed', de: 'Einbetten' },
	svg: { en: 'Picture (SVG)', de: 'Bild (SVG)' },
	svgAbout: { en: 'for print and for editing', de: 'für den Druck und zum Bearbeiten' }
} satisfies Record<string, Text>;
