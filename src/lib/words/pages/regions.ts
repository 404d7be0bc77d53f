import type { Text } from '#lib/words/lang.ts';

/** East and West. */
export const regions = {
	title: { en: 'East and West Germany', de: 'Ost- und Westdeutschland' },
	lead: {
		en: 'Every question for which a figure for East or for West Germany was published. A gap is given only where both sides are known; it is a difference of rounded figures and may be off by one point.',
		de: 'Alle Fragen, zu denen ein Wert für Ost- oder für Westdeutschland veröffentlicht wurde. Ein Abstand steht nur dort, wo beide Seiten bekannt sind; er ist eine Differenz gerundeter Zahlen und kann um einen Punkt abweichen.'
	},
	noMargin: {
		en: 'No number of interviews and no margin of error was published for East or West in any of these surveys. How large a gap would have to be to exceed sampling error is therefore not known.',
		de: 'Für Ost oder West wurde in keiner dieser Umfragen eine Zahl der Interviews oder eine Fehlerspanne veröffentlicht. Ab welchem Abstand mehr als Stichprobenfehler vorliegt, ist deshalb nicht bekannt.'
	},
	gap: { en: 'East minus West, in points', de: 'Ost minus West, in Punkten' },
	directionOnly: {
		en: 'direction published, size not',
		de: 'Richtung veröffentlicht, Größe nicht'
	},
	noGap: { en: 'one side not published', de: 'eine Seite nicht veröffentlicht' },
	east: { en: 'East', de: 'Ost' },
	west: { en: 'West', de: 'West' },
	all: { en: 'Germany', de: 'Deutschland' },
	filter: { en: 'Choose surveys and order', de: 'Umfragen und Reihenfolge wählen' },
	sortGap: {
		en: 'spring 2015 first, then the widest gap',
		de: 'Frühjahr 2015 zuerst, dann der größte Abstand'
	},
	sortTime: { en: 'latest survey first', de: 'neueste Umfrage zuerst' },
	sortLabel: { en: 'by title', de: 'nach Titel' },
	sources: { en: 'Sources, survey by survey', de: 'Quellen nach Umfrage' },
	trace: {
		en: 'Each number in the table leads to a page of its own with its question, base, status and notes.',
		de: 'Jede Zahl der Tabelle führt zu einer eigenen Seite mit Frage, Basis, Status und Anmerkungen.'
	}
} satisfies Record<string, Text>;
