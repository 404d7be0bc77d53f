/* Views that a reader named, kept in their own browser. */

export interface SavedView {
	name: string;
	/** Canonical query of the view. */
	query: string;
}

const key = 'beistand-views';
const longestName = 80;
const longestQuery = 4000;
const mostViews = 200;

/** What the browser holds; an empty list where it holds nothing that is one. */
export function readViews(storage: Pick<Storage, 'getItem'>): SavedView[] {
	try {
		return viewsIn(storage.getItem(key) ?? '') ?? [];
	} catch {
		// Some browsers refuse the storage itself, by an error.
		return [];
	}
}

/** @returns whether the browser kept it */
export function writeViews(storage: Pick<Storage, 'setItem'>, views: SavedView[]): boolean {
	try {
		storage.setItem(key, textOf(views));
		return true;
	} catch {
		return false;
	}
}

/** The list as a file. */
export const textOf = (views: SavedView[]): string =>
	`${JSON.stringify({ beistand: 'views', views }, undefined, '\t')}\n`;

/** The views in a file or in the storage. @returns undefined if it is no list of views */
export function viewsIn(text: string): SavedView[] | undefined {
	let found: unknown;
	try {
		found = JSON.parse(text);
	} catch {
		return undefined;
	}
	const views = (found as { views?: unknown } | null)?.views;
	if (!Array.isArray(views)) return undefined;
	const read = views.flatMap((each: unknown): SavedView[] => {
		const { name, query } = (each ?? {}) as Partial<Record<keyof SavedView, unknown>>;
		if (typeof name !== 'string' || typeof query !== 'string') return [];
		if (name.trim() === '' || query.length > longestQuery) return [];
		return [{ name: name.trim().slice(0, longestName), query: queryOf(query) }];
	});
	return read.length === views.length || read.length > 0 ? read.slice(0, mostViews) : undefined;
}

/** A file may say anything; what becomes a link is a query and nothing else. */
const queryOf = (query: string): string => new URLSearchParams(query).toString();

/** The list with a view added; one of the same name is replaced. */
export const withView = (views: SavedView[], view: SavedView): SavedView[] =>
	[...views.filter(({ name }) => name !== view.name), view].slice(-mostViews);
