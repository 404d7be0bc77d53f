import type { Chart, Mark, Style } from '#lib/charts/model/chart.ts';
import { wrap } from './text-width.ts';
import type { Token } from '#lib/charts/model/theme.ts';

/** Where the ink goes, in pixels from the top left; bars and points also in the units of the axes. */
export interface Sheet {
	width: number;
	height: number;
	/** Where the axes lie, and what they run from and to. */
	area: { left: number; right: number; top: number; bottom: number };
	x: { min: number; max: number };
	y: { min: number; max: number; reverse: boolean };
	bars: PlacedBar[];
	dots: PlacedDot[];
	/** Points joined by a straight line; axis units. */
	lines: { tone: Token; strong: boolean; points: { x: number; y: number }[] }[];
	texts: PlacedText[];
	/** `over`: drawn after bars and points, else before. */
	strokes: PlacedStroke[];
	hatches: PlacedBox[];
	/** Dashed outlines round what is weakly sourced. */
	frames: PlacedBox[];
	/** Soft bands: ranges that rest on assumptions. */
	bands: PlacedBand[];
	/** Coloured signs of the key. */
	signs: PlacedSign[];
}

export interface PlacedBar {
	series: number;
	tone: Token;
	opacity: number;
	/** Axis units along, pixels across. */
	from: number;
	to: number;
	y: number;
	thickness: number;
	label: string;
	mark: Mark;
}

export interface PlacedDot {
	tone: Token;
	hollow: boolean;
	faint: boolean;
	radius: number;
	x: number;
	y: number;
	label: string;
	mark: Mark;
}

export interface PlacedText {
	text: string;
	x: number;
	/** Of the baseline. */
	y: number;
	align: 'left' | 'center' | 'right';
	size: number;
	bold: boolean;
	tone: Token;
}

export interface PlacedStroke {
	from: [number, number];
	to: [number, number];
	width: number;
	tone: Token;
	over: boolean;
}

export interface PlacedBox {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface PlacedBand extends PlacedBox {
	tone: Token;
}

export interface PlacedSign {
	shape: 'square' | 'disc' | 'ring';
	x: number;
	y: number;
	size: number;
	tone: Token;
	opacity: number;
}

/** Sizes of type in pixels and the height of their lines. */
export const type = {
	title: { size: 20, line: 25 },
	smallTitle: { size: 18, line: 23 },
	subtitle: { size: 14, line: 19 },
	label: { size: 14, line: 18 },
	second: { size: 13, line: 17 },
	key: { size: 13, line: 22 },
	foot: { size: 12, line: 16 }
};

/** Below this width labels stand above their bars. */
export const isNarrow = (width: number): boolean => width < 560;

const margin = 20;

/** An empty sheet, with room for the caption and its text when asked for. */
export function newSheet(chart: Chart, style: Pick<Style, 'width' | 'caption'>): Sheet {
	const inset = style.caption ? margin : 0;
	const sheet: Sheet = {
		width: style.width,
		height: inset,
		area: { left: inset, right: style.width - inset, top: 0, bottom: 0 },
		x: { min: 0, max: 100 },
		y: { min: 0, max: 1, reverse: true },
		bars: [],
		dots: [],
		lines: [],
		texts: [],
		strokes: [],
		hatches: [],
		frames: [],
		bands: [],
		signs: []
	};
	if (style.caption) {
		paragraph(sheet, chart.title, isNarrow(style.width) ? 'smallTitle' : 'title', 'ink', true);
		sheet.height += 4;
		paragraph(sheet, chart.subtitle, 'subtitle', 'muted');
		sheet.height += 12;
	}
	return sheet;
}

/** The foot under a drawing that travels alone, and the margin below it. */
export function closeSheet(
	sheet: Sheet,
	chart: Chart,
	style: Pick<Style, 'caption' | 'height'>
): Sheet {
	if (style.caption) {
		sheet.height += 10;
		const foot = chart.foot.flatMap((text) =>
			wrap(text, sheet.width - 2 * margin, type.foot.size)
		).length;
		const top = (style.height ?? 0) - margin - foot * type.foot.line;
		sheet.height = Math.max(sheet.height, top);
		for (const text of chart.foot) paragraph(sheet, text, 'foot', 'muted');
		sheet.height += margin;
	}
	sheet.height = Math.ceil(sheet.height);
	return sheet;
}

/** Lines of text over the whole width. */
function paragraph(
	sheet: Sheet,
	text: string,
	kind: keyof typeof type,
	tone: Token,
	bold = false
): void {
	const { size, line } = type[kind];
	for (const each of wrap(text, sheet.width - 2 * margin, size, bold)) {
		write(sheet, each, margin, sheet.height + baseline(size, line), { size, bold, tone });
		sheet.height += line;
	}
}

/** Distance of the baseline from the top of a line of text. */
export const baseline = (size: number, line: number): number => line / 2 + size * 0.35;

export function write(
	sheet: Sheet,
	text: string,
	x: number,
	y: number,
	style: Partial<Pick<PlacedText, 'align' | 'size' | 'bold' | 'tone'>> = {}
): void {
	sheet.texts.push({
		text,
		x,
		y,
		align: 'left',
		size: type.label.size,
		bold: false,
		tone: 'ink',
		...style
	});
}

export function stroke(
	sheet: Sheet,
	from: [number, number],
	to: [number, number],
	style: Partial<Pick<PlacedStroke, 'width' | 'tone' | 'over'>> = {}
): void {
	sheet.strokes.push({ from, to, width: 1, tone: 'rule', over: false, ...style });
}
