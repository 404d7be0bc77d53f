import type { Mark, Series } from '#lib/charts/model/chart.ts';
import { textWidth, wrap } from './text-width.ts';
import { baseline, stroke, type, write, type PlacedSign, type Sheet } from './scene.ts';
import type { Token } from '#lib/charts/model/theme.ts';

const swatch = 11;

/** What stands for a colour in the key. */
export interface Sign {
	shape: PlacedSign['shape'] | 'hatched' | 'tick' | 'band';
	tone: Token;
	opacity: number;
	label: string;
}

export const opacityOf = ({ soft }: Series, mark?: Mark): number =>
	mark?.faint ? 0.35 : soft ? 0.55 : 1;

/** The key: signs and labels in one or more rows above the drawing. */
export function key(sheet: Sheet, signs: Sign[]): void {
	const { left, right } = sheet.area;
	const { size, line } = type.key;
	let x = left;
	for (const sign of signs) {
		const lines = wrap(sign.label, right - left - swatch - 8, size);
		const wide = swatch + 8 + Math.max(...lines.map((each) => textWidth(each, size)));
		if (x > left && x + wide > right) {
			x = left;
			sheet.height += line;
		}
		drawSign(sheet, sign, x, sheet.height + line / 2);
		lines.forEach((each, index) => {
			if (index > 0) sheet.height += line - 4;
			write(sheet, each, x + swatch + 7, sheet.height + baseline(size, line), { size });
		});
		x += wide + 18;
	}
	sheet.height += line + 10;
}

function drawSign(sheet: Sheet, { shape, tone, opacity }: Sign, x: number, y: number): void {
	if (shape === 'hatched')
		sheet.hatches.push({ x, y: y - swatch / 2, width: swatch, height: swatch });
	if (shape === 'band') sheet.bands.push({ x, y: y - 3, width: swatch, height: 6, tone });
	else if (shape === 'tick')
		stroke(sheet, [x + swatch / 2, y - 6], [x + swatch / 2, y + 6], { width: 2, tone });
	else
		sheet.signs.push({
			shape: shape === 'hatched' ? 'square' : shape,
			x: x + swatch / 2,
			y,
			size: swatch,
			tone,
			opacity
		});
}
