export type * from '#lib/charts/model/chart.ts';
export { byWidth } from '#lib/charts/model/regions-title.ts';
export { chartOf, chartOfRegions } from '#lib/charts/model/chart-of.ts';
export { configOf } from '#lib/charts/render/chartjs-config.ts';
export {
	embedHeight,
	embedHeights,
	embedDrawings,
	type EmbedDrawing,
	type EmbedTexts
} from '#lib/charts/layout/embed-height.ts';
export { fitted } from '#lib/charts/layout/fit.ts';
export { overlapChart } from '#lib/charts/model/overlap.ts';
export { plainTable, type PlainTable } from '#lib/charts/model/plain-table.ts';
export { statementChart } from '#lib/charts/model/statement.ts';
export { heightOf, place } from '#lib/charts/layout/layout.ts';
export { targetsAt, withHidden } from '#lib/charts/layout/targets.ts';
export type { Target } from '#lib/charts/layout/scene.ts';
export { siteFonts, systemFonts, themes, type Theme, type Token } from '#lib/charts/model/theme.ts';
