import type {
	PlacedBand,
	PlacedBar,
	PlacedBox,
	PlacedDot,
	PlacedStroke,
	Scene
} from '#lib/charts/layout/scene.ts';
import { rimOf, type Token } from '#lib/charts/model/theme.ts';

/*
 * What the two painters of a scene share: where its axis units lie in pixels, and of which strokes and
 * boxes the marks consist that neither SVG nor a canvas has an element for.
 */

/** A point given in units of the axes, in pixels from the top left. */
export function pixelsOf({ area, x, y }: Scene, point: { x: number; y: number }): [number, number] {
	const along = (point.x - x.min) / (x.max - x.min);
	const across = (y.reverse ? point.y - y.min : y.max - point.y) / (y.max - y.min);
	return [
		area.left + along * (area.right - area.left),
		area.top + across * (area.bottom - area.top)
	];
}

/** A bar as a box in pixels. */
export function boxOf(scene: Scene, { from, to, y, thickness }: PlacedBar): PlacedBox {
	const [left, middle] = pixelsOf(scene, { x: Math.min(from, to), y });
	const [right] = pixelsOf(scene, { x: Math.max(from, to), y });
	return { x: left, y: middle - thickness / 2, width: right - left, height: thickness };
}

/** How a point is dressed: a ring or an outline on paper, or a disc of its colour. */
export function dotLook({ color, hollow, faint, radius }: PlacedDot): {
	fill: Token;
	outline: Token;
	/** Pixels; 0: no outline. */
	outlineWidth: number;
	radius: number;
} {
	const rim = rimOf(color);
	return {
		fill: hollow || faint ? 'paper' : color,
		outline: rim ?? color,
		outlineWidth: hollow ? 2.5 : faint || rim ? 1.5 : 0,
		radius: hollow ? radius - 1 : radius
	};
}

/** Pixels; lines that stand out are thicker. */
export const lineWidth = ({ strong }: { strong: boolean }): number => (strong ? 2.5 : 1.5);

/** Dash and gap, in pixels, of a line over a wave without a figure. */
export const lineDash = [2, 5];

/** Strokes of one look together: a hundred ticks are one path, in the picture and in what is sent. */
export const strokeGroups = (strokes: PlacedStroke[]): PlacedStroke[][] => [
	...Map.groupBy(strokes, ({ color, width }) => `${color} ${width}`).values()
];

type Point = [x: number, y: number];

/** Distance of the hatching's lines along the edge. */
const spacing = 6;

/** Diagonals of a hatched box. They end at the edge by calculation: a clip would need an id in the SVG. */
export function diagonalsOf({ x, y, width, height }: PlacedBox): [Point, Point][] {
	const lines: [Point, Point][] = [];
	for (let sum = spacing; sum < width + height; sum += spacing)
		lines.push([
			[x + Math.max(0, sum - height), y + Math.min(sum, height)],
			[x + Math.min(sum, width), y + Math.max(0, sum - width)]
		]);
	return lines;
}

export const hatchWidth = 0.8;

/** The outline of a box, one pixel wide and inside it. */
export const outlineOf = ({ x, y, width, height }: PlacedBox): PlacedBox => ({
	x: x + 0.5,
	y: y + 0.5,
	width: Math.max(0, width - 1),
	height: height - 1
});

/** Dash and gap, in pixels, of the outline round what is weakly sourced. */
export const frameDash = [4, 3];

/**
 * A range that rests on assumptions: soft, without a centre, running out in dashes, since its ends are
 * no limits that were measured.
 */
export function bandBoxes({ x, y, width, height }: PlacedBand): PlacedBox[] {
	const dash = Math.min(2.5, width / 11);
	const solid = Math.max(0, width - 8 * dash);
	return [
		{ x: x + (width - solid) / 2, y, width: solid, height },
		...[0, 2 * dash].flatMap((at) => [
			{ x: x + at, y, width: dash, height },
			{ x: x + width - at - dash, y, width: dash, height }
		])
	];
}

/** So much that the palest is seen on paper (WCAG 2.2, 1.4.11). */
export const bandOpacity = 0.72;

/** Pixels of the outline of a ring in the legend; its middle runs a pixel inside the swatch's size. */
export const ringWidth = 2.5;
