import type { Database } from '#db/open.ts';
import { headlineAnswer, type ExploreView } from '#lib/view/explore/explore.ts';
import type { Explored, Facet, MeasuredCell } from '#lib/view/explore/result.ts';
import type { Pivot } from '#lib/view/explore/pivot.ts';
import { facetKeys, type FacetKey } from '#lib/view/explore/facets.ts';
import { exploreQuery, narrowed, parseExplore, toggled } from '#lib/view/explore/explore-query.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Lang } from '#lib/words/lang.ts';
import { readCell } from '#lib/server/data/cells.ts';
import { dictionaryOf } from '#lib/server/data/dictionary.ts';
import { comparisonsOf } from './compare.ts';
import { figureIndex, type FigureColumns } from '#lib/server/facets/figure-index.ts';
import { hitsOf } from './search-hits.ts';
import { facetLabels } from '#lib/server/facets/labels.ts';
import { readMany } from './measures.ts';
import { pivotOf } from './pivot.ts';
import { searchedOf } from '#lib/server/search/help.ts';
import { checkNumbers, figuresWith } from '#lib/server/search/numbers.ts';
import { search } from '#lib/server/search/search.ts';
import { codesAt, idOf, select, type Selection } from '#lib/server/facets/facet-counts.ts';

/** A facet shows so many values; of more, the most frequent. */
const mostValues = 120;

/**
 * The workbench in the state that an address names.
 *
 * @param whole whether to read every selected figure and every row of the table: for files
 */
export function getExplore(
	db: Database,
	query: URLSearchParams,
	lang: Lang,
	{ whole = false } = {}
): Explored {
	const columns = figureIndex(db);
	const { view, notices } = parseExplore(query, columns.catalog);
	const checked = checkNumbers(db, view.q, lang);
	// The words of a sentence say which figures are meant; the table shows all with its number.
	const found = view.q === '' || checked ? undefined : search(db, view.q);
	const through = checked ? figuresWith(db, view.q) : found?.figures;
	const selection = select(columns, view.filters, through);
	const pivoted = pivotOf(db, columns, selection.at, view, lang, whole);
	const { pivot } = pivoted;
	const rows = whole ? withSelected(db, columns, selection, pivoted.rows) : pivoted.rows;
	const pinned = view.pin.flatMap((id) => readCell(db, id) ?? []);
	const chosen = view.cell === '' ? undefined : readCell(db, view.cell);
	return {
		view,
		query: exploreQuery(view),
		notices,
		total: columns.length,
		matched: selection.at.length,
		facets: facetKeys.map((key) => facetOf(db, key, view, columns, selection, lang)),
		hits: found ? hitsOf(db, found, view, lang) : [],
		searched: found && searchedOf(db, found, view, lang),
		checked,
		pivot,
		rows,
		records: view.measure === 'percent' ? selection.at.length + pivoted.absent : pivoted.lines,
		dictionary: dictionaryOf(db, [...rows, ...pinned, ...(chosen ? [chosen] : [])]),
		pinned,
		comparisons: comparisonsOf(db, pinned, view.assumed),
		chosen,
		opened: openedOf(db, pivot, view),
		pinnedCells: view.pin.flatMap((id) => measuredCell(pivot, view, id) ?? [])
	};
}

/** The cell of a table of differences or places that is named by its first figure. */
function measuredCell(
	pivot: Pivot,
	{ measure }: ExploreView,
	id: string
): MeasuredCell | undefined {
	if (measure === 'percent') return undefined;
	for (const row of pivot.rows)
		for (const [at, { figure, value, of, parts, from }] of row.cells.entries()) {
			if (figure !== id || value === null) continue;
			const column = pivot.columns.length > 1 ? (pivot.columns[at]?.label ?? '') : '';
			const name = [row.label, ...row.second, column].filter((part) => part !== '').join(', ');
			return { figure, name, value, of, parts, from };
		}
	return undefined;
}

function openedOf(db: Database, pivot: Pivot, view: ExploreView): Explored['opened'] {
	const cell = view.cell === '' ? undefined : measuredCell(pivot, view, view.cell);
	if (!cell) return undefined;
	const rows = readMany(db, cell.from);
	const [comparison] = comparisonsOf(
		db,
		cell.from.flatMap((id) => rows.get(id) ?? []),
		view.assumed
	);
	return { cell, comparison };
}

/** The rows of the table and the selected figures that stand in none of its rows. */
function withSelected(
	db: Database,
	columns: FigureColumns,
	{ at }: Selection,
	shown: DataPoint[]
): DataPoint[] {
	const known = new Set(shown.map(({ figure }) => figure));
	const others = Array.from(at, (index) => idOf(codesAt(columns, index))).filter(
		(id) => !known.has(id)
	);
	return [...shown, ...readMany(db, others).values()];
}

function facetOf(
	db: Database,
	key: FacetKey,
	view: ExploreView,
	{ catalog, exists }: FigureColumns,
	{ counts }: Selection,
	lang: Lang
): Facet {
	const label = facetLabels(db, key, lang, view.filters.question);
	const chosen = new Set(view.filters[key]);
	const values = catalog.values[key];
	const places = mostFrequent(counts[key], (place) => chosen.has(values[place]!));
	return {
		key,
		values: places.map((place) => {
			const code = values[place]!;
			const count = counts[key][place]!;
			const isChosen = chosen.has(code);
			return {
				code,
				label: label(code),
				count,
				chosen: isChosen,
				toggle: count > 0 || isChosen ? exploreQuery(toggled(view, key, code, catalog)) : undefined,
				exists: exists[key][place] === 1 || code === headlineAnswer
			};
		}),
		hidden: values.length - places.length,
		cleared: exploreQuery(narrowed(view, { [key]: [] }))
	};
}

/** Places of the values that a facet shows, rising: the chosen ones, then the most frequent. */
function mostFrequent(counts: Uint32Array, isChosen: (place: number) => boolean): number[] {
	const all = Array.from(counts, (_, place) => place);
	if (all.length <= mostValues) return all;
	const chosen = all.filter(isChosen).slice(0, mostValues);
	const free = mostValues - chosen.length;
	const others = all.filter((place) => !isChosen(place));
	// Fewer than `free` values are above the least count that is shown; the first ones with it follow.
	const least =
		Uint32Array.from(others, (place) => counts[place]!)
			.sort()
			.at(-free) ?? 0;
	const above = free === 0 ? [] : others.filter((place) => counts[place]! > least);
	const level = free === 0 ? [] : others.filter((place) => counts[place] === least);
	return [...chosen, ...above, ...level.slice(0, free - above.length)].toSorted((a, b) => a - b);
}
