import type { PlacedBox } from '#lib/charts/layout/scene.ts';

/** Whole tenths of a pixel: steps added up in them never drift. */
const tenths = (pixels: number): number => Math.round(pixels * 10);
const written = (value: number): string => String(value / 10);

/** A coordinate or length of an SVG: pixels, to the tenth. */
export const short = (pixels: number): string => written(tenths(pixels));

/**
 * The `d` of an SVG path, written as steps from where the pen is: what repeats along a drawing then
 * repeats in its text, and compresses.
 */
export class SvgPath {
	#d = '';
	#x = 0;
	#y = 0;

	/** Lifts the pen and goes to a point; pixels from the top left. */
	move(x: number, y: number): this {
		const [toX, toY] = [tenths(x), tenths(y)];
		this.#d +=
			this.#d === ''
				? `M${written(toX)} ${written(toY)}`
				: `m${written(toX - this.#x)} ${written(toY - this.#y)}`;
		[this.#x, this.#y] = [toX, toY];
		return this;
	}

	line(x: number, y: number): this {
		const [right, down] = [tenths(x) - this.#x, tenths(y) - this.#y];
		if (down === 0) this.#d += `h${written(right)}`;
		else if (right === 0) this.#d += `v${written(down)}`;
		else this.#d += `l${written(right)} ${written(down)}`;
		this.#x += right;
		this.#y += down;
		return this;
	}

	/** An outline from the top left, closed. The pen ends where it began. */
	rectangle({ x, y, width, height }: PlacedBox): this {
		this.move(x, y);
		const [right, down] = [tenths(x + width) - this.#x, tenths(y + height) - this.#y];
		this.#d += `h${written(right)}v${written(down)}h${written(-right)}z`;
		return this;
	}

	toString(): string {
		return this.#d;
	}
}
