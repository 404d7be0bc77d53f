import type { Lang, Text } from './lang.ts';
import { count, percent, wholePercent } from './numbers.ts';

/** The page of one figure. */
export const figure = {
	thisNumber: { en: 'This number', de: 'Diese Zahl' },
	missing: { en: 'This number is missing', de: 'Diese Zahl fehlt' },
	base: { en: 'Base', de: 'Basis' },
	baseAll: {
		en: 'Everybody who was asked, including don’t know and no answer; whole per cents',
		de: 'Alle Befragten, auch mit „weiß nicht“ und ohne Angabe; ganze Prozente'
	},
	baseMedian: {
		en: 'The middle one of the countries’ figures, or the mean of the two in the middle; no share of all people living there',
		de: 'Der mittlere der Länderwerte oder das Mittel der beiden mittleren; kein Anteil aller Menschen, die dort leben'
	},
	interviews: { en: 'Interviews', de: 'Interviews' },
	margin: { en: 'Margin of error', de: 'Fehlerspanne' },
	notPublished: { en: 'not published', de: 'nicht veröffentlicht' },
	why: { en: 'Why', de: 'Warum' },
	sources: { en: 'Read in', de: 'Gelesen in' },
	definition: { en: 'Definition', de: 'Abgrenzung' },
	remark: { en: 'Remark', de: 'Anmerkung' },
	id: { en: 'Id', de: 'Kennung' },
	toQuestion: {
		en: 'See it among the other figures of the question',
		de: 'Zwischen den anderen Zahlen der Frage ansehen'
	},
	sentence: { en: 'Copy as a sentence', de: 'Als Satz kopieren' },
	inEnglish: { en: 'In English', de: 'Auf Englisch' },
	inGerman: { en: 'In German', de: 'Auf Deutsch' },
	citation: { en: 'Cite', de: 'Zitieren' },
	citationFiles: {
		en: 'For reference managers: BibTeX, RIS',
		de: 'Für Literaturprogramme: BibTeX, RIS'
	},
	citationText: { en: 'As text', de: 'Als Text' },
	others: {
		en: 'The other answers of the same people',
		de: 'Die anderen Antworten derselben Befragten'
	},
	othersMedian: {
		en: 'The other answers of the same median',
		de: 'Die anderen Antworten desselben Medians'
	},
	waves: { en: 'Before and after', de: 'Vorher und nachher' },
	previous: { en: 'Before', de: 'Vorher' },
	next: { en: 'After', de: 'Nachher' },
	noWave: {
		en: 'No other wave of this question was published for the same people.',
		de: 'Für dieselbe Gruppe ist keine andere Welle dieser Frage veröffentlicht.'
	},
	nearest: {
		en: 'The nearest that was published',
		de: 'Das Nächstliegende, das veröffentlicht wurde'
	},
	nearestNote: {
		en: 'Each of these answers something else: another group, another year or another question.',
		de: 'Jede dieser Zahlen beantwortet etwas anderes: eine andere Gruppe, ein anderes Jahr oder eine andere Frage.'
	},
	claims: { en: 'What the article says about it', de: 'Was der Artikel dazu sagt' },
	readings: { en: 'Who used this number', de: 'Wer diese Zahl verwendet hat' },
	noReaders: {
		en: 'No statement of the article and none of the readings collected here uses this number.',
		de: 'Keine Aussage des Artikels und keine der hier gesammelten Lesarten verwendet diese Zahl.'
	},
	survey: { en: 'About the survey', de: 'Zur Umfrage' }
} satisfies Record<string, Text>;

/** Two waves that no line may join. */
export const waveWarnings = {
	yes: null,
	house: {
		en: 'Another institute: the difference says nothing about change.',
		de: 'Anderes Institut: Der Unterschied sagt nichts über eine Veränderung.'
	},
	mode: {
		en: 'Another way of interviewing: the difference says nothing about change.',
		de: 'Andere Befragungsart: Der Unterschied sagt nichts über eine Veränderung.'
	}
} satisfies Record<string, Text | null>;

/** Copying a text. */
export const copying = {
	copy: { en: 'Copy', de: 'Kopieren' },
	copied: { en: 'Copied', de: 'Kopiert' },
	selected: {
		en: 'Your browser did not allow it; the text is selected',
		de: 'Ihr Browser erlaubt es nicht; der Text ist markiert'
	}
} satisfies Record<string, Text>;

/** When a figure is not there. */
export const missingFigure = {
	none: {
		en: 'There is no figure with this id.',
		de: 'Eine Zahl mit dieser Kennung gibt es nicht.'
	},
	form: {
		en: 'An id is five codes joined by ~: survey, question, country, group and answer.',
		de: 'Eine Kennung besteht aus fünf Codes, verbunden mit ~: Umfrage, Frage, Land, Gruppe und Antwort.'
	},
	withdrawn: { en: 'This figure was withdrawn.', de: 'Diese Zahl wurde zurückgezogen.' },
	successor: { en: 'In its place stands:', de: 'An ihrer Stelle steht:' },
	noSuccessor: {
		en: 'Nothing stands in its place.',
		de: 'An ihre Stelle ist keine andere getreten.'
	}
} satisfies Record<string, Text>;

/** Marks of quotation as the language has them. */
export const quoted = (text: string, lang: Lang): string =>
	lang === 'de' ? `„${text}“` : `“${text}”`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * `963 interviews in Germany`, or that their number was not published.
 *
 * @param where `in Germany`; empty for a group that is no place
 */
export function interviewsIn(n: number | null, where: string, lang: Lang): string {
	const at = where || { en: 'in this group', de: 'in dieser Gruppe' }[lang];
	if (n === null)
		return lang === 'de'
			? `Zahl der Interviews ${at} nicht veröffentlicht`
			: `number of interviews ${at} not published`;
	return `${count(n, lang)} ${lang === 'de' ? 'Interviews' : 'interviews'} ${at}`;
}

/** A number or its absence as a sentence without its end: `In Germany, 38% answered “Yes”`. */
export const statements = {
	/** @param ofAll whether to name all respondents: not of a median or a group that is named already */
	share: (where: string, pct: number, ofAll: boolean, answer: string, lang: Lang): string => {
		const less = { en: ' (less than half a per cent)', de: ' (weniger als ein halbes Prozent)' };
		const share = `${percent(pct, lang)}${pct === 0 ? less[lang] : ''}`;
		if (lang === 'de')
			return `${capital(where)} ${wholePercent(pct) === '1' ? 'antwortete' : 'antworteten'} ${share}${ofAll ? ' aller Befragten' : ''} ${quoted(answer, lang)}`;
		return `${capital(where)}, ${share}${ofAll ? ' of all respondents' : ''} answered ${quoted(answer, lang)}`;
	},
	not_published: (where: string, answer: string, lang: Lang): string =>
		lang === 'de'
			? `Zum Anteil der Antwort ${quoted(answer, lang)} ${where} wurde kein veröffentlichter Wert gefunden`
			: `No published figure was found for the share answering ${quoted(answer, lang)} ${where}`,
	not_asked: (where: string, _answer: string, lang: Lang): string =>
		lang === 'de'
			? `${capital(where)} wurde die Frage nicht gestellt`
			: `The question was not asked ${where}`,
	no_answer: (where: string, answer: string, lang: Lang): string =>
		lang === 'de'
			? `${capital(where)} antwortete niemand ${quoted(answer, lang)}`
			: `${capital(where)}, nobody answered ${quoted(answer, lang)}`,
	suppressed: (where: string, answer: string, lang: Lang): string =>
		lang === 'de'
			? `Für den Anteil der Antwort ${quoted(answer, lang)} ${where} gab es zu wenige Interviews`
			: `For the share answering ${quoted(answer, lang)} ${where} there were too few interviews`
};

/** What follows a sentence in brackets. */
export const caveats = {
	subject: (title: string, lang: Lang): string =>
		`${lang === 'de' ? 'Thema' : 'subject'} ${quoted(title, lang)}`,
	base: {
		en: 'whole per cents, don’t know included',
		de: 'ganze Prozente, „weiß nicht“ eingeschlossen'
	},
	median: {
		en: 'the middle one of the countries’ figures, not a share of all respondents',
		de: 'der mittlere der Länderwerte, kein Anteil aller Befragten'
	},
	recovered: {
		en: 'worked back from an extract of the data',
		de: 'aus einem Datenauszug zurückgerechnet'
	},
	reported: { en: 'as reported by the press', de: 'laut Presse' },
	computed: { en: 'computed from the respondent file', de: 'aus den Einzeldaten berechnet' },
	weak: { en: 'weakly sourced', de: 'schwach belegt' }
};

/** Parts of a citation. */
export const citationWords = {
	field: (period: string, lang: Lang): string =>
		lang === 'de' ? `Befragungszeitraum ${period}` : `in the field ${period}`,
	source: (source: string, lang: Lang): string =>
		lang === 'de' ? `Quelle: ${source}` : `Source: ${source}`,
	version: (version: string, lang: Lang): string =>
		lang === 'de' ? `Beistand, Datenstand ${version}` : `Beistand, data version ${version}`
};

/** Why a figure no longer stands. */
export const withdrawnText = (day: string, reason: string, lang: Lang): string =>
	lang === 'de' ? `Zurückgezogen am ${day}. ${reason}` : `Withdrawn on ${day}. ${reason}`;
