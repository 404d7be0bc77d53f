import type { Text } from '#lib/words/lang.ts';

/** Columns of a table of differences or places as a file, beside those that say what they are of. */
export const measuredColumns = {
	measure: { en: 'What the value is', de: 'Was der Wert ist' },
	value: {
		en: 'Points, or the place among countries; a difference of rounded figures',
		de: 'Punkte oder Platz unter den Ländern; eine Differenz gerundeter Zahlen'
	},
	out_of: { en: 'Number of countries ranked', de: 'Zahl der Länder im Rang' },
	absence: { en: 'Why there is no value', de: 'Warum es keinen Wert gibt' },
	first_label_en: {
		en: 'What the first figure is of: answer, group, place or survey, in English',
		de: 'Wofür die erste Zahl steht: Antwort, Gruppe, Ort oder Umfrage, englisch'
	},
	first_label_de: {
		en: 'What the first figure is of: answer, group, place or survey, in German',
		de: 'Wofür die erste Zahl steht: Antwort, Gruppe, Ort oder Umfrage, deutsch'
	},
	first_pct: {
		en: 'Percent: the first figure, from which the second is taken',
		de: 'Prozent: die erste Zahl, von der die zweite abgezogen wird'
	},
	second_label_en: {
		en: 'What the second figure is of, in English',
		de: 'Wofür die zweite Zahl steht, englisch'
	},
	second_label_de: {
		en: 'What the second figure is of, in German',
		de: 'Wofür die zweite Zahl steht, deutsch'
	},
	second_pct: { en: 'Percent: the second figure', de: 'Prozent: die zweite Zahl' },
	status: {
		en: 'How the figures came to us; that of the less certain one',
		de: 'Wie die Zahlen hierher kamen; bei zweien die der weniger sicheren'
	},
	figure_ids: {
		en: 'Figures it is made of, joined by semicolons; for a place the figure that holds it (the others are those of every country for the same survey, question, answer and group)',
		de: 'Zahlen, aus denen er gebildet ist, mit Semikolon verbunden; bei einem Platz die Zahl, die ihn hat (die anderen sind die aller Länder für dieselbe Umfrage, Frage, Antwort und Gruppe)'
	}
} satisfies Record<string, Text>;

/** The table of the workbench as a file. */
export const pivotTexts = {
	row: { en: 'What the row is of', de: 'Wofür die Zeile steht' }
} satisfies Record<string, Text>;

/** The same in the menu of files, and to the clipboard. */
export const copyTable = {
	file: { en: 'CSV, the table as shown', de: 'CSV, die Tabelle wie gezeigt' },
	fileAbout: {
		en: 'with all its rows; for English Excel',
		de: 'mit allen Zeilen; für deutsches Excel'
	},
	title: {
		en: 'The table, for a spreadsheet or a slide',
		de: 'Die Tabelle, für Tabellenblatt oder Folie'
	},
	refused: {
		en: 'Your browser did not allow it; the table is among the files above',
		de: 'Ihr Browser erlaubt es nicht; die Tabelle steht oben unter den Dateien'
	}
} satisfies Record<string, Text>;
