import { textWidth } from './text-width.ts';
import { baseline, stroke, type, write, type Scene } from './scene.ts';

/** A number that has no room in its part of a bar: the middle of that part, in pixels. */
export interface SmallNumber {
	x: number;
	text: string;
	bold: boolean;
}

/** Pixels: between bar and number, and between two numbers. */
const leader = 7;
const gap = 6;
const { size, line } = type.second;

/**
 * Numbers in a line under their bar, each as near to its part as its neighbours allow and led to it by a
 * short line. A bar of eight parts that are all too narrow has room for them in the narrowest drawing.
 *
 * @param edges between which they stand, pixels
 * @param top lower edge of the bar
 * @returns pixels that the line takes below the bar
 */
export function placeSmallNumbers(
	scene: Scene,
	numbers: SmallNumber[],
	edges: { left: number; right: number },
	top: number
): number {
	if (numbers.length === 0) return 0;
	const all = numbers.toSorted((a, b) => a.x - b.x);
	const middles = apart(
		all.map(({ x }) => x),
		all.map(({ text, bold }) => textWidth(text, size, bold)),
		edges
	);
	all.forEach(({ x, text, bold }, index) => {
		const middle = middles[index] ?? x;
		stroke(scene, [x, top], [middle, top + leader], { color: 'muted' });
		write(scene, text, middle, top + leader - 1 + baseline(size, line), {
			size,
			bold,
			align: 'center'
		});
	});
	return leader + line - 1;
}

/**
 * Middles as near as can be to those wished for, none over another: neighbours that would touch become a
 * block, which lies where its members wish on average.
 */
function apart(
	wished: number[],
	widths: number[],
	{ left, right }: { left: number; right: number }
): number[] {
	// Where each would be if all stood side by side.
	const offsets: number[] = [];
	for (const [index, wide] of widths.entries()) {
		const before = widths[index - 1];
		offsets.push(before === undefined ? wide / 2 : offsets[index - 1]! + (before + wide) / 2 + gap);
	}
	const blocks: { start: number; members: number }[] = [];
	for (const [index, wish] of wished.entries()) {
		let block = { start: wish - offsets[index]!, members: 1 };
		for (let last = blocks.at(-1); last && last.start > block.start; last = blocks.at(-1)) {
			blocks.pop();
			const members = last.members + block.members;
			const start = (last.start * last.members + block.start * block.members) / members;
			block = { start, members };
		}
		blocks.push(block);
	}
	const most = right - (offsets.at(-1) ?? 0) - (widths.at(-1) ?? 0) / 2;
	return blocks
		.flatMap(({ start, members }) => Array<number>(members).fill(start))
		.map((start, index) => Math.max(left, Math.min(start, most)) + offsets[index]!);
}
