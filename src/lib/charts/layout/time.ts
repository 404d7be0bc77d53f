import { wholePercent } from '#lib/words/numbers.ts';
import type { Line, Point, TimeChart } from '#lib/charts/model/chart.ts';
import { textWidth, wrap } from './text-width.ts';
import { legend } from './legend.ts';
import {
	isNarrow,
	stroke,
	type,
	write,
	type PlacedBox,
	type PlacedLine,
	type Scene
} from './scene.ts';
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
	const keys = chart.series.map(({ byColor }) => byColor?.key);
	const isKeyed = keys.every((key) => key !== undefined) && direct;
	const named = chart.series.map(({ color, label }, index) => ({
		shape: 'disc' as const,
		color,
		opacity: 1,
		label: isKeyed ? (keys[index] ?? '') : label
	}));
	if (isKeyed || !direct)
		legend(scene, [...new Map(named.map((each) => [each.label, each])).values()]);
	const nameRoom = narrow ? Math.min(130, 0.3 * scene.width) : 150;
	const nameOf = ({ series }: Line) =>
		(isKeyed ? chart.series[series]?.byColor?.name : chart.series[series]?.label) ?? '';
	const labels = chart.lines.map((line) => endLabel(line, direct ? nameOf(line) : '', nameRoom));
	const room = leaderRoom + widest(labels.flatMap(({ lines }) => lines));
	scene.height += 14;
	const years = points.map(({ at }) => Math.floor(at));
	scene.x = { min: Math.min(...years), max: Math.max(...years) + 1 };
	const most = Math.max(...points.map(({ pct, high }) => Math.max(pct ?? 0, high ?? 0)));
	const top = Math.min(100, Math.max(60, Math.ceil((most + 4) / 20) * 20));
	scene.y = { min: 0, max: top, reverse: false };
	const labelsHeight = labels.reduce((sum, { lines }) => sum + heightOfLabel(lines), 0);
	const usual = narrow ? plotHeight.narrow : plotHeight.wide;
	const height = Math.max(usual - less, plotHeight.least, labelsHeight);
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
interface EndLabel {
	number: string;
	/** Of which the first begins with the number. */
	lines: string[];
}

function endLabel({ points }: Line, name: string, room: number): EndLabel {
	const number = points.at(-1)?.text ?? '';
	return { number, lines: wrap(`${number} ${name}`.trim(), room, type.label.size) };
}

function placeLine(scene: Scene, line: Line, chart: TimeChart, axes: Axes): void {
	const { at, level } = axes;
	const color = chart.series[line.series]?.color ?? 'first';
	for (const { dashed, points } of runsOf(line))
		scene.lines.push({ color, strong: line.strong, dashed, points });
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
	if (line.points.length > 1 && chart.lines.length < 3) placeFirst(scene, line, chart, axes);
}

/** Parts of a line that are drawn in one way, each from the last point of the one before. */
function runsOf({ points }: Line): Pick<PlacedLine, 'dashed' | 'points'>[] {
	const runs: Pick<PlacedLine, 'dashed' | 'points'>[] = [];
	for (const { at, pct, afterGap } of points.filter(({ joined }) => joined)) {
		const point = { x: at, y: pct ?? 0 };
		const run = runs.at(-1);
		const before = run?.points.at(-1);
		if (run && before && (run.dashed === afterGap || run.points.length === 1)) {
			run.points.push(point);
			run.dashed = afterGap;
		} else runs.push({ dashed: afterGap, points: before ? [before, point] : [point] });
	}
	return runs;
}

/** The number of a line's first point, above it or below it, wherever no line runs through it. */
function placeFirst(scene: Scene, line: Line, chart: TimeChart, axes: Axes): void {
	const [first] = line.points;
	if (!first) return;
	const { size } = type.second;
	const width = textWidth(first.text, size, false);
	const [x, y] = [axes.at(first.at), axes.level(first.pct ?? 0)];
	const free = [y - 10, y + 10 + size].find(
		(base) => !isCrossed({ x: x - width / 2, y: base - size, width, height: size }, chart, axes)
	);
	if (free !== undefined) write(scene, first.text, x, free, { align: 'center', size });
}

/** Whether a line or a point lies in a box, or nearer to it than a pixel or two. */
function isCrossed({ x, y, width, height }: PlacedBox, chart: TimeChart, axes: Axes): boolean {
	const isIn = (px: number, py: number) =>
		px > x - 2 && px < x + width + 2 && py > y - 2 && py < y + height + 2;
	return chart.lines.some(({ points }) =>
		points.some((point, index) => {
			const [px, py] = [axes.at(point.at), axes.level(point.pct ?? 0)];
			const before = points[index - 1] ?? point;
			const [bx, by] = [axes.at(before.at), axes.level(before.pct ?? 0)];
			const steps = Math.max(1, Math.ceil(Math.hypot(px - bx, py - by) / 2));
			return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((part) =>
				isIn(bx + (px - bx) * part, by + (py - by) * part)
			);
		})
	);
}

interface End extends EndLabel {
	last: Point;
	strong: boolean;
	/** Where the label's first line stands. */
	x: number;
	y: number;
}

/**
 * Labels at the ends, moved apart where lines end close together; one that had to be moved is led to by a
 * fine line. A line that ends early has its label beside its last point where there is room.
 */
function placeEnds(scene: Scene, chart: TimeChart, labels: EndLabel[], axes: Axes): void {
	const right = scene.area.right + 7 + leaderRoom;
	const ends = chart.lines.flatMap((line, index): End[] => {
		const last = line.points.at(-1);
		const label = labels[index];
		if (!last || !label) return [];
		const y = axes.level(last.pct ?? 0);
		const x = axes.at(last.at) + radius + 7;
		const height = heightOfLabel(label.lines);
		const isFree =
			x + widest(label.lines) < scene.area.right &&
			!isCrossed({ x, y: y - 9, width: widest(label.lines), height }, chart, axes);
		return [{ ...label, last, strong: line.strong, x: isFree ? x : right, y }];
	});
	const column = ends.filter(({ x }) => x === right).sort((a, b) => a.y - b.y);
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
	for (const end of ends) placeEnd(scene, end, axes);
}

/** Pixels between the axes and the labels, in which the lines that lead to them bend. */
const leaderRoom = 14;

function placeEnd(scene: Scene, { last, number, lines, strong, x, y }: End, axes: Axes): void {
	const [first = '', ...others] = lines;
	const { size } = type.second;
	write(scene, number, x, y + 5, { bold: strong });
	const name = first.slice(number.length).trim();
	const after = x + textWidth(number, type.label.size, strong) + 5;
	if (name !== '') write(scene, name, after, y + 5, { size, color: 'muted' });
	for (const [index, text] of others.entries())
		write(scene, text, x, y + 5 + (index + 1) * labelStep, { size, color: 'muted' });
	const from: [number, number] = [axes.at(last.at) + radius + 3, axes.level(last.pct ?? 0)];
	if (Math.abs(y - from[1]) > 3 || x - from[0] > leaderRoom + 12) {
		const bend: [number, number] = [x - leaderRoom, from[1]];
		stroke(scene, from, bend, { color: 'muted' });
		stroke(scene, bend, [x - 3, y], { color: 'muted' });
	}
	const own = scene.targets.find(({ mark }) => mark === last);
	if (own) own.also = { x, y: y - 9, width: widest(lines), height: lines.length * labelStep };
}

const heightOfLabel = (lines: string[]): number => lines.length * labelStep + 4;

const widest = (lines: string[]): number =>
	Math.max(0, ...lines.map((text) => textWidth(text, type.label.size, true)));
