import type { Text } from './lang.ts';

/** Words that stand on every page. */
export const site = {
	name: { en: 'Beistand', de: 'Beistand' },
	offline: {
		en: 'There is no connection at the moment, so this page stays. Try again once you are online.',
		de: 'Gerade besteht keine Verbindung, deshalb bleibt diese Seite stehen. Versuchen Sie es noch einmal, sobald Sie wieder online sind.'
	},
	skip: { en: 'Skip to the content', de: 'Zum Inhalt springen' },
	navigation: { en: 'Main', de: 'Hauptnavigation' },
	questions: { en: 'Questions', de: 'Fragen' },
	regions: { en: 'East and West', de: 'Ost und West' },
	article: { en: 'The article', de: 'Der Artikel' },
	explore: { en: 'Explore', de: 'Erkunden' },
	readings: { en: 'Readings', de: 'Lesarten' },
	methods: { en: 'Methods', de: 'Methoden' },
	inOtherLanguage: { en: 'Auf Deutsch', de: 'In English' },
	start: { en: 'Start', de: 'Start' },
	footRights: {
		en: 'The figures belong to their sources, first of all Pew Research Center, which bears no responsibility for what is made of them here.',
		de: 'Die Rechte an den Zahlen liegen bei den Quellen, zuerst beim Pew Research Center, das für die Darstellung hier nicht verantwortlich ist.'
	},
	footTerms: { en: 'Sources and terms', de: 'Quellen und Bedingungen' },
	data: { en: 'Data and API', de: 'Daten und API' },
	footVersion: { en: 'Data version', de: 'Datenstand' }
} satisfies Record<string, Text>;

/* Texts of one page or of the server alone stand by themselves, so that no other page loads them. */

export const tagline: Text = {
	en: 'What Germans say about defending a NATO ally',
	de: 'Was Deutsche über die Verteidigung von Nato-Verbündeten sagen'
};

export const about: Text = {
	en: 'What Pew Research Center measured in 2015 about defending a NATO ally, in East and West Germany and among the allies, and what a ZEIT ONLINE article made of it.',
	de: 'Was das Pew Research Center 2015 über die Verteidigung eines Nato-Verbündeten gemessen hat, in Ost und West und bei den Verbündeten, und was ein Artikel auf ZEIT ONLINE daraus machte.'
};

/** Over every page, where made-up respondents were imported. */
export const syntheticNote: Text = {
	en: 'SYNTHETIC test data: figures marked “computed” come from respondents made up by a program to try the import. They are no survey and not Pew’s.',
	de: 'SYNTHETISCHE Testdaten: Als „berechnet“ gekennzeichnete Werte stammen von Befragten, die ein Programm zur Probe des Imports erfunden hat. Sie sind keine Umfrage und nicht von Pew.'
};

/** Above a table that is wider than its place. */
export const cutOff: Text = {
	en: 'The table goes on to the right: scroll it sideways.',
	de: 'Die Tabelle geht rechts weiter: seitwärts scrollen.'
};

/** Where the fault is not the reader's. */
export const ourFault: Text = {
	en: 'Something went wrong on our side. Nothing of yours is lost; please try again.',
	de: 'Bei uns ist etwas schiefgegangen. Es ist nichts verloren; bitte versuchen Sie es noch einmal.'
};

/** What the page of an error says beside its message. */
export const errorPage = {
	successor: { en: 'They stand here now:', de: 'Sie stehen jetzt hier:' },
	noLanguage: {
		en: 'Beistand speaks English and German.',
		de: 'Beistand gibt es auf Deutsch und auf Englisch.'
	},
	nearest: { en: 'Perhaps you were looking for:', de: 'Vielleicht suchten Sie:' },
	allQuestions: { en: 'All questions', de: 'Alle Fragen' }
} satisfies Record<string, Text>;

/** When something is not there or not well, as the server says it. */
export const faults = {
	noPage: { en: 'There is no such page.', de: 'Diese Seite gibt es nicht.' },
	noQuestion: { en: 'There is no such question.', de: 'Diese Frage gibt es nicht.' },
	movedQuestion: {
		en: 'This question is now one with another. Its figures moved there.',
		de: 'Diese Frage ist jetzt mit einer anderen zusammengefasst. Ihre Zahlen stehen dort.'
	},
	ours: ourFault,
	noDatabase: {
		en: 'The figures are being loaded. Please try again in a moment.',
		de: 'Die Zahlen werden gerade geladen. Bitte versuchen Sie es gleich noch einmal.'
	}
} satisfies Record<string, Text>;
