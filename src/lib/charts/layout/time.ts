import { wholePercent } from '#lib/words/numbers.ts';
import type { Line, TimeChart } from '#lib/charts/model/chart.ts';
import { legend } from './legend.ts';
import { isNarrow, stroke, type, write, type PlacedLine, type Scene } from './scene.ts';
import { addTarget, boxAround } from './targets.ts';
import {
	endLabel,
	labelsHeight,
	labelsWidth,
	placeEnds,
	placeFirst,
	radius,
	type Axes
} from './time-labels.ts';

const plotHeight = { wide: 280, narrow: 230, least: 120 };
const axisRoom = 44;
const yearRoom = 44;

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
	const room = labelsWidth(labels);
	scene.height += 14;
	const years = points.map(({ at }) => Math.floor(at));
	scene.x = { min: Math.min(...years), max: Math.max(...years) + 1 };
	const most = Math.max(...points.map(({ pct, high }) => Math.max(pct ?? 0, high ?? 0)));
	const top = Math.min(100, Math.max(60, Math.ceil((most + 4) / 20) * 20));
	scene.y = { min: 0, max: top, reverse: false };
	const usual = narrow ? plotHeight.narrow : plotHeight.wide;
	const height = Math.max(usual - less, plotHeight.least, labelsHeight(labels));
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
