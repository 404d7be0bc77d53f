import type { Lang } from './lang.ts';

/** Marks of quotation as the language has them. */
export const quoted = (text: string, lang: Lang): string =>
	lang === 'de' ? `„${text}“` : `“${text}”`;

/** With a full stop, unless it ends with a mark of its own: `… the U.S.`, `… verteidigen?` */
export const stopped = (text: string): string => (/[.?!…][”“"']?$/.test(text) ? text : `${text}.`);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
