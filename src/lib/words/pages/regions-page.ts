import { absenceNames } from '#lib/words/codes.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { percent, wholePercent } from '#lib/words/numbers.ts';
import { regions } from './regions.ts';

/** What the page of East and West alone says. */
export const regionsPage = {
	impliedTitle: {
		en: 'What the published figures themselves say of East’s share of the sample',
		de: 'Was die veröffentlichten Zahlen selbst über den Anteil des Ostens sagen'
	},
	implied: {
		en: 'Where East, West and all of Germany were published for one answer, the three figures imply East’s share of the sample:',
		de: 'Wo Ost, West und Deutschland insgesamt für eine Antwort veröffentlicht sind, ergibt sich aus den drei Zahlen der Anteil des Ostens an der Stichprobe:'
	},
	lead: {
		en: 'Every question for which a figure for East or for West Germany was published. A gap is given only where both sides are known; it is a difference of rounded figures and may be off by one point.',
		de: 'Alle Fragen, zu denen ein Wert für Ost- oder für Westdeutschland veröffentlicht wurde. Ein Abstand steht nur dort, wo beide Seiten bekannt sind; er ist eine Differenz gerundeter Zahlen und kann um einen Punkt abweichen.'
	},
	noMargin: {
		en: 'No number of interviews and no margin of error was published for East or West in any of these surveys. How large a gap would have to be to exceed sampling error is therefore not known.',
		de: 'Für Ost oder West wurde in keiner dieser Umfragen eine Zahl der Interviews oder eine Fehlerspanne veröffentlicht. Ab welchem Abstand mehr als Stichprobenfehler vorliegt, ist deshalb nicht bekannt.'
	},
	higher: { en: 'higher, no number', de: 'höher, ohne Zahl' },
	lower: { en: 'lower, no number', de: 'niedriger, ohne Zahl' },
	question: { en: 'Question and survey', de: 'Frage und Umfrage' },
	topics: { en: 'Topics', de: 'Themen' },
	key: { en: 'Key', de: 'Legende' },
	filter: { en: 'Choose surveys and order', de: 'Umfragen und Reihenfolge wählen' },
	sortTopic: { en: 'by topic, latest first', de: 'nach Themen, neueste zuerst' },
	sortGap: {
		en: 'spring 2015 first, then the widest gap',
		de: 'Frühjahr 2015 zuerst, dann der größte Abstand'
	},
	sortTime: { en: 'latest survey first', de: 'neueste Umfrage zuerst' },
	sortLabel: { en: 'by title', de: 'nach Titel' },
	toExplore: {
		en: 'Go on with these gaps in Explore',
		de: 'Mit diesen Abständen unter „Erkunden“ weiterarbeiten'
	},
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
			en: `Defending a NATO ally: in\u00a0${year}, ${east} were for it in East and West`,
			de: `Einen Nato-Verbündeten verteidigen: ${year}\u00a0waren in Ost und West ${east} dafür`
		}[lang];
	return split.west > split.east
		? {
				en: `Defending a NATO ally: in\u00a0${year}, ${west} were for it in the West, ${east} in the East`,
				de: `Einen Nato-Verbündeten verteidigen: ${year}\u00a0waren im Westen ${west} dafür, im Osten ${east}`
			}[lang]
		: {
				en: `Defending a NATO ally: in\u00a0${year}, ${east} were for it in the East, ${west} in the West`,
				de: `Einen Nato-Verbündeten verteidigen: ${year}\u00a0waren im Osten ${east} dafür, im Westen ${west}`
			}[lang];
}

/**
 * What stands in the place of one side's number, where the other has one: `higher, no number`.
 *
 * @param side whose place it is
 */
export function sideText(
	absence: keyof typeof absenceNames | null,
	side: 'east' | 'west',
	lang: Lang
): string {
	if (absence === 'higher_in_east' || absence === 'higher_in_west')
		return absence === `higher_in_${side}` ? regionsPage.higher[lang] : regionsPage.lower[lang];
	return absence ? absenceNames[absence][lang] : '';
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
	howSure: {
		en: 'How firm are the gaps?',
		de: 'Wie sicher sind die Abstände?'
	}
} satisfies Record<string, Text>;

/** `Confidence in Putin in world affairs, 2015: 14–24%` */
export const impliedText = (
	question: string,
	year: number,
	{ low, high }: { low: number; high: number },
	lang: Lang
): string => `${question}, ${year}: ${wholePercent(low)}–${percent(high, lang)}`;
