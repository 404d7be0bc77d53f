import type { Mark, OverlapChart } from '#lib/charts/model/chart.ts';
import { key, type Sign } from './legend.ts';
import { textWidth } from './text-width.ts';
import { baseline, stroke, type, write, type Sheet } from './scene.ts';

/** Pixels: the bar, a bracket with its label, a limit with its label. */
const bar = 48;
const bracket = 26;
const limit = 22;
/** What depends on the unknown overlap is drawn paler, under hatching. */
const openness = 0.35;

/** One bar of a hundred people between two brackets above and the limits of their overlap below. */
export function placeOverlap(sheet: Sheet, chart: OverlapChart): void {
	key(sheet, signsOf(chart));
	const { left, right } = sheet.area;
	const at = (pct: number) => left + (pct / 100) * (right - left);
	const top = sheet.height + chart.brackets.length * bracket + 6;
	chart.brackets.forEach((each, index) =>
		placeBracket(sheet, each, at, top - 6 - (chart.brackets.length - index - 0.5) * bracket, top)
	);
	placeStretches(sheet, chart, at, top);
	sheet.height = top + bar;
	placeNumbers(sheet, chart, at);
	placeLimits(sheet, chart, at);
	sheet.x = { min: 0, max: 100 };
	sheet.y = { min: top, max: sheet.height, reverse: true };
	sheet.area = { left, right, top, bottom: sheet.height };
}

function signsOf({ series, open }: OverlapChart): Sign[] {
	const signs = series.map(({ tone, label }): Sign => ({
		shape: 'square',
		tone,
		opacity: 1,
		label
	}));
	return open === null
		? signs
		: [...signs, { shape: 'hatched', tone: 'paper', opacity: 1, label: open }];
}

function placeBracket(
	sheet: Sheet,
	{ label, tone, x, width }: OverlapChart['brackets'][number],
	at: (pct: number) => number,
	y: number,
	bottom: number
): void {
	const [from, to] = [at(x), at(x + width)];
	const style = { width: 3, tone } as const;
	stroke(sheet, [from, y], [to, y], style);
	for (const end of [from + 1.5, to - 1.5]) stroke(sheet, [end, y], [end, bottom - 4], style);
	const half = textWidth(label, type.label.size, true) / 2 + 6;
	const middle = (from + to) / 2;
	stroke(sheet, [middle - half, y], [middle + half, y], { width: 18, tone: 'paper' });
	write(sheet, label, middle, y + 5, { align: 'center', bold: true });
}

function placeStretches(
	sheet: Sheet,
	{ series, stretches }: OverlapChart,
	at: (pct: number) => number,
	top: number
): void {
	for (const { series: index, isCertain, x, width } of stretches) {
		const one = series[index];
		if (!one) continue;
		sheet.bars.push({
			series: index,
			tone: one.tone,
			opacity: isCertain ? 1 : openness,
			from: x,
			to: x + width,
			y: top + bar / 2,
			thickness: bar,
			label: one.label,
			mark: markOf(index, width)
		});
		if (!isCertain)
			sheet.hatches.push({ x: at(x), y: top, width: at(x + width) - at(x), height: bar });
	}
	const [left, right] = [at(0), at(100)];
	for (const y of [top + 0.5, top + bar - 0.5])
		stroke(sheet, [left, y], [right, y], { tone: 'ink', over: true });
	for (const x of [left + 0.5, right - 0.5])
		stroke(sheet, [x, top], [x, top + bar], { tone: 'ink', over: true });
}

/** A part of the bar is no published figure; it is drawn like one. */
const markOf = (series: number, pct: number): Mark => ({
	figure: '',
	series,
	pct,
	text: '',
	absence: null,
	low: null,
	high: null,
	assumed: null,
	faint: false,
	told: []
});

/** The groups' numbers under their parts of the bar, where they fit. */
function placeNumbers(sheet: Sheet, { numbers }: OverlapChart, at: (pct: number) => number): void {
	const { size } = type.label;
	sheet.height += 4;
	for (const { x, width, text } of numbers)
		if (textWidth(text, size, true) + 4 <= at(width) - at(0))
			write(sheet, text, at(x), sheet.height + baseline(size, limit), {
				align: 'center',
				bold: true
			});
	sheet.height += limit;
}

/** How far the overlap reaches at its least and at its most, one line each. */
function placeLimits(
	sheet: Sheet,
	{ limits, start }: OverlapChart,
	at: (pct: number) => number
): void {
	const { size } = type.label;
	for (const { x, text } of limits) {
		const [from, to, y] = [at(start), at(x), sheet.height + 6];
		stroke(sheet, [from, y], [to, y], { width: 2, tone: 'ink' });
		for (const end of [from, to])
			stroke(sheet, [end, y - 5], [end, y + 5], { width: 2, tone: 'ink' });
		const wide = textWidth(text, size);
		const after = to + 10 + wide <= sheet.area.right;
		const before = from - 10 - wide >= sheet.area.left;
		if (after) write(sheet, text, to + 10, y + 5);
		else if (before) write(sheet, text, from - 10, y + 5, { align: 'right' });
		else {
			sheet.height += limit;
			write(sheet, text, sheet.area.right, sheet.height + 10, { align: 'right' });
		}
		sheet.height += limit;
	}
	sheet.height += 2;
}
