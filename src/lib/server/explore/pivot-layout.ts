import type { ColumnDim, Dim } from '#lib/view/explore/explore.ts';
import type { LineParts } from './pivot-parts.ts';

/** Where each line stands: the codes of its row and of its column. */
export interface Layout {
	/** Dimensions that make a row, the reader's own first. */
	key: Dim[];
	/** Those of them that tell rows apart; the reader's own where none does. */
	named: Dim[];
	/** Those that were added so that no two figures share a cell and none stand in line unnamed. */
	added: Dim[];
	/** The dimension of the columns; none where there is one column. */
	across: Dim[];
	/** Dimensions that tell a row, or a column, more than its key does. */
	ofRows: Dim[];
	ofColumns: Dim[];
	/** Dimensions with one code in the whole table. */
	common: Dim[];
}

/**
 * The layout a reader asked for, made honest: a dimension that would put two figures into one cell, or
 * that changes along rows and along columns without standing in a head, becomes a part of the rows.
 *
 * @param lines lines that have codes of the possible dimensions
 */
export function layOut(
	lines: LineParts,
	rows: Dim,
	columns: ColumnDim,
	possible: readonly Dim[]
): Layout {
	const across: Dim[] = columns === 'none' ? [] : [columns];
	const heads = [rows, ...across];
	const others = possible.filter((dim) => !heads.includes(dim) && !isToldBy(dim, heads, possible));
	const single = new Set(possible.filter((dim) => !lines.varies(dim, [])));
	const changes = (dim: Dim, within: Dim[]) => !single.has(dim) && lines.varies(dim, within);
	const key: Dim[] = [rows];
	for (const dim of others) {
		const isShared = changes(dim, [...across, ...key]);
		// A year and an institute name a wave well enough where they do not name two.
		const isNamed = dim === 'survey' && heads.includes('year') && !isShared;
		const isUnnamed = !isNamed && changes(dim, key) && changes(dim, across);
		if (isShared || isUnnamed) key.push(dim);
	}
	const told = others.filter((dim) => !key.includes(dim));
	const varying = key.filter((dim) => !single.has(dim));
	const named = varying.length > 0 ? varying : [rows];
	const common = [...key, ...told].filter((dim) => single.has(dim) && !named.includes(dim));
	const more = told.filter((dim) => !common.includes(dim));
	const ofRows = more.filter((dim) => !changes(dim, key));
	const ofColumns = more.filter((dim) => !ofRows.includes(dim) && !changes(dim, across));
	return { key, named, added: key.slice(1), across, ofRows, ofColumns, common };
}

/**
 * Institute and year say less than the survey, and count only where they are asked for; the institute
 * also where a line stands for several surveys of it.
 */
function isToldBy(dim: Dim, heads: Dim[], possible: readonly Dim[]): boolean {
	if (dim === 'year') return true;
	return dim === 'institute' && possible.includes('survey') && !heads.includes('year');
}
