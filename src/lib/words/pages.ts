import type { Lang, Text } from './lang.ts';
import { count, decimal, period } from './numbers.ts';

/** Start page. */
export const start = {
	title: {
		en: 'Would Germany defend a NATO ally?',
		de: 'Würde Deutschland einem Nato-Partner beistehen?'
	},
	lead: {
		en: 'In the spring of 2015 Pew Research Center asked people in NATO countries whether their country should use military force if Russia got into a serious conflict with a neighbour that is an ally.',
		de: 'Im Frühjahr 2015 fragte das Pew Research Center in Nato-Ländern, ob das eigene Land militärische Gewalt einsetzen sollte, wenn Russland in einen ernsten Konflikt mit einem verbündeten Nachbarn gerät.'
	},
	toQuestion: {
		en: 'The question, its wording and every figure',
		de: 'Die Frage, ihr Wortlaut und alle Zahlen'
	},
	eastWest: { en: 'East and West Germany', de: 'Ost- und Westdeutschland' },
	eastWestLead: {
		en: 'For the defence question no East–West split was published in 2015. What is on record:',
		de: 'Für die Beistandsfrage wurde 2015 keine Aufteilung nach Ost und West veröffentlicht. Belegt ist:'
	},
	toRegions: { en: 'All figures for East and West', de: 'Alle Zahlen für Ost und West' },
	article: { en: 'What the article said', de: 'Was der Artikel sagte' },
	articleLead: {
		en: 'A ZEIT ONLINE article of June 2015 drew on this survey. Held against the questions that were asked, its statements fare like this:',
		de: 'Ein Artikel auf ZEIT ONLINE stützte sich im Juni 2015 auf diese Umfrage. Neben die gestellten Fragen gehalten, ergibt sich für seine Aussagen:'
	},
	toArticle: { en: 'Every statement beside its figure', de: 'Jede Aussage neben ihrer Zahl' },
	byTopic: { en: 'Questions by topic', de: 'Fragen nach Themen' }
} satisfies Record<string, Text>;

/** List of questions. */
export const questionList = {
	title: { en: 'All questions', de: 'Alle Fragen' },
	lead: {
		en: 'Each with the number a reader looks at first. Another wording or another institute is another question.',
		de: 'Jede mit der Zahl, auf die man zuerst schaut. Ein anderer Wortlaut oder ein anderes Institut ist eine andere Frage.'
	},
	hasRegions: { en: 'East and West', de: 'Ost und West' },
	core: { en: 'Pew, spring 2015', de: 'Pew, Frühjahr 2015' },
	nothingFound: { en: 'No question contains', de: 'Keine Frage enthält' },
	showAll: { en: 'Show all questions', de: 'Alle Fragen zeigen' }
} satisfies Record<string, Text>;

export const found = (n: number, words: string, lang: Lang): string =>
	lang === 'de'
		? `${n} ${n === 1 ? 'Frage' : 'Fragen'} zu „${words}“`
		: `${n} ${n === 1 ? 'question' : 'questions'} for “${words}”`;

/** One question. */
export const question = {
	asAsked: { en: 'As asked', de: 'So wurde gefragt' },
	translation: { en: 'our translation', de: 'unsere Übersetzung' },
	originalWording: { en: 'Original wording', de: 'Wortlaut im Original' },
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
	tableUnit: { en: 'Per cent of all who were asked', de: 'Prozent aller Befragten' },
	sum: { en: 'Sum', de: 'Summe' },
	sumNote: {
		en: 'Where the published answers do not add up to 100, the rest was not published or lost in rounding. It is not computed here.',
		de: 'Wo die veröffentlichten Antworten nicht 100 ergeben, wurde der Rest nicht veröffentlicht oder ging beim Runden verloren. Er wird hier nicht errechnet.'
	},
	eachNumber: { en: 'Every number with its source', de: 'Jede Zahl mit ihrer Quelle' },
	number: { en: 'Number', de: 'Zahl' },
	status: { en: 'Status', de: 'Status' },
	confidence: { en: 'Confidence in the reading', de: 'Verlässlichkeit der Ablesung' },
	source: { en: 'Source', de: 'Quelle' },
	note: { en: 'Remark', de: 'Anmerkung' },
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
	noSplitAtAll: {
		en: 'No figures for East and West Germany were published, neither in this survey nor for a question close to it.',
		de: 'Zahlen für Ost- und Westdeutschland wurden nicht veröffentlicht, weder in dieser Umfrage noch für eine verwandte Frage.'
	},
	nothing: {
		en: 'Nothing was published for this choice.',
		de: 'Für diese Auswahl wurde nichts veröffentlicht.'
	},
	takeAway: { en: 'Take it with you', de: 'Zum Mitnehmen' },
	csv: { en: 'CSV', de: 'CSV' },
	csvGerman: { en: 'CSV for German Excel', de: 'CSV für deutsches Excel' },
	rowsShown: { en: 'rows', de: 'Zeilen' },
	link: { en: 'Address of this view', de: 'Adresse dieser Ansicht' },
	marks: { en: 'Marks', de: 'Zeichen' }
} satisfies Record<string, Text>;

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
	sortLabel: { en: 'by title', de: 'nach Titel' }
} satisfies Record<string, Text>;

/** A question's figures in words, for lists. */
export const sentences = {
	notDisclosed: { en: 'not disclosed by the source', de: 'von der Quelle nicht angegeben' },
	base: {
		en: 'Base: everybody who was asked, including don’t know and no answer.',
		de: 'Basis: alle Befragten, auch mit „weiß nicht“ und ohne Angabe.'
	},
	rounding: {
		en: 'Whole per cents as published; they need not add up to 100.',
		de: 'Ganze Prozente wie veröffentlicht; sie müssen nicht 100 ergeben.'
	},
	noN: { en: 'number of interviews not published', de: 'Zahl der Interviews nicht veröffentlicht' },
	noMargin: { en: 'margin of error not published', de: 'Fehlerspanne nicht veröffentlicht' },
	adults: { en: 'Who was asked', de: 'Wer befragt wurde' },
	fieldwork: { en: 'In the field', de: 'Befragungszeitraum' },
	mode: { en: 'Interviews in Germany', de: 'Interviews in Deutschland' },
	interviews: { en: 'Number of interviews', de: 'Zahl der Interviews' },
	margin: { en: 'Margin of error', de: 'Fehlerspanne' },
	eastWest: { en: 'East and West', de: 'Ost und West' },
	institute: { en: 'Institute', de: 'Institut' },
	sponsor: { en: 'Commissioned by', de: 'Auftraggeber' },
	report: { en: 'Report', de: 'Bericht' },
	remarks: { en: 'Remarks', de: 'Anmerkungen' },
	weighting: { en: 'Weighting', de: 'Gewichtung' }
} satisfies Record<string, Text>;

/** `11,116 in all countries; Germany: not published` */
export function interviewsText(total: number | null, germany: number | null, lang: Lang): string {
	const missing = { en: 'not published', de: 'nicht veröffentlicht' }[lang];
	if (total === null && germany === null) return missing;
	const inAll = total === null ? missing : count(total, lang);
	const inGermany = germany === null ? missing : count(germany, lang);
	return lang === 'de'
		? `${inAll} insgesamt; in Deutschland: ${inGermany}`
		: `${inAll} in all; in Germany: ${inGermany}`;
}

/** `±2.8 to ±4.1 points, by country` */
export function marginText(low: number | null, high: number | null, lang: Lang): string {
	if (low === null || high === null) return sentences.noMargin[lang];
	return lang === 'de'
		? `je nach Land ±${decimal(low, lang)} bis ±${decimal(high, lang)} Punkte`
		: `±${decimal(low, lang)} to ±${decimal(high, lang)} points, depending on the country`;
}

/** Field period as far as it is known; the year alone where nothing else is. */
export function fieldText(
	survey: { fieldworkStart: string | null; fieldworkEnd: string | null; year: number },
	lang: Lang
): string {
	const { fieldworkStart, fieldworkEnd, year } = survey;
	return fieldworkStart && fieldworkEnd ? period(fieldworkStart, fieldworkEnd, lang) : String(year);
}

/** What a screen reader hears after a filter: how much is shown now. */
export const announcement = (finding: string, rows: number, lang: Lang): string =>
	lang === 'de' ? `${rows} Zeilen. ${finding}` : `${rows} rows. ${finding}`;

/** Marks behind numbers. */
export const marks = {
	low: {
		en: '† low confidence: a single weak source or an unclear population',
		de: '† geringe Verlässlichkeit: nur eine schwache Quelle oder unklare Grundgesamtheit'
	},
	reported: { en: '* reported by the press', de: '* aus der Presse' },
	recovered: { en: '° worked back from an extract', de: '° aus einem Auszug zurückgerechnet' },
	computed: {
		en: '‡ computed from the respondent file; in tables with its 95% interval and the interviews',
		de: '‡ aus den Einzeldaten berechnet; in Tabellen mit 95-%-Intervall und Zahl der Interviews'
	}
} satisfies Record<string, Text>;

/** Methods. */
export const methods = {
	title: { en: 'Methods, sources and terms', de: 'Methoden, Quellen und Bedingungen' },
	whatItIs: { en: 'What stands here', de: 'Was hier steht' },
	whatItIsText: {
		en: 'Only numbers with a seen source. Nothing is filled in: no don’t-know share as 100 minus the rest, no western figure worked back from the East and the total. What was not published is called so.',
		de: 'Nur Zahlen mit eingesehener Quelle. Nichts wird ergänzt: kein „weiß nicht“ als 100 minus Rest, kein Westwert aus Ost und Gesamt. Was nicht veröffentlicht wurde, heißt auch so.'
	},
	status: { en: 'How a number came to us', de: 'Wie eine Zahl zu uns kam' },
	absence: { en: 'When there is no number', de: 'Wenn eine Zahl fehlt' },
	absenceZero: {
		en: 'Less than half a per cent. A measured value, not an absence.',
		de: 'Weniger als ein halbes Prozent. Ein gemessener Wert, keine Lücke.'
	},
	uncertainty: { en: 'What can be said about error', de: 'Was sich über Fehler sagen lässt' },
	medians: { en: 'Medians', de: 'Mediane' },
	mediansText: {
		en: 'A median is the middle one of the named countries’ figures, or the mean of the two in the middle. It is no average and has no margin of error of its own. The medians here differ in their countries and must not be mixed up.',
		de: 'Der Median ist der mittlere Wert der genannten Länder oder das Mittel der beiden mittleren. Er ist kein Durchschnitt und hat keine eigene Fehlerspanne. Die Mediane hier umfassen verschiedene Länder und dürfen nicht verwechselt werden.'
	},
	comparing: { en: 'Comparing over time', de: 'Vergleiche über die Zeit' },
	comparingText: {
		en: 'A line joins only points with the same wording, the same institute and the same way of interviewing. The German value of 2018 on NATO comes from another institute, the American one of 2022 from an online panel: the line breaks there.',
		de: 'Eine Linie verbindet nur Punkte mit gleichem Wortlaut, gleichem Institut und gleicher Befragungsart. Der deutsche Nato-Wert von 2018 stammt von einem anderen Institut, der amerikanische von 2022 aus einem Online-Panel: Dort bricht die Linie ab.'
	},
	missing: { en: 'What is missing', de: 'Was fehlt' },
	surveys: { en: 'Surveys', de: 'Umfragen' },
	core: { en: 'The survey at the centre', de: 'Die Umfrage im Mittelpunkt' },
	others: { en: 'Other surveys', de: 'Weitere Umfragen' },
	sources: { en: 'Sources', de: 'Quellen' },
	sourcesLead: {
		en: 'A source without an address is cited by publisher, date and the place where it was read.',
		de: 'Eine Quelle ohne Adresse wird mit Herausgeber, Datum und dem Ort zitiert, an dem sie gelesen wurde.'
	},
	readIn: { en: 'read in', de: 'gelesen in' },
	untitled: { en: 'title not seen', de: 'Titel lag nicht vor' },
	terms: { en: 'Terms', de: 'Bedingungen' },
	termsText: {
		en: 'The rights in the figures and in the wording of the questions remain with their sources; no licence on them is claimed or given here. Pew Research Center bears no responsibility for the analyses and interpretations presented here. The terms of use of the sources were not checked one by one: whoever reuses figures cites the source named beside them. The German translations and the descriptions are this project’s own. The code is under the MIT licence.',
		de: 'Die Rechte an den Zahlen und am Wortlaut der Fragen bleiben bei den Quellen; hier wird keine Lizenz daran beansprucht oder vergeben. Das Pew Research Center trägt keine Verantwortung für die Auswertungen und Deutungen auf diesen Seiten. Die Nutzungsbedingungen der Quellen wurden nicht einzeln geprüft: Wer Zahlen weiterverwendet, nennt die Quelle, die daneben steht. Übersetzungen und Beschreibungen stammen von diesem Projekt. Der Code steht unter der MIT-Lizenz.'
	},
	corrections: { en: 'Corrections', de: 'Korrekturen' },
	noCorrections: {
		en: 'No figure has been withdrawn so far.',
		de: 'Bisher wurde keine Zahl zurückgezogen.'
	},
	replacedBy: { en: 'replaced by', de: 'ersetzt durch' },
	citeReport: { en: 'How Pew’s report is cited', de: 'So wird der Bericht von Pew zitiert' }
} satisfies Record<string, Text>;

/** What the package is known to lack, for the methods page. */
export const gaps: Text[] = [
	{
		en: 'East and West in 2015: only the view of NATO (East alone) and confidence in Putin. Nothing on the defence question, on American help, on Ukraine, sanctions, blame or threat.',
		de: 'Ost und West 2015: nur die Meinung über die Nato (allein der Osten) und das Vertrauen in Putin. Nichts zur Beistandsfrage, zur Hilfe der USA, zu Ukraine, Sanktionen, Schuld oder Bedrohung.'
	},
	{
		en: 'Germany in 2015: number of interviews, margin of error, weighting and German wording; the answers on who is to blame; don’t know on almost every question; age, gender and party.',
		de: 'Deutschland 2015: Zahl der Interviews, Fehlerspanne, Gewichtung und deutscher Wortlaut; die Antworten auf die Schuldfrage; „weiß nicht“ bei fast jeder Frage; Alter, Geschlecht und Partei.'
	},
	{
		en: 'The question whether the US would help: for 2017 only a median and four weak values; no East–West split in any wave.',
		de: 'Die Frage, ob die USA helfen würden: für 2017 nur ein Median und vier schwache Werte; in keiner Welle eine Aufteilung nach Ost und West.'
	},
	{
		en: 'Both defence questions: nothing found for 2016, 2018 and 2020 to 2024, which does not prove that they were not asked.',
		de: 'Beide Beistandsfragen: nichts gefunden für 2016, 2018 und 2020 bis 2024, was nicht beweist, dass sie nicht gestellt wurden.'
	},
	{
		en: 'Other institutes: exact wordings of Allensbach, Forsa and Emnid, and how they tell East from West.',
		de: 'Andere Institute: der genaue Wortlaut bei Allensbach, Forsa und Emnid und ihre Abgrenzung von Ost und West.'
	}
];

/** What is known of error, with the range of published margins in points. */
export function uncertaintyText(low: number | null, high: number | null, lang: Lang): string {
	const range = marginText(low, high, lang);
	return lang === 'de'
		? `Pew nannte im Bericht vom Juni 2015 Fehlerspannen für ganze Länder (${range}) und sagt, dass sie für Teilgruppen größer sind. Weder die Zahl der deutschen Interviews noch eine Spanne für Ost und West wurde veröffentlicht. Die Spanne eines Landes wird deshalb nie einem Teil davon geliehen. Überlappende Intervalle entscheiden nichts, und der Stichprobenfehler ist nicht der ganze Fehler.`
		: `In the report of June 2015 Pew gave margins of error for whole countries (${range}) and said that they are larger for subgroups. Neither the number of German interviews nor any margin for East and West was published. A country’s margin is therefore never lent to a part of it. Overlapping intervals decide nothing, and sampling error is not all the error there is.`;
}
