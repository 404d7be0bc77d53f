import type { Lang, Text } from '#lib/words/lang.ts';
import { count, decimal } from '#lib/words/numbers.ts';

/* What files and feeds say beside their rows. */

export const fileWords = {
	dataVersion: { en: 'data version', de: 'Datenstand' },
	page: { en: 'Page', de: 'Seite' },
	columns: { en: 'Columns', de: 'Spalten' },
	asked: { en: 'As asked', de: 'So wurde gefragt' },
	wordingNotSeen: {
		en: 'The wording was not seen. Answers',
		de: 'Der Wortlaut lag nicht vor. Antworten'
	},
	translation: { en: 'our translation', de: 'unsere Übersetzung' },
	who: { en: 'Who', de: 'Wer' },
	answer: { en: 'Answer', de: 'Antwort' },
	value: { en: 'Percent of all who were asked', de: 'Prozent aller Befragten' },
	caveats: { en: 'Base and caveats', de: 'Basis und Vorbehalte' },
	figure: { en: 'Figure', de: 'Kennung' },
	sources: { en: 'Sources', de: 'Quellen' },
	citation: { en: 'To be cited as', de: 'So zu zitieren' },
	terms: { en: 'Terms', de: 'Bedingungen' },
	termsText: {
		en: 'The rights in the figures and in the wording of the questions remain with their sources; no license on them is claimed or given.',
		de: 'Die Rechte an den Zahlen und am Wortlaut der Fragen bleiben bei den Quellen; eine Lizenz daran wird weder beansprucht noch vergeben.'
	},
	everybody: { en: 'everybody asked', de: 'alle Befragten' },
	all: { en: 'All figures', de: 'Alle Zahlen' },
	allAbout: {
		en: 'Every figure on whether people would defend a NATO ally, on NATO, Russia and the war in eastern Ukraine that is published here, with East and West Germany where a split was published: survey, question, place, group, answer, share, status and source.',
		de: 'Alle hier veröffentlichten Zahlen zum Beistand für Nato-Partner, zur Nato, zu Russland und zum Krieg in der Ostukraine, mit Ost- und Westdeutschland, wo eine Aufteilung veröffentlicht wurde: Umfrage, Frage, Ort, Gruppe, Antwort, Anteil, Status und Quelle.'
	},
	viewAbout: {
		en: 'Shares of answers as published, each with its survey, status and source. Percent of all who were asked, don’t know included; whole percentages need not add up to 100.',
		de: 'Anteile der Antworten wie veröffentlicht, jeder mit Umfrage, Status und Quelle. Prozent aller Befragten, „weiß nicht“ eingeschlossen; ganze Prozente ergeben nicht immer 100.'
	},
	corrections: { en: 'Beistand: corrections', de: 'Beistand: Korrekturen' },
	correctionsAbout: {
		en: 'Figures that were taken back, with what stands in their place and why.',
		de: 'Zurückgezogene Zahlen, mit dem, was an ihrer Stelle steht, und dem Grund.'
	}
} satisfies Record<string, Text>;

/** Parts of a caveat: what must stand beside a number wherever it goes. */
export const caveatWords = {
	base: { en: 'all who were asked, don’t know included', de: 'alle Befragten mit „weiß nicht“' },
	median: {
		en: 'median over countries, has no base of its own',
		de: 'Median über Länder, ohne eigene Basis'
	},
	noInterviews: { en: 'n not published', de: 'n nicht veröffentlicht' },
	noMargin: { en: 'margin of error not published', de: 'Fehlerspanne nicht veröffentlicht' },
	rounded: { en: 'rounded', de: 'gerundet' },
	roundedDifference: {
		en: 'difference of rounded figures, may be off by one point',
		de: 'Differenz gerundeter Zahlen, kann um einen Punkt abweichen'
	},
	status: { en: 'status', de: 'Status' },
	nearest: {
		en: 'not what was asked for, but the nearest that was published',
		de: 'nicht das Verlangte, sondern das Nächstliegende, das veröffentlicht wurde'
	},
	low: { en: 'low confidence', de: 'geringe Verlässlichkeit' },
	medium: { en: 'medium confidence', de: 'mittlere Verlässlichkeit' }
} satisfies Record<string, Text>;

export const interviews = (n: number, lang: Lang): string => `n = ${count(n, lang)}`;

/** A place among countries: `3 of 9`. */
export const placeText = (place: number, of: number, lang: Lang): string =>
	({ en: `${place} of ${of}`, de: `${place} von ${of}` })[lang];

export const interval = (low: number, high: number, lang: Lang): string =>
	lang === 'de'
		? `95-%-Intervall ${decimal(low, lang)} bis ${decimal(high, lang)}`
		: `95% interval ${decimal(low, lang)} to ${decimal(high, lang)}`;

/** Columns of the readings as a file. */
export const readingColumns = {
	reading_id: {
		en: 'Code of the reading, that of its source',
		de: 'Code der Deutung, der ihrer Quelle'
	},
	outlet: { en: 'Outlet', de: 'Medium' },
	author: { en: 'Author as named', de: 'Autor wie genannt' },
	published: {
		en: 'Day, month or year of publication, as far as known',
		de: 'Tag, Monat oder Jahr der Veröffentlichung, soweit bekannt'
	},
	country_en: { en: 'Country of the outlet, in English', de: 'Land des Mediums, englisch' },
	country_de: { en: 'Country of the outlet, in German', de: 'Land des Mediums, deutsch' },
	stance_code: { en: 'What it makes of the figures', de: 'Was es aus den Zahlen macht' },
	stance_en: {
		en: 'The same in our words, in English',
		de: 'Dasselbe in unseren Worten, englisch'
	},
	stance_de: { en: 'The same in our words, in German', de: 'Dasselbe in unseren Worten, deutsch' },
	wording_shift_en: {
		en: 'How its words depart from the question, in English; empty: nothing noted',
		de: 'Wie seine Worte von der Frage abweichen, englisch; leer: nichts vermerkt'
	},
	wording_shift_de: {
		en: 'How its words depart from the question, in German; empty: nothing noted',
		de: 'Wie seine Worte von der Frage abweichen, deutsch; leer: nichts vermerkt'
	},
	survey_id: { en: 'Code of the survey it rests on', de: 'Code der Umfrage, auf der es beruht' },
	figure_ids: {
		en: 'Figures it uses, joined by semicolons',
		de: 'Verwendete Zahlen, mit Semikolon verbunden'
	},
	source_title: { en: 'Title; empty when not seen', de: 'Titel; leer, wenn er nicht vorlag' },
	source_url: {
		en: 'Address; empty when not established',
		de: 'Adresse; leer, wenn nicht ermittelt'
	}
} satisfies Record<string, Text>;
