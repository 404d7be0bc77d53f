import { embedWidths, systemFonts, type Chart } from '#lib/charts/index.ts';
import { drawSvg } from './draw.ts';
import { shortened } from './compact-svg.ts';

/**
 * The drawings of a chart for an embed, one a range of widths.
 */
export const embedDrawings = (chart: Chart): { width: number; svg: string }[] =>
	embedWidths.map(({ width }) => ({
		width,
		svg: shortened(drawSvg(chart, { width, theme: 'light', fontFamily: systemFonts }))
	}));
