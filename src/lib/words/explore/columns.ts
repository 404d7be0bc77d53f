import type { Text } from '#lib/words/lang.ts';

/** Columns of a table of differences or places as a file. */
export const measuredColumns = {
	survey_id: { en: 'Code of the survey', de: 'Code der Umfrage' },
	question_id: { en: 'Code of the question', de: 'Code der Frage' },
	population_id: { en: 'Code of the country', de: 'Code des Landes' },
	group_id: {
		en: 'Code of the group; empty where groups are compared',
		de: 'Code der Gruppe; leer, wo Gruppen verglichen werden'
	},
	answer_id: {
		en: 'Code of the answer; empty where answers are compared',
		de: 'Code der Antwort; leer, wo Antworten verglichen werden'
	},
	measure: { en: 'What the value is', de: 'Was der Wert ist' },
	value: {
		en: 'Points, or the place among countries; a difference of rounded figures',
		de: 'Punkte oder Platz unter den Ländern; eine Differenz gerundeter Zahlen'
	},
	out_of: { en: 'Number of countries ranked', de: 'Zahl der Länder im Rang' },
	absence: { en: 'Why there is no value', de: 'Warum es keinen Wert gibt' },
	first_pct: {
		en: 'Percent: the first figure, from which the second is taken',
		de: 'Prozent: die erste Zahl, von der die zweite abgezogen wird'
	},
	second_pct: { en: 'Percent: the second figure', de: 'Prozent: die zweite Zahl' },
	status: {
		en: 'How the figures came to us; that of the less certain one',
		de: 'Wie die Zahlen hierher kamen; bei zweien die der weniger sicheren'
	},
	figure_ids: {
		en: 'Figures it is made of, joined by semicolons',
		de: 'Zahlen, aus denen er gebildet ist, mit Semikolon verbunden'
	}
} satisfies Record<string, Text>;
