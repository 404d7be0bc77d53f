import { listing } from '#lib/words/numbers.ts';
import { shortLabel } from '#lib/words/charts/charts.ts';
import { placeBar } from './bar-marks.ts';
import { absenceOf, bar, hasLabelsAbove, marksOf, numberRoom } from './bar-scale.ts';
import type { Entry, RowsChart, Section, Series } from '#lib/charts/model/chart.ts';
import {
	columnsOf,
	labelLines,
	placeGround,
	placeHeading,
	withLacks,
	writeLabel,
	type Columns
} from './row-labels.ts';
import { addTarget } from './targets.ts';
import { textWidth, wrap } from './text-width.ts';
import { placeBars, placeZero } from './bars.ts';
import { baseline, type, write, type Scene } from './scene.ts';

const gap = 14;
const leastBars = 44;

/** Columns of bars: how wide each is, and its per cents, all on one axis. */
interface Panels {
	wide: number;
	range: number;
	/** Pixels of a per cent, and per cents from one column's zero to the next. */
	unit: number;
	step: number;
}

/** Several answers that may not be stacked: one column of bars an answer, each from its own zero. */
export function placePanels(scene: Scene, asked: RowsChart): void {
	const chart = withLacks(asked, (entry) => lackOf(asked, entry));
	const columns = columnsOf(scene, chart, hasLabelsAbove(scene, chart));
	const panels = panelsOf(chart, columns);
	if (columns.narrow || panels.wide < neededWidth(chart)) {
		placeBars(scene, { ...asked, sections: listOf(asked) }, false);
		return;
	}
	placeHeads(scene, chart.series, columns.left, panels);
	const top = scene.height;
	chart.sections.forEach((section, index) => {
		placeHeading(scene, section, index === 0);
		for (const entry of section.entries) placeEntry(scene, chart, entry, columns, panels);
	});
	scene.x = { min: 0, max: panels.step * (chart.series.length - 1) + panels.range };
	scene.y = { min: top, max: scene.height, reverse: true };
	const right = columns.left + scene.x.max * panels.unit;
	scene.area = { left: columns.left, right, top, bottom: scene.height };
}

function panelsOf(chart: RowsChart, { left, right }: Columns): Panels {
	const { series } = chart;
	const wide = (right - left - gap * (series.length - 1)) / series.length;
	const marks = marksOf(chart);
	const range = Math.max(10, ...marks.map(({ pct, high }) => Math.max(pct ?? 0, high ?? 0)));
	const unit = (wide - numberRoom(marks)) / range;
	return { wide, range, unit, step: (wide + gap) / unit };
}

const zeroOf = (column: number, { left }: Columns, { wide }: Panels): number =>
	left + column * (wide + gap);

/** The narrowest a column may be, so that no word of its head is divided. */
function neededWidth(chart: RowsChart): number {
	const { size } = type.second;
	const marks = marksOf(chart);
	const heads = chart.series.flatMap(({ label }) => label.split(' '));
	return Math.max(
		numberRoom(marks) + leastBars,
		...heads.map((word) => textWidth(word, size, true))
	);
}

/** Answers over their columns, standing on one line. */
function placeHeads(scene: Scene, series: Series[], left: number, { wide }: Panels): void {
	const { size, line } = type.second;
	const heads = series.map(({ label }) => wrap(label, wide, size, true));
	const most = Math.max(...heads.map(({ length }) => length));
	heads.forEach((lines, column) => {
		const top = scene.height + (most - lines.length) * line;
		lines.forEach((text, index) => {
			const y = top + index * line + baseline(size, line);
			write(scene, text, left + column * (wide + gap), y, { size, bold: true });
		});
	});
	scene.height += most * line + 10;
}

function placeEntry(
	scene: Scene,
	{ series }: RowsChart,
	entry: Entry,
	columns: Columns,
	panels: Panels
): void {
	const lines = labelLines(entry, columns.room);
	const height = Math.max(lines.height, bar.thick);
	writeLabel(scene, entry, lines, columns.edge, scene.height + (height - lines.height) / 2);
	const y = scene.height + height / 2;
	const spot = { y, thickness: bar.thick, side: 1, start: 0, outermost: true } as const;
	for (const mark of entry.marks) {
		const answer = series[mark.series];
		const origin = mark.series * panels.step;
		const scale = { zero: zeroOf(mark.series, columns, panels), unit: panels.unit };
		placeZero(scene, scale.zero, y, (height + bar.gap) / 2);
		if (mark.pct !== null && answer)
			placeBar(scene, entry, mark, answer, { ...spot, origin }, scale);
		else
			addTarget(scene, mark, {
				x: columns.edge,
				y: scene.height,
				width: columns.room,
				height: lines.height
			});
	}
	placeGround(scene, entry, scene.height, scene.height + height);
	scene.height += height + bar.gap;
}

/** For which answers a line has no number, and why. */
function lackOf({ series, lang }: RowsChart, entry: Entry): string | null {
	const whole = absenceOf(entry);
	if (whole !== null) return whole;
	const absent = entry.marks.filter(({ pct }) => pct === null);
	if (absent.length === 0) return null;
	return [...Map.groupBy(absent, ({ text }) => text)]
		.map(([text, marks]) => {
			const answers = marks.map((mark) => shortLabel(series[mark.series]?.label ?? ''));
			return `${listing(answers, lang)}: ${text}`;
		})
		.join('; ');
}

/** Where columns do not fit: one answer after the other. */
const listOf = ({ sections, series, lang }: RowsChart): Section[] =>
	sections.flatMap((section) => [
		...(section.heading === null && section.notes.length === 0
			? []
			: [{ ...section, entries: [] }]),
		...series.map(({ label }, index) => {
			const entries = section.entries.flatMap((entry) => {
				const marks = entry.marks.filter((mark) => mark.series === index);
				return marks.length > 0 ? [{ ...entry, marks }] : [];
			});
			const present = entries.filter(({ marks }) => marks.some(({ pct }) => pct !== null));
			const absent = entries.filter((entry) => !present.includes(entry));
			return { heading: label, notes: [], entries: [...present, ...together(absent, lang)] };
		})
	]);

/** Entries that lack their number for the same reason share a line. */
const together = (absent: Entry[], lang: RowsChart['lang']): Entry[] =>
	[...Map.groupBy(absent, ({ marks }) => marks[0]?.text ?? '').values()].flatMap((part) => {
		const [first] = part;
		const label = listing(
			part.map((entry) => entry.label),
			lang
		);
		return first ? [{ ...first, label, second: null, strong: false, home: false }] : [];
	});
