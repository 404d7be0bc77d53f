import { placeBar, placeStub } from './bar-marks.ts';
import { bar, barScale, reachOf, sideOf, type BarScale } from './bar-scale.ts';
import type { Entry, RowsChart, Series } from '#lib/charts/model/chart.ts';
import { columnsOf, labelLines, placeHeading, writeLabel, type Columns } from './row-labels.ts';
import { key, opacityOf, type Sign } from './legend.ts';
import { isNarrow, stroke, type Sheet } from './scene.ts';

/** Bars from zero, stacked or not, or to both sides of it. */
export function placeBars(sheet: Sheet, chart: RowsChart, keyed = true): void {
	if (keyed) key(sheet, keyOrder(chart).map(signOf));
	const columns = columnsOf(sheet, chart, isNarrow(sheet.width));
	const scale = barScale(chart, columns);
	const area = { ...sheet.area, top: sheet.height };
	chart.sections.forEach((section, index) => {
		placeHeading(sheet, section, index === 0);
		for (const entry of section.entries) placeEntry(sheet, chart, entry, columns, scale);
	});
	const reach = reachOf(chart);
	sheet.x = { min: 0 - reach.left, max: reach.right };
	sheet.y = { min: area.top, max: sheet.height, reverse: true };
	sheet.area = {
		left: scale.zero - reach.left * scale.unit,
		right: scale.zero + reach.right * scale.unit,
		top: area.top,
		bottom: sheet.height
	};
}

/** In a diverging chart as the bars lie, from the outermost left to the outermost right. */
const keyOrder = ({ kind, series }: RowsChart): Series[] =>
	kind === 'diverging' ? series.toReversed().sort((a, b) => a.side - b.side) : series;

const signOf = (series: Series): Sign => ({
	shape: series.tone === 'other' ? 'hatched' : 'square',
	tone: series.tone,
	opacity: opacityOf(series),
	label: series.label
});

/** A piece of the line from which bars start; above a narrow bar it makes room for the label. */
export const placeZero = (sheet: Sheet, x: number, y: number, reach: number): void =>
	stroke(sheet, [x, y - reach], [x, y + reach], { tone: 'ink', over: true });

function placeEntry(
	sheet: Sheet,
	chart: RowsChart,
	entry: Entry,
	{ narrow, room, edge }: Columns,
	scale: BarScale
): void {
	const lines = labelLines(entry, room);
	const thickness = narrow ? bar.thin : bar.thick;
	const height = narrow ? lines.height + 2 + thickness : Math.max(lines.height, thickness);
	const top = sheet.height;
	writeLabel(sheet, entry, lines, edge, narrow ? top : top + (height - lines.height) / 2);
	const y = narrow ? top + height - thickness / 2 : top + height / 2;
	placeMarks(sheet, chart, entry, y, thickness, scale);
	if (chart.kind !== 'stacked')
		placeZero(sheet, scale.zero, y, narrow ? thickness / 2 + 3 : (height + bar.gap) / 2);
	sheet.height += height + bar.gap;
}

/** The bars of an entry from zero outward, each side by itself. */
function placeMarks(
	sheet: Sheet,
	chart: RowsChart,
	entry: Entry,
	y: number,
	thickness: number,
	scale: BarScale
): void {
	const { marks } = entry;
	const [first] = marks;
	if (first && marks.every(({ pct, text }) => pct === null && text === first.text)) {
		placeStub(sheet, first.text, { y, thickness, side: 1 }, scale.zero);
		return;
	}
	for (const side of [-1, 1] as const) {
		const own = marks.filter((mark) => sideOf(chart, mark) === side);
		// The questionnaire runs from yes to no, so from the right end to the left one.
		const outward = chart.kind === 'diverging' && side === 1 ? own.reverse() : own;
		let start = 0;
		outward.forEach((mark, index) => {
			const series = chart.series[mark.series];
			if (mark.pct === null || !series) {
				if (own.length === 1) placeStub(sheet, mark.text, { y, thickness, side }, scale.zero);
				return;
			}
			const outermost = index === outward.length - 1 && chart.kind !== 'stacked';
			const spot = { y, thickness, side, start, origin: 0, outermost };
			placeBar(sheet, entry, mark, series, spot, scale);
			start += mark.pct;
		});
	}
}
