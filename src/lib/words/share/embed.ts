import type { Lang, Text } from '#lib/words/lang.ts';
import { date } from '#lib/words/numbers.ts';

/** What stands in an embed and in a picture beside the drawing. */
export const embedWords = {
	table: { en: 'The numbers as a table', de: 'Die Zahlen als Tabelle' },
	/** One sentence, whatever the finding ends with. */
	image: (finding: string, lang: Lang): string => {
		const said = finding.replace(/[.…]+$/, '');
		return lang === 'de'
			? `${said}; alle Zahlen stehen in der Tabelle.`
			: `${said}; every number stands in the table.`;
	},
	translated: { en: 'our translation', de: 'unsere Übersetzung' },
	corrections: { en: 'What was corrected', de: 'Was korrigiert wurde' },
	changed: {
		en: 'Numbers of this view have changed since.',
		de: 'Seitdem haben sich Zahlen dieser Ansicht geändert.'
	},
	toSite: { en: 'All questions on Beistand', de: 'Alle Fragen auf Beistand' }
};

/** More institutes than these are not named in one line. */
const mostNamed = 2;

/** What stays of an embed where frames are taken out: finding, source, site. */
export function lineText(finding: string, institutes: string[], lang: Lang): string {
	const others = lang === 'de' ? 'u. a.' : 'and others';
	const named = institutes.slice(0, mostNamed).join(', ');
	const source = institutes.length > mostNamed ? `${named} ${others}` : named;
	return `${finding.replace(/\.$/, '')} – ${[source, 'Beistand'].filter((each) => each !== '').join(', ')}`;
}

/** An embed that was pinned to a data version whose numbers have been corrected. */
export const pinnedText = (day: string, lang: Lang): string =>
	lang === 'de'
		? `Eingebettet mit dem Datenstand vom ${date(day, lang)}.`
		: `Embedded with the data as of ${date(day, lang)}.`;

/** An embed that keeps the numbers of a data version. */
export const frozenText = (day: string, lang: Lang): string =>
	lang === 'de'
		? `Zahlen mit dem Datenstand vom ${date(day, lang)}; was später korrigiert wurde, steht hier nicht.`
		: `Numbers as of ${date(day, lang)}; later corrections are not in them.`;

/** The same where that version is no longer kept. */
export const thawedText = (day: string, lang: Lang): string =>
	lang === 'de'
		? `Der Datenstand vom ${date(day, lang)} liegt hier nicht mehr vor; zu sehen sind die heutigen Zahlen.`
		: `The data as of ${date(day, lang)} are no longer kept here; shown are today’s numbers.`;

/**
 * A long list is cut in an embed; the page has it whole.
 *
 * @param place what all that is left is about, where the drawing does not name it; else empty
 */
export function restText(shown: number, all: number, lang: Lang, place = ''): string {
	const aside = place === '' ? '' : ` (${place})`;
	if (shown === 1)
		return lang === 'de'
			? `Gezeigt ist die erste von ${all} Zeilen${aside}; alle stehen unter der Adresse unten.`
			: `Shown is the first of ${all} lines${aside}; all of them are at the address below.`;
	return lang === 'de'
		? `Gezeigt sind die ersten ${shown} von ${all} Zeilen${aside}; alle stehen unter der Adresse unten.`
		: `Shown are the first ${shown} of ${all} lines${aside}; all of them are at the address below.`;
}

/** `Surveyed: 6 April 2015 to 15 May 2015.` */
export const surveyed = (when: string, lang: Lang): string =>
	lang === 'de' ? `Erhoben: ${when}.` : `Surveyed: ${when}.`;

/** `Data as of 24 November 2026.` */
export const dataDay = (day: string, lang: Lang): string =>
	lang === 'de' ? `Datenstand: ${day}.` : `Data as of ${day}.`;

/** What something is about, and the finding; a question keeps its mark. */
export const headed = (name: string, finding: string): string =>
	/[?!]$/.test(name) ? `${name} ${finding}` : `${name}: ${finding}`;

/** Faults of the oEmbed address. */
export const oembedWords = {
	jsonOnly: {
		en: 'Replies are in JSON; leave the format out or set it to json.',
		de: 'Die Antwort gibt es als JSON; lassen Sie „format“ weg oder setzen Sie es auf json.'
	},
	badLimit: {
		en: 'The limits maxwidth and maxheight are whole numbers of pixels above nought.',
		de: 'Die Grenzen maxwidth und maxheight sind ganze Zahlen von Pixeln über null.'
	},
	noUrl: {
		en: 'The address lacks the page to be embedded: ?url=…',
		de: 'In der Adresse fehlt die Seite, die eingebettet werden soll: ?url=…'
	},
	foreign: {
		en: 'This is no page of ours that can be embedded.',
		de: 'Das ist keine unserer Seiten, die sich einbetten lassen.'
	}
} satisfies Record<string, Text>;
