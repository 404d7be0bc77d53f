import type { Chart, Style } from '#lib/charts/model/chart.ts';
import { placeBars } from './bars.ts';
import { placeDumbbells } from './dumbbells.ts';
import { placeNumber } from './number.ts';
import { placeOverlap } from './overlap.ts';
import { placePanels } from './panels.ts';
import { placeStatement } from './statement.ts';
import { placeTime } from './time.ts';
import { closeSheet, newSheet, type Scene } from './scene.ts';

/** The chart laid out for a width: pure, the same on server and in the browser. */
export function place(chart: Chart, style: Pick<Style, 'width' | 'caption' | 'height'>): Scene {
	const { height, ...free } = style;
	if (height === undefined || chart.kind !== 'time') return placed(chart, style);
	return placed(chart, style, placed(chart, free).height - height);
}

/** @param less pixels that a plot of free height gives up; below nought it grows */
function placed(chart: Chart, style: Pick<Style, 'width' | 'caption' | 'height'>, less = 0): Scene {
	const scene = newSheet(chart, style);
	if (chart.kind === 'time') placeTime(scene, chart, less);
	else if (chart.kind === 'overlap') placeOverlap(scene, chart);
	else if (chart.kind === 'number') placeNumber(scene, chart, style.height);
	else if (chart.kind === 'statement')
		placeStatement(scene, chart, (part, width) => place(part, { width }));
	else if (chart.kind === 'dumbbell') placeDumbbells(scene, chart);
	else if (chart.kind === 'bars' && chart.series.length > 1) placePanels(scene, chart);
	else placeBars(scene, chart);
	return closeSheet(scene, chart, style);
}

/** Heights by chart: page, snippet and preview ask for the same one, and each asks at several widths. */
const heights = new WeakMap<Chart, Map<string, number>>();

/**
 * Height in pixels that a chart needs.
 *
 * @param width pixels, 280 and up
 * @param height pixels that are to be had; the result is above it only where it cannot be met
 */
export function heightOf(chart: Chart, width: number, caption = false, height?: number): number {
	const known = heights.get(chart) ?? new Map<string, number>();
	heights.set(chart, known);
	const key = `${width} ${caption} ${height}`;
	const found = known.get(key) ?? place(chart, { width, caption, height }).height;
	known.set(key, found);
	return found;
}
