import type { Text } from '#lib/words/lang.ts';

/** Marks behind numbers. */
export const marks = {
	low: {
		en: '† low confidence: a single weak source or an unclear population',
		de: '† geringe Verlässlichkeit: nur eine schwache Quelle oder unklare Grundgesamtheit'
	},
	reported: { en: '* reported by the press', de: '* aus der Presse' },
	recovered: { en: '° worked back from an extract', de: '° aus einem Auszug zurückgerechnet' },
	computed: {
		en: '‡ computed from the respondent file; in tables with its 95% interval and the interviews',
		de: '‡ aus den Einzeldaten berechnet; in Tabellen mit 95-%-Intervall und Zahl der Interviews'
	}
} satisfies Record<string, Text>;
