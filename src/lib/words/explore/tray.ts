import type { Text } from '#lib/words/lang.ts';

/** The cell that a reader opened, and those put side by side. */
export const trayWords = {
	cell: { en: 'The chosen cell', de: 'Die gewählte Zelle' },
	closeCell: { en: 'Close', de: 'Schließen' },
	pin: { en: 'Pin to compare', de: 'Zum Vergleich anheften' },
	unpin: { en: 'Unpin', de: 'Lösen' },
	figurePage: { en: 'Page of this number', de: 'Seite dieser Zahl' },
	together: {
		en: 'With another answer of the same people',
		de: 'Mit einer anderen Antwort derselben Menschen'
	},
	togetherBoth: {
		en: 'What the two can say together',
		de: 'Was die beiden zusammen sagen können'
	},
	compare: { en: 'Compare', de: 'Vergleich' },
	pinOne: {
		en: 'Pin a second cell to compare it with this one.',
		de: 'Heften Sie eine zweite Zelle an, um beide zu vergleichen.'
	},
	unpinAll: { en: 'Unpin all', de: 'Alle lösen' }
} satisfies Record<string, Text>;
