import type { Lang, Text } from '#lib/words/lang.ts';
import { decimal } from '#lib/words/numbers.ts';

/** The menu of files at every view. */
export const menuWords = {
	title: { en: 'Take it with you', de: 'Zum Mitnehmen' },
	link: { en: 'Address of this view', de: 'Adresse dieser Ansicht' },
	csv: { en: 'CSV', de: 'CSV' },
	csvAbout: {
		en: 'comma, decimal point; for R, Python, Sheets',
		de: 'Komma, Dezimalpunkt; für R, Python, Sheets'
	},
	csvGerman: { en: 'CSV for German Excel', de: 'CSV für deutsches Excel' },
	csvGermanAbout: { en: 'semicolon, decimal comma', de: 'Semikolon, Dezimalkomma' },
	csvEnglish: { en: 'CSV for English Excel', de: 'CSV für englisches Excel' },
	csvEnglishAbout: {
		en: 'comma, decimal point, byte order mark',
		de: 'Komma, Dezimalpunkt, Byte-Order-Mark'
	},
	wide: { en: 'CSV, one column an answer', de: 'CSV, eine Spalte je Antwort' },
	wideAbout: { en: 'for reading', de: 'zum Lesen' },
	json: { en: 'JSON', de: 'JSON' },
	jsonAbout: { en: 'for programs, both languages', de: 'für Programme, beide Sprachen' },
	md: { en: 'Text', de: 'Text' },
	mdAbout: {
		en: 'Markdown; base and caveats on every line',
		de: 'Markdown; Basis und Vorbehalte in jeder Zeile'
	},
	programs: {
		en: 'Read it from R, Python, Sheets or Excel',
		de: 'Aus R, Python, Sheets oder Excel lesen'
	},
	more: {
		en: 'How the addresses work, and all the data',
		de: 'Wie die Adressen aufgebaut sind, und alle Daten'
	}
} satisfies Record<string, Text>;

export const rowsText = (rows: number, lang: Lang): string =>
	lang === 'de'
		? `${rows} ${rows === 1 ? 'Zeile' : 'Zeilen'}`
		: `${rows} ${rows === 1 ? 'row' : 'rows'}`;

/** `7.4 kB`: thousands of bytes, as file managers count. */
export const sizeText = (bytes: number, lang: Lang): string =>
	bytes < 1_000_000
		? `${decimal(bytes / 1000, lang)} kB`
		: `${decimal(bytes / 1_000_000, lang)} MB`;
