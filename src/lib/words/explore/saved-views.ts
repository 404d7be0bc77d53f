import type { Lang, Text } from '#lib/words/lang.ts';
import { quoted } from '#lib/words/quotation.ts';

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
	removed: (name: string, lang: Lang): string =>
		({
			en: `${quoted(name, lang)} is off the list.`,
			de: `${quoted(name, lang)} steht nicht mehr auf der Liste.`
		})[lang],
	undo: { en: 'Put it back', de: 'Zurückholen' },
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
} satisfies Record<string, Text | ((name: string, lang: Lang) => string)>;
