import type { Text } from '#lib/words/lang.ts';

export const measureNames = {
	percent: { en: 'Percent', de: 'Prozent' },
	net: { en: 'Net, in points', de: 'Saldo, in Punkten' },
	gap: { en: 'East minus West, in points', de: 'Ost minus West, in Punkten' },
	median: { en: 'Distance to the median, in points', de: 'Abstand zum Median, in Punkten' },
	rank: { en: 'Rank among countries', de: 'Rang unter den Ländern' },
	change: {
		en: 'Change between two waves, in points',
		de: 'Veränderung zwischen zwei Wellen, in Punkten'
	}
} satisfies Record<string, Text>;

/** What a measure is, in a sentence under the table. */
export const measureMeanings = {
	percent: {
		en: 'Percent of all who were asked, don’t know included.',
		de: 'Prozent aller Befragten, „weiß nicht“ eingeschlossen.'
	},
	net: {
		en: 'The answer on one side minus its opposite, for example should minus should not; don’t know stays in the base. Differences of rounded figures, each may be off by one point, with a sum of printed parts (Σ) by two.',
		de: 'Die Antwort der einen Seite minus ihr Gegenteil, etwa „sollte“ minus „sollte nicht“; „weiß nicht“ bleibt in der Basis. Differenzen gerundeter Zahlen, jede kann um einen Punkt abweichen, mit einer Summe gedruckter Teile (Σ) um zwei.'
	},
	gap: {
		en: 'East Germany minus West Germany. Differences of rounded figures, each may be off by one point; with one side unpublished there is no gap.',
		de: 'Ostdeutschland minus Westdeutschland. Differenzen gerundeter Zahlen, jede kann um einen Punkt abweichen; fehlt eine Seite, gibt es keinen Abstand.'
	},
	median: {
		en: 'The country minus the published median of a group of countries that it belongs to, named in the cell; none is computed here. Differences of rounded figures, each may be off by one point, with a sum of printed parts (Σ) by two.',
		de: 'Das Land minus den veröffentlichten Median einer Ländergruppe, zu der es gehört; die Zelle nennt ihn, berechnet wird hier keiner. Differenzen gerundeter Zahlen, jede kann um einen Punkt abweichen, mit einer Summe gedruckter Teile (Σ) um zwei.'
	},
	rank: {
		en: 'Place by share among all countries with a published figure for the same survey, question, answer and group, whether chosen or not. Equal shares share a place; neighbors in rank are often not distinguishable.',
		de: 'Platz nach Anteil unter allen Ländern mit veröffentlichtem Wert für dieselbe Umfrage, Frage, Antwort und Gruppe, ob gewählt oder nicht. Gleiche Anteile teilen sich den Platz; Nachbarn im Rang sind oft nicht zu unterscheiden.'
	},
	change: {
		en: 'The latest wave of an institute among your choices minus its earliest. Differences of rounded figures, each may be off by one point, with a sum of printed parts (Σ) by two.',
		de: 'Die letzte Welle eines Instituts in Ihrer Auswahl minus seine erste. Differenzen gerundeter Zahlen, jede kann um einen Punkt abweichen, mit einer Summe gedruckter Teile (Σ) um zwei.'
	}
} satisfies Record<string, Text>;
