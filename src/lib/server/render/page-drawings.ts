import { heightOf, type Chart } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { Drawing } from '#lib/charts/render/drawing.ts';
import { inlineSvg } from './scene-svg.ts';

/**
 * Widths for which a page carries a drawing. Each serves columns from its own width up to the next, so
 * that type is never scaled below its size but on the narrowest phones.
 */
const widths = [320, 440, 620];

/**
 * The drawings of a chart that stand in the page; CSS shows the one that fits the column.
 *
 * @param isDataRequest whether only the data of a page are asked for, after a click: then the browser
 *   draws, and needs to be tooltip the sizes
 */
export const drawingsOf = (chart: Chart, isDataRequest: boolean): Drawing[] =>
	widths.map((width) => drawingOf(chart, width, isDataRequest));

/** The narrowest of them alone, for charts in narrow columns. */
export const narrowDrawing = (chart: Chart, isDataRequest: boolean): Drawing =>
	drawingOf(chart, widths[0]!, isDataRequest);

/** The chart as a page sends it: what it says where it travels alone is left out, a table stands beside it. */
export const besideTable = <Drawn extends Chart>(chart: Drawn): Drawn => ({ ...chart, alt: '' });

function drawingOf(chart: Chart, width: number, isDataRequest: boolean): Drawing {
	if (isDataRequest) return new Drawing(width, heightOf(chart, width));
	const scene = place(chart, { width });
	return new Drawing(width, scene.height, inlineSvg(scene));
}
