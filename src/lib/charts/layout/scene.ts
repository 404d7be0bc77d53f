import type { Chart, Mark, Style } from '#lib/charts/model/chart.ts';
import { wrap } from './text-width.ts';
import type { Token } from '#lib/charts/model/theme.ts';

/** Where the ink goes, in pixels from the top left; bars and points also in the units of the axes. */
export interface Scene {
	width: number;
	height: number;
	/** Where the axes lie, and what they run from and to. */
	area: { left: number; right: number; top: number; bottom: number };
	x: { min: number; max: number };
	y: { min: number; max: number; reverse: boolean };
	bars: PlacedBar[];
	dots: PlacedDot[];
	/** Points joined by a straight line; axis units. */
	lines: PlacedLine[];
	texts: PlacedText[];
	/** `over`: drawn after bars and points, else before. */
	strokes: PlacedStroke[];
	hatches: PlacedBox[];
	/** Under everything: the band of what is set off among others. */
	grounds: PlacedBox[];
	/** Lines round what is too pale to be seen by itself. */
	rims: PlacedBand[];
	/** Dashed outlines round what is weakly sourced. */
	frames: PlacedBox[];
	/** Soft bands: ranges that rest on assumptions. */
	bands: PlacedBand[];
	/** Coloured swatches of the key. */
	swatches: PlacedSwatch[];
	/** Where a pointer meets a mark; no ink. */
	targets: Target[];
}

export interface PlacedBar {
	series: number;
	color: Token;
	opacity: number;
	/** Axis units along, pixels across. */
	from: number;
	to: number;
	y: number;
	thickness: number;
	label: string;
	mark: Mark;
}

export interface PlacedLine {
	color: Token;
	strong: boolean;
	/** Over a wave without a figure. */
	dashed: boolean;
	points: { x: number; y: number }[];
}

export interface PlacedDot {
	color: Token;
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
	color: Token;
}

export interface PlacedStroke {
	from: [number, number];
	to: [number, number];
	width: number;
	color: Token;
	over: boolean;
}

/** A mark's ink and its number, as a pointer meets them. */
export interface Target extends PlacedBox {
	mark: Mark;
	/** Where the mark is seen too: its part of a bar, where its number stands in words elsewhere. */
	also?: PlacedBox | undefined;
}

export interface PlacedBox {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface PlacedBand extends PlacedBox {
	color: Token;
}

export interface PlacedSwatch {
	shape: 'square' | 'disc' | 'ring';
	x: number;
	y: number;
	size: number;
	color: Token;
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

/** An empty scene, with room for the caption and its text when asked for. */
export function newSheet(chart: Chart, style: Pick<Style, 'width' | 'caption'>): Scene {
	const inset = style.caption ? margin : 0;
	const scene: Scene = {
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
		grounds: [],
		rims: [],
		frames: [],
		bands: [],
		swatches: [],
		targets: []
	};
	if (style.caption) {
		paragraph(scene, chart.title, isNarrow(style.width) ? 'smallTitle' : 'title', 'ink', true);
		scene.height += 4;
		paragraph(scene, chart.subtitle, 'subtitle', 'muted');
		scene.height += 12;
	}
	return scene;
}

/** The foot under a drawing that travels alone, and the margin below it. */
export function closeSheet(
	scene: Scene,
	chart: Chart,
	style: Pick<Style, 'caption' | 'height'>
): Scene {
	if (style.caption) {
		scene.height = Math.max(scene.height, (style.height ?? 0) - footHeight(scene, chart)) + 10;
		for (const text of chart.foot) paragraph(scene, text, 'foot', 'muted');
		scene.height += margin;
	}
	scene.height = Math.ceil(scene.height);
	return scene;
}

/** Pixels that the foot takes, with the space above it and the margin below it. */
export const footHeight = ({ width }: Scene, { foot }: Chart): number =>
	10 +
	type.foot.line * foot.flatMap((text) => wrap(text, width - 2 * margin, type.foot.size)).length +
	margin;

/** Lines of text over the whole width. */
function paragraph(
	scene: Scene,
	text: string,
	kind: keyof typeof type,
	color: Token,
	bold = false
): void {
	const { size, line } = type[kind];
	for (const each of wrap(text, scene.width - 2 * margin, size, bold)) {
		write(scene, each, margin, scene.height + baseline(size, line), { size, bold, color });
		scene.height += line;
	}
}

/** Distance of the baseline from the top of a line of text. */
export const baseline = (size: number, line: number): number => line / 2 + size * 0.35;

export function write(
	scene: Scene,
	text: string,
	x: number,
	y: number,
	style: Partial<Pick<PlacedText, 'align' | 'size' | 'bold' | 'color'>> = {}
): void {
	scene.texts.push({
		text,
		x,
		y,
		align: 'left',
		size: type.label.size,
		bold: false,
		color: 'ink',
		...style
	});
}

export function stroke(
	scene: Scene,
	from: [number, number],
	to: [number, number],
	style: Partial<Pick<PlacedStroke, 'width' | 'color' | 'over'>> = {}
): void {
	scene.strokes.push({ from, to, width: 1, color: 'rule', over: false, ...style });
}
