import type { Lang, Text } from '#lib/words/lang.ts';
import { marginText } from './surveys.ts';

/** Methods. */
export const methods = {
	title: { en: 'Methods, sources and terms', de: 'Methoden, Quellen und Bedingungen' },
	whatItIs: { en: 'What stands here', de: 'Was hier steht' },
	whatItIsText: {
		en: 'Only numbers whose source was seen. Nothing is filled in: no don’t-know share as 100 minus the rest, no western figure worked back from the East and the total. What was not published is called so.',
		de: 'Nur Zahlen mit eingesehener Quelle. Nichts wird ergänzt: kein „weiß nicht“ als 100 minus Rest, kein Westwert aus Ost und Gesamt. Was nicht veröffentlicht wurde, heißt auch so.'
	},
	status: { en: 'How a number came to us', de: 'Wie eine Zahl zu uns kam' },
	absence: { en: 'When there is no number', de: 'Wenn eine Zahl fehlt' },
	absenceZero: {
		en: 'Less than half a percent. A measured value, not an absence.',
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
	others: { en: 'Other surveys', de: 'Weitere Umfragen' },
	sources: { en: 'Sources', de: 'Quellen' },
	sourcesLead: {
		en: 'A source without an address is cited by publisher, date and the place where it was read.',
		de: 'Eine Quelle ohne Adresse wird mit Herausgeber, Datum und dem Ort zitiert, an dem sie gelesen wurde.'
	},
	terms: { en: 'Terms', de: 'Bedingungen' },
	termsText: {
		en: 'The rights in the figures and in the wording of the questions remain with their sources; no license on them is claimed or given here. Pew Research Center bears no responsibility for the analyses and interpretations presented here. The terms of use of the sources were not checked one by one: whoever reuses figures cites the source named beside them. The German translations and the descriptions are this project’s own. The code is under the MIT license.',
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
		en: 'East and West in 2015: only the view of NATO (East alone) and confidence in Putin. Nothing on the defense question, on American help, on Ukraine, sanctions, blame or threat.',
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
		en: 'Both defense questions: nothing found for 2016, 2018 and 2020 to 2024, which does not prove that they were not asked.',
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
