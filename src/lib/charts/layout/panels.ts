import { listing } from '#lib/words/numbers.ts';
import { placeBar, placeStub } from './bar-marks.ts';
import { bar, marksOf, numberRoom } from './bar-scale.ts';
import type { Entry, RowsChart, Section, Series } from '#lib/charts/model/chart.ts';
import { columnsOf, labelLines, placeHeading, writeLabel, type Columns } from './row-labels.ts';
import { textWidth, wrap } from './text-width.ts';
import { placeBars, placeZero } from './bars.ts';
import { baseline, isNarrow, type, write, type Scene } from './scene.ts';

const gap = 14;
const leastBars = 44;

/** Columns of bars: how wide each is, and its per cents, all on one axis. */
interface Panels {
	wide: number;
	range: number;
	/** Pixels of a per cent, and per cents from one column's zero to the next. */
	unit: number;
	step: number;
	/** Pixels of a row: words of an absence take two lines. */
	high: number;
}

/** Several answers that may not be stacked: one column of bars an answer, each from its own zero. */
export function placePanels(scene: Scene, chart: RowsChart): void {
	const columns = columnsOf(scene, chart, isNarrow(scene.width));
	const panels = panelsOf(chart, columns);
	if (columns.narrow || panels.wide < neededWidth(chart)) {
		placeBars(scene, { ...chart, sections: listOf(chart) }, false);
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
	const absent = marks.some(({ pct }) => pct === null);
	const high = absent ? 2 * type.second.line : bar.thick;
	return { wide, range, unit, step: (wide + gap) / unit, high };
}

const zeroOf = (column: number, { left }: Columns, { wide }: Panels): number =>
	left + column * (wide + gap);

/** The narrowest a column may be, so that no word of its head or of an absence is divided. */
function neededWidth(chart: RowsChart): number {
	const { size } = type.second;
	const marks = marksOf(chart);
	const heads = chart.series.flatMap(({ label }) => label.split(' '));
	const absences = marks.flatMap(({ pct, text }) => (pct === null ? text.split(' ') : []));
	return Math.max(
		numberRoom(marks) + leastBars,
		...heads.map((word) => textWidth(word, size, true)),
		...absences.map((word) => bar.stub / 2 + 8 + textWidth(word, size))
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
	const height = Math.max(lines.height, panels.high);
	writeLabel(scene, entry, lines, columns.edge, scene.height + (height - lines.height) / 2);
	const y = scene.height + height / 2;
	const spot = { y, thickness: bar.thick, side: 1, start: 0, outermost: true } as const;
	const none = entry.marks.every(({ pct, text }) => pct === null && text === entry.marks[0]?.text);
	for (const mark of none ? entry.marks.slice(0, 1) : entry.marks) {
		const answer = series[mark.series];
		const origin = mark.series * panels.step;
		const scale = { zero: zeroOf(mark.series, columns, panels), unit: panels.unit };
		placeZero(scene, scale.zero, y, (height + bar.gap) / 2);
		if (none) placeStub(scene, mark, spot, scale.zero);
		else if (mark.pct === null) placeStub(scene, mark, spot, scale.zero, panels.wide);
		else if (answer) placeBar(scene, entry, mark, answer, { ...spot, origin }, scale);
	}
	scene.height += height + bar.gap;
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
		return first ? [{ ...first, label, second: null, strong: false }] : [];
	});
