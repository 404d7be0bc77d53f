import type { ColumnDim, Dim } from '#lib/view/explore.ts';
import type { Line } from './measures.ts';

/** Where each line stands: the codes of its row and of its column. */
export interface Layout {
	/** Dimensions that make a row, the reader's own first. */
	key: Dim[];
	/** Those of them that tell rows apart; the reader's own where none does. */
	named: Dim[];
	/** Those that were added so that no two figures share a cell and none stand in line unnamed. */
	added: Dim[];
	columns: ColumnDim;
	/** Dimensions that tell a row, or a column, more than its key does. */
	ofRows: Dim[];
	ofColumns: Dim[];
	/** Dimensions with one code in the whole table. */
	common: Dim[];
}

export const rowKey = ({ key }: Pick<Layout, 'key'>, { codes }: Line): string =>
	key.map((dim) => codes[dim]).join('~');

export const columnKey = (columns: ColumnDim, { codes }: Line): string =>
	columns === 'none' ? 'none' : codes[columns];

/**
 * The layout a reader asked for, made honest: a dimension that would put two figures into one cell, or
 * that changes along rows and along columns without standing in a head, becomes a part of the rows.
 */
export function layOut(
	lines: Line[],
	rows: Dim,
	columns: ColumnDim,
	possible: readonly Dim[]
): Layout {
	const others = possible.filter((dim) => dim !== rows && dim !== columns);
	const key: Dim[] = [rows];
	const inCell = (line: Line) => `${rowKey({ key }, line)} ${columnKey(columns, line)}`;
	for (const dim of others) {
		const isShared = varies(lines, dim, inCell);
		const isUnnamed =
			varies(lines, dim, (line) => rowKey({ key }, line)) &&
			varies(lines, dim, (line) => columnKey(columns, line));
		if (isShared || isUnnamed) key.push(dim);
	}
	const shown = others.filter((dim) => !key.includes(dim));
	const isCommon = (dim: Dim) => !varies(lines, dim, () => '');
	const varying = key.filter((dim) => !isCommon(dim));
	const named = varying.length > 0 ? varying : [rows];
	const common = [...key, ...shown].filter((dim) => isCommon(dim) && !named.includes(dim));
	const more = shown.filter((dim) => !common.includes(dim));
	const ofRows = more.filter((dim) => !varies(lines, dim, (line) => rowKey({ key }, line)));
	return {
		key,
		named,
		added: key.slice(1),
		columns,
		ofRows,
		ofColumns: more.filter((dim) => !ofRows.includes(dim)),
		common
	};
}

/** Whether some part of the lines has two codes of a dimension. */
function varies(lines: Line[], dim: Dim, partOf: (line: Line) => string): boolean {
	const seen = new Map<string, string>();
	for (const line of lines) {
		const part = partOf(line);
		const code = line.codes[dim];
		const known = seen.get(part);
		if (known === undefined) seen.set(part, code);
		else if (known !== code) return true;
	}
	return false;
}
