import type { RowsChart, StatementChart, TimeChart } from '#lib/charts/model/chart.ts';
import { wrap } from './text-width.ts';
import { baseline, stroke, type, write, type Sheet } from './scene.ts';

const gutter = 16;

/**
 * The wording as asked beside the wording as written, then the drawings of the figures.
 *
 * @param placed lays out one drawing for a width
 */
export function placeStatement(
	sheet: Sheet,
	chart: StatementChart,
	placed: (part: RowsChart | TimeChart, width: number) => Sheet
): void {
	const { left, right } = sheet.area;
	lines(sheet, chart.verdict, left, right - left, true);
	lines(sheet, chart.why, left, right - left);
	sheet.height += 10;
	if (chart.shifts.length > 0) placeShifts(sheet, chart);
	let series = 0;
	for (const part of chart.parts) {
		rule(sheet);
		lines(sheet, part.subtitle, left, right - left, true);
		sheet.height += 6;
		take(sheet, placed(part, right - left), series);
		series += part.series.length;
		sheet.height += 8;
	}
	// All drawings share one pair of axes: pixels.
	sheet.area = { left: 0, right: sheet.width, top: 0, bottom: sheet.height };
	sheet.x = { min: 0, max: sheet.width };
	sheet.y = { min: 0, max: sheet.height, reverse: true };
}

function placeShifts(sheet: Sheet, { heads, shifts }: StatementChart): void {
	const { left, right } = sheet.area;
	const wide = (right - left - gutter) / 2;
	const pair = (asked: string, written: string, bold = false) => {
		const top = sheet.height;
		lines(sheet, asked, left, wide, bold);
		const bottom = sheet.height;
		sheet.height = top;
		lines(sheet, written, left + wide + gutter, wide, bold);
		sheet.height = Math.max(bottom, sheet.height);
	};
	rule(sheet);
	pair(...heads, true);
	for (const { aspect, asked, written } of shifts) {
		sheet.height += 4;
		lines(sheet, aspect, left, right - left, false, 'muted');
		pair(asked, written);
	}
	sheet.height += 8;
}

function rule(sheet: Sheet): void {
	const { left, right } = sheet.area;
	stroke(sheet, [left, sheet.height + 0.5], [right, sheet.height + 0.5]);
	sheet.height += 8;
}

function lines(
	sheet: Sheet,
	text: string,
	x: number,
	width: number,
	bold = false,
	tone: 'ink' | 'muted' = 'ink'
): void {
	const { size, line } = type.second;
	for (const each of wrap(text, width, size, bold)) {
		write(sheet, each, x, sheet.height + baseline(size, line), { size, bold, tone });
		sheet.height += line;
	}
}

/** Takes another sheet's ink in below what is there, its axes turned into pixels. */
function take(sheet: Sheet, part: Sheet, series: number): void {
	const [dx, dy] = [sheet.area.left, sheet.height];
	const { area } = part;
	const across = (area.right - area.left) / (part.x.max - part.x.min);
	const down = (area.bottom - area.top) / (part.y.max - part.y.min);
	const x = (value: number) => dx + area.left + (value - part.x.min) * across;
	const y = (value: number) =>
		dy +
		(part.y.reverse
			? area.top + (value - part.y.min) * down
			: area.bottom - (value - part.y.min) * down);
	const moved = <Box extends { x: number; y: number }>(box: Box): Box => ({
		...box,
		x: box.x + dx,
		y: box.y + dy
	});
	const shifted = ([px, py]: [number, number]): [number, number] => [px + dx, py + dy];
	const marked = <Placed extends { mark: { series: number } }>(placed: Placed): Placed => ({
		...placed,
		mark: { ...placed.mark, series: Math.max(0, placed.mark.series) + series }
	});
	for (const bar of part.bars)
		sheet.bars.push({
			...marked(bar),
			series: bar.series + series,
			from: x(bar.from),
			to: x(bar.to),
			y: y(bar.y)
		});
	for (const dot of part.dots) sheet.dots.push({ ...marked(dot), x: x(dot.x), y: y(dot.y) });
	for (const line of part.lines)
		sheet.lines.push({
			...line,
			points: line.points.map((each) => ({ x: x(each.x), y: y(each.y) }))
		});
	sheet.texts.push(...part.texts.map(moved));
	sheet.hatches.push(...part.hatches.map(moved));
	sheet.frames.push(...part.frames.map(moved));
	sheet.bands.push(...part.bands.map(moved));
	sheet.signs.push(...part.signs.map(moved));
	sheet.strokes.push(
		...part.strokes.map((each) => ({ ...each, from: shifted(each.from), to: shifted(each.to) }))
	);
	sheet.height += part.height;
}
