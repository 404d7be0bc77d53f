import { pText } from '#lib/words/charts/gaps.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { count, decimal, fixed, wholePercent } from '#lib/words/numbers.ts';

/* The analyst's crosstab, on the machine where a respondent file was imported. */

export const crosstab = {
	title: { en: 'Crosstab of the respondent file', de: 'Kreuztabelle aus den Einzeldaten' },
	lead: {
		en: 'Any question by region, sex, age or another variable, weighted as the survey says. This page is for one browser on this machine: filters that can be combined freely would give single respondents away.',
		de: 'Jede Frage nach Region, Geschlecht, Alter oder einer anderen Variablen, gewichtet wie die Umfrage es vorsieht. Diese Seite ist für einen einzigen Browser auf diesem Rechner: Frei kombinierbare Filter würden einzelne Befragte verraten.'
	},
	synthetic: {
		en: 'SYNTHETIC respondents, made up by a program. No survey.',
		de: 'SYNTHETISCHE Befragte, von einem Programm erfunden. Keine Umfrage.'
	},
	choose: { en: 'Choose the table', de: 'Tabelle wählen' },
	question: { en: 'Question', de: 'Frage' },
	by: { en: 'Columns', de: 'Spalten' },
	variable: { en: 'Other variable', de: 'Andere Variable' },
	country: { en: 'Country', de: 'Land' },
	everyone: { en: 'everybody', de: 'alle' },
	ours: { en: 'Questions of this project', de: 'Fragen dieses Projekts' },
	others: { en: 'Other variables of the file', de: 'Weitere Variablen der Datei' },
	compute: { en: 'Compute', de: 'Berechnen' },
	table: { en: 'Weighted shares', de: 'Gewichtete Anteile' },
	unit: {
		en: 'Percent of the column, 95% interval, respondents who gave the answer, percent of the row',
		de: 'Prozent der Spalte, 95-%-Intervall, Befragte mit dieser Antwort, Prozent der Zeile'
	},
	answer: { en: 'Answer', de: 'Antwort' },
	/** Before the share of all with this answer that are in the column. */
	row: { en: 'row', de: 'Zeile' },
	pairs: {
		en: '> A: larger than in column A, by t-tests between every two columns, corrected by Holm over the whole table, at 5%',
		de: '> A: größer als in Spalte A; t-Tests zwischen je zwei Spalten, nach Holm über die ganze Tabelle korrigiert, auf dem 5-%-Niveau'
	},
	files: { en: 'This table as a file:', de: 'Diese Tabelle als Datei:' },
	base: { en: 'Respondents, unweighted', de: 'Befragte, ungewichtet' },
	weighted: { en: 'Sum of weights', de: 'Summe der Gewichte' },
	effective: { en: 'Effective respondents (Kish)', de: 'Effektive Befragte (Kish)' },
	nobody: {
		en: 'Nobody is left: these people were not asked, or the filters exclude everyone.',
		de: 'Niemand bleibt übrig: Diese Menschen wurden nicht gefragt, oder die Filter schließen alle aus.'
	},
	nothing: {
		en: 'The file has no variable with few enough codes for a table.',
		de: 'Die Datei hat keine Variable mit so wenigen Codes, dass eine Tabelle entstehen könnte.'
	},
	noTest: {
		en: 'No test of the whole table: too few people, or too many empty cells.',
		de: 'Kein Test der ganzen Tabelle: zu wenige Menschen oder zu viele leere Zellen.'
	},
	hide: {
		en: '✕ would be withheld in publication: fewer than five people who gave the answer or who did not, fewer than 50 respondents, fewer than 30 effective ones, or an interval too wide',
		de: '✕ würde bei Veröffentlichung zurückgehalten: weniger als fünf Personen, die die Antwort gaben oder nicht gaben, weniger als 50 Befragte, weniger als 30 effektive oder ein zu breites Intervall'
	},
	base2: {
		en: 'Base: everybody who was asked, including don’t know and refused. Intervals: Wilson with the effective number of respondents of the design, at most their number, and t at its degrees of freedom. Every column is a part of one country’s sample, so its error comes from the design of the whole country.',
		de: 'Basis: alle Befragten, auch mit „weiß nicht“ und ohne Angabe. Intervalle: Wilson mit der effektiven Zahl der Befragten des Designs, höchstens ihrer Zahl, und t bei dessen Freiheitsgraden. Jede Spalte ist ein Teil der Stichprobe eines Landes, deshalb kommt ihr Fehler aus dem Design des ganzen Landes.'
	},
	notToPublish: {
		en: 'Not for publication as it stands. What may be published are the fixed crosses that the import stores.',
		de: 'So nicht zur Veröffentlichung bestimmt. Veröffentlicht werden dürfen die festen Kreuzungen, die der Import ablegt.'
	},
	rule: { en: 'The rule', de: 'Die Regel' }
} satisfies Record<string, Text>;

/** Why a share carries a warning. */
export const warnings = {
	few_asked: { en: '! fewer than 100 respondents', de: '! weniger als 100 Befragte' },
	few_units: {
		en: '! fewer than 8 degrees of freedom: with so few sampling units the error itself is uncertain',
		de: '! weniger als 8 Freiheitsgrade: Bei so wenigen Stichprobeneinheiten ist der Fehler selbst unsicher'
	}
} satisfies Record<string, Text>;

/** Strata whose variance can only be guessed; n is 1 or more. */
export const lonelyStrata = (n: number): Text => ({
	en:
		n === 1
			? 'One stratum has a single sampling unit, so its variance is unknown; it counts with its distance from nought, as R’s “adjust”.'
			: `${count(n, 'en')} strata have a single sampling unit, so their variance is unknown; each counts with its distance from nought, as R’s “adjust”.`,
	de:
		n === 1
			? 'Eine Schicht hat nur eine Stichprobeneinheit, ihre Varianz ist deshalb unbekannt; sie zählt mit ihrem Abstand von null, wie „adjust“ in R.'
			: `${count(n, 'de')} Schichten haben nur eine Stichprobeneinheit, ihre Varianz ist deshalb unbekannt; jede zählt mit ihrem Abstand von null, wie „adjust“ in R.`
});

export const splitNames = {
	region: { en: 'East and West', de: 'Ost und West' },
	sex: { en: 'Sex', de: 'Geschlecht' },
	age: { en: 'Age', de: 'Alter' },
	variable: { en: 'another variable', de: 'eine andere Variable' }
} satisfies Record<string, Text>;

export const groupLabels = {
	east: { en: 'East', de: 'Ost' },
	west: { en: 'West', de: 'West' },
	men: { en: 'Men', de: 'Männer' },
	women: { en: 'Women', de: 'Frauen' },
	'18-29': { en: '18 to 29', de: '18 bis 29' },
	'30-49': { en: '30 to 49', de: '30 bis 49' },
	'50-64': { en: '50 to 64', de: '50 bis 64' },
	'65-': { en: '65 and older', de: '65 und älter' }
} satisfies Record<string, Text>;

/** The first column. */
export const everybody: Text = { en: 'All', de: 'Alle' };

/** `Rao–Scott: F(1.9, 1,834.2) = 6.21, p = .003. The answers depend on the columns.` */
export function testSentence(
	{ f, df1, df2, p }: { f: number; df1: number; df2: number; p: number },
	lang: Lang
): string {
	const numbers = `F(${decimal(df1, lang)}; ${decimal(df2, lang)}) = ${fixed(f, 2, lang)}, ${pText(p, lang)}`;
	const isLarger = p < 0.05;
	return lang === 'de'
		? `Ganze Tabelle, Rao–Scott zweiter Ordnung: ${numbers}. ${isLarger ? 'Die Unterschiede zwischen den Spalten sind größer als der Stichprobenfehler.' : 'Unterschiede zwischen den Spalten sind vom Stichprobenfehler nicht zu unterscheiden.'}`
		: `Whole table, Rao–Scott second order: ${numbers}. ${isLarger ? 'The differences between the columns are larger than sampling error.' : 'Differences between the columns are not distinguishable from sampling error.'}`;
}

/** `34.6–41.4` with one decimal each; whole where the reader would take decimals for more than they are. */
export const intervalNumbers = (low: number, high: number): string =>
	`${wholePercent(low)}–${wholePercent(high)}`;

/** `45,435 respondents in the file` */
export const inFile = (rows: number, lang: Lang): string =>
	lang === 'de'
		? `${count(rows, lang)} Befragte in der Datei.`
		: `${count(rows, lang)} respondents in the file.`;

/** The rule of publication, for the methods page; tests hold the import to it. */
export const publicationRule = {
	title: { en: 'Figures from a respondent file', de: 'Werte aus einer Datei mit Einzeldaten' },
	what: {
		en: 'Whoever holds the respondent file of a survey can import it on their own machine. It is stored only if every published German topline comes out again; figures relayed by the press that differ are shown and have to be accepted. The respondents stay in a file of their own on that machine: no page, download or API reads them, except the crosstab, which has to be asked for when the server starts and lets one browser in, by a link printed in the terminal.',
		de: 'Wer die Einzeldaten einer Umfrage hat, kann sie auf dem eigenen Rechner importieren. Gespeichert wird nur, wenn jeder veröffentlichte deutsche Gesamtwert wieder herauskommt; abweichende Werte aus der Presse werden gezeigt und müssen bestätigt werden. Die Befragten bleiben in einer eigenen Datei auf diesem Rechner: Keine Seite, kein Download und keine Schnittstelle liest sie, außer der Kreuztabelle. Sie muss beim Start des Servers verlangt werden und lässt einen einzigen Browser ein, über einen Link im Terminal.'
	},
	fixed: {
		en: 'What may be published are fixed crosses only: each question by East and West with the total, and each question by each other question for Germany as a whole. Nothing is crossed with a third variable and nothing can be filtered, so no table can be subtracted from another to single people out. Shares are whole percentages, as the publisher prints them; gaps are differences of these; bases that differ from question to question are given in tens.',
		de: 'Veröffentlicht werden dürfen nur feste Kreuzungen: jede Frage nach Ost und West mit dem Gesamtwert und jede Frage nach jeder anderen für Deutschland insgesamt. Nichts wird mit einer dritten Variablen gekreuzt und nichts lässt sich filtern, sodass sich keine Tabelle von einer anderen abziehen lässt, um Einzelne herauszulösen. Anteile sind ganze Prozente, wie das Institut sie druckt, Abstände die Differenzen daraus; Basen, die sich von Frage zu Frage unterscheiden, stehen in Zehnern.'
	},
	primary: {
		en: 'A share is withheld if fewer than five people gave the answer or fewer than five did not, with fewer than 50 respondents in its base or fewer than 30 effective ones, or when its Korn–Graubard interval is 30 points wide or wider, or wider than 5 points and more than 1.3 times the share; below 100 respondents or 8 degrees of freedom it carries a warning.',
		de: 'Zurückgehalten wird ein Anteil, wenn weniger als fünf Personen die Antwort gaben oder weniger als fünf sie nicht gaben, bei weniger als 50 Befragten in der Basis oder weniger als 30 effektiven, oder wenn sein Korn–Graubard-Intervall 30 Punkte oder breiter ist, oder breiter als 5 Punkte und mehr als das 1,3-Fache des Anteils; unter 100 Befragten oder 8 Freiheitsgraden steht eine Warnung dabei.'
	},
	secondary: {
		en: 'Answers add up to 100, parts to their net, East and West to the total, pairs to the share of each answer. From all that is published, each number known to within half a point, linear programming finds how low and how high every withheld share can be, and also the shares of people who count as neither East nor West. Where these bounds leave less than ten respondents of the group, another share is withheld, until none is so narrow. Figures that are on record anyway are not withheld; the report names what they tell by themselves.',
		de: 'Antworten summieren sich zu 100, Teile zu ihrer Summe, Ost und West zum Gesamtwert, Paare zum Anteil jeder Antwort. Aus allem, was veröffentlicht wird, jede Zahl auf einen halben Punkt genau, errechnet lineare Optimierung, wie klein und wie groß jeder zurückgehaltene Anteil sein kann, ebenso die Anteile derer, die weder zum Osten noch zum Westen zählen. Lassen diese Grenzen weniger als zehn Befragte der Gruppe offen, wird ein weiterer Anteil zurückgehalten, bis keine mehr so eng sind. Werte, die ohnehin veröffentlicht sind, werden nicht zurückgehalten; der Bericht nennt, was sie allein schon verraten.'
	}
} satisfies Record<string, Text>;
