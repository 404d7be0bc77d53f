import { canonicalParts } from './query.ts';
import {
	defaultList,
	listKeys,
	type Catalog,
	type Layout,
	type ListKey,
	type View
} from './view.ts';

/**
 * How much of what was published a view shows. Every sentence about a view asks it: of a choice nobody
 * may say "most often", and nothing that a choice leaves out was "not published".
 */
export interface Scope {
	/** Lists from which the reader took something that the layout shows by itself. */
	cut: ListKey[];
	/** The view as it opens: what was written by hand for the question fits. */
	isDefault: boolean;
	/** East or West has a figure of this question in the surveys shown, of whatever answer. */
	hasSides: boolean;
}

/** A view put together from some rows: there may be more of everything. */
export const partScope: Scope = { cut: [...listKeys], isDefault: false, hasSides: true };

export function scopeOf(view: View, catalog: Catalog): Scope {
	const cut = listKeys.filter((key) => {
		const shown = new Set(view[key]);
		return defaultList(catalog, view.by, key, view).some((code) => !shown.has(code));
	});
	const isDefault = canonicalParts(view, catalog).every(([key]) => key === 'sort');
	const hasSides = catalog.present.some(
		({ survey, group }) => view.survey.includes(survey) && (group === 'east' || group === 'west')
	);
	return { cut, isDefault, hasSides };
}

const compared: Record<Layout, ListKey> = {
	country: 'country',
	region: 'group',
	group: 'group',
	time: 'survey'
};

/** Whether a view compares all that was published: countries, groups or waves, as its layout has it. */
export const comparesAll = ({ cut }: Scope, by: Layout): boolean => !cut.includes(compared[by]);

/** What a sentence on a view of the workbench may compare. */
export type Compared = 'country' | 'question';

/**
 * Whether a view of the workbench holds all of what it compares, so that "widest" and "highest" may be said.
 *
 * @param query canonical: a choice of countries or questions stands in it, and only a choice
 */
export const comparesEvery = (query: string, compared: Compared): boolean =>
	!new URLSearchParams(query).has(compared);
