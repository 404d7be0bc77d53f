import type { Lang, Text } from '#lib/words/lang.ts';
import { count, wholePercent } from '#lib/words/numbers.ts';

/** `24–37, n 240`: what stands under a computed number in a table. */
export const precision = (low: number, high: number, n: number | null, lang: Lang): string =>
	[
		`${wholePercent(low)}–${wholePercent(high)}`,
		...(n === null ? [] : [`n\u00a0${count(n, lang)}`])
	].join(', ');

/** `95% interval 24 to 37` */
export const intervalText = (low: string, high: string, lang: Lang): string =>
	lang === 'de' ? `95-%-Intervall ${low} bis ${high}` : `95% interval ${low} to ${high}`;

/** Under a chart that draws intervals. */
export const whiskers = {
	en: 'Whiskers: 95% interval, computed from the respondent file.',
	de: 'Antennen: 95-%-Intervall, aus den Einzeldaten berechnet.'
} satisfies Text;
