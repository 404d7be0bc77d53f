import type { Lang } from './lang.ts';

/** A format is a hundred times dearer to make than to use: each is made once, when it is first needed. */
function once<Format>(make: (lang: Lang) => Format): (lang: Lang) => Format {
	const made = new Map<Lang, Format>();
	return (lang) => {
		const format = made.get(lang) ?? make(lang);
		made.set(lang, format);
		return format;
	};
}
const decimals = once((lang) => new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }));
const fixedDecimals = [1, 2].map((digits) =>
	once(
		(lang) =>
			new Intl.NumberFormat(lang, {
				minimumFractionDigits: digits,
				maximumFractionDigits: digits
			})
	)
);
const lists = once(
	(lang) => new Intl.ListFormat(lang === 'de' ? 'de' : 'en-GB', { type: 'conjunction' })
);

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

/**
 * A count of people or things with the thousands mark of the language. Not by Intl: the first format of
 * numbers takes a phone more than ten milliseconds, and most pages need no other.
 *
 * @param value whole
 */
export const count = (value: number, lang: Lang): string =>
	String(value).replace(/\B(?=(?:\d{3})+$)/g, lang === 'de' ? '.' : ',');

/** A number with up to one decimal: a margin of error. */
export const decimal = (value: number, lang: Lang): string => decimals(lang).format(value);

/** A number as somebody typed it, with the decimal mark of the language: a design effect of 1.75 is not 1.8. */
export const asTyped = (value: number, lang: Lang): string =>
	lang === 'de' ? String(value).replace('.', ',') : String(value);

/** A number with exactly one decimal or two: `9.5`, `9,5`. */
export const fixed = (value: number, digits: 1 | 2, lang: Lang): string =>
	fixedDecimals[digits - 1]!(lang).format(value);

/** Not by Intl, for the same reason as counts. */
const months = {
	en: [
		...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
		...['October', 'November', 'December']
	],
	de: [
		...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September'],
		...['Oktober', 'November', 'Dezember']
	]
};

/** A day, month or year as far as it is known: `2015-06-10`, `2015-06` or `2015`. */
export function date(iso: string, lang: Lang): string {
	const [year = iso, month, day] = iso.split('-');
	if (!month) return year;
	const named = `${months[lang][Number(month) - 1]} ${year}`;
	return day ? `${Number(day)}${lang === 'de' ? '.' : ''} ${named}` : named;
}

/** A field period: `6 April 2015 to 15 May 2015`. */
export function period(start: string, end: string, lang: Lang): string {
	return `${date(start, lang)} ${lang === 'de' ? 'bis' : 'to'} ${date(end, lang)}`;
}

/** `a, b and c`; `a, b und c`. */
export const listing = (parts: string[], lang: Lang): string => lists(lang).format(parts);
