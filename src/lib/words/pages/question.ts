import type { Lang, Text } from '#lib/words/lang.ts';

/** One question. */
export const question = {
	translation: { en: 'our translation', de: 'unsere Übersetzung' },
	originalWording: { en: 'Original wording', de: 'Wortlaut im Original' },
	spellings: { en: 'Waves and wordings', de: 'Wellen und Wortlaute' },
	wordingNotSeen: {
		en: 'The wording of this question was not seen. What is known of it: ',
		de: 'Der Wortlaut dieser Frage lag nicht vor. Bekannt ist: '
	},
	wordingsNotSeen: {
		en: 'Waves whose wording was not seen',
		de: 'Wellen, deren Wortlaut nicht vorlag'
	},
	layouts: { en: 'Show the figures', de: 'Zahlen zeigen' },
	filter: {
		en: 'Choose surveys, countries and answers',
		de: 'Umfragen, Länder und Antworten wählen'
	},
	apply: { en: 'Show', de: 'Anzeigen' },
	survey: { en: 'Survey', de: 'Umfrage' },
	country: { en: 'Country or median', de: 'Land oder Median' },
	group: { en: 'Group', de: 'Gruppe' },
	answer: { en: 'Answer', de: 'Antwort' },
	sort: { en: 'Order', de: 'Reihenfolge' },
	sortValue: { en: 'highest share first', de: 'höchster Anteil zuerst' },
	sortValueAsc: { en: 'lowest share first', de: 'niedrigster Anteil zuerst' },
	sortLabel: { en: 'by name', de: 'nach Namen' },
	table: { en: 'The figures as a table', de: 'Die Zahlen als Tabelle' },
	tableUnit: { en: 'Percent of all who were asked', de: 'Prozent aller Befragten' },
	sum: { en: 'Sum', de: 'Summe' },
	sumNote: {
		en: 'Where the published answers do not add up to 100, the rest was not published or lost in rounding. It is not computed here.',
		de: 'Wo die veröffentlichten Antworten nicht 100 ergeben, wurde der Rest nicht veröffentlicht oder ging beim Runden verloren. Er wird hier nicht errechnet.'
	},
	asSentence: { en: 'To copy, as a sentence', de: 'Zum Kopieren, als Satz' },
	toExplore: {
		en: 'Go on with these figures in Explore',
		de: 'Mit diesen Zahlen unter „Erkunden“ weiterarbeiten'
	},
	eachNumber: { en: 'Every number with its source', de: 'Jede Zahl mit ihrer Quelle' },
	status: { en: 'Status', de: 'Status' },
	confidence: { en: 'Confidence in the reading', de: 'Verlässlichkeit der Ablesung' },
	source: { en: 'Source', de: 'Quelle' },
	about: { en: 'About these figures', de: 'Zu diesen Zahlen' },
	claims: { en: 'What the article says about it', de: 'Was der Artikel dazu sagt' },
	readings: { en: 'How others read these figures', de: 'Wie andere diese Zahlen lesen' },
	related: { en: 'The nearest questions', de: 'Die nächstliegenden Fragen' },
	nearestTitle: {
		en: 'The nearest that was published',
		de: 'Das Nächstliegende, das veröffentlicht wurde'
	},
	noSplit: {
		en: 'For this survey no figures for East and West Germany were published. The figures below come from other surveys or other questions; they stand apart because they answer something else.',
		de: 'Für diese Umfrage wurden keine Zahlen für Ost- und Westdeutschland veröffentlicht. Die Zahlen darunter stammen aus anderen Umfragen oder anderen Fragen; sie stehen für sich, weil sie etwas anderes beantworten.'
	},
	nearestBelow: {
		en: 'The figures below come from other surveys or other questions; they stand apart because they answer something else.',
		de: 'Die Zahlen darunter stammen aus anderen Umfragen oder anderen Fragen; sie stehen für sich, weil sie etwas anderes beantworten.'
	},
	noSplitAtAll: {
		en: 'No figures for East and West Germany were published, neither in this survey nor for a question close to it.',
		de: 'Zahlen für Ost- und Westdeutschland wurden nicht veröffentlicht, weder in dieser Umfrage noch für eine verwandte Frage.'
	}
} satisfies Record<string, Text>;

/** One statement of the article that was chosen, beside the others. */
export const chosenClaim = {
	said: {
		en: 'Statement chosen, its figures are highlighted',
		de: 'Aussage gewählt, ihre Zahlen sind hervorgehoben'
	},
	choose: {
		en: 'Highlight the figures of this statement',
		de: 'Zahlen dieser Aussage hervorheben'
	},
	unchoose: { en: 'Highlight nothing', de: 'Nichts hervorheben' },
	chooseShort: { en: 'highlight', de: 'hervorheben' },
	unchooseShort: { en: 'highlight nothing', de: 'nichts hervorheben' }
} satisfies Record<string, Text>;

/** What a screen reader hears after a filter: how much is shown now. */
export const announcement = (finding: string, rows: number, lang: Lang): string =>
	lang === 'de' ? `${rows} Zeilen. ${finding}` : `${rows} rows. ${finding}`;

/** Wrong numbers in the place of figures that the view does not show. */
export const misprintsElsewhere = (count: number, lang: Lang): string =>
	lang === 'de'
		? count === 1
			? 'Eine falsche Zahl zu einem anderen Wert dieser Frage'
			: `${count} falsche Zahlen zu anderen Werten dieser Frage`
		: count === 1
			? 'One wrong number for another figure of this question'
			: `${count} wrong numbers for other figures of this question`;

/** How many waves asked it in these words. */
export const wavesText = (count: number, lang: Lang): string =>
	lang === 'de' ? `${count} Wellen` : `${count} waves`;
