import type { Chart as ChartJs, Plugin } from 'chart.js';
import type { PlacedBand, PlacedBox, PlacedSign, Sheet } from './sheet.ts';
import { themes, type Theme } from './theme.ts';

/** What both canvases can do; the server's is no HTMLCanvasElement. */
type Canvas = ChartJs['ctx'];

/**
 * Draws what Chart.js has no element for: labels, numbers at the bars' ends, hatching, rules.
 *
 * @param words false where the caller writes the words itself, as real text into an SVG
 */
export function inkOf(sheet: Sheet, theme: Theme, fontFamily: string, words: boolean): Plugin {
	const colours = themes[theme];
	const strokes = (canvas: Canvas, above: boolean) => {
		for (const { from, to, width, tone, over } of sheet.strokes) {
			if (over === above) segment(canvas, [from, to], colours[tone], width);
		}
	};
	return {
		id: 'ink',
		beforeDatasetsDraw({ ctx }) {
			strokes(ctx, false);
			for (const band of sheet.bands) drawBand(ctx, band, colours[band.tone]);
			for (const sign of sheet.signs) drawSign(ctx, sign, colours[sign.tone], colours.paper);
		},
		afterDatasetsDraw({ ctx }) {
			for (const box of sheet.hatches) hatch(ctx, box, colours.muted);
			for (const box of sheet.frames) frame(ctx, box, colours.ink);
			strokes(ctx, true);
			if (!words) return;
			for (const { text, x, y, align, size, bold, tone } of sheet.texts) {
				ctx.font = `${bold ? 600 : 400} ${size}px ${fontFamily}`;
				// The server's canvas takes the weight of a variable font from here only.
				if ('fontVariationSettings' in ctx)
					ctx.fontVariationSettings = `'wght' ${bold ? 600 : 400}`;
				ctx.textAlign = align;
				ctx.textBaseline = 'alphabetic';
				ctx.fillStyle = colours[tone];
				ctx.fillText(text, x, y);
			}
		}
	};
}

function segment(
	canvas: Canvas,
	[from, to]: [[number, number], [number, number]],
	colour: string,
	width: number
): void {
	canvas.beginPath();
	canvas.moveTo(...from);
	canvas.lineTo(...to);
	canvas.lineWidth = width;
	canvas.strokeStyle = colour;
	canvas.stroke();
}

/** Distance of the hatching's lines along the edge. */
const spacing = 6;

/** An outline with diagonals. They end at the edge by reckoning: a clip would need an id in the SVG. */
function hatch(canvas: Canvas, { x, y, width, height }: PlacedBox, colour: string): void {
	canvas.beginPath();
	for (let sum = spacing; sum < width + height; sum += spacing) {
		canvas.moveTo(x + Math.max(0, sum - height), y + Math.min(sum, height));
		canvas.lineTo(x + Math.min(sum, width), y + Math.max(0, sum - width));
	}
	canvas.lineWidth = 0.8;
	canvas.strokeStyle = colour;
	canvas.stroke();
	canvas.lineWidth = 1;
	canvas.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1);
}

/** Pixels of the dashes in which a band runs out, each with a gap of the same length. */
const dashOf = (width: number): number => Math.min(2.5, width / 11);

/** Soft, without a centre, running out in dashes: its ends are no limits that were measured. */
function drawBand(canvas: Canvas, { x, y, width, height }: PlacedBand, colour: string): void {
	canvas.fillStyle = translucent(colour, 0.35);
	const dash = dashOf(width);
	const solid = Math.max(0, width - 8 * dash);
	canvas.fillRect(x + (width - solid) / 2, y, solid, height);
	for (const at of [0, 2 * dash]) {
		canvas.fillRect(x + at, y, dash, height);
		canvas.fillRect(x + width - at - dash, y, dash, height);
	}
}

function frame(canvas: Canvas, { x, y, width, height }: PlacedBox, colour: string): void {
	canvas.setLineDash([4, 3]);
	canvas.lineWidth = 1;
	canvas.strokeStyle = colour;
	canvas.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1);
	canvas.setLineDash([]);
}

function drawSign(
	canvas: Canvas,
	{ shape, x, y, size, opacity }: PlacedSign,
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
	canvas.lineWidth = 2.5;
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
