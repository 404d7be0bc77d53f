import type { RowsChart, StatementChart, TimeChart } from '#lib/charts/model/chart.ts';
import { wrap } from './text-width.ts';
import { baseline, stroke, type, write, type Scene } from './scene.ts';

const gutter = 16;

/**
 * The wording as asked beside the wording as written, then the drawings of the figures.
 *
 * @param placed lays out one drawing for a width
 */
export function placeStatement(
	scene: Scene,
	chart: StatementChart,
	placed: (part: RowsChart | TimeChart, width: number) => Scene
): void {
	const { left, right } = scene.area;
	lines(scene, chart.verdict, left, right - left, true);
	lines(scene, chart.why, left, right - left);
	scene.height += 10;
	if (chart.shifts.length > 0) placeShifts(scene, chart);
	let series = 0;
	for (const part of chart.parts) {
		rule(scene);
		lines(scene, part.subtitle, left, right - left, true);
		scene.height += 6;
		take(scene, placed(part, right - left), series);
		series += part.series.length;
		scene.height += 8;
	}
	// All drawings share one pair of axes: pixels.
	scene.area = { left: 0, right: scene.width, top: 0, bottom: scene.height };
	scene.x = { min: 0, max: scene.width };
	scene.y = { min: 0, max: scene.height, reverse: true };
}

function placeShifts(scene: Scene, { heads, shifts }: StatementChart): void {
	const { left, right } = scene.area;
	const wide = (right - left - gutter) / 2;
	const pair = (asked: string, written: string, bold = false) => {
		const top = scene.height;
		lines(scene, asked, left, wide, bold);
		const bottom = scene.height;
		scene.height = top;
		lines(scene, written, left + wide + gutter, wide, bold);
		scene.height = Math.max(bottom, scene.height);
	};
	rule(scene);
	pair(...heads, true);
	for (const { aspect, asked, written } of shifts) {
		scene.height += 4;
		lines(scene, aspect, left, right - left, false, 'muted');
		pair(asked, written);
	}
	scene.height += 8;
}

function rule(scene: Scene): void {
	const { left, right } = scene.area;
	stroke(scene, [left, scene.height + 0.5], [right, scene.height + 0.5]);
	scene.height += 8;
}

function lines(
	scene: Scene,
	text: string,
	x: number,
	width: number,
	bold = false,
	color: 'ink' | 'muted' = 'ink'
): void {
	const { size, line } = type.second;
	for (const each of wrap(text, width, size, bold)) {
		write(scene, each, x, scene.height + baseline(size, line), { size, bold, color });
		scene.height += line;
	}
}

/** Takes another scene's ink in below what is there, its axes turned into pixels. */
function take(scene: Scene, part: Scene, series: number): void {
	const [dx, dy] = [scene.area.left, scene.height];
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
		scene.bars.push({
			...marked(bar),
			series: bar.series + series,
			from: x(bar.from),
			to: x(bar.to),
			y: y(bar.y)
		});
	for (const dot of part.dots) scene.dots.push({ ...marked(dot), x: x(dot.x), y: y(dot.y) });
	for (const line of part.lines)
		scene.lines.push({
			...line,
			points: line.points.map((each) => ({ x: x(each.x), y: y(each.y) }))
		});
	scene.texts.push(...part.texts.map(moved));
	scene.hatches.push(...part.hatches.map(moved));
	scene.grounds.push(...part.grounds.map(moved));
	scene.rims.push(...part.rims.map(moved));
	scene.frames.push(...part.frames.map(moved));
	scene.bands.push(...part.bands.map(moved));
	scene.swatches.push(...part.swatches.map(moved));
	scene.strokes.push(
		...part.strokes.map((each) => ({ ...each, from: shifted(each.from), to: shifted(each.to) }))
	);
	scene.height += part.height;
}
