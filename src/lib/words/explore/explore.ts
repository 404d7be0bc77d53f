import type { Lang, Text } from '#lib/words/lang.ts';
import { count, listing } from '#lib/words/numbers.ts';
import { quoted } from '#lib/words/quotation.ts';

/** What the workbench is, which the server says to who opens it. */
export const lead: Text = {
	en: 'Every figure of every survey in one table that you cut to your question. The address holds the whole state: send it, cite it, or go back a step with Back.',
	de: 'Alle Zahlen aller Umfragen in einer Tabelle, die Sie auf Ihre Frage zuschneiden. Die Adresse enthält den ganzen Zustand: zum Weitergeben, zum Zitieren, und „Zurück“ nimmt einen Schritt zurück.'
};

/** In place of the table, which the server says too. */
export const noTable = {
	nothing: {
		en: 'No figure is left under these choices.',
		de: 'Unter dieser Auswahl bleibt keine Zahl.'
	},
	nothingMeasured: {
		en: 'The chosen figures allow no such value: choose another measure.',
		de: 'Aus den gewählten Zahlen lässt sich dieses Maß nicht bilden: Wählen Sie ein anderes.'
	}
} satisfies Record<string, Text>;

/** The workbench. */
export const explore = {
	title: { en: 'Explore all figures', de: 'Alle Zahlen erkunden' },
	clearSearch: { en: 'Remove the search', de: 'Suche aufheben' },
	facets: { en: 'Narrow the figures', de: 'Zahlen eingrenzen' },
	greyed: {
		en: 'Crossed-out values have no figure together with your other choices.',
		de: 'Durchgestrichene Werte haben zusammen mit der übrigen Auswahl keine Zahl.'
	},
	noneWith: {
		en: 'no figure together with the other choices',
		de: 'keine Zahl zusammen mit der übrigen Auswahl'
	},
	noneAtAll: { en: 'no figure on record', de: 'keine Zahl belegt' },
	chosen: { en: 'chosen', de: 'gewählt' },
	findIn: { en: 'Find in', de: 'Suchen in' },
	pinnedMark: { en: 'pinned', de: 'angeheftet' },
	clearOne: { en: 'Clear', de: 'Aufheben' },
	clearAll: { en: 'Start over', de: 'Neu beginnen' },
	layout: { en: 'The table', de: 'Die Tabelle' },
	rows: { en: 'Rows', de: 'Zeilen' },
	columns: { en: 'Columns', de: 'Spalten' },
	measure: { en: 'Measure', de: 'Maß' },
	show: { en: 'Show', de: 'Anzeigen' },
	sortLabel: { en: 'sort by name', de: 'nach Namen sortieren' },
	sortBy: { en: 'Sort by', de: 'Sortieren nach' },
	table: { en: 'Table of the chosen figures', de: 'Tabelle der gewählten Zahlen' },
	common: { en: 'Every cell:', de: 'In jeder Zelle:' },
	previousRows: { en: 'Rows before', de: 'Zeilen davor' },
	change: { en: 'Change', de: 'Veränderung' },
	charts: { en: 'The same as a drawing', de: 'Dasselbe als Zeichnung' },
	guide: { en: 'Five questions to start with', de: 'Fünf Fragen zum Einstieg' },
	guideAnswer: { en: 'What can be read here', de: 'Was hier zu lesen ist' },
	legend: { en: 'Signs in the cells', de: 'Zeichen in den Zellen' },
	shade: {
		en: 'The stronger the tint of a cell, the larger its value; hatched cells are below zero.',
		de: 'Je stärker eine Zelle getönt ist, desto größer ist ihr Wert; schraffierte Zellen liegen unter null.'
	},
	take: { en: 'Take this view with you', de: 'Diese Ansicht mitnehmen' },
	link: { en: 'Link to this view', de: 'Link zu dieser Ansicht' },
	sentence: { en: 'As a sentence', de: 'Als Satz' },
	cite: { en: 'Cite this view', de: 'Diese Ansicht zitieren' },
	toQuestion: {
		en: 'This question on its own page, where it can be embedded',
		de: 'Diese Frage auf ihrer eigenen Seite, dort auch zum Einbetten'
	},
	remove: { en: 'Remove', de: 'Entfernen' },
	printed: { en: 'Printed', de: 'Gedruckt am' },
	results: { en: 'Found', de: 'Gefunden' },
	noFigure: { en: 'rests on no published figure', de: 'beruht auf keiner veröffentlichten Zahl' }
} satisfies Record<string, Text>;

export const dimNames = {
	question: { en: 'question', de: 'Frage' },
	answer: { en: 'answer', de: 'Antwort' },
	institute: { en: 'institute', de: 'Institut' },
	survey: { en: 'survey', de: 'Umfrage' },
	year: { en: 'year', de: 'Jahr' },
	country: { en: 'country', de: 'Land' },
	group: { en: 'group', de: 'Gruppe' },
	none: { en: 'one column', de: 'eine Spalte' }
} satisfies Record<string, Text>;

const figuresText = (n: number, lang: Lang): string =>
	`${count(n, lang)} ${lang === 'de' ? (n === 1 ? 'Zahl' : 'Zahlen') : n === 1 ? 'figure' : 'figures'}`;

export const selectedText = (matched: number, total: number, lang: Lang): string =>
	lang === 'de'
		? `${count(matched, lang)} von ${figuresText(total, lang)}`
		: `${count(matched, lang)} of ${figuresText(total, lang)}`;

const rowsText = (n: number, lang: Lang): string =>
	`${count(n, lang)} ${lang === 'de' ? (n === 1 ? 'Zeile' : 'Zeilen') : n === 1 ? 'row' : 'rows'}`;

/** How many rows a table has and which of them are shown: `rows 1 to 50 of 480`. */
export function partText(first: number, shown: number, all: number, lang: Lang): string {
	if (shown === all) return rowsText(all, lang);
	const [from, to] = [count(first, lang), count(first + shown - 1, lang)];
	return lang === 'de'
		? `Zeilen ${from} bis ${to} von ${count(all, lang)}`
		: `Rows ${from} to ${to} of ${count(all, lang)}`;
}

/** Link to the rows behind those shown. */
export const moreText = (left: number, lang: Lang): string =>
	lang === 'de' ? `Weiter: noch ${rowsText(left, lang)}` : `More: ${rowsText(left, lang)} left`;

/** What is not in the table because it holds no value or does not fit. */
export function droppedText(
	{ rows, columns }: { rows: number; columns: number },
	moreColumns: number,
	lang: Lang
): string[] {
	const columnsText = (n: number) =>
		`${count(n, lang)} ${lang === 'de' ? (n === 1 ? 'Spalte' : 'Spalten') : n === 1 ? 'column' : 'columns'}`;
	const empty = [
		rows > 0 ? rowsText(rows, lang) : '',
		columns > 0 ? columnsText(columns) : ''
	].filter((part) => part !== '');
	return [
		...(empty.length > 0
			? [
					lang === 'de'
						? `Ohne einen Wert und deshalb nicht in der Tabelle: ${listing(empty, lang)}.`
						: `Without any value and therefore not in the table: ${listing(empty, lang)}.`
				]
			: []),
		...(moreColumns > 0
			? [
					lang === 'de'
						? `${columnsText(moreColumns)} mehr passen nicht nebeneinander: Grenzen Sie ein, oder tauschen Sie Zeilen und Spalten.`
						: `${columnsText(moreColumns)} more do not fit side by side: narrow the choice, or exchange rows and columns.`
				]
			: [])
	];
}

/** Questions that a table of nets leaves out, named where they are few. */
export function withoutSidesText(titles: string[], lang: Lang): string {
	const named = titles.slice(0, mostTitles).map((title) => quoted(title, lang));
	const rest = titles.length - named.length;
	if (rest > 0) named.push(lang === 'de' ? `${rest} weitere` : `${rest} more`);
	return lang === 'de'
		? `Ohne zwei Gegenseiten, also ohne Saldo: ${listing(named, lang)}.`
		: `Without two opposite sides, so without a net: ${listing(named, lang)}.`;
}
const mostTitles = 4;

/** Head of the column of changes: `2015 to 2019`, or only that it is a change. */
export const changeHead = (years: string[], lang: Lang): string =>
	years.length === 2
		? `${explore.change[lang]} ${years.join(lang === 'de' ? ' bis ' : ' to ')}`
		: explore.change[lang];

export const hiddenText = (n: number, lang: Lang): string =>
	lang === 'de'
		? `${count(n, lang)} seltenere Werte erscheinen, sobald die Auswahl kleiner ist.`
		: `${count(n, lang)} rarer values appear once the choice is smaller.`;

export const leftOutText = (n: number, measure: 'gap' | 'other', lang: Lang): string => {
	const figures = figuresText(n, lang);
	if (measure === 'gap')
		return lang === 'de'
			? `${figures} ohne Ost- oder Westwert in derselben Umfrage und Antwort stehen nicht in der Tabelle.`
			: `${figures} without an East or West figure in the same survey and answer are not in the table.`;
	return lang === 'de'
		? `${figures} sind Mediane und keine Länder; sie stehen nicht in der Tabelle.`
		: `${figures} are medians and no countries; they are not in the table.`;
};

export const addedText = (dims: (keyof typeof dimNames)[], lang: Lang): string => {
	const names = listing(
		dims.map((dim) => dimNames[dim][lang]),
		lang
	);
	return lang === 'de'
		? `Die Zeilen sind zusätzlich getrennt nach ${names}, damit in keiner Zelle zwei Zahlen stehen.`
		: `The rows are also divided by ${names}, so that no cell holds two figures.`;
};

/** `rank 3 of 8` */
export const rankText = (value: number, of: number, lang: Lang): string =>
	lang === 'de' ? `${value}. von ${of}` : `${value} of ${of}`;

export const hitKinds = {
	title: { en: 'question', de: 'Frage' },
	wording: { en: 'wording', de: 'Wortlaut' },
	answer: { en: 'answer', de: 'Antwort' },
	claim: { en: 'statement of the article', de: 'Aussage des Artikels' }
} satisfies Record<string, Text>;

/** Why there is no drawing. */
export const noChart = {
	tooMany: {
		en: 'A drawing needs fewer figures: at most four questions, and few enough lines and bars to tell apart.',
		de: 'Für eine Zeichnung sind es zu viele Zahlen: höchstens vier Fragen, und so wenige Linien oder Balken, dass man sie unterscheiden kann.'
	},
	tooFew: {
		en: 'A single figure needs no drawing.',
		de: 'Eine einzelne Zahl braucht keine Zeichnung.'
	}
} satisfies Record<string, Text>;

/** The title of the view, for its files. */
export const viewTitle: Text = { en: 'A selection of figures', de: 'Eine Auswahl von Zahlen' };
