import type { Lang, Text } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';

/** Marks behind numbers. */
export const marks = {
	low: {
		en: '† low confidence: a single weak source or an unclear population',
		de: '† geringe Verlässlichkeit: nur eine schwache Quelle oder unklare Grundgesamtheit'
	},
	reported: { en: '* reported by the press', de: '* aus der Presse' },
	sum_of_parts: {
		en: 'Σ sum of two printed parts, may be a point off',
		de: 'Σ Summe zweier gedruckter Teile, kann um einen Punkt abweichen'
	},
	recovered: { en: '° worked back from an extract', de: '° aus einem Auszug zurückgerechnet' },
	computed: {
		en: '‡ computed from the respondent file; in tables with its 95% interval and the interviews',
		de: '‡ aus den Einzeldaten berechnet; in Tabellen mit 95-%-Intervall und Zahl der Interviews'
	}
} satisfies Record<string, Text>;

/** What stands beside a sum of two printed parts. @param parts in per cent, as printed */
export function sumNote(parts: number[], lang: Lang): string {
	const printed = parts.map((part) => percent(part, lang)).join({ en: ' and ', de: ' und ' }[lang]);
	return lang === 'de'
		? `Summe der gedruckten Teile ${printed}; die zusammengefasste Antwort druckt das Institut nicht. Sie kann um einen Punkt abweichen.`
		: `Sum of the printed parts, ${printed}; the institute does not print the two together. It may be a point off.`;
}
