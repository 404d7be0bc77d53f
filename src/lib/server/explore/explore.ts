import type { Database } from '#db/open.ts';
import {
	facetKeys,
	headlineAnswer,
	type Explored,
	type ExploreView,
	type Facet,
	type FacetKey,
	type TooMany
} from '#lib/view/explore.ts';
import { exploreQuery, narrowed, parseExplore, toggled } from '#lib/view/explore-query.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Lang } from '#lib/words/lang.ts';
import { coreSurvey } from '#lib/server/data/catalog.ts';
import { readCell } from '#lib/server/data/cells.ts';
import { dictionaryOf } from '#lib/server/data/dictionary.ts';
import { comparisonsOf } from './compare.ts';
import { columnsOf, type FigureColumns } from './figure-index.ts';
import { hitsOf } from './search-hits.ts';
import { facetLabels } from './labels.ts';
import { readMany } from './measures.ts';
import { mostCells, pivotOf, type Pivoted } from './pivot.ts';
import { figuresFound, search } from './search.ts';
import { codesAt, idOf, select, type Selection } from './facet-counts.ts';

/** A facet shows so many values; of more, the most frequent. */
const mostValues = 120;

/**
 * The workbench in the state that an address names.
 *
 * @param whole whether to read every selected figure where they are too many for a table: for files
 */
export function getExplore(
	db: Database,
	query: URLSearchParams,
	lang: Lang,
	{ whole = false } = {}
): Explored {
	const columns = columnsOf(db);
	const { view, notices } = parseExplore(query, columns.catalog);
	const found = view.q === '' ? undefined : search(db, view.q);
	const selection = select(columns, view.filters, found && figuresFound(columns, found));
	const pivoted = pivotOf(db, columns, selection.at, view, lang);
	const rows = pivoted.rows ?? (whole ? readSelected(db, columns, selection) : []);
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
		pivot: pivoted.pivot,
		tooMany: tooManyOf(pivoted, view, columns, selection),
		rows,
		dictionary: dictionaryOf(db, [...rows, ...pinned, ...(chosen ? [chosen] : [])]),
		pinned,
		comparisons: comparisonsOf(db, pinned, view.assumed),
		chosen
	};
}

const readSelected = (db: Database, columns: FigureColumns, { at }: Selection): DataPoint[] => [
	...readMany(
		db,
		at.map((index) => idOf(codesAt(columns, index)))
	).values()
];

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
	const values = catalog.values[key].map((code, place) => {
		const count = counts[key][place] ?? 0;
		const isChosen = chosen.has(code);
		return { code, place, count, chosen: isChosen };
	});
	const kept =
		values.length <= mostValues
			? values
			: values
					.toSorted((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count)
					.slice(0, mostValues)
					.toSorted((a, b) => a.place - b.place);
	return {
		key,
		values: kept.map(({ code, place, count, chosen: isChosen }) => ({
			code,
			label: label(code),
			count,
			chosen: isChosen,
			toggle: count > 0 || isChosen ? exploreQuery(toggled(view, key, code, catalog)) : undefined,
			exists: exists[key][place] === 1 || code === headlineAnswer
		})),
		hidden: values.length - kept.length,
		cleared: exploreQuery(narrowed(view, { [key]: [] }))
	};
}

/** Ways out of a table that is too large, those that help first. */
function tooManyOf(
	{ size }: Pivoted,
	view: ExploreView,
	{ places }: FigureColumns,
	{ at, counts }: Selection
): TooMany | undefined {
	if (!size) return undefined;
	const countOf = (key: FacetKey, code: string) => counts[key][places[key].get(code) ?? -1] ?? 0;
	const ways: [TooMany['narrower'][number]['kind'], FacetKey, string][] = [
		['core', 'survey', coreSurvey],
		['germany', 'country', 'deu'],
		['headline', 'answer', headlineAnswer],
		['whole', 'group', 'all']
	];
	const narrower = ways.flatMap(([kind, key, code]) => {
		const count = countOf(key, code);
		if (view.filters[key].length > 0 || count === 0 || count === at.length) return [];
		return [{ kind, count, query: exploreQuery(narrowed(view, { [key]: [code] })) }];
	});
	if (view.columns !== 'none' && at.length <= mostCells)
		narrower.push({
			kind: 'list',
			count: at.length,
			query: exploreQuery({ ...view, columns: 'none', sort: '', cell: '' })
		});
	return { figures: at.length, ...size, most: mostCells, narrower };
}
