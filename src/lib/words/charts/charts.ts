import type { Lang, Text } from '#lib/words/lang.ts';
import { percent, listing } from '#lib/words/numbers.ts';
import { capital } from '#lib/words/quotation.ts';

/** An answer without the explanation in brackets that its label may end with. */
export const shortLabel = (label: string): string => label.replace(/ \([^()]*\)$/, '');

const quoted = (label: string, lang: Lang): string =>
	lang === 'de' ? `„${shortLabel(label)}“` : `“${shortLabel(label)}”`;

/** A share with the name of what it is a share of: an answer, a place or a year. */
export interface Named {
	name: string;
	pct: number;
}

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

/** Titles: sentences made from the numbers, without a full stop. */
export const findings = {
	/** What one population answered, the more frequent answer first. */
	here: (where: string, shares: Named[], lang: Lang): string => {
		const parts = shares.map(({ name, pct }) => ({
			share: percent(pct, lang),
			answer: quoted(name, lang)
		}));
		const [first, ...rest] = parts.map(({ share, answer }) => `${share} ${answer}`);
		if (lang === 'de')
			return `${capital(where)} antworten ${listing([first ?? '', ...rest], lang)}`;
		const [lead] = parts;
		const said = lead ? `${lead.share} say ${lead.answer}` : '';
		return `${capital(where)}, ${listing([said, ...rest], lang)}`;
	},
	/** One answer between its extremes. @param where what all have in common, or empty */
	between: (answer: string, where: string, most: Named, least: Named, lang: Lang): string => {
		const subject = [quoted(answer, lang), where].filter((part) => part !== '').join(' ');
		const [high, low] = [most, least].map(({ name, pct }) => `${name} (${percent(pct, lang)})`);
		return lang === 'de'
			? `${subject}: am häufigsten ${high}, am seltensten ${low}`
			: `${subject}: most often ${high}, least often ${low}`;
	},
	sides: (answer: string, east: number, west: number, lang: Lang): string => {
		const [first, second] = [percent(east, lang), percent(west, lang)];
		return lang === 'de'
			? `In Ostdeutschland antworten ${first} ${quoted(answer, lang)}, in Westdeutschland ${second}`
			: `In East Germany, ${first} say ${quoted(answer, lang)}; in West Germany, ${second}`;
	},
	oneSide: (answer: string, side: 'east' | 'west', pct: number, lang: Lang): string => {
		const here = sides[side].full[lang];
		const there = sides[side === 'east' ? 'west' : 'east'].full[lang];
		return lang === 'de'
			? `In ${here} antworten ${percent(pct, lang)} ${quoted(answer, lang)}; für ${there} ist kein Wert veröffentlicht`
			: `In ${here}, ${percent(pct, lang)} say ${quoted(answer, lang)}; for ${there} no figure was published`;
	},
	/** @param other the nearest wave of the same question in which both sides were published */
	noSides: (
		year: number,
		other: { year: number; answer: string; east: number; west: number } | undefined,
		lang: Lang
	): string => {
		const none =
			lang === 'de'
				? `Für ${year} sind keine getrennten Werte für Ost- und Westdeutschland veröffentlicht`
				: `For ${year}, no separate figures for East and West Germany were published`;
		if (!other) return none;
		const [east, west] = [percent(other.east, lang), percent(other.west, lang)];
		return lang === 'de'
			? `${none}; ${other.year} antworteten ${east} im Osten und ${west} im Westen ${quoted(other.answer, lang)}`
			: `${none}; in ${other.year}, ${east} in the East and ${west} in the West said ${quoted(other.answer, lang)}`;
	},
	/** From the first to the last wave; once where there is one only. */
	course: (answer: string, where: string, waves: Named[], lang: Lang): string => {
		const parts = waves.map(({ name, pct }) => `${percent(pct, lang)}\u00a0(${name})`);
		return `${quoted(answer, lang)} ${where}: ${parts.join(', ')}`;
	},
	widest: (question: string, answer: string, east: number, west: number, lang: Lang): string =>
		lang === 'de'
			? `Am weitesten liegen Ost und West bei „${question}“ auseinander: ${percent(east, lang)} im Osten und ${percent(west, lang)} im Westen antworten ${quoted(answer, lang)}`
			: `East and West are furthest apart on “${question}”: ${percent(east, lang)} in the East and ${percent(west, lang)} in the West say ${quoted(answer, lang)}`,
	nothing: { en: 'No figures were published here', de: 'Hier sind keine Werte veröffentlicht' }
};

/** Labels, headings and what a pointer tells. */
export const chartWords = {
	whole: { en: 'all of Germany', de: 'Deutschland insgesamt' },
	wholeElsewhere: { en: 'all respondents', de: 'alle Befragten' },
	regions: {
		en: 'East and West Germany: all questions with a published figure',
		de: 'Ost- und Westdeutschland: alle Fragen mit einem veröffentlichten Wert'
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
	computed: {
		en: 'Computed here from the respondent file',
		de: 'Hier aus den Einzeldaten berechnet'
	}
} satisfies Record<string, Text>;

/** What stands under a chart. */
export const footWords = {
	base: {
		en: 'Per cent of all who were asked, don’t know included.',
		de: 'Prozent aller Befragten, „weiß nicht“ eingeschlossen.'
	},
	blank: {
		en: 'What is missing to 100 was not published.',
		de: 'Was zu 100 fehlt, ist nicht veröffentlicht.'
	},
	apart: {
		en: 'Open points: asked by another institute or in another way, so no line joins them.',
		de: 'Offene Punkte: von einem anderen Institut oder auf anderem Weg erfragt, daher ohne Linie.'
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
