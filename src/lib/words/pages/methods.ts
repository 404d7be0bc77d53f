import type { Lang, Text } from '#lib/words/lang.ts';
import { marginText } from './surveys.ts';

/** Methods. */
export const methods = {
	title: { en: 'Methods, sources and terms', de: 'Methoden, Quellen und Bedingungen' },
	whatItIs: { en: 'What stands here', de: 'Was hier steht' },
	whatItIsText: {
		en: 'Only numbers whose source was seen. Nothing is filled in: no don’t-know share as 100 minus the rest, no western figure worked back from the East and the total. What was not published is called so. Where an institute prints two parts of an answer and not what they make together, their sum is shown and called a sum.',
		de: 'Nur Zahlen mit eingesehener Quelle. Nichts wird ergänzt: kein „weiß nicht“ als 100 minus Rest, kein Westwert aus Ost und Gesamt. Was nicht veröffentlicht wurde, heißt auch so. Druckt ein Institut zwei Teile einer Antwort und nicht, was sie zusammen ergeben, steht ihre Summe da und heißt Summe.'
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
		en: 'A line joins only points with the same wording, the same institute and the same way of interviewing. The German value of 2018 on NATO comes from another institute, the American ones of 2021 to 2024 from an online panel: the line breaks there. The two questions on using force for an ally were asked one after the other: the first named the country of the respondents, the second was a follow-up about the same ally.',
		de: 'Eine Linie verbindet nur Punkte mit gleichem Wortlaut, gleichem Institut und gleicher Befragungsart. Der deutsche Nato-Wert von 2018 stammt von einem anderen Institut, die amerikanischen von 2021 bis 2024 aus einem Online-Panel: Dort bricht die Linie ab. Die beiden Fragen zum Einsatz von Gewalt für einen Verbündeten wurden nacheinander gestellt: Die erste nannte das Land der Befragten, die zweite schloss sich für denselben Verbündeten an.'
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
	newFigure: { en: 'Open the new figure', de: 'Die neue Zahl öffnen' },
	citeReport: { en: 'How Pew’s report is cited', de: 'So wird der Bericht von Pew zitiert' }
} satisfies Record<string, Text>;

/** What the package is known to lack, for the methods page. */
export const gaps: Text[] = [
	{
		en: 'East and West in spring 2015 in numbers: only the view of NATO (East alone) and confidence in Putin. Of the question whether Germany should use force for an ally, and of the view of NATO, the report says in words that the West was more in favor. Nothing on the U.S., on Ukraine, sanctions, blame or threat.',
		de: 'Ost und West im Frühjahr 2015 in Zahlen: nur die Meinung über die Nato (allein der Osten) und das Vertrauen in Putin. Zur Frage, ob Deutschland für einen Verbündeten Gewalt einsetzen sollte, und zur Nato sagt der Bericht in Worten, dass der Westen eher dafür war. Nichts zu den USA, zu Ukraine, Sanktionen, Schuld oder Bedrohung.'
	},
	{
		en: 'Germany in spring 2015: the margin of error for Germany alone and the German wording; sex and party; by age only the share against using force.',
		de: 'Deutschland im Frühjahr 2015: die Fehlerspanne allein für Deutschland und der deutsche Wortlaut; Geschlecht und Partei; nach Alter nur der Anteil gegen den Einsatz von Gewalt.'
	},
	{
		en: 'The question whether the U.S. would use force for an ally: no East–West split in any wave.',
		de: 'Die Frage, ob die USA für einen Verbündeten Gewalt einsetzen würden: in keiner Welle eine Aufteilung nach Ost und West.'
	},
	{
		en: 'Both questions on using force for an ally: nothing found for 2016, 2018 and 2020 to 2024, which does not prove that they were not asked.',
		de: 'Beide Fragen zum Einsatz von Gewalt für einen Verbündeten: nichts gefunden für 2016, 2018 und 2020 bis 2024, was nicht beweist, dass sie nicht gestellt wurden.'
	},
	{
		en: 'Other institutes: exact wordings of Allensbach, Forsa and Emnid, and how they tell East from West.',
		de: 'Andere Institute: der genaue Wortlaut bei Allensbach, Forsa und Emnid und ihre Abgrenzung von Ost und West.'
	},
	{
		en: 'Where to look next: chapter 1 of the report of 10 June 2015, and, for who has access, Pew’s data set of spring 2015, from which East and West can be computed here.',
		de: 'Wo man weitersuchen kann: in Kapitel 1 des Berichts vom 10. Juni 2015 und, mit Zugang, in Pews Datensatz vom Frühjahr 2015, aus dem sich Ost und West hier berechnen lassen.'
	}
];

/** What is known of error, with the range of published margins in points. */
export function uncertaintyText(low: number | null, high: number | null, lang: Lang): string {
	const range = marginText(low, high, lang);
	return lang === 'de'
		? `Pew nannte im Bericht vom Juni 2015 Fehlerspannen für ganze Länder (${range}) und sagt, dass sie für Teilgruppen größer sind. Weder die Spanne für Deutschland allein noch Zahlen der Interviews oder Spannen für Ost und West wurden gesehen. Die Spanne eines Landes wird deshalb nie einem Teil davon geliehen. Überlappende Intervalle entscheiden nichts, und der Stichprobenfehler ist nicht der ganze Fehler.`
		: `In the report of June 2015 Pew gave margins of error for whole countries (${range}) and said that they are larger for subgroups. Neither the margin for Germany alone nor numbers of interviews or margins for East and West were seen. A country’s margin is therefore never lent to a part of it. Overlapping intervals decide nothing, and sampling error is not all the error there is.`;
}
