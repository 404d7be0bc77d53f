import type { Text } from '#lib/words/lang.ts';

/** Signs of empty cells: short in the cell, in full for a screen reader and in the legend. */
export const absenceSigns = {
	not_published: {
		sign: { en: 'n. p.', de: 'n. v.' },
		full: { en: 'not published', de: 'nicht veröffentlicht' }
	},
	not_asked: {
		sign: { en: 'n. a.', de: 'n. g.' },
		full: { en: 'not asked', de: 'nicht gefragt' }
	},
	no_answer: {
		sign: { en: 'none', de: 'keine' },
		full: { en: 'nobody gave this answer', de: 'von niemandem genannt' }
	},
	suppressed: {
		sign: { en: 'few', de: 'wenige' },
		full: { en: 'too few interviews', de: 'zu wenige Interviews' }
	},
	higher_in_east: {
		sign: { en: 'E > W', de: 'O > W' },
		full: {
			en: 'higher in the East, says the institute; no number',
			de: 'im Osten höher, schreibt das Institut; ohne Zahl'
		}
	},
	higher_in_west: {
		sign: { en: 'W > E', de: 'W > O' },
		full: {
			en: 'higher in the West, says the institute; no number',
			de: 'im Westen höher, schreibt das Institut; ohne Zahl'
		}
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
