import type { Text } from '#lib/words/lang.ts';

/** Shapes of pictures for social networks. */
export const shapes = {
	wide: { en: 'landscape, 1200 × 630', de: 'Querformat, 1200 × 630' },
	square: { en: 'square, 1080 × 1080', de: 'Quadrat, 1080 × 1080' },
	portrait: { en: 'portrait, 1080 × 1350', de: 'Hochformat, 1080 × 1350' }
} satisfies Record<string, Text>;
