import type { Entry, Mark, RowsChart } from '#lib/charts/model/chart.ts';
import type { Columns } from './row-labels.ts';
import { textWidth } from './text-width.ts';
import { isNarrow, type, type Scene } from './scene.ts';

/** Pixels: bars, and the space between them. */
export const bar = { thick: 20, thin: 16, gap: 12 };

/** Room for the widest number beside its bar or dot. */
export const numberRoom = (marks: Mark[]): number =>
	8 +
	Math.max(
		...marks.map(({ pct, text }) => (pct === null ? 0 : textWidth(text, type.label.size, true))),
		24
	);

/** Room at an end in charts that are read side by side, whatever numbers they hold. */
const widestRoom = 8 + textWidth('100\u00a0%', type.label.size, true);

/** A chart of small shares keeps at least this range, so that 3 % does not look like a lot. */
const usualLeast = 50;

/** Pixels of a per cent, and where zero is. */
export interface BarScale {
	zero: number;
	unit: number;
}

/** On which side of zero a mark is drawn. */
export const sideOf = ({ kind, series }: RowsChart, mark: Mark): -1 | 1 =>
	kind === 'diverging' ? (series[mark.series]?.side ?? 1) : 1;

/** How far the bars reach to the left and to the right of zero, in per cent. */
export function reachOf(chart: RowsChart): { left: number; right: number } {
	const sums = (side: -1 | 1) =>
		entriesOf(chart).map(({ marks }) =>
			marks
				.filter((mark) => sideOf(chart, mark) === side)
				.reduce((sum, { pct, high }) => Math.max(sum + (pct ?? 0), high ?? 0), 0)
		);
	const { leastRange = usualLeast } = chart;
	const [left, right] = [Math.max(0, ...sums(-1)), Math.max(0, ...sums(1))];
	// Rounded parts of a whole add up to 101 now and then.
	if (chart.kind === 'stacked') return { left: 0, right: Math.max(100, right) };
	if (chart.kind === 'bars') return { left: 0, right: Math.max(leastRange, right) };
	const lacking = Math.max(0, leastRange - left - right) / 2;
	return { left: left + lacking, right: right + lacking };
}

/** Zero and the unit, so that bars and their numbers have room. */
export function barScale(chart: RowsChart, { left, right }: Columns): BarScale {
	const reach = reachOf(chart);
	const width = right - left;
	const isAlongside = chart.leastRange !== undefined;
	const room = isAlongside ? widestRoom : numberRoom(marksOf(chart));
	if (chart.kind === 'stacked') return { zero: left, unit: width / reach.right };
	if (chart.kind === 'bars')
		return { zero: left, unit: (width - (isAlongside ? 2 : 1) * room) / reach.right };

	const unit = Math.max(0, (width - 2 * room) / (reach.left + reach.right));
	return { zero: left + room + unit * reach.left, unit };
}

/** Labels beside the bars take their room from them, so charts that are read side by side have them above. */
export const hasLabelsAbove = ({ width }: Scene, { leastRange }: RowsChart): boolean =>
	leastRange !== undefined || isNarrow(width);

/** Why a line has no number at all, where that is so for one and the same reason. */
export function absenceOf({ marks }: Entry): string | null {
	const [first] = marks;
	const isAbsent = marks.every(({ pct, text }) => pct === null && text === first?.text);
	return first && isAbsent ? first.text : null;
}

const entriesOf = ({ sections }: RowsChart) => sections.flatMap(({ entries }) => entries);

export const marksOf = (chart: RowsChart): Mark[] => entriesOf(chart).flatMap(({ marks }) => marks);
