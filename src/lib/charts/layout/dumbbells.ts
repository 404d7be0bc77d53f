import { chartWords } from '#lib/words/charts/charts.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import type { Entry, Mark, RowsChart } from '#lib/charts/model/chart.ts';
import {
	columnsOf,
	labelLines,
	placeHeading,
	withLacks,
	writeLabel,
	type Columns
} from './row-labels.ts';
import { marksOf, numberRoom } from './bar-scale.ts';
import { covers, dumbbell, isWhole, rowOf, type DotRow, type DotScale } from './dumbbell-row.ts';
import { legend, type Swatch } from './legend.ts';
import { baseline, isNarrow, stroke, type, write, type Scene } from './scene.ts';
import { addTarget, boxAround } from './targets.ts';

const { radius, track, below } = dumbbell;
/** Pixels for the gaps at the right, and between two lines. */
const gapRoom = 64;
const gap = 16;
/** Pixels of a track with labels beside it. */
const leastTrack = 480;
/** Per cents that the tracks reach at least. */
const leastRange = 50;

/** Dots on a line: East and West, or the regions of another country. */
export function placeDumbbells(scene: Scene, asked: RowsChart): void {
	const chart = withLacks(asked, ({ missing }) => missing);
	const hasGap = chart.gapHead.length > 0;
	const beside = columnsOf(scene, chart, false, hasGap ? gapRoom : 0);
	// Labels stand beside the tracks only where these stay as long as in a column of 480 px.
	const narrow = isNarrow(scene.width) || beside.right - beside.left < leastTrack;
	const marks = marksOf(chart);
	legend(scene, signsOf(chart, marks));
	const columns = narrow ? columnsOf(scene, chart, true) : beside;
	const scale = scaleOf(marks, columns, scene.area.right, chart.leastRange);
	const all = { ...scene.area };
	if (hasGap) placeGapHead(scene, chart.gapHead, narrow);
	const top = scene.height;
	chart.sections.forEach((section, index) => {
		placeHeading(scene, section, index === 0);
		for (const entry of section.entries) {
			if (entry !== section.entries[0])
				stroke(scene, [all.left, scene.height - gap / 2], [all.right, scene.height - gap / 2]);
			placeEntry(scene, entry, chart, columns, scale);
		}
	});
	placeEnds(scene, scale, chart.lang);
	scene.x = { min: 0, max: scale.range };
	scene.y = { min: top, max: scene.height, reverse: true };
	const right = scale.zero + scale.range * scale.unit;
	scene.area = { ...all, left: scale.zero, right, top, bottom: scene.height };
}

const isHollow = (series: number): boolean => series % 2 === 1;

function signsOf({ series, lang }: RowsChart, marks: Mark[]): Swatch[] {
	const swatches = series.map(({ color, label }, index): Swatch => ({
		shape: isHollow(index) ? 'ring' : 'disc',
		color,
		opacity: 1,
		label
	}));
	if (marks.some(isWhole)) {
		const german = series.some(({ id }) => id === 'east');
		const label = (german ? chartWords.whole : chartWords.wholeElsewhere)[lang];
		swatches.push({ shape: 'tick', color: 'ink', opacity: 1, label });
	}
	if (marks.some(({ assumed }) => assumed))
		swatches.push({ shape: 'band', color: 'ink', opacity: 1, label: chartWords.assumed[lang] });
	return swatches;
}

function scaleOf(
	marks: Mark[],
	{ left, right }: Columns,
	end: number,
	least = leastRange
): DotScale {
	const most = Math.max(
		0,
		...marks.map(({ pct, high, assumed }) => Math.max(pct ?? 0, high ?? 0, assumed?.high ?? 0))
	);
	const range = Math.min(100, Math.max(least, Math.ceil(most / 10) * 10));
	const room = numberRoom(marks) + radius;
	const unit = (right - left - 2 * room) / range;
	// The number of a single dot may run into the column of the gaps: without both sides it is empty.
	return { zero: left + room, unit, range, start: left, end };
}

/** What the numbers at the right are, over their column. */
function placeGapHead(scene: Scene, lines: string[], narrow: boolean): void {
	const { size, line } = type.second;
	for (const text of narrow ? [lines.join(' ')] : lines) {
		const style = { size, align: 'right', color: 'muted' } as const;
		write(scene, text, scene.area.right, scene.height + baseline(size, line), style);
		scene.height += line;
	}
	scene.height += 4;
}

/** The per cents at both ends, under the last line. */
function placeEnds(scene: Scene, { zero, unit, range }: DotScale, lang: Lang): void {
	const { size, line } = type.second;
	for (const pct of [0, range])
		write(scene, percent(pct, lang), zero + pct * unit, scene.height + baseline(size, line), {
			size,
			align: 'center',
			color: 'muted'
		});
	scene.height += line;
}

function placeEntry(
	scene: Scene,
	entry: Entry,
	chart: RowsChart,
	{ narrow, edge, room }: Columns,
	scale: DotScale
): void {
	const lines = labelLines(entry, narrow && entry.gap !== null ? room - 50 : room);
	const row = rowOf(entry, scale);
	const over = row.dots.length > 2 ? 14 : 0;
	const strip = track + row.extra;
	const block = over + strip + row.below * below;
	const top = scene.height;
	const trackTop = top + over + (narrow ? lines.height + 3 : 0);
	const y = trackTop + strip / 2;
	// Beside the track the first line of the label stands level with the dots.
	const labelTop = narrow ? top : trackTop + (track - type.label.line) / 2;
	writeLabel(scene, entry, lines, edge, labelTop);
	for (const mark of entry.marks)
		if (mark.series >= 0 && mark.pct === null)
			addTarget(scene, mark, { x: edge, y: labelTop, width: room, height: lines.height });
	if (entry.gap !== null) {
		const level = narrow ? top + type.label.line / 2 : y;
		write(scene, entry.gap, scene.area.right, level + 5, { align: 'right', bold: true, size: 16 });
	}
	placeRow(scene, row, entry, chart, scale, y);
	scene.height += (narrow ? lines.height + 3 + block : Math.max(over + lines.height, block)) + gap;
}

function placeRow(
	scene: Scene,
	row: DotRow,
	entry: Entry,
	chart: RowsChart,
	{ zero, unit, range }: DotScale,
	y: number
): void {
	const at = (pct: number) => zero + pct * unit;
	for (const x of [zero, at(range)]) {
		if (!row.texts.some((text) => covers(text, x)))
			stroke(scene, [x, y - (track + row.extra) / 2], [x, y + (track + row.extra) / 2]);
	}
	const [first, last] = [row.dots[0], row.dots.at(-1)];
	if (first && last && first !== last)
		stroke(scene, [first.x, y + first.dy], [last.x, y + last.dy], { width: 3, color: 'muted' });
	for (const { mark, dy } of row.dots) {
		placeInterval(scene, mark, at, y + dy);
		placeBand(scene, mark, chart, at, y);
		scene.dots.push({
			color: chart.series[mark.series]?.color ?? 'first',
			hollow: isHollow(mark.series),
			faint: mark.faint,
			radius,
			x: mark.pct ?? 0,
			y: y + dy,
			label: entry.label,
			mark
		});
		addTarget(scene, mark, boxAround(at(mark.pct ?? 0), y + dy, radius));
	}
	for (const mark of entry.marks.filter(isWhole)) {
		const x = at(mark.pct ?? 0);
		const half = 9 + row.extra / 2;
		stroke(scene, [x, y - half], [x, y + half], { width: 2, color: 'ink', over: true });
		addTarget(scene, mark, { x: x - 3, y: y - half, width: 6, height: 2 * half });
	}
	for (const { text, x, dy, align, small } of row.texts) {
		const { size } = small ? type.second : type.label;
		write(scene, text, x, y + dy, { align, size, color: small ? 'muted' : 'ink' });
	}
}

/** Pixels: height of a band, and its distance from the middle of the dots. */
const band = { height: 4, away: 8 };

/** A range that rests on assumptions: soft, above the dots for the first region, below for the next. */
function placeBand(
	scene: Scene,
	{ assumed, series }: Mark,
	chart: RowsChart,
	at: (pct: number) => number,
	y: number
): void {
	if (!assumed) return;
	const top = series === 0 ? y - band.away - band.height : y + band.away;
	const [left, right] = [at(assumed.low), at(Math.min(assumed.high, 100))];
	const color = chart.series[series]?.color ?? 'first';
	scene.bands.push({ x: left, y: top, width: right - left, height: band.height, color });
}

/** The interval of a computed share; the dot is its centre mark. */
function placeInterval(scene: Scene, mark: Mark, at: (pct: number) => number, y: number): void {
	if (mark.low === null || mark.high === null) return;
	stroke(scene, [at(mark.low), y], [at(mark.high), y], { width: 1.5, color: 'ink' });
	for (const limit of [mark.low, mark.high])
		stroke(scene, [at(limit), y - 5], [at(limit), y + 5], { width: 1.5, color: 'ink' });
}
