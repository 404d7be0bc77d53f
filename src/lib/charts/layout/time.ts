import { wholePercent } from '#lib/words/numbers.ts';
import type { Line, Point, TimeChart } from '#lib/charts/model/chart.ts';
import { textWidth, wrap } from './text-width.ts';
import { legend } from './legend.ts';
import { isNarrow, stroke, type, write, type Scene } from './scene.ts';
import { addTarget, boxAround } from './targets.ts';

const plotHeight = { wide: 280, narrow: 230, least: 120 };
const axisRoom = 44;
const yearRoom = 44;
const radius = 4.5;
const labelStep = 18;

interface Axes {
	at: (year: number) => number;
	level: (pct: number) => number;
}

/**
 * Lines with points where measured, years to scale, labels at the lines' ends where they fit.
 *
 * @param less pixels by which the plot is lower than usual, where height is short
 */
export function placeTime(scene: Scene, chart: TimeChart, less = 0): void {
	const narrow = isNarrow(scene.width);
	const edge = scene.area;
	const points = chart.lines.flatMap((line) => line.points);
	// Many lines are told apart by names at their ends only.
	const direct = !narrow || chart.lines.length > 2;
	if (!direct)
		legend(
			scene,
			chart.series.map(({ color, label }) => ({ shape: 'disc', color, opacity: 1, label }))
		);
	const nameRoom = narrow ? 90 : 150;
	const labels = chart.lines.map((line) => endLabel(line, chart, direct ? nameRoom : 0));
	const room = widest(labels.flat());
	scene.height += 14;
	const years = points.map(({ at }) => Math.floor(at));
	scene.x = { min: Math.min(...years), max: Math.max(...years) + 1 };
	const most = Math.max(...points.map(({ pct, high }) => Math.max(pct ?? 0, high ?? 0)));
	const top = Math.min(100, Math.max(60, Math.ceil((most + 4) / 20) * 20));
	scene.y = { min: 0, max: top, reverse: false };
	const named = labels.reduce((sum, lines) => sum + heightOfLabel(lines), 0);
	const usual = narrow ? plotHeight.narrow : plotHeight.wide;
	const height = Math.max(usual - less, plotHeight.least, named);
	scene.area = {
		left: edge.left + axisRoom,
		right: edge.right - room - 14,
		top: scene.height,
		bottom: scene.height + height
	};
	const { left, right, bottom } = scene.area;
	const axes: Axes = {
		at: (year) => left + ((year - scene.x.min) / (scene.x.max - scene.x.min)) * (right - left),
		level: (pct) => bottom - (pct / top) * height
	};
	placeAxes(scene, edge.left, axes, chart);
	chart.lines.forEach((line) => placeLine(scene, line, chart, axes));
	placeEnds(scene, chart, labels, axes);
	scene.height = bottom + 30;
}

function placeAxes(scene: Scene, edge: number, { at, level }: Axes, chart: TimeChart): void {
	const { left, right, bottom } = scene.area;
	const { size } = type.second;
	for (let pct = 0; pct <= scene.y.max; pct += 20) {
		stroke(scene, [left, level(pct)], [right, level(pct)], { color: pct === 0 ? 'ink' : 'rule' });
		const unit = chart.lang === 'de' ? '\u00a0%' : '%';
		const text = pct === scene.y.max ? wholePercent(pct) + unit : wholePercent(pct);
		write(scene, text, edge, level(pct) + 4.5, { size, color: 'muted' });
	}
	const every = [1, 2, 5, 10, 20].find((step) => at(step) - at(0) >= yearRoom) ?? 20;
	for (let year = scene.x.min; year < scene.x.max; year++) {
		stroke(
			scene,
			[at(year + 0.5), bottom],
			[at(year + 0.5), bottom + (year % every === 0 ? 6 : 3)],
			{ color: 'muted' }
		);
		if (year % every === 0)
			write(scene, String(year), at(year + 0.5), bottom + 21, {
				size,
				color: 'muted',
				align: 'center'
			});
	}
}

/** What stands at the end of a line: its last number, and its name where no key is needed. */
function endLabel(line: Line, chart: TimeChart, nameRoom: number): string[] {
	const last = line.points.at(-1);
	const series = chart.series[line.series];
	if (!last || !series) return [];
	return [last.text, ...(nameRoom > 0 ? wrap(series.label, nameRoom, type.second.size) : [])];
}

function placeLine(scene: Scene, line: Line, chart: TimeChart, { at, level }: Axes): void {
	const color = chart.series[line.series]?.color ?? 'first';
	const joined = line.points.filter((point) => point.joined);
	const points = joined.map((point) => ({ x: point.at, y: point.pct ?? 0 }));
	scene.lines.push({ color, strong: line.strong, points });
	for (const point of line.points) {
		scene.dots.push({
			color,
			hollow: !point.joined,
			faint: point.faint,
			radius: line.strong ? radius : radius - 1,
			x: point.at,
			y: point.pct ?? 0,
			label: point.label,
			mark: point
		});
		addTarget(scene, point, boxAround(at(point.at), level(point.pct ?? 0), radius));
		if (point.low === null || point.high === null) continue;
		const x = at(point.at);
		stroke(scene, [x, level(point.low)], [x, level(point.high)], { width: 1.5, color: 'ink' });
		for (const limit of [point.low, point.high])
			stroke(scene, [x - 4, level(limit)], [x + 4, level(limit)], { width: 1.5, color: 'ink' });
	}
	const [first] = line.points;
	if (first && line.points.length > 1 && chart.lines.length < 3)
		write(scene, first.text, at(first.at), level(first.pct ?? 0) - 10, {
			align: 'center',
			size: type.second.size
		});
}

interface End {
	last: Point;
	strong: boolean;
	lines: string[];
	/** Where the label's first line stands. */
	x: number;
	y: number;
}

/**
 * Labels at the ends, moved apart where lines end close together. A line that ends early has its
 * label beside its last point.
 */
function placeEnds(scene: Scene, chart: TimeChart, labels: string[][], axes: Axes): void {
	const ends = chart.lines.flatMap((line, index): End[] => {
		const last = line.points.at(-1);
		const lines = labels[index] ?? [];
		if (!last) return [];
		const x = axes.at(last.at) + radius + 7;
		const early =
			!isCrossed(last, lines.length, chart, axes) && x + widest(lines) < scene.area.right;
		return [
			{
				last,
				strong: line.strong,
				lines,
				x: early ? x : Math.max(x, scene.area.right + 7),
				y: axes.level(last.pct ?? 0)
			}
		];
	});
	const column = ends.filter(({ x }) => x > scene.area.right).sort((a, b) => a.y - b.y);
	let limit = scene.area.top - labelStep;
	for (const end of column) {
		end.y = Math.max(end.y, limit);
		limit = end.y + heightOfLabel(end.lines);
	}
	limit = scene.area.bottom + labelStep / 2;
	for (const end of column.toReversed()) {
		end.y = Math.min(end.y, limit - heightOfLabel(end.lines));
		limit = end.y;
	}
	for (const { lines, strong, x, y } of ends)
		lines.forEach((text, index) =>
			write(scene, text, x, y + 5 + index * labelStep, {
				bold: strong && index === 0,
				size: index === 0 ? type.label.size : type.second.size,
				color: index === 0 ? 'ink' : 'muted'
			})
		);
}

/** Whether another line runs through the place right of a line's end. */
const isCrossed = (last: Point, lines: number, chart: TimeChart, { level }: Axes): boolean =>
	chart.lines.some(({ points }) =>
		points.some(({ at, pct, figure }) => {
			const below = level(pct ?? 0) - level(last.pct ?? 0);
			return (
				figure !== last.figure && at > last.at && below > -30 && below < lines * labelStep + 12
			);
		})
	);

const heightOfLabel = (lines: string[]): number => lines.length * labelStep + 4;

const widest = (lines: string[]): number =>
	Math.max(0, ...lines.map((text) => textWidth(text, type.label.size, true)));
