import type { Lang } from './lang.ts';

const noBreak = '\u00a0';
const minus = '\u2212';

/**
 * A share as printed: rounded half up once, whole. `38%` in English, `38 %` in German. Nought means
 * less than half a per cent, as in the publisher's tables.
 *
 * @param pct 0…100
 */
export function percent(pct: number, lang: Lang): string {
	return `${wholePercent(pct)}${lang === 'de' ? `${noBreak}%` : '%'}`;
}

/** The same without the sign, for charts and tables whose head carries it. */
export const wholePercent = (pct: number): string => String(Math.floor(pct + 0.5 + 1e-9));

/** A difference in points, with its sign: `−14`, `+3`, `0`. */
export function points(difference: number): string {
	const size = Math.floor(Math.abs(difference) + 0.5 + 1e-9);
	if (size === 0) return '0';
	return `${difference < 0 ? minus : '+'}${size}`;
}

/** A count of people or things with the thousands mark of the language. */
export const count = (value: number, lang: Lang): string =>
	new Intl.NumberFormat(lang === 'de' ? 'de-DE' : 'en-US').format(value);

/** A number with up to one decimal: a margin of error. */
export const decimal = (value: number, lang: Lang): string =>
	new Intl.NumberFormat(lang === 'de' ? 'de-DE' : 'en-US', { maximumFractionDigits: 1 }).format(
		value
	);

/** A day, month or year as far as it is known: `2015-06-10`, `2015-06` or `2015`. */
export function date(iso: string, lang: Lang): string {
	const locale = lang === 'de' ? 'de-DE' : 'en-GB';
	const [year, month, day] = iso.split('-');
	if (!month) return year ?? iso;
	const when = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
	return new Intl.DateTimeFormat(locale, {
		year: 'numeric',
		month: 'long',
		day: day ? 'numeric' : undefined,
		timeZone: 'UTC'
	}).format(when);
}

/** A field period: `6 April 2015 to 15 May 2015`. */
export function period(start: string, end: string, lang: Lang): string {
	return `${date(start, lang)} ${lang === 'de' ? 'bis' : 'to'} ${date(end, lang)}`;
}

/** `a, b and c`; `a, b und c`. */
export const listing = (parts: string[], lang: Lang): string =>
	new Intl.ListFormat(lang === 'de' ? 'de-DE' : 'en-GB', { type: 'conjunction' }).format(parts);
