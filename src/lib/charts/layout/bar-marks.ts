import type { Entry, Mark, Series } from '#lib/charts/model/chart.ts';
import type { BarScale } from './bar-scale.ts';
import type { SmallNumber } from './small-numbers.ts';
import { textWidth } from './text-width.ts';
import { opacityOf } from './legend.ts';
import { baseline, stroke, type, write, type Scene } from './scene.ts';
import { addTarget, withNumber } from './targets.ts';
import { rimOf, textOn } from '#lib/charts/model/theme.ts';

/** Where one bar of an entry lies. */
export interface Spot {
	/** Middle, and across. */
	y: number;
	thickness: number;
	side: -1 | 1;
	/** Per cent between zero and where the bar begins. */
	start: number;
	/** Axis units of zero: columns beside one another share an axis. */
	origin: number;
	/** Its number stands at its end; else inside, or where there is no room for it, under the bar. */
	outermost: boolean;
	/** It is told in words elsewhere, which a pointer finds it by. */
	isTold?: boolean;
}

/**
 * A bar with its number, or what stands for it. `scale.zero` is the pixel of this bar's zero.
 *
 * @returns the number where there was no room for it
 */
export function placeBar(
	scene: Scene,
	entry: Entry,
	mark: Mark,
	series: Series,
	spot: Spot,
	scale: BarScale
): SmallNumber | undefined {
	if (mark.pct === null) return undefined;
	const { y, thickness, side, start, origin, outermost, isTold } = spot;
	const at = (pct: number) => scale.zero + side * pct * scale.unit;
	const [from, to] = [at(start), at(start + mark.pct)];
	const opacity = opacityOf(series, mark);
	const box = {
		x: Math.min(from, to),
		y: y - thickness / 2,
		width: Math.abs(to - from),
		height: thickness
	};
	if (mark.pct > 0)
		scene.bars.push({
			series: mark.series,
			color: series.color,
			opacity,
			from: origin + side * start,
			to: origin + side * (start + mark.pct),
			y,
			thickness,
			label: entry.label,
			mark
		});
	if (series.color === 'other' && mark.pct > 0) scene.hatches.push(box);
	const rim = rimOf(series.color, opacity);
	// What is hatched or framed has its outline already.
	if (rim && series.color !== 'other' && !mark.faint && mark.pct > 0)
		scene.rims.push({ ...box, color: rim });
	if (mark.faint) scene.frames.push(box);
	if (start > 0) separator(scene, from, box.y, thickness);
	if (isTold) return undefined;
	addTarget(scene, mark, outermost ? withNumber(box, mark.text, side, entry.strong) : box);
	if (outermost) {
		const tip = side * Math.max(side * to, side * placeInterval(scene, mark, at, y));
		const align = side === 1 ? 'left' : 'right';
		write(scene, mark.text, tip + side * 6, level(y), { align, bold: entry.strong });
		return undefined;
	}
	if (placeInside(scene, mark, series, box, opacity, entry.strong)) return undefined;
	return { x: box.x + box.width / 2, text: mark.text, bold: entry.strong };
}

const level = (y: number): number =>
	y - type.label.line / 2 + baseline(type.label.size, type.label.line);

const separator = (scene: Scene, x: number, y: number, thickness: number): void =>
	stroke(scene, [x, y], [x, y + thickness], { width: 2, color: 'paper', over: true });

/**
 * A number inside its bar. On hatching, and on a colour on which it would not be read, it stands on a plate.
 *
 * @returns whether it fits
 */
function placeInside(
	scene: Scene,
	mark: Mark,
	series: Series,
	box: { x: number; y: number; width: number; height: number },
	opacity: number,
	bold: boolean
): boolean {
	const wide = textWidth(mark.text, type.label.size, bold);
	const color = series.color === 'other' ? undefined : textOn(series.color, opacity);
	// Beside a plate enough of the bar must be left that it is seen to be one.
	if (wide + (color ? 6 : 20) > box.width) return false;
	const [middle, y] = [box.x + box.width / 2, box.y + box.height / 2];
	if (!color)
		stroke(scene, [middle - wide / 2 - 2, y], [middle + wide / 2 + 2, y], {
			width: 16,
			color: 'paper',
			over: true
		});
	write(scene, mark.text, middle, level(y), { align: 'center', bold, color: color ?? 'ink' });
	return true;
}

/** The interval of a computed share, with a mark at its centre. @returns the pixel where it ends */
function placeInterval(scene: Scene, mark: Mark, at: (pct: number) => number, y: number): number {
	const { pct, low, high } = mark;
	if (pct === null || low === null || high === null) return at(pct ?? 0);
	const line = (x: number, reach: number, width: number) =>
		stroke(scene, [x, y - reach], [x, y + reach], { width, color: 'ink', over: true });
	// Half of the whisker lies on the bar: a rim of paper keeps it visible there.
	stroke(scene, [at(low), y], [at(high), y], { width: 4, color: 'paper', over: true });
	stroke(scene, [at(low), y], [at(high), y], { width: 1.5, color: 'ink', over: true });
	for (const limit of [low, high]) line(at(limit), 4, 1.5);
	line(at(pct), 6, 2.5);
	return at(high);
}
