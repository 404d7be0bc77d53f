import type { Lang, Text } from './lang.ts';
import { count } from './numbers.ts';

/** Why the server turns a request away before any page is asked. */
export const refusals = {
	tooLong: {
		en: 'This address is too long. Please choose fewer filters.',
		de: 'Diese Adresse ist zu lang. Bitte wählen Sie weniger Filter.'
	},
	noHost: {
		en: 'Your browser or program asked for this page under a name that no site can have.',
		de: 'Ihr Browser oder Programm hat diese Seite unter einem Namen abgerufen, den keine Website tragen kann.'
	},
	tooMany: {
		en: 'You have asked for very many pictures or archives in a short time. Please wait a moment and try again.',
		de: 'Sie haben in kurzer Zeit sehr viele Bilder oder Archive abgerufen. Bitte warten Sie einen Augenblick und versuchen Sie es dann noch einmal.'
	},
	busy: {
		en: 'Very many people are reading at the moment. Please try again in a few seconds.',
		de: 'Gerade lesen sehr viele Menschen mit. Bitte versuchen Sie es in ein paar Sekunden noch einmal.'
	}
} satisfies Record<string, Text>;

/** A view of too many cells: how many, how many may be, and what to do instead. */
export const tooWide = (cells: number, most: number, lang: Lang): string =>
	({
		en:
			`This view has ${count(cells, lang)} cells; a view of one question may have ${count(most, lang)}. ` +
			'Please choose fewer countries, groups, answers or surveys. All figures at once are in the files under /data.',
		de:
			`Diese Ansicht hat ${count(cells, lang)} Zellen; eine Ansicht einer Frage darf ${count(most, lang)} haben. ` +
			'Bitte wählen Sie weniger Länder, Gruppen, Antworten oder Umfragen. Alle Zahlen auf einmal stehen in den Dateien unter /data.'
	})[lang];

/** The links below it. */
export const insteadOf = {
	usual: { en: 'The question in its usual view', de: 'Die Frage in ihrer üblichen Ansicht' },
	data: { en: 'All figures as files', de: 'Alle Zahlen als Dateien' }
} satisfies Record<string, Text>;
