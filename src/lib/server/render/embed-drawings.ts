import { embedWidths, type Chart } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { inlineSvg } from './scene-svg.ts';

/** The drawings of a chart for an embed, one a range of widths. */
export const embedDrawings = (chart: Chart): { width: number; svg: string }[] =>
	embedWidths.map(({ width }) => ({ width, svg: inlineSvg(place(chart, { width })) }));
