import type { Entry, RowsChart, Section } from '#lib/charts/model/chart.ts';
import { textWidth, wrap } from './text-width.ts';
import { baseline, stroke, type, write, type Scene } from './scene.ts';

/** What labels leave: where drawings begin and end, and whether labels stand above them. */
export interface Columns {
	narrow: boolean;
	/** Left edge of the labels, and their width. */
	edge: number;
	room: number;
	/** Left and right edge of the drawing. */
	left: number;
	right: number;
}

const gutter = 16;
/** Of labels, where one of the lines lies on a band: so far are they from its mark at the edge. */
const indent = 10;

/** Labels beside the drawing, as wide as they need but at most this share; above it where it is narrow. */
const mostOfWidth = 0.34;

export function columnsOf(scene: Scene, chart: RowsChart, narrow: boolean, reserved = 0): Columns {
	const hasHome = chart.sections.some(({ entries }) => entries.some(({ home }) => home));
	// In pictures that are read side by side drawings begin at one place, whichever of them has a band.
	const edge = scene.area.left + (hasHome || chart.leastRange !== undefined ? indent : 0);
	const end = scene.area.right;
	const right = end - reserved;
	if (narrow) return { narrow, edge, room: right - edge, left: edge + 1, right };
	const widest = Math.max(
		0,
		...chart.sections.flatMap(({ entries }) =>
			entries.flatMap(({ label, second }) => [
				textWidth(label, type.label.size, true),
				...(second ?? '').split('\n').map((line) => textWidth(line, type.second.size))
			])
		)
	);
	const room = Math.min(Math.ceil(widest), (end - edge) * mostOfWidth);
	return { narrow, edge, room, left: edge + room + gutter, right };
}

/** Heading of a section, set off from the one before by a rule; nothing for what was asked for. */
export function placeHeading(scene: Scene, { heading, notes }: Section, first: boolean): void {
	if (heading === null && notes.length === 0) return;
	const { left, right } = scene.area;
	if (!first) {
		scene.height += 8;
		stroke(scene, [left, scene.height + 0.5], [right, scene.height + 0.5]);
		scene.height += 12;
	}
	const { size, line } = type.second;
	const lines = [
		...(heading === null
			? []
			: wrap(heading, right - left, size, true).map((text) => ({ text, bold: true }))),
		...notes.flatMap((note) =>
			wrap(note, right - left, size).map((text) => ({ text, bold: false }))
		)
	];
	for (const { text, bold } of lines) {
		const style = { size, bold, color: bold ? 'ink' : 'muted' } as const;
		write(scene, text, left, scene.height + baseline(size, line), style);
		scene.height += line;
	}
	scene.height += 8;
}

/**
 * The chart with what its lines lack under their names: words on the value axis would look like a value.
 *
 * @param lackOf what a line has no number for and why; null: nothing
 */
export const withLacks = (
	chart: RowsChart,
	lackOf: (entry: Entry) => string | null
): RowsChart => ({
	...chart,
	sections: chart.sections.map((section) => ({
		...section,
		entries: section.entries.map((entry) => {
			const lack = lackOf(entry);
			if (lack === null) return entry;
			return { ...entry, second: entry.second === null ? lack : `${entry.second}\n${lack}` };
		})
	}))
});

/** Lines of an entry's label and the pixels they take. */
export function labelLines(entry: Entry, room: number) {
	const label = wrap(entry.label, room, type.label.size, entry.strong);
	const second = (entry.second?.split('\n') ?? []).flatMap((line) =>
		wrap(line, room, type.second.size)
	);
	return {
		label,
		second,
		height: label.length * type.label.line + second.length * type.second.line
	};
}

export function writeLabel(
	scene: Scene,
	entry: Entry,
	lines: ReturnType<typeof labelLines>,
	x: number,
	top: number
): void {
	let y = top;
	for (const line of lines.label) {
		write(scene, line, x, y + baseline(type.label.size, type.label.line), { bold: entry.strong });
		y += type.label.line;
	}
	for (const line of lines.second) {
		write(scene, line, x, y + baseline(type.second.size, type.second.line), {
			size: type.second.size,
			color: 'muted'
		});
		y += type.second.line;
	}
}

/** Pixels by which a band is higher than its line, above and below. */
const around = 5;

/** The band on which Germany lies among other countries, between two heights, with a mark at its edge. */
export function placeGround(scene: Scene, { home }: Entry, top: number, bottom: number): void {
	if (!home) return;
	const { left: x, right } = scene.area;
	const [y, end] = [top - around, bottom + around];
	scene.grounds.push({ x, y, width: right - x, height: end - y });
	stroke(scene, [x + 1.5, y], [x + 1.5, end], { width: 3, color: 'ink', over: true });
}
