import type { Text } from '#lib/words/lang.ts';

/** East and West, as other pages name it too. */
export const regions = {
	title: { en: 'East and West Germany', de: 'Ost- und Westdeutschland' },
	gap: { en: 'East minus West, in points', de: 'Ost minus West, in Punkten' },
	directionOnly: {
		en: 'direction published, size not',
		de: 'Richtung veröffentlicht, Größe nicht'
	},
	gapShort: { en: 'Gap', de: 'Abstand' },
	noGap: { en: 'one side not published', de: 'eine Seite nicht veröffentlicht' },
	east: { en: 'East', de: 'Ost' },
	west: { en: 'West', de: 'West' },
	all: { en: 'Germany', de: 'Deutschland' }
} satisfies Record<string, Text>;
