/** Widths of a column to choose from, in pixels. */
export const columnWidths = [320, 600, 760] as const;
export type ColumnWidth = (typeof columnWidths)[number];

/** Pictures of one shape for social networks: 1200 × 630 pixels, 1080 × 1080, 1080 × 1350. */
export const cards = ['wide', 'square', 'portrait'] as const;
export type Card = (typeof cards)[number];

/** Heights in pixels with which a frame cuts nothing off. */
export interface FrameHeights {
	/**
	 * From a width of the frame on up to that of the next step the height is `base + slope * width`: texts keep
	 * theirs, drawings grow with the frame. From `widest` on nothing grows.
	 */
	steps: { from: number; base: number; slope: number }[];
	widest: number;
	/** From the width of a column on, up to the widest frame. */
	columns: { width: ColumnWidth; height: number }[];
}

/** What a page offers to be shown elsewhere; every address is whole. */
export interface Share {
	/** What it is about, with the finding. */
	title: string;
	/** The same in a line of text: finding, source, site. */
	line: string;
	/** The picture in words: all numbers, with base and source. */
	alt: string;
	/** The same in two sentences, for previews. */
	brief: string;
	description: string;
	page: string;
	embed: string;
	/** With the embed's own title and without. */
	heights: FrameHeights;
	plainHeights: FrameHeights;
	/** The script that gives frames the height of their content. */
	listener: string;
	/** `height` is that of the layout; the file has twice as many pixels. */
	picture: { png: string; svg: string; width: number; height: number };
	/** For social networks, of the wide shape; `=square` and `=portrait` make the others of it. */
	card: string;
	oembed: string;
	/** Value of `v` that pins an embed to the numbers as they are. */
	pin: string;
}
