import type { Lang, Text } from '#lib/words/lang.ts';

/** How others read the figures. */
export const readings = {
	title: { en: 'How others read the figures', de: 'Wie andere die Zahlen lesen' },
	lead: {
		en: 'The same numbers, told in different countries: what each outlet makes of them, which figures it uses, and where its words leave the question. The stances are our paraphrase, not a quotation.',
		de: 'Dieselben Zahlen, in verschiedenen Ländern erzählt: was jedes Medium daraus macht, welche Werte es verwendet und wo seine Worte sich von der Frage entfernen. Die Deutungen sind von uns zusammengefasst, nicht zitiert.'
	},
	filter: {
		en: 'Choose countries, stances and figures',
		de: 'Länder, Deutungen und Zahlen wählen'
	},
	country: { en: 'Country of the outlet', de: 'Land des Mediums' },
	stance: { en: 'Stance', de: 'Deutung' },
	figure: { en: 'Figure it uses', de: 'Verwendete Zahl' },
	uses: { en: 'Figures used', de: 'Verwendete Zahlen' },
	usesNone: {
		en: 'Names no figure that is on record here.',
		de: 'Nennt keine Zahl, die hier belegt ist.'
	},
	shift: { en: 'Compared with the question', de: 'Verglichen mit der Frage' },
	noDate: { en: 'date not known', de: 'Datum nicht bekannt' },
	noAddress: { en: 'no address on record', de: 'keine Adresse bekannt' },
	nothing: {
		en: 'No reading fits this choice.',
		de: 'Zu dieser Auswahl gibt es keine Lesart.'
	},
	showAll: { en: 'Show all readings', de: 'Alle Lesarten zeigen' },
	misprints: { en: 'Misprints in circulation', de: 'Druckfehler im Umlauf' },
	misprintsLead: {
		en: 'Numbers that were printed wrong, exchanged or put under the wrong name, each beside what was published.',
		de: 'Zahlen, die falsch gedruckt, vertauscht oder unter falschem Namen verbreitet wurden, jeweils neben dem, was veröffentlicht ist.'
	}
} satisfies Record<string, Text>;

/** What an outlet makes of the figures. */
export const stanceNames = {
	unreliable: { en: 'unreliable allies', de: 'unzuverlässige Verbündete' },
	free_riding: { en: 'free riding', de: 'Trittbrettfahren' },
	explains: { en: 'reasons for the reluctance', de: 'Gründe der Zurückhaltung' },
	against_nato: { en: 'people against NATO’s course', de: 'Bevölkerung gegen den Nato-Kurs' },
	peaceable: { en: 'a peaceable public', de: 'friedliebende Bevölkerung' },
	divided: { en: 'divided publics', de: 'gespaltene Bevölkerung' },
	recovering: { en: 'support recovering', de: 'wachsende Zustimmung' },
	cautious: { en: 'a call for caution', de: 'Mahnung zur Vorsicht' },
	declining: { en: 'support declining', de: 'schwindende Zustimmung' }
} satisfies Record<string, Text>;

/** What stands above the list and is announced after a choice. */
export function readingsShown(shown: number, all: number, lang: Lang): string {
	if (lang === 'de') return shown === all ? `${all} Lesarten` : `${shown} von ${all} Lesarten`;
	return shown === all ? `${all} readings` : `${shown} of ${all} readings`;
}
