import type { Correction } from '#lib/view/correction.ts';
import { correctionText, correctionTitle } from '#lib/words/files/corrections.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import type { Lang } from '#lib/words/lang.ts';
import { escaped } from '#lib/words/markup.ts';

/**
 * Corrections as an Atom feed (RFC 4287), the latest first; valid without any.
 *
 * @param where whole addresses: of the feed itself, of the page that lists the same, of a figure's page
 * @param day of the data version, for a feed without entries
 */
export function toAtom(
	corrections: Correction[],
	where: { self: string; page: string; figure(id: string): string },
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
		...latest.flatMap(({ figure, successor, on, before, after, reason }) => [
			'<entry>',
			`<id>${escaped(`${where.self}#${encodeURIComponent(figure)}`)}</id>`,
			`<title>${escaped(correctionTitle(before[lang], lang))}</title>`,
			`<updated>${moment(on)}</updated>`,
			`<link rel="alternate" type="text/html" href="${escaped(where.figure(successor ?? figure))}"/>`,
			`<content type="text">${escaped(correctionText(before[lang], after?.[lang] ?? null, reason[lang], lang))}</content>`,
			'</entry>'
		]),
		'</feed>'
	]
		.join('\n')
		.concat('\n');
}
