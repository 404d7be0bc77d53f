import type { Database } from '#db/open.ts';
import { changeColumn, type ExploreView } from '#lib/view/explore/explore.ts';
import {
	emptyCell,
	type PivotCell,
	type PivotColumn,
	type PivotRow
} from '#lib/view/explore/pivot.ts';
import { changeHead } from '#lib/words/explore/explore.ts';
import type { Lang } from '#lib/words/lang.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { sortOf } from './heads.ts';

/**
 * One more column for a table over time: the last wave minus the first that a row has, of one institute
 * only. Its cells are no figures; they lead to the two that they are made of.
 *
 * @returns undefined where the table is not over time or holds several institutes
 */
export function changeOver(
	db: Database,
	view: ExploreView,
	columns: PivotColumn[],
	rows: PivotRow[],
	lang: Lang
): { head: PivotColumn; cells: PivotCell[] } | undefined {
	const isTime = view.columns === 'survey' || view.columns === 'year';
	if (view.measure !== 'percent' || !isTime || columns.length < 2) return undefined;
	const { surveys } = wholeDictionary(db);
	const waveOf = ({ figure }: PivotCell) => surveys[figure?.split('~')[0] ?? ''];
	const shown = rows.flatMap(({ cells }) => cells.filter(({ value }) => value !== null));
	const institutes = new Set(shown.map((cell) => waveOf(cell)?.organisation));
	if (institutes.size !== 1) return undefined;
	const ends = new Set<string>();
	const cells = rows.map((row): PivotCell => {
		const known = row.cells.filter(({ value }) => value !== null);
		const [first, last] = [known[0], known.at(-1)];
		if (!first?.figure || !last?.figure || first === last || known.length < 2)
			return { ...emptyCell, absence: 'one_wave' };
		const years = [first, last].map((cell) => String(waveOf(cell)?.year));
		ends.add(years.join('~'));
		const value = (last.value ?? 0) - (first.value ?? 0);
		return {
			...emptyCell,
			value,
			status: last.status === 'published' ? first.status : last.status,
			weak: first.weak || last.weak,
			parts: [
				{ label: years[1] ?? '', pct: last.value },
				{ label: years[0] ?? '', pct: first.value }
			],
			from: [last.figure, first.figure],
			heat: Math.min(4, Math.floor(Math.abs(value) / 8))
		};
	});
	if (ends.size === 0) return undefined;
	const [only] = ends;
	return {
		head: {
			key: changeColumn,
			// Where all rows begin and end alike, the head says when; otherwise each cell does.
			label: changeHead(ends.size === 1 ? (only ?? '').split('~') : [], lang),
			second: [],
			flags: [],
			strong: false,
			...sortOf(view, changeColumn)
		},
		cells
	};
}
