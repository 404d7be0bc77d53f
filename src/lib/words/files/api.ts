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

/** Addresses. */
export const addressTexts = {
	questionPicture: {
		en: 'A question in a view, as a picture',
		de: 'Eine Frage in einer Ansicht, als Bild'
	},
	byRegionPicture: {
		en: 'A question by East and West, as a picture',
		de: 'Eine Frage nach Ost und West, als Bild'
	},
	regionsPicture: { en: 'East and West, as a picture', de: 'Ost und West, als Bild' },
	claimPicture: {
		en: 'A statement as asked and as written, as a picture',
		de: 'Eine Aussage wie gefragt und wie geschrieben, als Bild'
	},
	figurePicture: {
		en: 'One number, or why there is none, as a picture',
		de: 'Eine Zahl, oder warum es sie nicht gibt, als Bild'
	},
	togetherPicture: {
		en: 'Two answers put together, as a picture',
		de: 'Zwei Antworten zusammengelegt, als Bild'
	},
	question: { en: 'A question in a view', de: 'Eine Frage in einer Ansicht' },
	byRegion: {
		en: 'A question by East and West, the same as by=region',
		de: 'Eine Frage nach Ost und West, dasselbe wie by=region'
	},
	regions: {
		en: 'Every question with a figure for East or West Germany',
		de: 'Alle Fragen mit einem Wert für Ost- oder Westdeutschland'
	},
	explore: {
		en: 'Any selection of all figures, laid out as on the page Explore',
		de: 'Jede Auswahl aus allen Zahlen, angeordnet wie auf der Seite Erkunden'
	},
	figure: {
		en: 'One published number, or its absence with what comes nearest',
		de: 'Eine veröffentlichte Zahl oder ihr Fehlen mit dem Nächstliegenden'
	},
	readings: { en: 'How others read the figures', de: 'Wie andere die Zahlen lesen' },
	all: { en: 'All figures', de: 'Alle Zahlen' },
	table: { en: 'A table of the data package', de: 'Eine Tabelle des Datenpakets' },
	codebook: {
		en: 'Codebook of a survey for archives (DDI-Codebook 2.5): questions as asked, answers with the published shares',
		de: 'Codebuch einer Umfrage für Archive (DDI-Codebook 2.5): Fragen im Wortlaut, Antworten mit den veröffentlichten Anteilen'
	},
	oembed: {
		en: 'How a page is put into another one (oEmbed 1.0)',
		de: 'Wie eine Seite in eine andere eingebettet wird (oEmbed 1.0)'
	},
	versions: { en: 'Loads of new data (Atom)', de: 'Neue Datenstände (Atom)' },
	version: {
		en: 'The same files of a version of the data; see /data/versions.json',
		de: 'Dieselben Dateien eines Datenstands; siehe /data/versions.json'
	},
	package: {
		en: 'Files of the whole data set',
		de: 'Dateien des ganzen Datensatzes'
	},
	corrections: { en: 'Withdrawn figures (Atom)', de: 'Zurückgezogene Zahlen (Atom)' },
	openapi: { en: 'This description (OpenAPI 3.1)', de: 'Diese Beschreibung (OpenAPI 3.1)' },
	llms: {
		en: 'What is here, for programs that read text',
		de: 'Was hier steht, für Programme, die Text lesen'
	},
	health: { en: 'Which data are served', de: 'Welche Daten ausgeliefert werden' }
} satisfies Record<string, Text>;

/** Parameters. */
export const parameterTexts = {
	w: {
		en: 'Width of the picture in pixels, 280 to 1200; other numbers are brought into these bounds',
		de: 'Breite des Bildes in Pixeln, 280 bis 1200; andere Zahlen werden in diese Grenzen gebracht'
	},
	scale: {
		en: 'Pixels of a PNG per pixel of its width, 1 to 4',
		de: 'Pixel einer PNG je Pixel der Breite, 1 bis 4'
	},
	theme: { en: 'On light or on dark paper', de: 'Auf hellem oder dunklem Papier' },
	card: {
		en: 'For social networks, with the lines that fit: wide is 1200 × 630 pixels (the same as card without a value), square 1080 × 1080, portrait 1080 × 1350',
		de: 'Für soziale Netzwerke, mit den Zeilen, die hineinpassen: wide hat 1200 × 630 Pixel (ebenso card ohne Wert), square 1080 × 1080, portrait 1080 × 1350'
	},
	overlap: {
		en: 'Percent who gave both answers, as assumed',
		de: 'Angenommener Anteil derer, die beide Antworten gaben, in Prozent'
	},
	lang: { en: 'Language of labels and page', de: 'Sprache von Bezeichnungen und Seite' },
	question: { en: 'Code of the question', de: 'Code der Frage' },
	figure: {
		en: 'Id of a figure: survey, question, population, group and answer joined by ~',
		de: 'Kennung einer Zahl: Umfrage, Frage, Grundgesamtheit, Gruppe und Antwort, verbunden mit ~'
	},
	stance: { en: 'What an outlet makes of the figures', de: 'Was ein Medium aus den Zahlen macht' },
	claim: {
		en: 'Code of a statement of the article; marks it on the page and changes no row',
		de: 'Code einer Aussage des Artikels; hebt sie auf der Seite hervor und ändert keine Zeile'
	},
	east_share: {
		en: 'Assumed share of the East in the sample; changes the range on the page and no row',
		de: 'Angenommener Anteil des Ostens an der Stichprobe; ändert die Spanne auf der Seite und keine Zeile'
	},
	deff: {
		en: 'Assumed design effect; changes the range on the page and no row',
		de: 'Angenommener Designeffekt; ändert die Spanne auf der Seite und keine Zeile'
	},
	n: {
		en: 'Assumed number of interviews; changes the range on the page and no row',
		de: 'Angenommene Zahl der Interviews; ändert die Spanne auf der Seite und keine Zeile'
	},
	file: { en: 'Name of the file', de: 'Name der Datei' },
	table: { en: 'Name of the table', de: 'Name der Tabelle' },
	v: {
		en: 'Version of the data; without it the one in service',
		de: 'Datenstand; ohne ihn der aktuelle'
	},
	url: { en: 'Address of the page, whole and escaped', de: 'Adresse der Seite, ganz und maskiert' },
	format: { en: 'Form of the reply', de: 'Form der Antwort' },
	maxwidth: { en: 'Greatest width in pixels', de: 'Größte Breite in Pixeln' },
	maxheight: { en: 'Greatest height in pixels', de: 'Größte Höhe in Pixeln' },
	by: { en: 'Layout of the view', de: 'Aufbau der Ansicht' },
	survey: { en: 'Codes of surveys', de: 'Codes von Umfragen' },
	country: { en: 'Codes of countries and medians', de: 'Codes von Ländern und Medianen' },
	group: { en: 'Codes of groups', de: 'Codes von Gruppen' },
	answer: { en: 'Codes of answers', de: 'Codes von Antworten' },
	sort: { en: 'Order', de: 'Reihenfolge' },
	topic: { en: 'Topics', de: 'Themen' },
	institute: {
		en: 'Institutes, by their names in plain letters',
		de: 'Institute, mit ihren Namen in einfachen Buchstaben'
	},
	year: { en: 'Years', de: 'Jahre' },
	status: { en: 'How the numbers came to us', de: 'Wie die Zahlen hierher kamen' },
	sides: {
		en: 'Whether East and West were published for the same survey and answer',
		de: 'Ob Ost und West für dieselbe Umfrage und Antwort veröffentlicht sind'
	},
	claimed: {
		en: 'Whether a statement of the article rests on the figure',
		de: 'Ob eine Aussage des Artikels auf der Zahl beruht'
	},
	q: {
		en: 'Words in titles, wordings, answers or statements',
		de: 'Wörter in Titeln, Wortlauten, Antworten oder Aussagen'
	},
	rows: { en: 'What makes a row', de: 'Was eine Zeile ausmacht' },
	columns: { en: 'What makes a column', de: 'Was eine Spalte ausmacht' },
	measure: { en: 'What stands in the cells', de: 'Was in den Zellen steht' },
	pin: {
		en: 'Ids of up to four cells compared on the page; changes no row',
		de: 'Kennungen von bis zu vier Zellen, die die Seite vergleicht; ändert keine Zeile'
	},
	cell: {
		en: 'Id of the cell opened on the page; changes no row',
		de: 'Kennung der auf der Seite geöffneten Zelle; ändert keine Zeile'
	},
	dialect: {
		en: 'How the CSV is written; excel-de has semicolons and decimal commas',
		de: 'Wie die CSV geschrieben ist; excel-de hat Semikolons und Dezimalkommas'
	},
	shape: {
		en: 'tidy: one row a number; wide: one column an answer; table: the table of Explore as it stands on the page',
		de: 'tidy: eine Zeile je Zahl; wide: eine Spalte je Antwort; table: die Tabelle von „Erkunden“, wie sie auf der Seite steht'
	},
	download: {
		en: 'Present: the browser saves the file under a name of its own',
		de: 'Vorhanden: Der Browser speichert die Datei unter eigenem Namen'
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
