import { type Chart, type EmbedDrawing } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { inlineSvg } from './scene-svg.ts';

/** The drawings of a chart for an embed, one a range of widths. */
export const drawEmbed = (
	chart: Chart,
	drawings: EmbedDrawing[]
): { width: number; svg: string }[] =>
	drawings.map(({ width }) => ({ width, svg: inlineSvg(place(chart, { width })) }));
