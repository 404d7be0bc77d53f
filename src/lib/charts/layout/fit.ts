import { shortLabel } from '#lib/words/charts/charts.ts';
import { cardRest } from '#lib/words/charts/charts.ts';
import type {
	Chart,
	Entry,
	NumberChart,
	OverlapChart,
	RowsChart,
	StatementChart,
	TimeChart
} from '#lib/charts/model/chart.ts';
import { heightOf } from './layout.ts';

/** Where a drawing must find room: pixels. */
export interface Frame {
	width: number;
	height: number;
}

/**
 * The chart with as many lines as a frame has room for, those set off first, then those that share their
 * finding, and a note on the rest.
 * What has no lines to give is returned as it is.
 */
export function fitted(chart: Chart, frame: Frame): Chart {
	const fits = (each: Chart) => heightOf(each, frame.width, true, frame.height) <= frame.height;
	if (chart.kind === 'number') return fittedNumber(chart, frame);
	if (fits(chart)) return chart;
	if (chart.kind === 'statement') return fittedStatement(chart, fits);
	if (chart.kind === 'time') return fittedLines(chart, fits);
	if (chart.kind === 'overlap') return fittedOverlap(chart, fits);
	const all = chart.sections.flatMap(({ entries }) => entries);
	const order = byWeight(all);
	return shorter(
		order.length,
		(most) => withEntries(chart, new Set(order.slice(0, most)), all),
		fits
	);
}

/** Germany among its allies must not look alone where others answered as it did: they come before the rest. */
function byWeight(all: Entry[]): Entry[] {
	const home = all.find(({ marks }) => marks.some(({ figure }) => figure.includes('~deu~')));
	const shares = (entry: Entry) => home !== undefined && leadOf(entry) === leadOf(home);
	return [
		...all.filter(({ strong }) => strong),
		...all.filter((entry) => !entry.strong && shares(entry)),
		...all.filter((entry) => !entry.strong && !shares(entry))
	];
}

/** The answer most often given. */
const leadOf = ({ marks }: Entry): number | undefined =>
	marks.filter(({ pct }) => pct !== null).toSorted((a, b) => (b.pct ?? 0) - (a.pct ?? 0))[0]
		?.series;

/** The longest of the variants that fits, else the shortest. */
function shorter<Each extends Chart>(
	most: number,
	variant: (size: number) => Each,
	fits: (each: Each) => boolean
): Each {
	let [low, high] = [0, most];
	let longest: Each | undefined;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const each = variant(middle);
		if (fits(each)) {
			low = middle;
			longest = each;
		} else high = middle - 1;
	}
	return longest ?? variant(low);
}

function withEntries(chart: RowsChart, kept: Set<Entry>, all: Entry[]): RowsChart {
	const more = all.length - kept.size;
	return {
		...chart,
		sections: chart.sections
			.map((section) => ({
				...section,
				entries: section.entries.filter((entry) => kept.has(entry))
			}))
			.filter(({ entries }) => entries.length > 0),
		foot: more > 0 ? [`… ${cardRest(more, chart.lang)}.`, ...chart.foot] : chart.foot
	};
}

/** Pixels that the number of a card has beyond the least. */
const largeNumber = 60;

/** What is asked goes from the foot, then the base, so that the number stays large. */
function fittedNumber(chart: NumberChart, frame: Frame): NumberChart {
	const height = frame.height - largeNumber;
	const variant = (size: number): NumberChart =>
		size === chart.foot.length ? chart : { ...chart, foot: chart.foot.slice(-size) };
	const fits = (each: NumberChart) => heightOf(each, frame.width, true, height) <= height;
	return fits(chart) ? chart : shorter(chart.foot.length - 1, (size) => variant(size + 1), fits);
}

/** The names of the questions go from the key, then what hatching means. */
function fittedOverlap(chart: OverlapChart, fits: (each: Chart) => boolean): OverlapChart {
	const series = chart.series.map((each) => ({ ...each, label: shortLabel(each.label) }));
	const named = { ...chart, series };
	return fits(named) ? named : { ...named, open: null, subtitle: '' };
}

/** Many lines need room for their names; those set off stay longest. */
function fittedLines(chart: TimeChart, fits: (each: Chart) => boolean): TimeChart {
	const order = [
		...chart.lines.filter(({ strong }) => strong),
		...chart.lines.filter(({ strong }) => !strong)
	];
	const variant = (size: number): TimeChart => {
		const kept = new Set(order.slice(0, size + 1));
		const more = chart.lines.length - kept.size;
		return {
			...chart,
			lines: chart.lines.filter((line) => kept.has(line)),
			foot: more > 0 ? [`… ${cardRest(more, chart.lang)}.`, ...chart.foot] : chart.foot
		};
	};
	return shorter(chart.lines.length - 1, variant, fits);
}

/** First the drawings go, the last one first, then the wordings. */
function fittedStatement(chart: StatementChart, fits: (each: Chart) => boolean): StatementChart {
	const sizes = chart.parts.length + chart.shifts.length;
	const variant = (size: number): StatementChart => {
		const parts = chart.parts.slice(0, Math.max(0, size - chart.shifts.length));
		const series = parts.flatMap((part) => part.series);
		return { ...chart, shifts: chart.shifts.slice(0, size), parts, series };
	};
	return shorter(sizes, variant, fits);
}
