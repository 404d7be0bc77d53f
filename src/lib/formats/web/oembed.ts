import { escaped } from '#lib/words/markup.ts';

/** What a program needs to put a view into a page, before the limits it sets (oEmbed 1.0). */
export interface Embeddable {
	title: string;
	/** Who measured, and where they say so. */
	author: { name: string; url: string | null };
	provider: { name: string; url: string };
	/** Whole address of the embed. */
	src: string;
	/** Height of the embed in a frame of a width. */
	heightAt(width: number): number;
	/** The card for social networks, which is made to be seen small. */
	card: { url: string; width: number; height: number };
	/** The picture for a layout width, and how high it is. */
	picture(width: number): { url: string; height: number };
}

/** Mandatory limits in pixels; undefined: none was set. */
export interface Limits {
	maxwidth?: number;
	maxheight?: number;
}

/** Widths in pixels: of a frame unless asked otherwise, and the least that a drawing has. */
const usual = 600;
const least = 280;

/** Seconds that a reply may be kept. */
const age = 3600;

/**
 * The reply of an oEmbed provider: a frame of the height that it needs, never wider or higher than
 * allowed. Where a frame cannot fit, it is the picture, made smaller.
 */
export function toOembed(embeddable: Embeddable, limits: Limits): Record<string, unknown> {
	const { title, author, provider } = embeddable;
	const common = {
		version: '1.0',
		title,
		author_name: author.name,
		...(author.url === null ? {} : { author_url: author.url }),
		provider_name: provider.name,
		provider_url: provider.url,
		cache_age: age
	};
	const width = Math.min(usual, limits.maxwidth ?? usual);
	const height = width < least ? Infinity : embeddable.heightAt(width);
	if (height > (limits.maxheight ?? Infinity) || width < least)
		return { ...common, ...reduced(embeddable, limits) };
	return {
		...common,
		type: 'rich',
		width,
		height,
		html: iframe({ title, src: embeddable.src, width, height }),
		...thumbnail(embeddable, limits)
	};
}

/** One line and one frame, with attributes only that strict filters let pass. */
export const iframe = (frame: {
	title: string;
	src: string;
	width: number;
	height: number;
}): string =>
	`<iframe title="${escaped(frame.title)}" src="${escaped(frame.src)}" width="${frame.width}" height="${frame.height}" frameborder="0" scrolling="no"></iframe>`;

/** The card in proportion within the limits: a filter that wants a frame lets a photo pass too. */
function reduced({ card }: Embeddable, { maxwidth, maxheight }: Limits) {
	const { url, width, height } = card;
	const factor = Math.min(1, (maxwidth ?? width) / width, (maxheight ?? height) / height);
	return {
		type: 'photo',
		url,
		width: Math.max(1, Math.floor(width * factor)),
		height: Math.max(1, Math.floor(height * factor))
	};
}

/** All three or none, and within the limits. */
function thumbnail(embeddable: Embeddable, { maxwidth, maxheight }: Limits) {
	const width = Math.min(usual, maxwidth ?? usual);
	const { url, height } = embeddable.picture(width);
	if (height > (maxheight ?? Infinity)) return {};
	return { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height };
}
