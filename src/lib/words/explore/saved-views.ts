import type { Text } from '#lib/words/lang.ts';

/** Views that a reader named, in their own browser. */
export const savedViews = {
	title: { en: 'Saved views', de: 'Gemerkte Ansichten' },
	lead: {
		en: 'Kept in this browser only. Export the list as a file to move it elsewhere.',
		de: 'Nur in diesem Browser gespeichert. Zum Mitnehmen lässt sich die Liste als Datei ausgeben.'
	},
	name: { en: 'Name of this view', de: 'Name dieser Ansicht' },
	save: { en: 'Remember it', de: 'Merken' },
	none: { en: 'None yet.', de: 'Noch keine.' },
	exportFile: { en: 'Export as a file', de: 'Als Datei ausgeben' },
	importFile: { en: 'Import a file', de: 'Datei einlesen' },
	importFailed: {
		en: 'This file holds no saved views; nothing was changed.',
		de: 'Diese Datei enthält keine gemerkten Ansichten; nichts wurde geändert.'
	},
	noStorage: {
		en: 'This browser does not let pages keep anything, so the list lasts only as long as this page.',
		de: 'Dieser Browser lässt nichts speichern; die Liste hält nur so lange wie diese Seite.'
	}
} satisfies Record<string, Text>;
