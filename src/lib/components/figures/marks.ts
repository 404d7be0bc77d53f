import type { Shown } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import { marks } from '#lib/words/charts/marks.ts';

/** The sign behind a number that was not simply published with high confidence. */
export function markOf(row: Shown): string {
	if (row.pct === null) return '';
	if (row.confidence === 'low') return '†';
	if (row.status === 'reported') return '*';
	if (row.status === 'computed') return '‡';
	if (row.status === 'sum_of_parts') return 'Σ';
	return row.status === 'recovered' ? '°' : '';
}

/** Explanations of the signs that these rows carry. */
export function marksIn(rows: Shown[]): Text[] {
	const used = new Set(rows.map(markOf));
	const all: [string, Text][] = [
		['†', marks.low],
		['*', marks.reported],
		['°', marks.recovered],
		['‡', marks.computed],
		['Σ', marks.sum_of_parts]
	];
	return all.filter(([mark]) => used.has(mark)).map(([, text]) => text);
}
