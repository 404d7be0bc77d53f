import type { Mark, Series } from '#lib/charts/model/chart.ts';
import { textWidth, wrap } from './text-width.ts';
import { baseline, stroke, type, write, type PlacedSwatch, type Scene } from './scene.ts';
import { rimOf, type Token } from '#lib/charts/model/theme.ts';

const swatchSize = 11;

/** What stands for a colour in the key. */
export interface Swatch {
	shape: PlacedSwatch['shape'] | 'hatched' | 'tick' | 'band';
	color: Token;
	opacity: number;
	label: string;
}

export const opacityOf = ({ soft }: Series, mark?: Mark): number =>
	mark?.faint ? 0.35 : soft ? 0.55 : 1;

/** The key: swatches and labels in one or more rows above the drawing. */
export function legend(scene: Scene, swatches: Swatch[]): void {
	const { left, right } = scene.area;
	const { size, line } = type.key;
	let x = left;
	for (const swatch of swatches) {
		const lines = wrap(swatch.label, right - left - swatchSize - 8, size);
		const wide = swatchSize + 8 + Math.max(...lines.map((each) => textWidth(each, size)));
		if (x > left && x + wide > right) {
			x = left;
			scene.height += line;
		}
		drawSwatch(scene, swatch, x, scene.height + line / 2);
		lines.forEach((each, index) => {
			if (index > 0) scene.height += line - 4;
			write(scene, each, x + swatchSize + 7, scene.height + baseline(size, line), { size });
		});
		x += wide + 18;
	}
	scene.height += line + 10;
}

function drawSwatch(scene: Scene, { shape, color, opacity }: Swatch, x: number, y: number): void {
	if (shape === 'hatched')
		scene.hatches.push({ x, y: y - swatchSize / 2, width: swatchSize, height: swatchSize });
	if (shape === 'band') scene.bands.push({ x, y: y - 3, width: swatchSize, height: 6, color });
	else if (shape === 'tick')
		stroke(scene, [x + swatchSize / 2, y - 6], [x + swatchSize / 2, y + 6], { width: 2, color });
	else {
		const rim = shape === 'square' ? rimOf(color, opacity) : undefined;
		if (rim)
			scene.rims.push({
				x,
				y: y - swatchSize / 2,
				width: swatchSize,
				height: swatchSize,
				color: rim
			});
		scene.swatches.push({
			shape: shape === 'hatched' ? 'square' : shape,
			x: x + swatchSize / 2,
			y,
			size: swatchSize,
			color,
			opacity
		});
	}
}
