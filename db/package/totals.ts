import { text, type Fault, type PackageRow, type Tables } from './schema.ts';

/** What one printed number may be above the true one, in points, however it was rounded. */
const rounding = 1;

/**
 * Answers of one group to one question that add to more than a hundred, and to more than any
 * rounding explains: one of them is a slip of the hand. Smaller excesses are for `npm run db:check`. Nets are sums of others and do not count.
 * The last row of the group is named, with what all of them add to.
 */
export function checkTotals(tables: Tables): Fault[] {
	const nets = new Set(
		(tables.get('answers') ?? [])
			.filter((row) => row.cells['kind'] === 'net')
			.map((row) => keyOf(row, 'question_id', 'answer_id'))
	);
	const groups = Map.groupBy(
		(tables.get('figures') ?? []).filter(
			(row) =>
				typeof row.cells['pct'] === 'number' && !nets.has(keyOf(row, 'question_id', 'answer_id'))
		),
		(row) => keyOf(row, 'survey_id', 'question_id', 'population_id', 'group_id')
	);
	return [...groups.values()].flatMap((rows) => {
		const last = rows.at(-1)!;
		const sum = rows.reduce((total, row) => total + Number(row.cells['pct']), 0);
		if (sum <= 100 + rows.length * rounding) return [];
		const shown = Math.round(sum * 10) / 10;
		return [
			{
				file: last.file,
				line: last.line,
				column: 'pct',
				value: String(last.cells['pct']),
				expected: `answers of one group that add to 100 but for rounding; these ${rows.length} add to ${shown}`
			}
		];
	});
}

const keyOf = (row: PackageRow, ...columns: string[]): string =>
	columns.map((column) => text(row, column)).join('/');
