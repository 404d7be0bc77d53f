import { barWords, shortLabel } from '#lib/words/charts/charts.ts';
import { placeBar } from './bar-marks.ts';
import {
	absenceOf,
	bar,
	barScale,
	hasLabelsAbove,
	reachOf,
	sideOf,
	type BarScale
} from './bar-scale.ts';
import type { Entry, Mark, RowsChart, Series } from '#lib/charts/model/chart.ts';
import {
	columnsOf,
	labelLines,
	placeGround,
	placeHeading,
	withLacks,
	writeLabel,
	type Columns
} from './row-labels.ts';
import { legend, opacityOf, type Swatch } from './legend.ts';
import { stroke, type, type Scene } from './scene.ts';
import { placeSmallNumbers, type SmallNumber } from './small-numbers.ts';
import { addTarget } from './targets.ts';
import { placeToldParts, type ToldPart } from './told-parts.ts';

/** Bars from zero, stacked or not, or to both sides of it. */
export function placeBars(scene: Scene, asked: RowsChart, keyed = true): void {
	const chart = withLacks(asked, (entry) => lackOf(asked, entry));
	const offered = keyOrder(chart).filter(({ told }) => told === undefined);
	if (keyed) legend(scene, offered.map(signOf));
	const columns = columnsOf(scene, chart, hasLabelsAbove(scene, chart));
	const scale = barScale(chart, columns);
	const area = { ...scene.area, top: scene.height };
	chart.sections.forEach((section, index) => {
		placeHeading(scene, section, index === 0);
		for (const entry of section.entries) placeEntry(scene, chart, entry, columns, scale);
	});
	const reach = reachOf(chart);
	scene.x = { min: 0 - reach.left, max: reach.right };
	scene.y = { min: area.top, max: scene.height, reverse: true };
	scene.area = {
		left: scale.zero - reach.left * scale.unit,
		right: scale.zero + reach.right * scale.unit,
		top: area.top,
		bottom: scene.height
	};
}

/** In a diverging chart as the bars lie, from the outermost left to the outermost right. */
const keyOrder = ({ kind, series }: RowsChart): Series[] =>
	kind === 'diverging' ? series.toReversed().sort((a, b) => a.side - b.side) : series;

const signOf = (series: Series): Swatch => ({
	shape: series.color === 'other' ? 'hatched' : 'square',
	color: series.color,
	opacity: opacityOf(series),
	label: series.label
});

/** A piece of the line from which bars start; above a narrow bar it makes room for the label. */
export const placeZero = (scene: Scene, x: number, y: number, reach: number): void =>
	stroke(scene, [x, y - reach], [x, y + reach], { color: 'ink', over: true });

function placeEntry(
	scene: Scene,
	chart: RowsChart,
	entry: Entry,
	{ narrow, room, edge }: Columns,
	scale: BarScale
): void {
	const lines = labelLines(entry, room);
	const thickness = narrow ? bar.thin : bar.thick;
	const height = narrow ? lines.height + 2 + thickness : Math.max(lines.height, thickness);
	const top = scene.height;
	writeLabel(scene, entry, lines, edge, narrow ? top : top + (height - lines.height) / 2);
	const y = narrow ? top + height - thickness / 2 : top + height / 2;
	const { small, told } = placeMarks(scene, chart, entry, y, thickness, scale);
	for (const mark of lackingOf(chart, entry))
		addTarget(scene, mark, { x: edge, y: top, width: room, height: lines.height });
	if (chart.kind !== 'stacked')
		placeZero(scene, scale.zero, y, narrow ? thickness / 2 + 3 : (height + bar.gap) / 2);
	const end = entry.isTold ? y - type.second.line / 2 - 3 : y + thickness / 2;
	const numbers = placeSmallNumbers(scene, small, scene.area, end);
	const edges = { left: scale.zero, right: scene.area.right };
	const lead = barWords[entry.isTold ? 'medians' : 'volunteered'][chart.lang];
	const words = placeToldParts(scene, lead, told, edges, end + numbers);
	const bottom = Math.max(top + height, end + numbers + words);
	placeGround(scene, entry, top, bottom);
	scene.height = bottom + bar.gap;
}

/** Marks without a number that are told of: of a stack only those of a line that has none at all. */
function lackingOf(chart: RowsChart, entry: Entry): Mark[] {
	if (absenceOf(entry) !== null) return entry.marks;
	if (chart.kind === 'stacked') return [];
	const onSide = (side: -1 | 1) => entry.marks.filter((mark) => sideOf(chart, mark) === side);
	return ([-1, 1] as const)
		.map(onSide)
		.filter(({ length }) => length === 1)
		.flat()
		.filter(({ pct }) => pct === null);
}

/** What a line has no number for, and why. */
function lackOf(chart: RowsChart, entry: Entry): string | null {
	const whole = absenceOf(entry);
	if (whole !== null) return whole;
	const parts = lackingOf(chart, entry).map(
		({ series, text }) => `${shortLabel(chart.series[series]?.label ?? '')}: ${text}`
	);
	return parts.length > 0 ? parts.join('; ') : null;
}

/** The bars of an entry from zero outward, each side by itself. @returns numbers that had no room in theirs, and parts to be told in words */
function placeMarks(
	scene: Scene,
	chart: RowsChart,
	entry: Entry,
	y: number,
	thickness: number,
	scale: BarScale
): { small: SmallNumber[]; told: ToldPart[] } {
	const { marks } = entry;
	const small: SmallNumber[] = [];
	const told: ToldPart[] = [];
	for (const side of [-1, 1] as const) {
		const own = marks.filter((mark) => sideOf(chart, mark) === side);
		// The questionnaire runs from yes to no, so from the right end to the left one.
		const outward = chart.kind === 'diverging' && side === 1 ? own.reverse() : own;
		let start = 0;
		outward.forEach((mark, index) => {
			const series = chart.series[mark.series];
			if (mark.pct === null || !series) return;
			const outermost = index === outward.length - 1 && chart.kind !== 'stacked';
			const name = entry.isTold ? shortLabel(series.label) : series.told;
			const isTold = name !== undefined;
			const spot = { y, thickness, side, start, origin: 0, outermost, isTold };
			const number = entry.isTold ? undefined : placeBar(scene, entry, mark, series, spot, scale);
			if (number) small.push(number);
			const x = scale.zero + start * scale.unit;
			const width = entry.isTold ? 0 : mark.pct * scale.unit;
			if (isTold)
				told.push({ mark, name, box: { x, y: y - thickness / 2, width, height: thickness } });
			start += mark.pct;
		});
	}
	return { small, told };
}
