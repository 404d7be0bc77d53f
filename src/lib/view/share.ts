/** What a page offers to be shown elsewhere; every address is whole. */
export interface Share {
	/** What it is about, with the finding. */
	title: string;
	/** The picture in words: all numbers, with base and source. */
	alt: string;
	description: string;
	page: string;
	embed: string;
	/** Height of the embed in pixels, by width of the frame. */
	heights: { width: number; height: number }[];
	/** `height` is that of the layout; the file has twice as many pixels. */
	picture: { png: string; svg: string; width: number; height: number };
	card: string;
	oembed: string;
	/** Value of `v` that pins an embed to the numbers as they are. */
	pin: string;
}
