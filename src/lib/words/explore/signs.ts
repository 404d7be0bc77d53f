import { absenceNames } from '#lib/words/codes.ts';
import type { Text } from '#lib/words/lang.ts';

/** Signs of empty cells: short in the cell, in full for a screen reader and in the legend. */
export const absenceSigns = {
	not_published: {
		sign: { en: 'n. p.', de: 'n. v.' },
		full: absenceNames.not_published
	},
	not_asked: {
		sign: { en: 'n. a.', de: 'n. g.' },
		full: absenceNames.not_asked
	},
	no_answer: {
		sign: { en: 'none', de: 'keine' },
		full: absenceNames.no_answer
	},
	suppressed: {
		sign: { en: 'few', de: 'wenige' },
		full: absenceNames.suppressed
	},
	higher_in_east: {
		sign: { en: 'E > W', de: 'O > W' },
		full: absenceNames.higher_in_east
	},
	higher_in_west: {
		sign: { en: 'W > E', de: 'W > O' },
		full: absenceNames.higher_in_west
	},
	no_record: {
		sign: { en: '–', de: '–' },
		full: {
			en: 'this survey is not known to have asked the question',
			de: 'nicht bekannt, dass diese Umfrage die Frage gestellt hat'
		}
	},
	impossible: {
		sign: { en: '×', de: '×' },
		full: {
			en: 'cannot be: a group of another country, or an answer to another question',
			de: 'kann es nicht geben: Gruppe eines anderen Landes oder Antwort auf eine andere Frage'
		}
	},
	filtered: {
		sign: { en: '…', de: '…' },
		full: { en: 'left out by your choices', de: 'durch die Auswahl ausgeblendet' }
	},
	one_side: {
		sign: { en: '½', de: '½' },
		full: { en: 'only one side was published', de: 'nur eine Seite veröffentlicht' }
	},
	no_median: {
		sign: { en: 'no med.', de: 'k. Med.' },
		full: {
			en: 'no median of a group with this country was published',
			de: 'kein Median einer Gruppe mit diesem Land veröffentlicht'
		}
	},
	one_wave: {
		sign: { en: '1×', de: '1×' },
		full: { en: 'asked in one wave only', de: 'nur in einer Welle gefragt' }
	}
} satisfies Record<string, { sign: Text; full: Text }>;

/** What does not match along a row or a column. */
export const flagNames = {
	institutes: { en: 'several institutes', de: 'mehrere Institute' },
	wording: { en: 'wordings differ', de: 'Wortlaute verschieden' },
	unseen: { en: 'some wordings not seen', de: 'Wortlaut teils unbekannt' },
	mode: { en: 'interviewed in different ways', de: 'verschieden befragt' },
	years: { en: 'several years', de: 'mehrere Jahre' }
} satisfies Record<string, Text>;

export const flagsMeaning: Text = {
	en: 'Marked rows and columns hold figures that were not asked alike. Differences between them say nothing about change or place by themselves.',
	de: 'Markierte Zeilen und Spalten enthalten Zahlen, die nicht gleich erfragt wurden. Unterschiede zwischen ihnen sagen für sich nichts über Wandel oder Ort.'
};
