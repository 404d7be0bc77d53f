import type { Text } from '#lib/words/lang.ts';

/** The page on addresses, and what the OpenAPI document says. */
export const api = {
	title: { en: 'The data from your own tools', de: 'Die Daten aus eigenen Werkzeugen' },
	lead: {
		en: 'Every view has an address, and every address with another extension is the same view as a file. What is on the screen is what is downloaded. Nothing needs a key, and any page may fetch it.',
		de: 'Jede Ansicht hat eine Adresse, und jede Adresse mit anderer Endung ist dieselbe Ansicht als Datei. Was auf dem Bildschirm steht, steht in der Datei. Nichts braucht einen Schlüssel, und jede Seite darf die Dateien abrufen.'
	},
	read: { en: 'Read a view', de: 'Eine Ansicht lesen' },
	readLead: {
		en: 'The defense question as an example. Take the address of any view, put .csv before its question mark, and it works the same.',
		de: 'Die Beistandsfrage als Beispiel. Bei jeder anderen Ansicht .csv vor das Fragezeichen der Adresse setzen, und es geht ebenso.'
	},
	whole: { en: 'All the data', de: 'Alle Daten' },
	file: { en: 'File', de: 'Datei' },
	holds: { en: 'Holds', de: 'Enthält' },
	size: { en: 'Size', de: 'Größe' },
	forms: { en: 'Formats', de: 'Formate' },
	addresses: { en: 'Addresses', de: 'Adressen' },
	addressesLead: {
		en: 'As a machine reads them:',
		de: 'In maschinenlesbarer Form:'
	},
	parameters: { en: 'What may stand in the query', de: 'Was in der Abfrage stehen kann' },
	parametersLead: {
		en: 'Lists are joined by commas; what is left out takes its usual value. A page shows an unknown part as a notice; a file has no place for one, so there an unknown part is an error (400), and an unknown question too (404), both as application/problem+json. There is no half file with status 200.',
		de: 'Listen werden mit Kommas verbunden; was fehlt, nimmt seinen üblichen Wert an. Eine Seite meldet einen unbekannten Teil; eine Datei hat dafür keinen Platz, dort ist er ein Fehler (400), eine unbekannte Frage ebenso (404), beides als application/problem+json. Halbe Dateien mit Status 200 gibt es nicht.'
	},
	codes: { en: 'Codes', de: 'Codes' },
	codesLead: {
		en: 'Fixed codes and what they mean; those of surveys, questions, answers, places and groups are in',
		de: 'Die festen Codes und ihre Bedeutung; die von Umfragen, Fragen, Antworten, Orten und Gruppen stehen in'
	},
	columns: { en: 'Columns', de: 'Spalten' },
	columnsLead: {
		en: 'One row is one number, or its absence with the reason. Codes never change; labels may.',
		de: 'Eine Zeile ist eine Zahl oder ihr Fehlen mit dem Grund. Codes ändern sich nie, Bezeichnungen können es.'
	},
	stable: { en: 'What can be relied on', de: 'Worauf Verlass ist' },
	stableText: {
		en: 'The same address gives the same bytes until the data change: each reply carries a strong ETag, answers If-None-Match with 304, and names the version of the data in X-Dataset-Version and in every row. The Link header of each CSV leads to its description (CSV on the Web). A file is at most fifteen minutes older than the data: five in a browser, five in a shared cache and five while that asks anew. The SQLite file answers byte ranges. With ?download a browser saves the file under a name that says what it holds.',
		de: 'Dieselbe Adresse gibt dieselben Bytes, bis sich die Daten ändern: Jede Antwort trägt ein starkes ETag, beantwortet If-None-Match mit 304 und nennt den Datenstand in X-Dataset-Version und in jeder Zeile. Der Link-Header jeder CSV führt zu ihrer Beschreibung (CSV on the Web). Eine Datei ist höchstens fünfzehn Minuten älter als die Daten: fünf im Browser, fünf in einem gemeinsamen Zwischenspeicher und fünf, während dieser nachfragt. Die SQLite-Datei beantwortet Byte-Bereiche. Mit ?download speichert der Browser die Datei unter einem Namen, der sagt, was sie enthält.'
	}
} satisfies Record<string, Text>;

/** Forms by their extension. */
export const formTexts = {
	csv: {
		en: 'One row a number; UTF-8, comma, decimal point, no byte order mark',
		de: 'Eine Zeile je Zahl; UTF-8, Komma, Dezimalpunkt, kein Byte-Order-Mark'
	},
	'csv-metadata.json': {
		en: 'What that CSV holds (W3C, CSV on the Web)',
		de: 'Was diese CSV enthält (W3C, CSV on the Web)'
	},
	xlsx: {
		en: 'Excel workbook: data, wording, codes, notes, about',
		de: 'Excel-Mappe: data, wording, codes, notes, about'
	},
	json: {
		en: 'The same rows, with what the codes stand for in both languages',
		de: 'Dieselben Zeilen, mit der Bedeutung der Codes in beiden Sprachen'
	},
	md: {
		en: 'Text in Markdown, base and caveats on the line of every number',
		de: 'Text in Markdown, Basis und Vorbehalte in der Zeile jeder Zahl'
	},
	ris: {
		en: 'How to cite it, for Zotero, EndNote and Citavi (RIS)',
		de: 'Zitat für Zotero, EndNote und Citavi (RIS)'
	},
	bib: { en: 'How to cite it, for LaTeX (BibTeX)', de: 'Zitat für LaTeX (BibTeX)' },
	'csl.json': {
		en: 'How to cite it, for Pandoc and citation processors (CSL-JSON)',
		de: 'Zitat für Pandoc und Zitierprogramme (CSL-JSON)'
	}
} satisfies Record<string, Text>;

/** Files of the whole data set. */
export const packageTexts = {
	'beistand.csv': {
		en: 'All figures, one row each',
		de: 'Alle Zahlen, je eine Zeile'
	},
	'beistand.zip': {
		en: 'Data package (Frictionless): all figures, all codes, all tables behind them with claims, readings and misprints, a codebook for each survey (DDI), descriptions, citation',
		de: 'Datenpaket (Frictionless): alle Zahlen, alle Codes, alle Tabellen dahinter mit Aussagen, Lesarten und Druckfehlern, ein Codebuch je Umfrage (DDI), Beschreibungen, Zitierhinweis'
	},
	'beistand.sqlite': {
		en: 'The database of this site as it is; it answers byte ranges, so it can be queried where it lies',
		de: 'Die Datenbank dieser Seite, wie sie ist; sie beantwortet Byte-Bereiche, lässt sich also abfragen, ohne sie ganz zu laden'
	},
	'codes.csv': {
		en: 'What every code stands for, by column',
		de: 'Wofür jeder Code steht, nach Spalten'
	},
	'versions.json': {
		en: 'Every loaded version of the data, with what changed and where its files are',
		de: 'Alle geladenen Datenstände, mit den Änderungen und den Adressen der Dateien'
	},
	'changes.csv': {
		en: 'Figures that differ from the version before',
		de: 'Zahlen, die vom vorigen Datenstand abweichen'
	},
	'dcat.jsonld': {
		en: 'Description for data portals (DCAT 3)',
		de: 'Beschreibung für Datenportale (DCAT 3)'
	},
	'citation.bib': { en: 'How to cite it (BibTeX)', de: 'Zitat (BibTeX)' },
	'citation.ris': { en: 'How to cite it (RIS)', de: 'Zitat (RIS)' },
	'citation.csl.json': { en: 'How to cite it (CSL-JSON)', de: 'Zitat (CSL-JSON)' },
	'datapackage.json': {
		en: 'Description of the data package',
		de: 'Beschreibung des Datenpakets'
	},
	'README.md': { en: 'What is in it and how to read it', de: 'Was darin ist und wie man es liest' },
	'CITATION.cff': { en: 'How to cite it', de: 'Wie man es zitiert' }
} satisfies Record<string, Text>;
