import {
	defaultLayout,
	defaultList,
	layouts,
	listKeys,
	sorts,
	type Catalog,
	type Layout,
	type ListKey,
	type View
} from './view.ts';
import { isForeign, isPresentation } from './address-keys.ts';
import type { UnusedPart } from '#lib/words/notices.ts';

/** Something in the address that could not be used. The page says so and shows the rest. */
export interface Notice extends UnusedPart {
	/** Codes that would have been possible; empty where a list of them would not help. */
	possible: string[];
}

/** An address may name so many values of one key; more is no reader's choice. */
const mostValues = 100;
const mostNotices = 10;
const longestEcho = 60;

/** Keys of a question's page that are read elsewhere: a chosen statement, and assumptions. */
const besides = ['claim', 'east_share', 'deff', 'n'];

/**
 * The view an address asks for. Never throws: what is unknown is left out and named.
 *
 * @param query any query string, hand-written ones too
 * @param catalog the codes of the question at hand
 */
export function parseView(
	query: URLSearchParams,
	catalog: Catalog
): { view: View; notices: Notice[] } {
	const notices: Notice[] = [];
	const by = one(query, 'by', layouts, notices) ?? defaultLayout(catalog);
	const view: View = { by, survey: [], country: [], group: [], answer: [], sort: 'value' };
	for (const key of listKeys) view[key] = list(query, key, view, catalog, notices);
	view.sort = one(query, 'sort', sorts, notices) ?? 'value';
	const known = ['by', ...listKeys, 'sort', ...besides];
	return { view, notices: bounded([...unknownKeys(query, known), ...notices]) };
}

/**
 * The one query string of a view: defaults left out, keys sorted, lists joined by commas.
 * Parsing it gives the same view again.
 */
export const canonicalQuery = (view: View, catalog: Catalog): string =>
	joinQuery(canonicalParts(view, catalog));

/** The keys and values of the canonical query. */
export function canonicalParts(view: View, catalog: Catalog): [string, string][] {
	const parts: [string, string][] = [];
	if (view.by !== defaultLayout(catalog)) parts.push(['by', view.by]);
	if (view.sort !== 'value') parts.push(['sort', view.sort]);
	for (const key of listKeys) {
		const usual = defaultList(catalog, view.by, key, view);
		if (view[key].join() !== usual.join()) parts.push([key, view[key].join()]);
	}
	return parts;
}

/** `a=1&b=2,3` with sorted keys; codes and commas need no escaping. */
export const joinQuery = (parts: [string, string][]): string =>
	parts
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
		.join('&');

/** Keys and values of a canonical query, without those that a form sets itself. */
export const partsOf = (query: string, without: string[]): [string, string][] =>
	[...new URLSearchParams(query)].filter(([key]) => !without.includes(key));

/** The address of a page with a query, in one piece or several, or without the mark when there is none. */
export function withQuery(path: string, ...parts: string[]): string {
	const query = parts.filter((part) => part !== '').join('&');
	return query === '' ? path : `${path}?${query}`;
}

/** Keys that this page does not know and that a reader may have meant: ours of another page, and near misses. */
export function unknownKeys(query: URLSearchParams, known: readonly string[]): Notice[] {
	return [...new Set(query.keys())]
		.filter((key) => !known.includes(key) && !isPresentation(key) && !isForeign(key))
		.map((key) => ({ kind: 'unknown_key', key: cut(key), value: '', possible: [...known] }));
}

/** Values of a key, whether given once with commas (our links) or many times (a form). */
export function valuesOf(query: URLSearchParams, key: string, notices: Notice[]): string[] {
	const values = query
		.getAll(key)
		.flatMap((value) => value.split(','))
		.filter((value) => value !== '');
	if (values.length <= mostValues) return values;
	notices.push({ kind: 'too_many', key, value: String(values.length), possible: [] });
	return values.slice(0, mostValues);
}

/** The values of a list, in the order of those that are possible; the others are named. */
export function chosenOf(
	query: URLSearchParams,
	key: string,
	possible: string[],
	notices: Notice[]
): string[] {
	const given = new Set(valuesOf(query, key, notices));
	if (given.size === 0) return [];
	const known = new Set(possible);
	for (const value of given)
		if (!known.has(value)) notices.push(unknownValue(key, value, possible));
	return possible.filter((code) => given.has(code));
}

/** One of a few fixed values; the last one given counts. */
export function one<Value extends string>(
	query: URLSearchParams,
	key: string,
	possible: readonly Value[],
	notices: Notice[]
): Value | undefined {
	const given = valuesOf(query, key, notices);
	const known = given.filter((value): value is Value => possible.some((each) => each === value));
	for (const value of given.filter((each) => !possible.some((code) => code === each)))
		notices.push(unknownValue(key, value, possible));
	return known.at(-1);
}

/** A switch: `plain`, `plain=1`, `plain=true`, and off with 0 or false. */
export function flagOf(query: URLSearchParams, key: string, notices: Notice[]): boolean {
	const given = query.get(key)?.toLowerCase();
	if (given === undefined || given === '0' || given === 'false') return false;
	if (given === '' || given === '1' || given === 'true') return true;
	notices.push(unknownValue(key, given, ['true', 'false']));
	return false;
}

function list(
	query: URLSearchParams,
	key: ListKey,
	chosen: View,
	catalog: Catalog,
	notices: Notice[]
): string[] {
	const known = chosenOf(query, key, codes(catalog, key), notices);
	return known.length > 0 ? known : defaultList(catalog, chosen.by, key, chosen);
}

/** Every code that a list of a view may hold, in its canonical order. */
export function codes(catalog: Catalog, key: ListKey): string[] {
	switch (key) {
		case 'survey':
			return catalog.surveys;
		case 'country':
			return catalog.populations;
		case 'group':
			return catalog.groups.map(({ id }) => id);
		case 'answer':
			return catalog.answers.map(({ id }) => id);
	}
}

/** Notices as many as a reader would read. */
export const bounded = (notices: Notice[]): Notice[] => notices.slice(0, mostNotices);

const cut = (value: string): string =>
	value.length <= longestEcho ? value : `${value.slice(0, longestEcho)}…`;

/** A value that means nothing here, cut to a readable length. */
export const unknownValue = (
	key: string,
	value: string,
	possible: readonly string[] = []
): Notice => ({
	kind: 'unknown_value',
	key,
	value: cut(value),
	possible: [...possible]
});

/** The same view in another layout: lists that depend on the layout go back to their defaults. */
export function inLayout(view: View, by: Layout, catalog: Catalog): View {
	const next: View = { ...view, by, survey: [], country: [], group: [], answer: [] };
	for (const key of listKeys) next[key] = defaultList(catalog, by, key, next);
	return next;
}
