import type { Text } from '#lib/words/lang.ts';

/** What a column of a file holds, by its name in the file. Names never change; these texts may. */
export const columnTexts = {
	figure_id: {
		en: 'Id of the figure: survey, question, population, group and answer joined by ~',
		de: 'Kennung der Zahl: Umfrage, Frage, Grundgesamtheit, Gruppe und Antwort, verbunden mit ~'
	},
	survey_id: { en: 'Code of the survey', de: 'Code der Umfrage' },
	survey_title_en: { en: 'Title of the survey, in English', de: 'Titel der Umfrage, englisch' },
	survey_title_de: { en: 'Title of the survey, in German', de: 'Titel der Umfrage, deutsch' },
	organisation: { en: 'Institute that ran the survey', de: 'Institut der Umfrage' },
	institute: {
		en: 'Code of the institute, as addresses use it (institute=)',
		de: 'Code des Instituts, wie ihn Adressen verwenden (institute=)'
	},
	year: {
		en: 'Year of the survey; never empty',
		de: 'Jahr der Umfrage; nie leer'
	},
	fieldwork_start: {
		en: 'First day in the field; empty when not known to the day',
		de: 'Erster Befragungstag; leer, wenn nicht auf den Tag bekannt'
	},
	fieldwork_end: {
		en: 'Last day in the field; empty when not known to the day',
		de: 'Letzter Befragungstag; leer, wenn nicht auf den Tag bekannt'
	},
	question_id: { en: 'Code of the question', de: 'Code der Frage' },
	question_title_en: {
		en: 'What the question is about, in English; our words',
		de: 'Worum es in der Frage geht, englisch; unsere Worte'
	},
	question_title_de: {
		en: 'What the question is about, in German; our words',
		de: 'Worum es in der Frage geht, deutsch; unsere Worte'
	},
	question_number: {
		en: 'Number in the questionnaire; empty when not known',
		de: 'Nummer im Fragebogen; leer, wenn nicht bekannt'
	},
	question_text_en: {
		en: 'The question as asked, in English; empty when the wording was not seen',
		de: 'Die Frage im Wortlaut, englisch; leer, wenn der Wortlaut nicht vorlag'
	},
	question_text_de: {
		en: 'The question as asked, in German; see question_text_de_origin',
		de: 'Die Frage im Wortlaut, deutsch; siehe question_text_de_origin'
	},
	question_text_de_origin: {
		en: 'Whether the German wording was asked so or is our translation',
		de: 'Ob der deutsche Wortlaut so gefragt wurde oder unsere Übersetzung ist'
	},
	question_text_status: {
		en: 'Where the wording comes from',
		de: 'Woher der Wortlaut stammt'
	},
	population_id: {
		en: 'Code of the country, or of a median over countries',
		de: 'Code des Landes oder eines Medians über Länder'
	},
	population_label_en: { en: 'Country or median, in English', de: 'Land oder Median, englisch' },
	population_label_de: { en: 'Country or median, in German', de: 'Land oder Median, deutsch' },
	country_iso3: {
		en: 'Country by ISO 3166-1 alpha-3, in capitals; empty for a median',
		de: 'Land nach ISO 3166-1 alpha-3, in Großbuchstaben; leer bei einem Median'
	},
	dimension: { en: 'What the group is a part by', de: 'Wonach die Gruppe gebildet ist' },
	group_id: {
		en: 'Code of the group; all means everybody asked',
		de: 'Code der Gruppe; all heißt alle Befragten'
	},
	group_label_en: { en: 'Group, in English', de: 'Gruppe, englisch' },
	group_label_de: { en: 'Group, in German', de: 'Gruppe, deutsch' },
	answer_id: {
		en: 'Code of the answer, unique within its question',
		de: 'Code der Antwort, eindeutig innerhalb der Frage'
	},
	answer_order: {
		en: 'Place of the answer in the questionnaire',
		de: 'Platz der Antwort im Fragebogen'
	},
	answer_label_en: { en: 'Answer, in English', de: 'Antwort, englisch' },
	answer_label_de: { en: 'Answer, in German', de: 'Antwort, deutsch' },
	answer_kind: {
		en: 'Kind of answer; a net adds up others and is never stacked on them',
		de: 'Art der Antwort; ein net fasst andere zusammen und wird nie auf sie gestapelt'
	},
	pct: {
		en: 'Percent of all who were asked, don’t know included, from 0 to 100; 0 means less than half a percent; empty: see absence',
		de: 'Prozent aller Befragten, „weiß nicht“ eingeschlossen, von 0 bis 100; 0 heißt weniger als ein halbes Prozent; leer: siehe absence'
	},
	absence: { en: 'Why there is no number', de: 'Warum es keine Zahl gibt' },
	status: { en: 'How the number came to us', de: 'Wie die Zahl zu uns kam' },
	confidence: {
		en: 'How far the reading can be relied on',
		de: 'Wie verlässlich die Ablesung ist'
	},
	n_unweighted: {
		en: 'Interviews in the base, unweighted; empty: see n_reason',
		de: 'Interviews in der Basis, ungewichtet; leer: siehe n_reason'
	},
	n_reason: {
		en: 'Why there is no number of interviews',
		de: 'Warum es keine Zahl der Interviews gibt'
	},
	n_effective: {
		en: 'Effective number of interviews after weighting',
		de: 'Effektive Zahl der Interviews nach Gewichtung'
	},
	deff: {
		en: 'Design effect: interviews divided by effective interviews',
		de: 'Designeffekt: Interviews geteilt durch effektive Interviews'
	},
	moe95_pts: {
		en: 'Half the width of the 95% interval, in points',
		de: 'Halbe Breite des 95-%-Intervalls, in Punkten'
	},
	ci95_low: {
		en: 'Lower limit of the 95% interval, in percent',
		de: 'Untere Grenze des 95-%-Intervalls, in Prozent'
	},
	ci95_high: {
		en: 'Upper limit of the 95% interval, in percent',
		de: 'Obere Grenze des 95-%-Intervalls, in Prozent'
	},
	interval_method: { en: 'How the interval was computed', de: 'Wie das Intervall berechnet ist' },
	row_sum_pct: {
		en: 'Sum of the published answers of this survey, question, population and group in this file; empty where a net stands beside its parts',
		de: 'Summe der veröffentlichten Antworten dieser Umfrage, Frage, Grundgesamtheit und Gruppe in dieser Datei; leer, wo ein net neben seinen Teilen steht'
	},
	note: { en: 'Remark on the figure, in English', de: 'Anmerkung zur Zahl, englisch' },
	note_de: { en: 'Remark on the figure, in German', de: 'Anmerkung zur Zahl, deutsch' },
	claim_ids: {
		en: 'Statements of the article that rest on the figure, joined by semicolons',
		de: 'Aussagen des Artikels, die auf der Zahl beruhen, mit Semikolon verbunden'
	},
	source_title: {
		en: 'Source to cite first; by publisher and date where the title was not seen',
		de: 'Zuerst zu nennende Quelle; mit Herausgeber und Datum, wo der Titel nicht vorlag'
	},
	source_url: {
		en: 'Address of that source; empty when not established',
		de: 'Adresse dieser Quelle; leer, wenn nicht ermittelt'
	},
	permalink: { en: 'Address of the page', de: 'Adresse der Seite' },
	data_version: { en: 'Version of the data', de: 'Datenstand' },
	role: {
		en: 'Whether the row is what was asked for, or the nearest that was published',
		de: 'Ob die Zeile das Verlangte ist oder das Nächstliegende, das veröffentlicht wurde'
	}
} satisfies Record<string, Text>;

export type ColumnName = keyof typeof columnTexts;

/** Columns of the list of codes. */
export const codeColumns = {
	column: { en: 'Column in which the code stands', de: 'Spalte, in der der Code steht' },
	question_id: {
		en: 'Question an answer belongs to; empty for every other code',
		de: 'Frage, zu der eine Antwort gehört; leer bei allen anderen Codes'
	},
	code: { en: 'The code; it never changes', de: 'Der Code; er ändert sich nie' },
	label_en: { en: 'What it stands for, in English', de: 'Wofür er steht, englisch' },
	label_de: { en: 'What it stands for, in German', de: 'Wofür er steht, deutsch' },
	meaning_en: {
		en: 'What the label alone does not say, in English',
		de: 'Was die Bezeichnung allein nicht sagt, englisch'
	},
	meaning_de: {
		en: 'What the label alone does not say, in German',
		de: 'Was die Bezeichnung allein nicht sagt, deutsch'
	}
} satisfies Record<string, Text>;

/** A column of the wide form: one answer. */
export const shareText = (answer: Text): Text => ({
	en: `Percent: ${answer.en}`,
	de: `Prozent: ${answer.de}`
});
export const absenceText = (answer: Text): Text => ({
	en: `Why there is no number: ${answer.en}`,
	de: `Warum es keine Zahl gibt: ${answer.de}`
});

/** What an empty cell means. */
export const emptyTexts = {
	general: { en: 'not known or does not apply', de: 'nicht bekannt oder nicht zutreffend' },
	pct: { en: 'no number; the reason is in absence', de: 'keine Zahl; der Grund steht in absence' },
	n: { en: 'not published', de: 'nicht veröffentlicht' },
	absence: { en: 'there is a number', de: 'es gibt eine Zahl' }
} satisfies Record<string, Text>;

/** Codes whose labels stand in no table. */
export const codeTexts = {
	dimension: {
		total: { en: 'everybody asked', de: 'alle Befragten' },
		region: { en: 'region', de: 'Region' },
		gender: { en: 'gender', de: 'Geschlecht' },
		age: { en: 'age', de: 'Alter' },
		party: { en: 'party', de: 'Partei' }
	},
	answer_kind: {
		substantive: { en: 'answer', de: 'Antwort' },
		dont_know: { en: 'don’t know or no answer', de: 'weiß nicht oder keine Angabe' },
		volunteered: { en: 'volunteered, not read out', de: 'spontan genannt, nicht vorgelesen' },
		net: { en: 'sum of other answers', de: 'Summe anderer Antworten' }
	},
	role: {
		main: { en: 'asked for', de: 'verlangt' },
		nearest: { en: 'nearest that was published', de: 'nächstliegend veröffentlicht' }
	}
} satisfies Record<string, Record<string, Text>>;
