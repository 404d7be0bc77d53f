import type { statusNames, absenceNames } from '#lib/words/codes.ts';
import type { Text } from '#lib/words/lang.ts';

/* What the fixed codes mean, for those who look them up. */

export const statusMeanings = {
	published: {
		en: 'Read on a chart or in a report of the institute, mostly through a transcription of that chart.',
		de: 'Aus einer Grafik oder einem Bericht des Instituts abgelesen, meist über eine Abschrift der Grafik.'
	},
	recovered: {
		en: 'A whole number worked back from an extract that stores shares without the don’t-know group.',
		de: 'Ganze Zahl, zurückgerechnet aus einem Auszug, der die Anteile ohne die Gruppe „weiß nicht“ speichert.'
	},
	reported: {
		en: 'Passed on by the press; the institute’s own table was not seen.',
		de: 'Von der Presse weitergegeben; die Tabelle des Instituts lag nicht vor.'
	},
	computed: {
		en: 'Computed here from the respondent file with the survey’s weights, and checked against the published totals.',
		de: 'Hier mit den Gewichten der Umfrage aus den Einzeldaten berechnet und an den veröffentlichten Gesamtwerten geprüft.'
	},
	sum_of_parts: {
		en: 'The institute prints two parts, such as very and somewhat favorable, but not what they make together. Their sum is shown; it may be a point off.',
		de: 'Das Institut druckt zwei Teile, etwa sehr und eher positiv, aber nicht, was sie zusammen ergeben. Gezeigt wird ihre Summe; sie kann um einen Punkt abweichen.'
	}
} satisfies Record<keyof typeof statusNames, Text>;

export const absenceMeanings = {
	no_answer: {
		en: 'The question was asked, and nobody gave this answer.',
		de: 'Die Frage wurde gestellt, diese Antwort gab niemand.'
	},
	not_asked: {
		en: 'The question is known not to have been asked there.',
		de: 'Die Frage wurde dort nachweislich nicht gestellt.'
	},
	not_published: {
		en: 'No figure was found. That does not prove that none was measured.',
		de: 'Kein Wert gefunden. Das beweist nicht, dass keiner gemessen wurde.'
	},
	suppressed: {
		en: 'Computed, but resting on too few interviews to be shown.',
		de: 'Berechnet, aber auf zu wenigen Interviews, um gezeigt zu werden.'
	},
	higher_in_east: {
		en: 'The institute says in words that more people in East than in West Germany gave this answer, and prints no number.',
		de: 'Das Institut schreibt, dass im Osten mehr Menschen so antworteten als im Westen, und druckt keine Zahl.'
	},
	higher_in_west: {
		en: 'The institute says in words that more people in West than in East Germany gave this answer, and prints no number.',
		de: 'Das Institut schreibt, dass im Westen mehr Menschen so antworteten als im Osten, und druckt keine Zahl.'
	}
} satisfies Record<keyof typeof absenceNames, Text>;

export const sourceKindNames = {
	publisher_chart: { en: 'chart of the institute', de: 'Grafik des Instituts' },
	publisher_report: { en: 'report of the institute', de: 'Bericht des Instituts' },
	publisher_slides: { en: 'slides of the institute', de: 'Folien des Instituts' },
	dataset_extract: { en: 'extract of the data', de: 'Datenauszug' },
	synthetic: {
		en: 'made up by a program, no survey',
		de: 'von einem Programm erfunden, keine Umfrage'
	},
	press: { en: 'press', de: 'Presse' },
	blog: { en: 'blog', de: 'Blog' }
} satisfies Record<string, Text>;
