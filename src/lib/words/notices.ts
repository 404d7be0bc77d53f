import type { Lang } from './lang.ts';

/** A part of an address that could not be used. */
export interface UnusedPart {
	kind: 'unknown_key' | 'unknown_value' | 'too_many';
	key: string;
	/** As given, cut to a readable length; empty for a key that is unknown as a whole. */
	value: string;
}

/** What an address calls the parts of a view. */
const partNames: Record<string, Record<Lang, string>> = {
	survey: { en: 'survey', de: 'Umfrage' },
	country: { en: 'country', de: 'Land' },
	group: { en: 'group', de: 'Gruppe' },
	answer: { en: 'answer', de: 'Antwort' },
	by: { en: 'layout', de: 'Ansicht' },
	sort: { en: 'order', de: 'Sortierung' },
	dialect: { en: 'CSV dialect', de: 'CSV-Dialekt' },
	shape: { en: 'shape of the table', de: 'Tabellenform' },
	claim: { en: 'statement', de: 'Aussage' },
	figure: { en: 'figure', de: 'Zahl' },
	stance: { en: 'stance', de: 'Deutung' },
	question: { en: 'question', de: 'Frage' },
	overlap: { en: 'overlap', de: 'Überschneidung' },
	east_share: { en: 'share of the East', de: 'Anteil des Ostens' },
	deff: { en: 'design effect', de: 'Designeffekt' },
	n: { en: 'number of interviews', de: 'Zahl der Interviews' },
	from: { en: 'survey and population', de: 'Umfrage und Befragte' },
	a: { en: 'first answer', de: 'erste Antwort' },
	b: { en: 'second answer', de: 'zweite Antwort' },
	theme: { en: 'color scheme', de: 'Farbschema' },
	v: { en: 'data version', de: 'Datenstand' },
	w: { en: 'width', de: 'Breite' },
	scale: { en: 'scale', de: 'Vergrößerung' },
	topic: { en: 'topic', de: 'Thema' },
	institute: { en: 'institute', de: 'Institut' },
	year: { en: 'year', de: 'Jahr' },
	status: { en: 'status', de: 'Status' },
	rows: { en: 'division into rows', de: 'Zeilen' },
	columns: { en: 'division into columns', de: 'Spalten' },
	measure: { en: 'measure', de: 'Maß' },
	pin: { en: 'pinned cell', de: 'angeheftete Zelle' },
	cell: { en: 'cell', de: 'Zelle' }
};

/** One sentence on a part of the address that could not be used. */
export function noticeText({ kind, key, value }: UnusedPart, lang: Lang): string {
	const part = partNames[key]?.[lang] ?? key;
	if (kind === 'unknown_key')
		return lang === 'de'
			? `Die Adresse enthält „${key}“; das kennt diese Seite nicht und lässt es weg.`
			: `The address says “${key}”, which this page does not know and has left out.`;
	if (kind === 'too_many' && key === 'pin')
		return lang === 'de'
			? `Die Adresse nennt ${value} angeheftete Zellen; die ersten vier werden verglichen.`
			: `The address names ${value} pinned cells; the first four are compared.`;
	if (kind === 'too_many')
		return lang === 'de'
			? `Die Adresse nennt ${value} Werte für „${part}“; die ersten hundert wurden gelesen.`
			: `The address names ${value} values for “${part}”; the first hundred were read.`;
	return lang === 'de'
		? `„${value}“ ist hier keine bekannte Angabe für „${part}“ und wurde weggelassen.`
		: `“${value}” is not a known ${part} here and was left out.`;
}

/** So many values are read in a sentence; a program finds all of them beside it. */
const maxListed = 40;

/** Why a file was refused: the part of the address, and what could have stood there. */
export function refusalText(
	notice: UnusedPart & { possible: readonly string[] },
	lang: Lang
): string {
	const { kind, key, value, possible } = notice;
	const part = partNames[key]?.[lang] ?? key;
	const listed =
		possible.length === 0
			? ''
			: ` ${{ en: 'Possible are', de: 'Möglich sind' }[lang]}: ${possible.slice(0, maxListed).join(', ')}${possible.length > maxListed ? ', …' : ''}.`;
	switch (kind) {
		case 'unknown_key':
			return (
				{
					en: `The address says “${key}”, which these files do not know.`,
					de: `Die Adresse enthält „${key}“; das kennen diese Dateien nicht.`
				}[lang] + listed
			);
		case 'unknown_value':
			return (
				{
					en: `“${value}” is not a known ${part} here.`,
					de: `„${value}“ ist hier keine bekannte Angabe für „${part}“.`
				}[lang] + listed
			);
		case 'too_many':
			return noticeText(notice, lang);
	}
}

export const didYouMean = { en: 'Did you mean', de: 'Meinten Sie' };
