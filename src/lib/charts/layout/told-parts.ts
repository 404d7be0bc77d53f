import type { Mark } from '#lib/charts/model/chart.ts';
import { baseline, type, write, type PlacedBox, type Scene } from './scene.ts';
import { addTarget } from './targets.ts';
import { textWidth } from './text-width.ts';

/** A part of a stacked bar that is told in words below it. */
export interface ToldPart {
	mark: Mark;
	/** What it is called there: `more than one named`. */
	name: string;
	/** Where the bar shows it; 0 % has no width. */
	box: PlacedBox;
}

/** Pixels between two parts, and above the first line. Widths are those of the widest usual font. */
const gap = 4;
const above = 3;

/**
 * Answers with their numbers in lines of words: those that nobody was offered, which are thin, often nought
 * and hatched alike, so that neither colour nor a number in the bar could tell them apart; and medians that
 * make no bar.
 *
 * @param lead what they have in common: `Volunteered:`
 * @param edges between which they stand, pixels
 * @param top pixels
 * @returns pixels that the lines take
 */
export function placeToldParts(
	scene: Scene,
	lead: string,
	parts: ToldPart[],
	edges: { left: number; right: number },
	top: number
): number {
	if (parts.length === 0) return 0;
	const { size, line } = type.second;
	let x = edges.left;
	let y = top + above;
	const put = (text: string): PlacedBox => {
		const width = textWidth(text, size);
		if (x > edges.left && x + width > edges.right) {
			x = edges.left;
			y += line;
		}
		write(scene, text, x, y + baseline(size, line), { size, color: 'muted' });
		const box = { x, y, width, height: line };
		x += width + gap;
		return box;
	};
	put(lead);
	for (const { mark, name, box } of parts)
		addTarget(scene, mark, put(`${name} ${mark.text}`), box.width > 0 ? box : undefined);
	return y + line - top;
}
