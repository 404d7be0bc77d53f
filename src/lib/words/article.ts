import type { Lang, Text } from './lang.ts';

/** The article, statement by statement. */
export const article = {
	title: { en: 'The article, statement by statement', de: 'Der Artikel, Aussage für Aussage' },
	lead: {
		en: 'A ZEIT ONLINE article of June 2015 concludes from Pew’s survey that Germans will not help but count on help. Here each statement stands, in our words, beside the figure it rests on: how the question was asked, how the wording moved, and what the figures can and cannot carry.',
		de: 'Ein Artikel auf ZEIT ONLINE schloss im Juni 2015 aus der Pew-Umfrage, die Deutschen wollten nicht helfen, aber auf Hilfe zählen. Hier steht jede Aussage in unseren Worten neben der Zahl, auf der sie ruht: wie gefragt wurde, wie sich der Wortlaut verschob und was die Zahlen tragen und was nicht.'
	},
	tally: {
		en: 'The statements by what they can carry',
		de: 'Die Aussagen nach dem, was sie tragen'
	},
	all: { en: 'All statements', de: 'Alle Aussagen' },
	paragraph: { en: 'Paragraph', de: 'Absatz' },
	statement: { en: 'Statement', de: 'Aussage' },
	openArticle: {
		en: 'Open the article at this passage',
		de: 'Den Artikel an dieser Stelle öffnen'
	},
	ownPage: { en: 'This statement on its own page', de: 'Diese Aussage auf eigener Seite' },
	inArticle: { en: 'In the order of the article', de: 'In der Reihenfolge des Artikels' },
	asAsked: { en: 'As asked', de: 'Wie gefragt' },
	asWritten: { en: 'As written', de: 'Wie geschrieben' },
	aspect: { en: 'Aspect', de: 'Aspekt' },
	shifts: { en: 'How the wording moved', de: 'Wie sich der Wortlaut verschob' },
	why: { en: 'Why', de: 'Warum' },
	restsOn: { en: 'Figures', de: 'Zahlen' },
	noFigure: {
		en: 'No published figure stands behind this statement.',
		de: 'Hinter dieser Aussage steht kein veröffentlichter Wert.'
	},
	paraphrase: {
		en: 'The statements are paraphrased here; the article itself is not reproduced.',
		de: 'Die Aussagen sind hier umschrieben; der Artikel selbst wird nicht wiedergegeben.'
	},
	together: {
		en: 'Refuse to help, yet count on America: are these the same people?',
		de: 'Nicht helfen und doch auf Amerika zählen: Sind das dieselben Leute?'
	},
	togetherLink: {
		en: 'What the two figures can say together',
		de: 'Was die beiden Zahlen zusammen sagen können'
	},
	previous: { en: 'Previous statement', de: 'Vorige Aussage' },
	next: { en: 'Next statement', de: 'Nächste Aussage' },
	noClaim: { en: 'There is no such statement.', de: 'Diese Aussage gibt es nicht.' },
	chosen: {
		en: 'Statement chosen, its figures are set off',
		de: 'Aussage gewählt, ihre Zahlen sind hervorgehoben'
	},
	choose: { en: 'Set off its figures', de: 'Ihre Zahlen hervorheben' },
	unchoose: { en: 'Set off nothing', de: 'Nichts hervorheben' }
} satisfies Record<string, Text>;

export const aspectNames = {
	actor: { en: 'Who acts', de: 'Wer handelt' },
	act: { en: 'What is done', de: 'Was getan wird' },
	ally: { en: 'For whom', de: 'Für wen' },
	trigger: { en: 'In which case', de: 'In welchem Fall' },
	mode: { en: 'Ought or forecast', de: 'Sollen oder Vorhersage' },
	population: { en: 'Of whom', de: 'Über wen' },
	measure: { en: 'What was measured', de: 'Was gemessen wurde' }
} satisfies Record<string, Text>;

/** What a verdict from the fixed list means. */
export const relationMeanings = {
	matches: {
		en: 'The number or fact is as published.',
		de: 'Die Zahl oder Tatsache ist so veröffentlicht.'
	},
	paraphrase_differs: {
		en: 'The sentence says another thing than was asked.',
		de: 'Der Satz sagt etwas anderes, als gefragt wurde.'
	},
	supported_elsewhere: {
		en: 'Not published for 2015, but shown by another wave or another question.',
		de: 'Für 2015 nicht veröffentlicht, aber durch eine andere Welle oder Frage belegt.'
	},
	not_published: { en: 'No figure was found.', de: 'Kein Wert wurde gefunden.' },
	inference_beyond_data: {
		en: 'It goes further than the published totals allow.',
		de: 'Sie geht weiter, als die veröffentlichten Gesamtwerte erlauben.'
	},
	not_testable: {
		en: 'A judgement, or something that was not measured.',
		de: 'Ein Urteil oder etwas, das nicht gemessen wurde.'
	},
	outside_survey: { en: 'Not a subject of the survey.', de: 'Nicht Gegenstand der Umfrage.' }
} satisfies Record<string, Text>;

/** East and West under assumptions. */
export const assumption = {
	title: { en: 'What is assumed', de: 'Was angenommen wird' },
	lead: {
		en: 'Nothing was published on the samples in East and West. The verdict on each gap goes through all of these assumptions; change them and it is worked out anew.',
		de: 'Über die Stichproben in Ost und West wurde nichts veröffentlicht. Das Urteil über jeden Abstand geht alle diese Annahmen durch; wer sie ändert, erhält ein neues.'
	},
	eastShare: {
		en: 'East’s share of the sample, per cent, from–to',
		de: 'Anteil des Ostens an der Stichprobe, Prozent, von–bis'
	},
	deff: { en: 'Design effect, from–to', de: 'Designeffekt, von–bis' },
	n: {
		en: 'Interviews in Germany (empty: as published, else 1,000)',
		de: 'Interviews in Deutschland (leer: wie veröffentlicht, sonst 1.000)'
	},
	verdict: { en: 'Under the assumptions', de: 'Unter den Annahmen' },
	band: {
		en: 'Soft bands: where each side may lie under these assumptions. They are no published margins of error.',
		de: 'Weiche Bänder: wo jede Seite unter diesen Annahmen liegen kann. Es sind keine veröffentlichten Fehlerspannen.'
	}
} satisfies Record<string, Text>;

export const verdictNames = {
	holds: { en: 'holds', de: 'hält stand' },
	'does-not-hold': { en: 'does not hold', de: 'hält nicht stand' },
	uncertain: { en: 'uncertain', de: 'unsicher' }
} satisfies Record<string, Text>;

export const verdictMeanings = {
	holds: {
		en: 'larger than sampling error under every assumption',
		de: 'unter jeder Annahme größer als der Stichprobenfehler'
	},
	'does-not-hold': {
		en: 'not distinguishable from sampling error under any assumption',
		de: 'unter keiner Annahme vom Stichprobenfehler zu unterscheiden'
	},
	uncertain: {
		en: 'depends on the assumptions',
		de: 'hängt von den Annahmen ab'
	}
} satisfies Record<string, Text>;

/** `n = 1,000 assumed` */
export const sampleSize = (n: string, isAssumed: boolean, lang: Lang): string =>
	isAssumed ? `n = ${n} ${lang === 'de' ? 'angenommen' : 'assumed'}` : `n = ${n}`;

/** `Statement 7 of 28` */
export const placeOf = (place: number, all: number, lang: Lang): string =>
	lang === 'de' ? `Aussage ${place} von ${all}` : `Statement ${place} of ${all}`;
