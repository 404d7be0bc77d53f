import type { Entry, Mark } from '#lib/charts/model/chart.ts';
import { textWidth } from './text-width.ts';
import { type } from './scene.ts';

/** Pixels: dots, the strip they lie in, a line of numbers below it. */
export const dumbbell = { radius: 6, track: 22, below: 17 };
const { radius } = dumbbell;
/** Two dots with whiskers lie on two levels, so far from the middle, lest one whisker cover the other. */
const apart = 8;

/** Pixels of a per cent, where zero is, and the per cents at the end of the tracks. */
export interface DotScale {
	zero: number;
	unit: number;
	range: number;
	/** Pixels between which numbers may stand. */
	start: number;
	end: number;
}

/** The whole country: a tick between the dots of its regions. */
export const isWhole = ({ series, pct }: Mark): boolean => series < 0 && pct !== null;

/** What stands where on one track, relative to its middle. */
export interface DotRow {
	/** `dy` is not 0 where two whiskers would lie on one another. */
	dots: { mark: Mark; x: number; dy: number }[];
	/** Pixels that the strip is higher than usual. */
	extra: number;
	texts: {
		text: string;
		x: number;
		dy: number;
		align: 'left' | 'center' | 'right';
		small: boolean;
	}[];
	/** Lines of numbers under the track. */
	below: number;
}

/** Places the numbers of a line's dots and of its tick. */
export function rowOf(entry: Entry, scale: DotScale): DotRow {
	const at = (pct: number) => scale.zero + pct * scale.unit;
	const dots = entry.marks
		.flatMap((mark) =>
			mark.series >= 0 && mark.pct !== null ? [{ mark, x: at(mark.pct), dy: 0 }] : []
		)
		.sort((a, b) => a.x - b.x);
	const isApart = dots.length === 2 && dots.some(({ mark }) => mark.low !== null);
	if (isApart) for (const dot of dots) dot.dy = dot.mark.series === 0 ? -apart : apart;
	const row: DotRow = { dots, extra: isApart ? 2 * apart : 0, texts: [], below: 0 };
	/** Pixels from the middle of a dot to the end of its rim or its whisker. */
	const reach = ({ mark, x }: DotRow['dots'][number], side: -1 | 1): number => {
		const limit = side === 1 ? mark.high : mark.low;
		return limit === null ? radius : Math.max(radius, side * (at(limit) - x));
	};
	const whole = entry.marks.find(isWhole);
	const tick = whole && at(whole.pct ?? 0);

	const [only] = dots;
	const alone = only && dots.length === 1 ? besideOf(only, tick, scale, reach) : undefined;
	dots.forEach((dot, index) => {
		const { mark, x, dy } = dot;
		const middle = index > 0 && index < dots.length - 1;
		const side = alone ?? (index === 0 ? -1 : 1);
		if (middle)
			row.texts.push({ text: mark.text, x, dy: -radius - 5, align: 'center', small: false });
		else number(row, mark.text, x + side * (reach(dot, side) + 5), side, dy);
	});
	if (whole && tick !== undefined) {
		if (dots.length === 0) number(row, whole.text, tick + 7, 1);
		else
			row.texts.push({
				text: whole.text,
				x: tick,
				dy: 24 + row.extra / 2,
				align: 'center',
				small: true
			});
		row.below = dots.length === 0 ? 0 : 1;
	}
	return row;
}

/** Whether a text level with the dots stands over a place. */
export function covers({ text, x, dy, align }: DotRow['texts'][number], place: number): boolean {
	const wide = textWidth(text, type.label.size);
	const left = { left: x, center: x - wide / 2, right: x - wide }[align];
	return dy < 16 && left - 3 < place && place < left + wide + 3;
}

/** A number beside a dot or tick, level with the track. */
function number(row: DotRow, text: string, x: number, side: -1 | 1, dy = 0): void {
	row.texts.push({ text, x, dy: 5 + dy, align: side === 1 ? 'left' : 'right', small: false });
}

/** On which side of a single dot its number stands: not over the tick of the whole. */
function besideOf(
	dot: DotRow['dots'][number],
	tick: number | undefined,
	{ start, end }: DotScale,
	reach: (dot: DotRow['dots'][number], side: -1 | 1) => number
): -1 | 1 {
	const free = (side: -1 | 1) => {
		const wide = reach(dot, side) + 8 + textWidth(dot.mark.text, type.label.size);
		const far = dot.x + side * wide;
		const inside = side === 1 ? far <= end : far >= start;
		return inside && (tick === undefined || (tick - dot.x) * side < 0 || (tick - far) * side > 4);
	};
	return free(1) ? 1 : -1;
}
