import { escaped } from '#lib/words/markup.ts';

/** What a program needs to put a view into a page, before the limits it sets (oEmbed 1.0). */
export interface Embeddable {
	title: string;
	/** Who made title and drawing. */
	author: { name: string; url: string };
	provider: { name: string; url: string };
	/** What stays where frames are taken out, and the whole address to which it leads. */
	line: string;
	page: string;
	/** Whole address of the embed. */
	src: string;
	/** Height of the embed in a frame of a width. */
	heightAt(width: number): number;
	/** The picture for a layout width, and how high it is. */
	picture(width: number): { url: string; height: number };
}

/** Mandatory limits in pixels; undefined: none was set. */
export interface Limits {
	maxwidth?: number;
	maxheight?: number;
}

/** Widths in pixels: of a frame unless asked otherwise, and the widest that an embed fills. */
const usual = 600;
const widest = 1000;

/** Pixels; a picture is not made narrower. */
const narrowestPicture = 280;

/** Seconds that a reply may be kept. */
const age = 3600;

/**
 * The reply of an oEmbed provider: always a frame, never wider or higher than allowed. Where less height is
 * allowed than the embed needs, the frame scrolls, and source and address stay in sight in it.
 */
export function toOembed(embeddable: Embeddable, limits: Limits): Record<string, unknown> {
	const { title, author, provider } = embeddable;
	const width = Math.min(widest, limits.maxwidth ?? usual);
	const height = Math.min(embeddable.heightAt(width), limits.maxheight ?? Infinity);
	return {
		version: '1.0',
		type: 'rich',
		title,
		author_name: author.name,
		author_url: author.url,
		provider_name: provider.name,
		provider_url: provider.url,
		cache_age: age,
		width,
		height,
		html: htmlOf(embeddable, width, height),
		...thumbnail(embeddable, limits)
	};
}

/**
 * One line: a quotation with a link, which stays where frames are taken out and makes WordPress load the
 * script that sizes the frame and follows its links, then one frame, with attributes only that strict
 * filters let pass.
 */
const htmlOf = ({ title, page, line, src }: Embeddable, width: number, height: number): string =>
	`<blockquote class="wp-embedded-content"><a href="${escaped(page)}">${escaped(line)}</a></blockquote>` +
	`<iframe class="wp-embedded-content" title="${escaped(title)}" src="${escaped(src)}" width="${width}" height="${height}" frameborder="0"></iframe>`;

/** All three or none, and within the limits. */
function thumbnail(embeddable: Embeddable, { maxwidth, maxheight }: Limits) {
	const width = Math.min(usual, maxwidth ?? usual);
	if (width < narrowestPicture) return {};
	const { url, height } = embeddable.picture(width);
	if (height > (maxheight ?? Infinity)) return {};
	return { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height };
}
