import {
	type,
	type PlacedBox,
	type PlacedSwatch,
	type PlacedStroke,
	type PlacedText,
	type Scene
} from '#lib/charts/layout/scene.ts';
import { siteFonts, themes, type Theme, type Token } from '#lib/charts/model/theme.ts';
import {
	bandBoxes,
	bandOpacity,
	boxOf,
	diagonalsOf,
	dotLook,
	frameDash,
	hatchWidth,
	lineDash,
	lineWidth,
	outlineOf,
	pixelsOf,
	ringWidth,
	strokeGroups
} from '#lib/charts/render/shapes.ts';
import { escaped } from '#lib/words/markup.ts';
import { short, SvgPath } from './svg-path.ts';

/*
 * Writes a placed scene as SVG: plain strings, real text, no style element, no ids. Everything has the
 * place, the order and the colour that the canvas of the browser gives it; tests/unit/charts/draw.test.ts
 * compares the two pixel by pixel.
 */

/** An SVG that is a file of its own: it brings its colours, its size and its ground along. */
export interface Standalone {
	theme: Theme;
	/** A CSS font-family. */
	fontFamily?: string;
	/** Paper under the drawing, for a file of which nobody knows what it will lie on. */
	ground?: boolean;
	/** What a screen reader says. Without it the drawing is hidden from it: then what is around it speaks. */
	label?: string;
}

/**
 * The scene as an SVG of its own. Fills and strokes carry the class of their colour (`c-east`,
 * `s-east`), so that CSS can exchange them; alone the attributes hold.
 */
export function standaloneSvg(
	scene: Scene,
	{ theme, fontFamily, ground, label }: Standalone
): string {
	const { width, height } = scene;
	const role =
		label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escaped(label)}"`;
	const paper = `<rect class="c-paper" fill="${themes[theme].paper}" width="100%" height="100%"/>`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
		` font-family="${escaped(fontFamily ?? siteFonts)}" ${role}>`,
		ground ? paper : '',
		shapesOf(scene, new Look(themes[theme])),
		'</svg>'
	].join('');
}

/**
 * The scene for a page whose style sheet names the colours by class, gives what is drawn with strokes
 * (`s-`) no fill, and sets type in ink: what the scene says need not stand in every element.
 */
export const inlineSvg = (scene: Scene): string =>
	`<svg font-size="${type.label.size}" viewBox="0 0 ${scene.width} ${scene.height}">${shapesOf(scene, new Look())}</svg>`;

/** How elements are dressed: by class and by attribute, or by class alone. */
class Look {
	#colors: Record<Token, string> | undefined;
	/** What the page says of type, and a text need not. */
	isInline: boolean;

	/** @param colors undefined: the page's style sheet has them */
	constructor(colors?: Record<Token, string>) {
		this.#colors = colors;
		this.isInline = colors === undefined;
	}

	fill(color: Token, opacity = 1): string {
		const own = this.#colors ? ` fill="${this.#colors[color]}"` : '';
		return `class="c-${color}"${own}${opacity < 1 ? ` fill-opacity="${rounded(opacity)}"` : ''}`;
	}

	stroke(color: Token, width = 1, opacity = 1): string {
		const own = this.#colors ? ` fill="none" stroke="${this.#colors[color]}"` : '';
		return `class="s-${color}"${own}${widthOf(width)}${opacity < 1 ? ` stroke-opacity="${rounded(opacity)}"` : ''}`;
	}

	both(fill: Token, stroke: Token, width: number): string {
		const own = this.#colors
			? ` fill="${this.#colors[fill]}" stroke="${this.#colors[stroke]}"`
			: '';
		return `class="c-${fill} s-${stroke}"${own}${widthOf(width)}`;
	}
}

const widthOf = (width: number): string => (width === 1 ? '' : ` stroke-width="${width}"`);
const rounded = (opacity: number): number => Math.round(opacity * 1000) / 1000;

/** A part of a path, by attributes and ink; or an element already written. */
type Piece = { attributes: string; draw: (d: SvgPath) => unknown } | string;

/** The elements from the lowest to the topmost, in the order of scene-plugin.ts and of Chart.js. */
function shapesOf(scene: Scene, look: Look): string {
	const [over, under] = [true, false].map((side) =>
		scene.strokes.filter((stroke) => stroke.over === side)
	);
	const pieces: Piece[] = [
		...scene.grounds.map((box) => ({
			attributes: look.fill('home'),
			draw: (d: SvgPath) => d.rectangle(box)
		})),
		...strokeGroups(under!).flatMap((group) => strokes(group, look)),
		...bands(scene, look),
		...scene.swatches.map((swatch) => signOf(swatch, look)),
		...points(scene, look),
		...lines(scene, look),
		...bars(scene, look),
		...scene.hatches.flatMap((box) => hatch(box, look)),
		...scene.rims.map((box) => ({
			attributes: look.stroke(box.color),
			draw: (d: SvgPath) => d.rectangle(outlineOf(box))
		})),
		...scene.frames.map((box) => ({
			attributes: `${look.stroke('ink')} stroke-dasharray="${frameDash.join(' ')}"`,
			draw: (d: SvgPath) => d.rectangle(outlineOf(box))
		})),
		...strokes(over!, look),
		...scene.texts.map((text) => textOf(text, look))
	];
	return joined(pieces).join('');
}

/** Neighbours of one look become one element; nothing changes its place in the order. */
function joined(pieces: Piece[]): string[] {
	const elements: string[] = [];
	let attributes = '';
	let d: SvgPath | undefined;
	const finish = () => {
		if (d) elements.push(`<path ${attributes} d="${d}"/>`);
		d = undefined;
	};
	for (const piece of pieces) {
		if (typeof piece === 'string' || piece.attributes !== attributes) finish();
		if (typeof piece === 'string') {
			elements.push(piece);
			continue;
		}
		attributes = piece.attributes;
		piece.draw((d ??= new SvgPath()));
	}
	finish();
	return elements;
}

const strokes = (all: PlacedStroke[], look: Look): Piece[] =>
	all.map(({ color, width, from, to }) => ({
		attributes: look.stroke(color, width),
		draw: (d) => d.move(...from).line(...to)
	}));

const bands = (scene: Scene, look: Look): Piece[] =>
	[...Map.groupBy(scene.bands, ({ color }) => color)].flatMap(([color, group]) =>
		[...Map.groupBy(group.flatMap(bandBoxes), ({ height }) => height)].flatMap(([height, boxes]) =>
			// Each as a thick line, as thin bars are.
			boxes.map(({ x, y, width }) => ({
				attributes: look.stroke(color, height, bandOpacity),
				draw: (d: SvgPath) => d.move(x, y + height / 2).line(x + width, y + height / 2)
			}))
		)
	);

function signOf({ shape, x, y, size, color, opacity }: PlacedSwatch, look: Look): Piece {
	if (shape === 'ring') return circle(look.both('paper', color, ringWidth), x, y, size / 2 - 1);
	if (shape === 'disc') return circle(look.fill(color, opacity), x, y, size / 2);
	const box = { x: x - size / 2, y: y - size / 2, width: size, height: size };
	return { attributes: look.fill(color, opacity), draw: (d) => d.rectangle(box) };
}

const circle = (attributes: string, x: number, y: number, radius: number): string =>
	`<circle ${attributes} cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"/>`;

/** Chart.js draws its sets from the last to the first. */
const lastSeriesFirst = <Item>(items: Item[], seriesOf: (item: Item) => number): Item[] =>
	items.toSorted((a, b) => seriesOf(b) - seriesOf(a));

const points = (scene: Scene, look: Look): Piece[] =>
	lastSeriesFirst(scene.dots, ({ mark }) => mark.series).map((dot) => {
		const { fill, outline, outlineWidth, radius } = dotLook(dot);
		const dress = outlineWidth > 0 ? look.both(fill, outline, outlineWidth) : look.fill(fill);
		return circle(dress, ...pixelsOf(scene, dot), radius);
	});

const lines = (scene: Scene, look: Look): Piece[] =>
	scene.lines.toReversed().map((line) => ({
		attributes:
			look.stroke(line.color, lineWidth(line)) +
			(line.dashed ? ` stroke-dasharray="${lineDash.join(' ')}"` : ''),
		draw: (d) => {
			for (const [index, point] of line.points.entries())
				d[index === 0 ? 'move' : 'line'](...pixelsOf(scene, point));
		}
	}));

/** Pixels. Up to here a bar is written as a thick line, which takes half the letters. */
const thin = 8;

const bars = (scene: Scene, look: Look): Piece[] =>
	lastSeriesFirst(scene.bars, ({ series }) => series).map((bar) => {
		const { color, opacity, thickness } = bar;
		const box = boxOf(scene, bar);
		if (thickness > thin)
			return { attributes: look.fill(color, opacity), draw: (d) => d.rectangle(box) };
		const middle = box.y + thickness / 2;
		return {
			attributes: look.stroke(color, thickness, opacity),
			draw: (d) => d.move(box.x, middle).line(box.x + box.width, middle)
		};
	});

const hatch = (box: PlacedBox, look: Look): Piece[] => [
	{
		attributes: look.stroke('muted', hatchWidth),
		draw: (d) => {
			for (const [from, to] of diagonalsOf(box)) d.move(...from).line(...to);
		}
	},
	{ attributes: look.stroke('muted'), draw: (d) => d.rectangle(outlineOf(box)) }
];

const anchors = { left: '', center: ' text-anchor="middle"', right: ' text-anchor="end"' };

function textOf({ text, x, y, align, size, bold, color }: PlacedText, look: Look): string {
	const dress = look.isInline && color === 'ink' ? '' : ` ${look.fill(color)}`;
	const fontSize = look.isInline && size === type.label.size ? '' : ` font-size="${size}"`;
	const weight = bold ? ' font-weight="600"' : '';
	return `<text${dress} x="${short(x)}" y="${short(y)}"${fontSize}${weight}${anchors[align]}>${escaped(text)}</text>`;
}
