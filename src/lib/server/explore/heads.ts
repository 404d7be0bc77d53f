import type { Database } from '#db/open.ts';
import type { ExploreView } from '#lib/view/explore/explore.ts';
import type { Pivot, PivotColumn, PivotHead } from '#lib/view/explore/pivot.ts';
import { exploreQuery } from '#lib/view/explore/explore-query.ts';
import { measureNames } from '#lib/words/explore/measures.ts';
import type { Lang } from '#lib/words/lang.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Codes } from '#lib/server/facets/facet-counts.ts';
import { flagsOf } from './flags.ts';
import { dimLabel } from '#lib/server/facets/labels.ts';
import type { Layout } from './pivot-layout.ts';

/** Heads of the rows and columns of a table. */
export function headsOf(db: Database, view: ExploreView, layout: Layout, lang: Lang) {
	const { populations } = wholeDictionary(db);
	const label = (dim: Layout['key'][number], codes: Codes) => dimLabel(db, dim, codes, lang);
	const laidOut = [...layout.key, ...layout.across];
	const isStrong = (codes: Codes, own: Layout['key']) =>
		own.includes('country') &&
		!layout.common.includes('country') &&
		laidOut.includes('country') &&
		(codes.country === 'deu' || populations[codes.country]?.kind === 'median');
	const [named = view.rows, ...others] = layout.named;
	return {
		/** @param lines codes of the row's cells */
		row(codes: Codes, lines: Codes[]): PivotHead {
			return {
				key: layout.key.map((dim) => codes[dim]).join('~'),
				label: label(named, codes),
				second: [...others, ...layout.ofRows]
					.filter((dim) => dim !== 'group' || codes.group !== 'all')
					.map((dim) => label(dim, codes)),
				flags: flagsOf(db, lines),
				strong: isStrong(codes, layout.key)
			};
		},
		/** @param isLong whether the column has more than one cell */
		column(codes: Codes, lines: Codes[], isLong: boolean): PivotColumn {
			const [dim] = layout.across;
			const key = dim ? codes[dim] : 'none';
			return {
				key,
				label: dim ? label(dim, codes) : measureNames[view.measure][lang],
				second: layout.ofColumns.map((each) => label(each, codes)),
				flags: isLong ? flagsOf(db, lines) : [],
				strong: isStrong(codes, layout.across),
				...sortOf(view, key)
			};
		}
	};
}

/** First falling, then rising, then as in the package. */
export function sortOf(
	view: ExploreView,
	key: string
): Pick<Pivot['columns'][number], 'sort' | 'sorted'> {
	const { sort } = view;
	const sorted = sort === key ? 'descending' : sort === `${key}~asc` ? 'ascending' : undefined;
	const next = sorted === 'descending' ? `${key}~asc` : sorted === 'ascending' ? '' : key;
	return { sort: exploreQuery({ ...view, sort: next, cell: '', from: 1 }), sorted };
}
