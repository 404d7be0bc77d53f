import type { Line, Point, TimeChart } from '#lib/charts/model/chart.ts';
import { stroke, type, write, type PlacedBox, type Scene } from './scene.ts';
import { textWidth, wrap } from './text-width.ts';

/* Numbers and names at the first and the last points of lines over time. */

/** Of a point, pixels. */
export const radius = 4.5;
/** From one line of a label to the next, pixels. */
const labelStep = 18;

/** Where a year and a per cent lie, in pixels. */
export interface Axes {
	at: (year: number) => number;
	level: (pct: number) => number;
}

/** What stands at the end of a line: its last number, and its name where no key is needed. */
export interface EndLabel {
	number: string;
	/** Of which the first begins with the number. */
	lines: string[];
}

export function endLabel({ points }: Line, name: string, room: number): EndLabel {
	const number = points.at(-1)?.text ?? '';
	return { number, lines: wrap(`${number} ${name}`.trim(), room, type.label.size) };
}

/** The number of a line's first point, above it or below it, wherever no line runs through it. */
export function placeFirst(scene: Scene, line: Line, chart: TimeChart, axes: Axes): void {
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
export function placeEnds(scene: Scene, chart: TimeChart, labels: EndLabel[], axes: Axes): void {
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

/** Pixels that all labels take one below the other. */
export const labelsHeight = (labels: EndLabel[]): number =>
	labels.reduce((sum, { lines }) => sum + heightOfLabel(lines), 0);

/** Pixels that they take right of the axes, with what leads to them. */
export const labelsWidth = (labels: EndLabel[]): number =>
	leaderRoom + widest(labels.flatMap(({ lines }) => lines));
