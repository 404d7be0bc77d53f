import { lineKey } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Layout } from '#lib/view/view.ts';

/** Rows that a list shows where it has no room for all, by whole lines. */
export interface FirstLines {
	rows: DataPoint[];
	lines: { shown: number; all: number };
}

/** What is one line of a drawing: a course over the years, a pair of regions, or the answers of one place. */
function lineOf(row: DataPoint, by: Layout): string {
	if (by === 'time') return [row.population, row.group, row.answer].join('~');
	if (by === 'region') return `${lineKey(row)}~${row.population}`;
	return [row.survey, row.question, row.population, row.group].join('~');
}

/**
 * As many lines as hold so many figures, at least one, in the order that the view has.
 *
 * @param most figures
 * @param isLead lines that are taken before others: that of Germany as a whole, unless said otherwise
 */
export function firstLines(
	rows: DataPoint[],
	by: Layout,
	most: number,
	isLead: (line: DataPoint[]) => boolean = ([row]) =>
		row?.population === 'deu' && row.group === 'all'
): FirstLines {
	const lines = [...Map.groupBy(rows, (row) => lineOf(row, by)).values()];
	if (rows.length <= most) return { rows, lines: { shown: lines.length, all: lines.length } };
	const order = [...lines.filter(isLead), ...lines.filter((line) => !isLead(line))];
	const kept = new Set<DataPoint[]>();
	let figures = 0;
	for (const line of order) {
		if (kept.size > 0 && figures + line.length > most) break;
		kept.add(line);
		figures += line.length;
	}
	const shown = lines.filter((line) => kept.has(line));
	return { rows: shown.flat(), lines: { shown: shown.length, all: lines.length } };
}
