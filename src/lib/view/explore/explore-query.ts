import { assumptionKeys, assumptionParts, parseAssumptions } from '#lib/view/assumptions.ts';
import {
	changeColumn,
	dimsOf,
	firstFilters,
	measures,
	mostPins,
	type ColumnDim,
	type Dim,
	type ExploreCatalog,
	type ExploreView,
	type Measure
} from './explore.ts';
import { facetKeys, type FacetKey } from './facets.ts';
import {
	bounded,
	chosenOf,
	joinQuery,
	one,
	unknownKeys,
	unknownValue,
	valuesOf,
	type Notice
} from '#lib/view/query.ts';

const longestSearch = 300;

/** Every key that the workbench reads. */
export const exploreKeys = [
	...facetKeys,
	...(['q', 'rows', 'columns', 'measure', 'from', 'sort', 'pin', 'cell'] as const),
	...assumptionKeys
];

/**
 * The view that an address of the workbench asks for. Never throws: what is unknown is left out and
 * named.
 *
 * @param query any query string, hand-written ones too
 */
export function parseExplore(
	query: URLSearchParams,
	catalog: ExploreCatalog
): { view: ExploreView; notices: Notice[] } {
	const notices: Notice[] = [];
	const filters = Object.fromEntries(
		facetKeys.map((key) => [key, chosenOf(query, key, catalog.values[key], notices)])
	) as ExploreView['filters'];
	const measure = one(query, 'measure', measures, notices) ?? 'percent';
	const rows = one(query, 'rows', dimsOf(measure), notices) ?? 'question';
	const possible: ColumnDim[] = [...dimsOf(measure).filter((dim) => dim !== rows), 'none'];
	const columns = one(query, 'columns', possible, notices) ?? usualColumns(measure, rows);
	const view: ExploreView = {
		filters,
		q: searchOf(query),
		rows,
		columns,
		measure,
		from: fromOf(query, notices),
		sort: sortOf(query, columns, catalog, notices),
		pin: cellsOf(query, 'pin', mostPins, catalog, notices),
		cell: cellsOf(query, 'cell', 1, catalog, notices)[0] ?? '',
		assumed: parseAssumptions(query, notices)
	};
	// Nothing chosen at all is the first view; all figures have an address of their own.
	const isFirst = partsOfView(view).length === 0 && !query.has('rows');
	return {
		view: isFirst ? firstView(view, catalog) : view,
		notices: bounded([...unknownKeys(query, exploreKeys), ...notices])
	};
}

/**
 * The one query string of a view: usual values left out, keys sorted. Parsing it gives the view again.
 * The first view has none; that of all figures, which would have none either, names its rows.
 */
export function exploreQuery(view: ExploreView): string {
	const query = choicesOf(view);
	const first = choicesOf({ ...view, filters: { ...noFilters(), ...firstFilters } });
	if (query === '') return 'rows=question';
	return query === first && isPlain(view) ? '' : query;
}

/** The same with the choices of the first view written out, for forms that change a part of it. */
export const choicesOf = (view: ExploreView): string => joinQuery(partsOfView(view));

const noFilters = (): ExploreView['filters'] =>
	Object.fromEntries(facetKeys.map((key) => [key, [] as string[]])) as ExploreView['filters'];

/** Whether nothing but the filters is chosen. */
const isPlain = (view: ExploreView): boolean =>
	partsOfView({ ...view, filters: noFilters() }).length === 0;

/** The core survey at a glance, as far as a file has it. */
const firstView = (view: ExploreView, catalog: ExploreCatalog): ExploreView => ({
	...view,
	filters: {
		...noFilters(),
		...Object.fromEntries(
			Object.entries(firstFilters).map(([key, codes]) => [
				key,
				codes.filter((code) => catalog.values[key as FacetKey].includes(code))
			])
		)
	}
});

function partsOfView(view: ExploreView): [string, string][] {
	const parts: [string, string][] = facetKeys.flatMap((key): [string, string][] =>
		view.filters[key].length > 0 ? [[key, view.filters[key].join()]] : []
	);
	parts.push(...assumptionParts(view.assumed));
	const add = (key: string, value: string, usual = '') => {
		if (value !== usual) parts.push([key, value]);
	};
	add('q', view.q);
	add('measure', view.measure, 'percent');
	add('rows', view.rows, 'question');
	add('columns', view.columns, usualColumns(view.measure, view.rows));
	add('from', String(view.from), '1');
	add('sort', view.sort);
	add('pin', view.pin.join());
	add('cell', view.cell);
	return parts;
}

/** Countries side by side, or surveys where rows are countries; gaps are a list. */
export function usualColumns(measure: Measure, rows: Dim): ColumnDim {
	if (measure === 'gap') return 'none';
	if (rows !== 'country') return 'country';
	return measure === 'change' ? 'question' : 'survey';
}

/** The view with another value of a facet chosen, or without it. What was opened in the table closes. */
export function toggled(
	view: ExploreView,
	key: FacetKey,
	code: string,
	catalog: ExploreCatalog
): ExploreView {
	const before = view.filters[key];
	if (before.includes(code))
		return narrowed(view, { [key]: before.filter((each) => each !== code) });
	const place = (each: string) => catalog.values[key].indexOf(each);
	const own = place(code);
	const isBehind = before.findIndex((each) => place(each) > own);
	const at = isBehind < 0 ? before.length : isBehind;
	return narrowed(view, { [key]: own < 0 ? before : before.toSpliced(at, 0, code) });
}

export const narrowed = (
	view: ExploreView,
	filters: Partial<ExploreView['filters']>
): ExploreView => ({ ...view, cell: '', from: 1, filters: { ...view.filters, ...filters } });

/** The view with a cell put beside the others, or taken away; a fifth takes the place of the first. */
export function pinned(view: ExploreView, figure: string): ExploreView {
	const pin = view.pin.includes(figure)
		? view.pin.filter((id) => id !== figure)
		: [...view.pin, figure].slice(-mostPins);
	return { ...view, pin };
}

/** Words on one line, without what surrounds them. */
const searchOf = (query: URLSearchParams): string =>
	(query.getAll('q').at(-1) ?? '')
		.toWellFormed()
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim()
		.slice(0, longestSearch)
		.toWellFormed()
		.trim();

/** The number of a row; anything else is named and nought. */
function fromOf(query: URLSearchParams, notices: Notice[]): number {
	const value = valuesOf(query, 'from', notices).at(-1);
	if (value === undefined) return 1;
	if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
	notices.push(unknownValue('from', value));
	return 1;
}

function sortOf(
	query: URLSearchParams,
	columns: ColumnDim,
	catalog: ExploreCatalog,
	notices: Notice[]
): string {
	const overTime = columns === 'survey' || columns === 'year';
	const possible =
		columns === 'none'
			? ['none']
			: [...catalog.values[columns], ...(overTime ? [changeColumn] : [])];
	const value = valuesOf(query, 'sort', notices).at(-1);
	if (value === undefined) return '';
	const code = value.endsWith('~asc') ? value.slice(0, -'~asc'.length) : value;
	if (value === 'label' || possible.includes(code)) return value;
	notices.push(unknownValue('sort', value, ['label', ...possible]));
	return '';
}

function cellsOf(
	query: URLSearchParams,
	key: 'pin' | 'cell',
	most: number,
	catalog: ExploreCatalog,
	notices: Notice[]
): string[] {
	const given = [...new Set(valuesOf(query, key, notices))];
	for (const value of given.filter((id) => !catalog.isCell(id)))
		notices.push(unknownValue(key, value));
	const known = given.filter((id) => catalog.isCell(id));
	if (known.length > most)
		notices.push({ kind: 'too_many', key, value: String(known.length), possible: [] });
	return known.slice(0, most);
}
