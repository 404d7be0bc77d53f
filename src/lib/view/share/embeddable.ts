import { isLang, type Lang } from '#lib/words/lang.ts';

/** A page that can be shown elsewhere: as an embed, as a picture, in the reply to oEmbed. */
export interface Embeddable {
	lang: Lang;
	kind: 'question' | 'by-region' | 'regions' | 'claim' | 'together';
	/** Code of the question or the statement; empty where there is one such page only. */
	code: string;
}

const paths: [RegExp, Embeddable['kind']][] = [
	[/^questions\/([^/.]+)$/, 'question'],
	[/^questions\/([^/.]+)\/by-region$/, 'by-region'],
	[/^regions()$/, 'regions'],
	[/^claims\/([^/.]+)$/, 'claim'],
	[/^explore\/together()$/, 'together']
];

/**
 * What a path names, be it that of the page or of its embed.
 *
 * @returns undefined for a page that cannot be embedded; whether the question exists is not looked at
 */
export function embeddableAt(path: string): Embeddable | undefined {
	const [, lang, rest = ''] = /^\/([^/]+)\/(?:embed\/)?(.+)$/.exec(path) ?? [];
	if (!isLang(lang)) return undefined;
	for (const [pattern, kind] of paths) {
		const [found, code = ''] = pattern.exec(rest) ?? [];
		if (found !== undefined) return { lang, kind, code };
	}
	return undefined;
}
