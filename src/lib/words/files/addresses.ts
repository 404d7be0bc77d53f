import type { Text } from '#lib/words/lang.ts';

/* What each address gives, and what may stand behind it. */

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
