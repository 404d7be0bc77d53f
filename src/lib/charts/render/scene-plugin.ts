import type { Chart as ChartJs, Plugin } from 'chart.js';
import type {
	PlacedBand,
	PlacedBox,
	PlacedSign,
	PlacedStroke,
	Sheet
} from '#lib/charts/layout/scene.ts';
import { themes, type Theme, type Token } from '#lib/charts/model/theme.ts';

/** What both canvases can do; the server's is no HTMLCanvasElement. */
type Canvas = ChartJs['ctx'];

/**
 * Draws what Chart.js has no element for: labels, numbers at the bars' ends, hatching, rules.
 *
 * @param words false where the caller writes the words itself, as real text into an SVG
 */
export function inkOf(sheet: Sheet, theme: Theme, fontFamily: string, words: boolean): Plugin {
	const colours = themes[theme];
	const under = alike(sheet.strokes.filter(({ over }) => !over));
	const over = sheet.strokes.filter((stroke) => stroke.over).map((stroke) => [stroke]);
	const bands = Map.groupBy(sheet.bands, ({ tone }) => tone);
	return {
		id: 'ink',
		beforeDatasetsDraw({ ctx }) {
			for (const group of under) segments(ctx, group, colours);
			for (const [tone, group] of bands) drawBands(ctx, group, colours[tone]);
			for (const sign of sheet.signs) drawSign(ctx, sign, colours[sign.tone], colours.paper);
		},
		afterDatasetsDraw({ ctx }) {
			for (const box of sheet.hatches) hatch(ctx, box, colours.muted);
			for (const box of sheet.frames) frame(ctx, box, colours.ink);
			for (const group of over) segments(ctx, group, colours);
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

/** Strokes of one look together: a hundred ticks are one path, in the picture and in what is sent. */
const alike = (strokes: PlacedStroke[]): PlacedStroke[][] => [
	...Map.groupBy(strokes, ({ tone, width }) => `${tone} ${width}`).values()
];

function segments(canvas: Canvas, group: PlacedStroke[], colours: Record<Token, string>): void {
	const [first] = group;
	if (!first) return;
	canvas.beginPath();
	for (const { from, to } of group) {
		canvas.moveTo(...from);
		canvas.lineTo(...to);
	}
	canvas.lineWidth = first.width;
	canvas.strokeStyle = colours[first.tone];
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

/** Soft, without a centre, running out in dashes: their ends are no limits that were measured. */
function drawBands(canvas: Canvas, bands: PlacedBand[], colour: string): void {
	canvas.beginPath();
	for (const { x, y, width, height } of bands) {
		const dash = dashOf(width);
		const solid = Math.max(0, width - 8 * dash);
		canvas.rect(x + (width - solid) / 2, y, solid, height);
		for (const at of [0, 2 * dash]) {
			canvas.rect(x + at, y, dash, height);
			canvas.rect(x + width - at - dash, y, dash, height);
		}
	}
	canvas.fillStyle = translucent(colour, 0.35);
	canvas.fill();
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
