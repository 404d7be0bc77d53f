import type { Reroute, Transport } from '@sveltejs/kit';
import { withoutVersion } from '#lib/view/version-path.ts';
import { Drawing } from '#lib/charts/render/drawing.ts';

/**
 * How data get from the server to the browser where plain JSON would not do. A drawing is already in the
 * page's markup, and Svelte leaves markup as it stands when it wakes a page up; after a click the canvas
 * is drawn at once. So its markup is never sent a second time.
 */
export const transport: Transport = {
	Drawing: {
		encode: (value) => value instanceof Drawing && [value.width, value.height],
		decode: ([width, height]: [number, number]) => new Drawing(width, height)
	}
};

/** Every file of the data set can be had from each version: `/data/2026-11-24.3fa9c1b2d4e5/beistand.csv`. */
export const reroute: Reroute = ({ url }) => withoutVersion(url.pathname);
