import type { Lang, Text } from '#lib/words/lang.ts';
import { count, decimal, period } from '#lib/words/numbers.ts';

/** What is known of a survey, and what its shares are shares of. */
export const surveyWords = {
	notDisclosed: { en: 'not disclosed by the source', de: 'von der Quelle nicht angegeben' },
	base: {
		en: 'Base: everybody who was asked, including don’t know and no answer.',
		de: 'Basis: alle Befragten, auch mit „weiß nicht“ und ohne Angabe.'
	},
	rounding: {
		en: 'Whole percentages as published; they need not add up to 100.',
		de: 'Ganze Prozente wie veröffentlicht; sie müssen nicht 100 ergeben.'
	},
	noMargin: { en: 'margin of error not published', de: 'Fehlerspanne nicht veröffentlicht' },
	adults: { en: 'Who was asked', de: 'Wer befragt wurde' },
	fieldwork: { en: 'In the field', de: 'Befragungszeitraum' },
	mode: { en: 'Interviews in Germany', de: 'Interviews in Deutschland' },
	interviews: { en: 'Number of interviews', de: 'Zahl der Interviews' },
	margin: { en: 'Margin of error', de: 'Fehlerspanne' },
	eastWest: { en: 'East and West', de: 'Ost und West' },
	institute: { en: 'Institute', de: 'Institut' },
	sponsor: { en: 'Commissioned by', de: 'Auftraggeber' },
	report: { en: 'Report', de: 'Bericht' },
	remarks: { en: 'Remarks', de: 'Anmerkungen' },
	weighting: { en: 'Weighting', de: 'Gewichtung' }
} satisfies Record<string, Text>;

/** `11,116 in all countries; Germany: not published` */
export function interviewsText(total: number | null, germany: number | null, lang: Lang): string {
	const missing = { en: 'not published', de: 'nicht veröffentlicht' }[lang];
	if (total === null && germany === null) return missing;
	const inAll = total === null ? missing : count(total, lang);
	const inGermany = germany === null ? missing : count(germany, lang);
	return lang === 'de'
		? `${inAll} insgesamt; in Deutschland: ${inGermany}`
		: `${inAll} in all; in Germany: ${inGermany}`;
}

/** `±2.8 to ±4.1 points, by country` */
export function marginText(low: number | null, high: number | null, lang: Lang): string {
	if (low === null || high === null) return surveyWords.noMargin[lang];
	return lang === 'de'
		? `je nach Land ±${decimal(low, lang)} bis ±${decimal(high, lang)} Punkte`
		: `±${decimal(low, lang)} to ±${decimal(high, lang)} points, depending on the country`;
}

/** Field period as far as it is known; the year alone where nothing else is. */
export function fieldText(
	survey: { fieldworkStart: string | null; fieldworkEnd: string | null; year: number },
	lang: Lang
): string {
	const { fieldworkStart, fieldworkEnd, year } = survey;
	return fieldworkStart && fieldworkEnd ? period(fieldworkStart, fieldworkEnd, lang) : String(year);
}
