import { Drawing } from '#lib/charts/render/drawing.ts';
import type { Chart } from '#lib/charts/index.ts';
import { drawSvg } from './draw.ts';
import { shortened } from './compact-svg.ts';

/**
 * Widths for which a page carries a drawing. Each serves columns from its own width up to the next, so
 * that type is never scaled below its size but on the narrowest phones.
 */
const widths = [320, 440, 620];

/** The drawings of a chart that stand in the page; CSS shows the one that fits the column. */
export const drawingsOf = (chart: Chart): Drawing[] =>
	widths.map((width) => {
		const svg = shortened(drawSvg(chart, { width, theme: 'light' }));
		const height = Number(/ viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1]);
		return new Drawing(width, height, svg);
	});
