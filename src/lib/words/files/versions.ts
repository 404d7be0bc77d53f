import type { Lang, Text } from '#lib/words/lang.ts';
import { count } from '#lib/words/numbers.ts';

/* What the site says of the versions of its data. */

export const versionWords = {
	title: { en: 'Versions of the data', de: 'Datenstände' },
	feed: { en: 'Beistand: versions of the data', de: 'Beistand: Datenstände' },
	feedAbout: {
		en: 'One entry for each load of new data, with the number of figures that came, changed or went.',
		de: 'Ein Eintrag je Ladevorgang, mit der Zahl der Werte, die hinzukamen, sich änderten oder entfielen.'
	},
	lead: {
		en: 'Each version that was loaded here stays at /data/ followed by its name and the name of the file. Any view can be had from an older version as well: add v= and the version to the address of its file. A version whose files were deleted answers 410 and names the one in service.',
		de: 'Jeder hier geladene Datenstand bleibt abrufbar: unter /data/, gefolgt von seinem Namen und dem der Datei. Auch jede Ansicht gibt es aus einem älteren Stand: v= und den Datenstand an die Adresse der Datei hängen. Ein Stand, dessen Dateien gelöscht sind, antwortet mit 410 und nennt den aktuellen.'
	},
	none: {
		en: 'No load is on record yet.',
		de: 'Noch ist kein Ladevorgang verzeichnet.'
	},
	current: { en: 'in service', de: 'aktuell' },
	deleted: { en: 'files deleted', de: 'Dateien gelöscht' },
	first: { en: 'first version on record', de: 'erster verzeichneter Stand' },
	sameFigures: { en: 'no figure changed', de: 'keine Zahl geändert' },
	changes: { en: 'changed figures', de: 'geänderte Zahlen' },
	gone: (version: string, lang: Lang): string =>
		({
			en: `The files of data version ${version} have been deleted. The addresses below lead to the version in service and to the list of all versions.`,
			de: `Die Dateien des Datenstands ${version} sind gelöscht. Die folgenden Adressen führen zum aktuellen Stand und zur Liste aller Stände.`
		})[lang],
	older: (version: string, lang: Lang): string =>
		({
			en: `Data version ${version} was loaded by an earlier version of this site, which stored the data in another form. Its database file can still be had.`,
			de: `Den Datenstand ${version} hat eine frühere Fassung dieser Seite geladen, die die Daten anders ablegte. Seine Datenbankdatei gibt es weiterhin.`
		})[lang],
	unknown: (version: string, lang: Lang): string =>
		({
			en: `There never was a data version ${version} here.`,
			de: `Einen Datenstand ${version} gab es hier nie.`
		})[lang],
	entry: (version: string, lang: Lang): string =>
		({ en: `Data version ${version}`, de: `Datenstand ${version}` })[lang]
} satisfies Record<string, Text | ((version: string, lang: Lang) => string)>;

const figures = (n: number, lang: Lang): string =>
	({
		en: `${count(n, lang)} ${n === 1 ? 'figure' : 'figures'}`,
		de: `${count(n, lang)} ${n === 1 ? 'Zahl' : 'Zahlen'}`
	})[lang];

/** `3,134 figures: 2,469 new, 5 changed, 2 gone` */
export function versionChanges(
	change: {
		figures: number;
		isFirst: boolean;
		added: number;
		changed: number;
		removed: number;
		/** Rows of other tables: texts, sources, questions. */
		others: number;
	},
	lang: Lang
): string {
	const { added, changed, removed, others } = change;
	const parts = [
		change.isFirst && versionWords.first[lang],
		added > 0 && `${count(added, lang)} ${{ en: 'new', de: 'neu' }[lang]}`,
		changed > 0 && `${count(changed, lang)} ${{ en: 'changed', de: 'geändert' }[lang]}`,
		removed > 0 && `${count(removed, lang)} ${{ en: 'gone', de: 'entfallen' }[lang]}`,
		!change.isFirst && added + changed + removed === 0 && versionWords.sameFigures[lang],
		others > 0 &&
			{
				en: `${count(others, lang)} ${others === 1 ? 'row' : 'rows'} of other tables differ`,
				de: `${count(others, lang)} ${others === 1 ? 'Zeile' : 'Zeilen'} anderer Tabellen abweichend`
			}[lang]
	].filter((part) => part !== false);
	return `${figures(change.figures, lang)}: ${parts.join(', ')}`;
}

/** Columns of the changes of a version as a file. */
export const changeColumns = {
	figure_id: { en: 'Id of the figure', de: 'Kennung der Zahl' },
	change: { en: 'What happened to it', de: 'Was mit ihr geschah' },
	pct_before: { en: 'Percent in the version before', de: 'Prozent im vorigen Datenstand' },
	pct_after: { en: 'Percent in this version', de: 'Prozent in diesem Datenstand' },
	absence_before: {
		en: 'Why there was no number in the version before',
		de: 'Warum es im vorigen Datenstand keine Zahl gab'
	},
	absence_after: {
		en: 'Why there is no number in this version',
		de: 'Warum es in diesem Datenstand keine Zahl gibt'
	},
	status_before: { en: 'Status in the version before', de: 'Status im vorigen Datenstand' },
	status_after: { en: 'Status in this version', de: 'Status in diesem Datenstand' },
	data_version: { en: 'This version of the data', de: 'Dieser Datenstand' },
	previous_version: { en: 'The version before', de: 'Der vorige Datenstand' }
} satisfies Record<string, Text>;

export const changeNames = {
	added: { en: 'new', de: 'neu' },
	changed: { en: 'changed', de: 'geändert' },
	removed: { en: 'gone', de: 'entfallen' }
} satisfies Record<string, Text>;
