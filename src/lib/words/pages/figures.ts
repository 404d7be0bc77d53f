import type { Lang, Text } from '#lib/words/lang.ts';

/** The page of one figure. */
export const figure = {
	thisNumber: { en: 'This number', de: 'Diese Zahl' },
	missing: { en: 'This number is missing', de: 'Diese Zahl fehlt' },
	base: { en: 'Base', de: 'Basis' },
	baseAll: {
		en: 'Everybody who was asked, including don’t know and no answer; whole percentages',
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
	toExplore: {
		en: 'Go on with this number in Explore',
		de: 'Mit dieser Zahl unter „Erkunden“ weiterarbeiten'
	},
	picture: { en: 'As a picture:', de: 'Als Bild:' },
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

/** Why a figure no longer stands. */
export const withdrawnText = (day: string, reason: string, lang: Lang): string =>
	lang === 'de' ? `Zurückgezogen am ${day}. ${reason}` : `Withdrawn on ${day}. ${reason}`;
