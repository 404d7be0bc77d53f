import type { Lang, Text } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';

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
	key: { en: 'Key', de: 'Legende' },
	gapShort: { en: 'Gap', de: 'Abstand' },
	noGap: { en: 'one side not published', de: 'eine Seite nicht veröffentlicht' },
	east: { en: 'East', de: 'Ost' },
	west: { en: 'West', de: 'West' },
	all: { en: 'Germany', de: 'Deutschland' },
	filter: { en: 'Choose surveys and order', de: 'Umfragen und Reihenfolge wählen' },
	sortTopic: { en: 'by topic, latest first', de: 'nach Themen, neueste zuerst' },
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

/**
 * The answer to the first question, East against West, as a headline.
 *
 * @param split the latest survey with both sides; undefined: none was published
 */
export function regionsHeadline(
	split: { year: number; east: number; west: number } | undefined,
	lang: Lang
): string {
	if (!split) return regions.title[lang];
	const [east, west] = [percent(split.east, lang), percent(split.west, lang)];
	const { year } = split;
	if (split.east === split.west)
		return {
			en: `Defending a NATO ally: ${east} for it in East and West in ${year}`,
			de: `Einen Nato-Verbündeten verteidigen: ${year} in Ost und West ${east} dafür`
		}[lang];
	return split.west > split.east
		? {
				en: `Defending a NATO ally: more were for it in the West than in the East, ${west} against ${east} in ${year}`,
				de: `Einen Nato-Verbündeten verteidigen: Im Westen waren mehr dafür als im Osten, ${year} ${west} gegen ${east}`
			}[lang]
		: {
				en: `Defending a NATO ally: more were for it in the East than in the West, ${east} against ${west} in ${year}`,
				de: `Einen Nato-Verbündeten verteidigen: Im Osten waren mehr dafür als im Westen, ${year} ${east} gegen ${west}`
			}[lang];
}

/** How the signs of a line are read, said where they are first seen. */
export const trackKey = {
	east: { en: 'East', de: 'Ost' },
	west: { en: 'West', de: 'West' },
	whole: { en: 'all of Germany', de: 'Deutschland insgesamt' },
	scale: { en: 'from 0 to 100 percent', de: 'von 0 bis 100 Prozent' },
	range: {
		en: 'where the share may lie under the assumptions below',
		de: 'wo der Anteil unter den unten genannten Annahmen liegen kann'
	},
	howSure: { en: 'How sure?', de: 'Wie sicher?' }
} satisfies Record<string, Text>;

/** `4 gaps` */
export const gapCount = (gaps: number, lang: Lang): string =>
	({
		en: `${gaps} ${gaps === 1 ? 'gap' : 'gaps'}`,
		de: `${gaps} ${gaps === 1 ? 'Abstand' : 'Abstände'}`
	})[lang];
