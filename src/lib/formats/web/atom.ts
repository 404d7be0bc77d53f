import { fileWords, replacedBy, withdrawnTitle } from '#lib/words/files/formats.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { escaped } from '#lib/words/markup.ts';

/** A figure that was taken back. */
export interface Correction {
	figure: string;
	successor: string | null;
	/** Day as YYYY-MM-DD. */
	on: string;
	reason: Text;
}

/**
 * Corrections as an Atom feed (RFC 4287), the latest first; valid without any.
 *
 * @param where whole addresses: of the feed itself and of the page that lists the same
 * @param day of the data version, for a feed without entries
 */
export function toAtom(
	corrections: Correction[],
	where: { self: string; page: string },
	day: string,
	lang: Lang
): string {
	const latest = corrections.toSorted((a, b) => (a.on < b.on ? 1 : -1));
	const moment = (on: string) => `${on}T00:00:00Z`;
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
		`<id>${escaped(where.self)}</id>`,
		`<title>${escaped(fileWords.corrections[lang])}</title>`,
		`<subtitle>${escaped(fileWords.correctionsAbout[lang])}</subtitle>`,
		'<author><name>Beistand</name></author>',
		`<updated>${moment(latest[0]?.on ?? day)}</updated>`,
		`<link rel="self" type="application/atom+xml" href="${escaped(where.self)}"/>`,
		`<link rel="alternate" type="text/html" href="${escaped(where.page)}"/>`,
		...latest.flatMap(({ figure, successor, on, reason }) => [
			'<entry>',
			`<id>${escaped(`${where.self}#${encodeURIComponent(figure)}`)}</id>`,
			`<title>${escaped(withdrawnTitle(figure, lang))}</title>`,
			`<updated>${moment(on)}</updated>`,
			`<link rel="alternate" type="text/html" href="${escaped(where.page)}"/>`,
			`<content type="text">${escaped([reason[lang], successor && replacedBy(successor, lang)].filter(Boolean).join(' '))}</content>`,
			'</entry>'
		]),
		'</feed>'
	]
		.join('\n')
		.concat('\n');
}
