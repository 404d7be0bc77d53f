import type { Text } from '#lib/words/lang.ts';

/** What a view offers for other people’s pages. */
export const shareWords = {
	embed: { en: 'Embed', de: 'Einbetten' },
	embedAbout: {
		en: 'in an article, a blog or a content management system',
		de: 'in Artikel, Blog oder Redaktionssystem'
	},
	png: { en: 'Picture (PNG)', de: 'Bild (PNG)' },
	pngAbout: {
		en: 'with question, source and address inside',
		de: 'mit Frage, Quelle und Adresse darin'
	},
	svg: { en: 'Picture (SVG)', de: 'Bild (SVG)' },
	svgAbout: { en: 'for print and for editing', de: 'für den Druck und zum Bearbeiten' }
} satisfies Record<string, Text>;
