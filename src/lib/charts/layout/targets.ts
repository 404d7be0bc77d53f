import type { Mark } from '#lib/charts/model/chart.ts';
import { textWidth } from './text-width.ts';
import { type, type PlacedBox, type Scene, type Target } from './scene.ts';

/**
 * Adds the place of a mark. A drawing of a number without ink, such as 0 %, has one too.
 *
 * @param also a second place where the same mark is seen
 */
export function addTarget(scene: Scene, mark: Mark, box: PlacedBox, also?: PlacedBox): void {
	// Sums of several marks, such as the parts of an overlap, are no figures that could be named.
	if (mark.tooltip.length > 0) scene.targets.push({ ...box, mark, ...(also ? { also } : {}) });
}

/** A square round a dot. */
export const boxAround = (x: number, y: number, radius: number): PlacedBox => ({
	x: x - radius,
	y: y - radius,
	width: 2 * radius,
	height: 2 * radius
});

/** The box of a bar, longer by the number at its end. @param side of zero on which the bar lies */
export function withNumber(box: PlacedBox, text: string, side: -1 | 1, bold: boolean): PlacedBox {
	const more = 6 + textWidth(text, type.label.size, bold);
	return { ...box, x: side === 1 ? box.x : box.x - more, width: box.width + more };
}

const distance = ({ x, y, width, height }: PlacedBox, [px, py]: [number, number]): number =>
	Math.hypot(Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height));

const awayFrom = (target: Target, at: [number, number]): number =>
	Math.min(distance(target, at), target.also ? distance(target.also, at) : Infinity);

const fromCentre = ({ x, y, width, height }: PlacedBox, [px, py]: [number, number]): number =>
	Math.hypot(x + width / 2 - px, y + height / 2 - py);

/** Two marks with their middles nearer than this hide one another. */
const hidden = 4;

/**
 * The mark that a point means, the one it lies on or else the nearest within reach, and after it those
 * that it hides.
 *
 * @param reach pixels of the layout by which a pointer may miss: more for a finger than for a mouse
 * @returns empty where no mark is near
 */
export function targetsAt(targets: Target[], x: number, y: number, reach: number): Target[] {
	const at: [number, number] = [x, y];
	const [meant] = targets
		.map((target) => ({ target, away: awayFrom(target, at), middle: fromCentre(target, at) }))
		.filter(({ away }) => away <= reach)
		.sort((a, b) => a.away - b.away || a.middle - b.middle);
	return meant ? withHidden(targets, meant.target) : [];
}

/** A mark and those that it hides. */
export function withHidden(targets: Target[], meant: Target): Target[] {
	const { x, y, width, height } = meant;
	const middle: [number, number] = [x + width / 2, y + height / 2];
	const others = targets.filter((each) => each !== meant && fromCentre(each, middle) < hidden);
	return [meant, ...others];
}
