import type { Mark, OverlapChart } from '#lib/charts/model/chart.ts';
import { legend, type Swatch } from './legend.ts';
import { textWidth } from './text-width.ts';
import { baseline, stroke, type, write, type Scene } from './scene.ts';

/** Pixels: the bar, a bracket with its label, a limit with its label. */
const bar = 48;
const bracket = 26;
const limit = 22;
/** What depends on the unknown overlap is drawn paler, under hatching. */
const openness = 0.35;

/** One bar of a hundred people between two brackets above and the limits of their overlap below. */
export function placeOverlap(scene: Scene, chart: OverlapChart): void {
	legend(scene, signsOf(chart));
	const { left, right } = scene.area;
	const at = (pct: number) => left + (pct / 100) * (right - left);
	const top = scene.height + chart.brackets.length * bracket + 6;
	chart.brackets.forEach((each, index) => {
		// The ends of the brackets above run down through this one.
		const crossing = chart.brackets
			.slice(0, index)
			.flatMap(({ x, width }) => [at(x) + 1.5, at(x + width) - 1.5]);
		const y = top - 6 - (chart.brackets.length - index - 0.5) * bracket;
		placeBracket(scene, each, at, y, top, crossing);
	});
	placeStretches(scene, chart, at, top);
	scene.height = top + bar;
	placeNumbers(scene, chart, at);
	placeLimits(scene, chart, at);
	scene.x = { min: 0, max: 100 };
	scene.y = { min: top, max: scene.height, reverse: true };
	scene.area = { left, right, top, bottom: scene.height };
}

function signsOf({ series, open }: OverlapChart): Swatch[] {
	const swatches = series.map(({ color, label }): Swatch => ({
		shape: 'square',
		color,
		opacity: 1,
		label
	}));
	return open === null
		? swatches
		: [...swatches, { shape: 'hatched', color: 'paper', opacity: 1, label: open }];
}

function placeBracket(
	scene: Scene,
	{ label, color, x, width }: OverlapChart['brackets'][number],
	at: (pct: number) => number,
	y: number,
	bottom: number,
	crossing: number[]
): void {
	const [from, to] = [at(x), at(x + width)];
	const style = { width: 3, color } as const;
	for (const end of [from + 1.5, to - 1.5]) stroke(scene, [end, y], [end, bottom - 4], style);
	const half = textWidth(label, type.label.size, true) / 2 + 6;
	const middle = freeMiddle(from, to, half, crossing);
	// The line leaves a gap for its label: what covers a line depends on who paints it.
	if (middle - half > from) stroke(scene, [from, y], [middle - half, y], style);
	if (middle + half < to) stroke(scene, [middle + half, y], [to, y], style);
	write(scene, label, middle, y + 5, { align: 'center', bold: true });
}

/** Where a label of this half width is crossed by nothing: the middle, else that of the widest free stretch. */
function freeMiddle(from: number, to: number, half: number, crossing: number[]): number {
	const middle = (from + to) / 2;
	const inside = crossing.filter((each) => from < each && each < to).toSorted((a, b) => a - b);
	if (inside.every((each) => Math.abs(each - middle) > half + 2)) return middle;
	const edges = [from, ...inside, to];
	const stretches = edges.slice(1).map((end, index) => [edges[index]!, end] as const);
	const [[start, end] = [from, to]] = stretches.toSorted(([a, b], [c, d]) => d - c - (b - a));
	return (start + end) / 2;
}

function placeStretches(
	scene: Scene,
	{ series, stretches }: OverlapChart,
	at: (pct: number) => number,
	top: number
): void {
	for (const { series: index, isCertain, x, width } of stretches) {
		const one = series[index];
		if (!one) continue;
		scene.bars.push({
			series: index,
			color: one.color,
			opacity: isCertain ? 1 : openness,
			from: x,
			to: x + width,
			y: top + bar / 2,
			thickness: bar,
			label: one.label,
			mark: markOf(index, width)
		});
		if (!isCertain)
			scene.hatches.push({ x: at(x), y: top, width: at(x + width) - at(x), height: bar });
	}
	const [left, right] = [at(0), at(100)];
	for (const y of [top + 0.5, top + bar - 0.5])
		stroke(scene, [left, y], [right, y], { color: 'ink', over: true });
	for (const x of [left + 0.5, right - 0.5])
		stroke(scene, [x, top], [x, top + bar], { color: 'ink', over: true });
}

/** A part of the bar is no published figure; it is drawn like one. */
const markOf = (series: number, pct: number): Mark => ({
	figure: '',
	series,
	pct,
	text: '',
	low: null,
	high: null,
	assumed: null,
	faint: false,
	tooltip: []
});

/** The groups' numbers under their parts of the bar, where they fit. */
function placeNumbers(scene: Scene, { numbers }: OverlapChart, at: (pct: number) => number): void {
	const { size } = type.label;
	scene.height += 4;
	for (const { x, width, text } of numbers)
		if (textWidth(text, size, true) + 4 <= at(width) - at(0))
			write(scene, text, at(x), scene.height + baseline(size, limit), {
				align: 'center',
				bold: true
			});
	scene.height += limit;
}

/** How far the overlap reaches at its least and at its most, one line each. */
function placeLimits(
	scene: Scene,
	{ limits, start }: OverlapChart,
	at: (pct: number) => number
): void {
	const { size } = type.label;
	for (const { x, text } of limits) {
		const [from, to, y] = [at(start), at(x), scene.height + 6];
		stroke(scene, [from, y], [to, y], { width: 2, color: 'ink' });
		for (const end of [from, to])
			stroke(scene, [end, y - 5], [end, y + 5], { width: 2, color: 'ink' });
		const wide = textWidth(text, size);
		const after = to + 10 + wide <= scene.area.right;
		const before = from - 10 - wide >= scene.area.left;
		if (after) write(scene, text, to + 10, y + 5);
		else if (before) write(scene, text, from - 10, y + 5, { align: 'right' });
		else {
			scene.height += limit;
			write(scene, text, scene.area.right, scene.height + 10, { align: 'right' });
		}
		scene.height += limit;
	}
	scene.height += 2;
}
