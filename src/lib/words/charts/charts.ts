import type { Lang, Text } from '#lib/words/lang.ts';
import { percent, listing } from '#lib/words/numbers.ts';

/** An answer without the explanation in brackets that its label may end with. */
export const shortLabel = (label: string): string => label.replace(/ \([^()]*\)$/, '');

/** Beside and below bars. */
export const barWords = {
	volunteered: { en: 'Volunteered:', de: 'Spontan:' },
	medians: { en: 'Medians:', de: 'Mediane:' },
	/** Under the name of a median among stacked bars. */
	apart: { en: 'each answer’s median by itself', de: 'je Antwort ein eigener Median' }
} satisfies Record<string, Text>;

/** What an answer is called within a sentence: `more than one named`. */
export const innerLabel = (label: string): string =>
	shortLabel(label).charAt(0).toLowerCase() + shortLabel(label).slice(1);

/** The two sides of Germany as charts name them. */
export const sides = {
	east: {
		short: { en: 'East', de: 'Ost' },
		full: { en: 'East Germany', de: 'Ostdeutschland' }
	},
	west: {
		short: { en: 'West', de: 'West' },
		full: { en: 'West Germany', de: 'Westdeutschland' }
	}
} satisfies Record<string, Record<string, Text>>;

/** Labels, headings and what a pointer tells. */
export const chartWords = {
	whole: { en: 'all of Germany', de: 'Deutschland insgesamt' },
	wholeElsewhere: { en: 'all respondents', de: 'alle Befragten' },
	regions: {
		en: 'East and West Germany: all questions with a published figure',
		de: 'Ost- und Westdeutschland: alle Fragen mit einem veröffentlichten Wert'
	},
	chosenRegions: {
		en: 'East and West Germany: figures of the chosen surveys',
		de: 'Ost- und Westdeutschland: Werte der gewählten Umfragen'
	},
	gapHead: {
		en: ['East − West,', 'points'],
		de: ['Ost − West,', 'Punkte']
	} satisfies Record<Lang, string[]>,
	gapSaid: (gap: string, lang: Lang): string =>
		lang === 'de' ? `Ost minus West ${gap} Punkte` : `East minus West ${gap} points`,
	nearest: { en: 'Nearest published figures', de: 'Nächstliegende veröffentlichte Werte' },
	sameQuestion: { en: 'the same question', de: 'dieselbe Frage' },
	base: (n: string, lang: Lang): string =>
		lang === 'de'
			? `Basis: alle Befragten, ${n} Interviews`
			: `Base: all respondents, ${n} interviews`,
	baseUnknown: {
		en: 'Base: all respondents; number of interviews not published',
		de: 'Basis: alle Befragten; Zahl der Interviews nicht veröffentlicht'
	},
	median: {
		en: 'The middle one of the countries’ figures, not a share of all people',
		de: 'Der mittlere der Länderwerte, kein Anteil aller Menschen'
	},
	/** What is drawn, where a table has all of it; stands in brackets behind the finding. */
	drawn: (by: 'country' | 'region' | 'group' | 'time', numbers: number, lang: Lang): string => {
		const how = {
			country: { en: 'by country', de: 'nach Ländern' },
			region: { en: 'by East and West', de: 'nach Ost und West' },
			group: { en: 'by group', de: 'nach Gruppen' },
			time: { en: 'over time', de: 'im Zeitverlauf' }
		}[by][lang];
		return lang === 'de'
			? `Diagramm ${how}, ${numbers === 1 ? 'die Zahl steht' : `alle ${numbers} Zahlen stehen`} in der Tabelle`
			: `chart ${how}, ${numbers === 1 ? 'its number is' : `all ${numbers} numbers are`} in the table`;
	},
	stepThrough: {
		en: 'Numbers of the chart, one by one with the arrow keys',
		de: 'Zahlen des Diagramms, einzeln mit den Pfeiltasten'
	},
	openFigure: { en: 'Open this figure', de: 'Diese Zahl öffnen' },
	weak: { en: 'weakly sourced', de: 'schwach belegt' },
	assumed: { en: 'assumption range', de: 'Annahmebereich' },
	assumedSaid: (low: string, high: string, lang: Lang): string =>
		lang === 'de' ? `Annahmebereich ${low} bis ${high}` : `assumption range ${low} to ${high}`,
	assumedSide: (
		side: keyof typeof sides,
		{ low, high }: { low: number; high: number },
		lang: Lang
	): string =>
		`${sides[side].short[lang]}: ${chartWords.assumedSaid(percent(low, lang), percent(high, lang), lang)}`,
	apart: { en: 'not comparable with the line', de: 'nicht mit der Linie vergleichbar' }
};

/** How a number came to us, as a pointer tells it to a reader who knows no codes. */
export const statusTexts = {
	published: { en: 'Published by the institute', de: 'Vom Institut veröffentlicht' },
	recovered: {
		en: 'Worked back from an extract of the data',
		de: 'Aus einem Datenauszug zurückgerechnet'
	},
	reported: {
		en: 'Reported by the press; the institute’s own table was not seen',
		de: 'Aus der Presse; die Tabelle des Instituts lag nicht vor'
	},
	sum_of_parts: {
		en: 'Sum of two printed parts, may be a point off',
		de: 'Summe zweier gedruckter Teile, kann um einen Punkt abweichen'
	},
	computed: {
		en: 'Computed here from the respondent file',
		de: 'Hier aus den Einzeldaten berechnet'
	}
} satisfies Record<string, Text>;

/** What stands under a chart. */
export const footWords = {
	base: {
		en: 'Percent of all who were asked, don’t know included.',
		de: 'Prozent aller Befragten, „weiß nicht“ eingeschlossen.'
	},
	blank: {
		en: 'What is missing to 100 was not published or was lost in rounding.',
		de: 'Was zu 100 fehlt, wurde nicht veröffentlicht oder ging beim Runden verloren.'
	},
	apart: {
		en: 'Open points: asked by another institute or in another way, so no line joins them.',
		de: 'Offene Punkte: von einem anderen Institut oder auf anderem Weg erfragt, daher ohne Linie.'
	},
	dashed: {
		en: 'Dashes: a wave in between for which no figure was published, or in which this was not asked.',
		de: 'Gestrichelt: Dazwischen liegt eine Welle, zu der keine Zahl veröffentlicht oder in der nicht danach gefragt wurde.'
	},
	weak: {
		en: '† Weakly sourced: one weak source, or not clear who was asked.',
		de: '† Schwach belegt: nur eine schwache Quelle, oder unklar, wer befragt wurde.'
	},
	synthetic: {
		en: 'SYNTHETIC: computed from respondents made up by a program to try the import. No survey, and not Pew’s.',
		de: 'SYNTHETISCH: berechnet aus Befragten, die ein Programm zur Probe erfunden hat. Keine Umfrage und nicht von Pew.'
	},
	assumed: {
		en: 'Soft bands: where each share may lie if the assumptions about the subsamples hold. No margin of error was published for them.',
		de: 'Helle Bänder: wo der Anteil liegen kann, wenn die Annahmen über die Teilstichproben zutreffen. Fehlerspannen sind dafür nicht veröffentlicht.'
	},
	/** @param statuses how the figures came to us that the institute did not publish */
	statuses: (statuses: string[], lang: Lang): string =>
		lang === 'de'
			? `Manche Werte sind ${listing(statuses, lang)}.`
			: `Some figures are ${listing(statuses, lang)}.`,
	source: (sources: string, lang: Lang): string =>
		lang === 'de' ? `Quelle: ${sources}.` : `Source: ${sources}.`
};

/** Without the figures of the rest a social card would promise a whole that it is not. */
export const cardRest = (more: number, lang: Lang): string =>
	lang === 'de'
		? `und ${more} weitere ${more === 1 ? 'Zeile' : 'Zeilen'}`
		: `and ${more} more ${more === 1 ? 'line' : 'lines'}`;
