import type { Chart } from '#lib/charts/model/chart.ts';
import { wrap } from './text-width.ts';
import { heightOf } from './layout.ts';

/** Widths of an embed's drawings, and from which width of the frame on each is shown. */
export const embedWidths = [
	{ width: 320, from: 0 },
	{ width: 430, from: 420 },
	{ width: 560, from: 520 }
] as const;

/** Widest that an embed's column gets, in pixels; the same in components/share/embed.css. */
const column = 640;

/** Sizes in pixels as in components/share/embed.css. */
const type = {
	title: { size: 18, line: 23, after: 6 },
	text: { size: 14, line: 20, after: 6 }
};
const padding = { top: 12, bottom: 12 };
const sidePadding = (width: number): number => (width < 340 ? 4 : 12);

/** The texts of an embed above and below its drawings, each a paragraph. */
export interface EmbedTexts {
	title: string;
	/** In bold under the title: what a statement can carry; else empty. */
	verdict: string;
	/** Wording, notices, verdict. */
	above: string[];
	/** Words on the switch to the table; empty where there is none. */
	table: string;
	/** A table that is always open: pairs of cells. */
	pairs: [string, string, string][];
	foot: string[];
	/** Headings of several drawings. */
	headings: string[];
}

/**
 * Height in pixels that an embed needs in a frame of a width, as long as nobody opens its table. Widths
 * of words are those of the widest font, so it is rather too tall than too short.
 */
export function embedHeight(texts: EmbedTexts, charts: Chart[], width: number): number {
	const room = Math.min(width, column + 2 * sidePadding(width)) - 2 * sidePadding(width);
	const block = (text: string, { size, line, after }: typeof type.text, bold = false) =>
		wrap(text, room, size, bold).length * line + after;
	const drawing = embedWidths.findLast(({ from }) => width >= from)?.width ?? 320;
	const drawn = charts.map((chart) => (heightOf(chart, drawing) * room) / drawing + 10);
	const cell = (text: string) => wrap(text, (room - 12) / 2, type.text.size).length;
	const pairs = texts.pairs.map(
		([head, one, other]) =>
			block(head, type.text) + Math.max(cell(one), cell(other)) * type.text.line + 6
	);
	const heights = [
		padding.top + padding.bottom,
		block(texts.title, type.title, true),
		texts.verdict === '' ? 0 : block(texts.verdict, type.text, true),
		...texts.above.map((text) => block(text, type.text)),
		...(texts.pairs.length > 0 ? [type.text.line + 12] : []),
		...pairs,
		texts.table === '' ? 0 : type.text.line + 12,
		...texts.headings.map((text) => block(text, type.text, true)),
		...drawn,
		...texts.foot.map((text) => block(text, type.text))
	];
	return Math.ceil(heights.reduce((sum, each) => sum + each, 0));
}
