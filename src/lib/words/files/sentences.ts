import type { Lang } from '#lib/words/lang.ts';
import { count, listing, percent, wholePercent } from '#lib/words/numbers.ts';
import { quoted, capital } from '#lib/words/quotation.ts';

/**
 * `963 interviews in Germany`, or that their number was not published.
 *
 * @param where `in Germany`; empty for a group that is no place
 */
export function interviewsIn(n: number | null, where: string, lang: Lang): string {
	const at = where || { en: 'in this group', de: 'in dieser Gruppe' }[lang];
	if (n === null)
		return lang === 'de'
			? `Zahl der Interviews ${at} nicht veröffentlicht`
			: `number of interviews ${at} not published`;
	return `${count(n, lang)} ${lang === 'de' ? 'Interviews' : 'interviews'} ${at}`;
}

/** A number or its absence as a sentence without its end: `In Germany, 38% answered “Yes”`. */
export const statements = {
	/** @param ofAll whether to name all respondents: not of a median or a group that is named already */
	share: (where: string, pct: number, ofAll: boolean, answer: string, lang: Lang): string => {
		const less = { en: ' (less than half a percent)', de: ' (weniger als ein halbes Prozent)' };
		const share = `${percent(pct, lang)}${pct === 0 ? less[lang] : ''}`;
		if (lang === 'de')
			return `${capital(where)} ${wholePercent(pct) === '1' ? 'antwortete' : 'antworteten'} ${share}${ofAll ? ' aller Befragten' : ''} ${quoted(answer, lang)}`;
		return `${capital(where)}, ${share}${ofAll ? ' of all respondents' : ''} answered ${quoted(answer, lang)}`;
	},
	not_published: (where: string, answer: string, lang: Lang): string =>
		lang === 'de'
			? `Zum Anteil der Antwort ${quoted(answer, lang)} ${where} wurde kein veröffentlichter Wert gefunden`
			: `No published figure was found for the share answering ${quoted(answer, lang)} ${where}`,
	not_asked: (where: string, _answer: string, lang: Lang): string =>
		lang === 'de'
			? `${capital(where)} wurde die Frage nicht gestellt`
			: `The question was not asked ${where}`,
	no_answer: (where: string, answer: string, lang: Lang): string =>
		lang === 'de'
			? `${capital(where)} antwortete niemand ${quoted(answer, lang)}`
			: `${capital(where)}, nobody answered ${quoted(answer, lang)}`,
	suppressed: (where: string, answer: string, lang: Lang): string =>
		lang === 'de'
			? `Für den Anteil der Antwort ${quoted(answer, lang)} ${where} gab es zu wenige Interviews`
			: `For the share answering ${quoted(answer, lang)} ${where} there were too few interviews`,
	higher_in_east: (_where: string, answer: string, lang: Lang): string =>
		lang === 'de'
			? `${quoted(answer, lang)} antworteten in Ostdeutschland mehr Menschen als in Westdeutschland; so schreibt es das Institut, ohne Zahl`
			: `More people in East than in West Germany answered ${quoted(answer, lang)}; the institute says so without a number`,
	higher_in_west: (_where: string, answer: string, lang: Lang): string =>
		lang === 'de'
			? `${quoted(answer, lang)} antworteten in Westdeutschland mehr Menschen als in Ostdeutschland; so schreibt es das Institut, ohne Zahl`
			: `More people in West than in East Germany answered ${quoted(answer, lang)}; the institute says so without a number`
};

/** What follows a sentence in brackets. */
export const caveats = {
	subject: (title: string, lang: Lang): string =>
		`${lang === 'de' ? 'Thema' : 'subject'} ${quoted(title, lang)}`,
	base: {
		en: 'whole percentages, don’t know included',
		de: 'ganze Prozente, „weiß nicht“ eingeschlossen'
	},
	median: {
		en: 'the middle one of the countries’ figures, not a share of all respondents',
		de: 'der mittlere der Länderwerte, kein Anteil aller Befragten'
	},
	recovered: {
		en: 'worked back from an extract of the data',
		de: 'aus einem Datenauszug zurückgerechnet'
	},
	reported: { en: 'as reported by the press', de: 'laut Presse' },
	computed: { en: 'computed from the respondent file', de: 'aus den Einzeldaten berechnet' },
	sum_of_parts: {
		en: 'sum of two printed parts, may be a point off',
		de: 'Summe zweier gedruckter Teile, kann um einen Punkt abweichen'
	},
	weak: { en: 'weakly sourced', de: 'schwach belegt' }
};

const chosenParts = {
	survey: { en: 'surveys', de: 'Umfragen' },
	country: { en: 'countries', de: 'Länder' },
	group: { en: 'groups', de: 'Gruppen' },
	answer: { en: 'answers', de: 'Antworten' }
};

/** `chosen countries and answers only`: for a sentence about a part of what was published. */
export function chosenOnly(parts: (keyof typeof chosenParts)[], lang: Lang): string {
	const named = listing(
		parts.map((part) => chosenParts[part][lang]),
		lang
	);
	return { en: `chosen ${named} only`, de: `nur ausgewählte ${named}` }[lang];
}
