import type { Chart, Style } from '#lib/charts/index.ts';
import { drawPng } from './draw-png.ts';

/** What a thread is asked for. */
export interface PngTask {
	chart: Chart;
	style: Style;
	/** Pixels of the picture per pixel of the layout. */
	scale: number;
}

/** Runs on a thread of its own: Chart.js on a canvas, and the compression of the picture. */
export const draw = ({ chart, style, scale }: PngTask): Buffer =>
	drawPng(chart, { ...style, scale });
