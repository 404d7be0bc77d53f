import type { Chart as ChartJs, Plugin } from 'chart.js';
import type {
	PlacedBand,
	PlacedBox,
	PlacedSwatch,
	PlacedStroke,
	Scene
} from '#lib/charts/layout/scene.ts';
import {
	bandBoxes,
	bandOpacity,
	diagonalsOf,
	frameDash,
	hatchWidth,
	outlineOf,
	ringWidth,
	strokeGroups
} from './shapes.ts';
import { themes, type Theme, type Token } from '#lib/charts/model/theme.ts';

/** What both canvases can do; the server's is no HTMLCanvasElement. */
type Canvas = ChartJs['ctx'];

/** Draws what Chart.js has no element for: labels, numbers at the bars' ends, hatching, rules. */
export function inkOf(scene: Scene, theme: Theme, fontFamily: string): Plugin {
	const colours = themes[theme];
	const under = strokeGroups(scene.strokes.filter(({ over }) => !over));
	const over = scene.strokes.filter((stroke) => stroke.over).map((stroke) => [stroke]);
	const bands = Map.groupBy(scene.bands, ({ color }) => color);
	return {
		id: 'ink',
		beforeDatasetsDraw({ ctx }) {
			ctx.fillStyle = colours.home;
			for (const { x, y, width, height } of scene.grounds) ctx.fillRect(x, y, width, height);
			for (const group of under) segments(ctx, group, colours);
			for (const [color, group] of bands) drawBands(ctx, group, colours[color]);
			for (const swatch of scene.swatches)
				drawSwatch(ctx, swatch, colours[swatch.color], colours.paper);
		},
		afterDatasetsDraw({ ctx }) {
			for (const box of scene.hatches) hatch(ctx, box, colours.muted);
			for (const box of scene.rims) rim(ctx, box, colours[box.color]);
			for (const box of scene.frames) frame(ctx, box, colours.ink);
			for (const group of over) segments(ctx, group, colours);
			for (const { text, x, y, align, size, bold, color } of scene.texts) {
				ctx.font = `${bold ? 600 : 400} ${size}px ${fontFamily}`;
				// The server's canvas takes the weight of a variable font from here only.
				if ('fontVariationSettings' in ctx)
					ctx.fontVariationSettings = `'wght' ${bold ? 600 : 400}`;
				ctx.textAlign = align;
				ctx.textBaseline = 'alphabetic';
				ctx.fillStyle = colours[color];
				ctx.fillText(text, x, y);
			}
		}
	};
}

function segments(canvas: Canvas, group: PlacedStroke[], colours: Record<Token, string>): void {
	const [first] = group;
	if (!first) return;
	canvas.beginPath();
	for (const { from, to } of group) {
		canvas.moveTo(...from);
		canvas.lineTo(...to);
	}
	canvas.lineWidth = first.width;
	canvas.strokeStyle = colours[first.color];
	canvas.stroke();
}

function outline(canvas: Canvas, box: PlacedBox): void {
	const { x, y, width, height } = outlineOf(box);
	canvas.strokeRect(x, y, width, height);
}

function hatch(canvas: Canvas, box: PlacedBox, colour: string): void {
	canvas.beginPath();
	for (const [from, to] of diagonalsOf(box)) {
		canvas.moveTo(...from);
		canvas.lineTo(...to);
	}
	canvas.lineWidth = hatchWidth;
	canvas.strokeStyle = colour;
	canvas.stroke();
	canvas.lineWidth = 1;
	outline(canvas, box);
}

function rim(canvas: Canvas, box: PlacedBox, colour: string): void {
	canvas.lineWidth = 1;
	canvas.strokeStyle = colour;
	outline(canvas, box);
}

function drawBands(canvas: Canvas, bands: PlacedBand[], colour: string): void {
	canvas.beginPath();
	for (const { x, y, width, height } of bands.flatMap(bandBoxes)) canvas.rect(x, y, width, height);
	canvas.fillStyle = translucent(colour, bandOpacity);
	canvas.fill();
}

function frame(canvas: Canvas, box: PlacedBox, colour: string): void {
	canvas.setLineDash(frameDash);
	canvas.lineWidth = 1;
	canvas.strokeStyle = colour;
	outline(canvas, box);
	canvas.setLineDash([]);
}

function drawSwatch(
	canvas: Canvas,
	{ shape, x, y, size, opacity }: PlacedSwatch,
	colour: string,
	paper: string
): void {
	canvas.fillStyle = opacity < 1 ? translucent(colour, opacity) : colour;
	if (shape === 'square') {
		canvas.fillRect(x - size / 2, y - size / 2, size, size);
		return;
	}
	canvas.beginPath();
	canvas.arc(x, y, size / 2 - (shape === 'ring' ? 1 : 0), 0, 2 * Math.PI);
	if (shape === 'ring') canvas.fillStyle = paper;
	canvas.fill();
	if (shape === 'disc') return;
	canvas.lineWidth = ringWidth;
	canvas.strokeStyle = colour;
	canvas.stroke();
}

/** A colour of `#rrggbb` that lets the paper through. */
export const translucent = (colour: string, opacity: number): string =>
	opacity >= 1
		? colour
		: colour +
			Math.round(opacity * 255)
				.toString(16)
				.padStart(2, '0');
