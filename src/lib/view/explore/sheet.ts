import { absenceSigns } from '#lib/words/explore/signs.ts';
import { dimNames } from '#lib/words/explore/explore.ts';
import type { Lang } from '#lib/words/lang.ts';
import { capital } from '#lib/words/quotation.ts';
import type { Pivot, PivotCell, PivotHead } from './pivot.ts';

/** A table as it is seen: names and numbers, nothing that only a screen reader says. */
export interface Sheet {
	head: string[];
	/** The name of the row, then its cells; null: an empty one. */
	rows: (string | number | null)[][];
}

/**
 * The table of the workbench as it leaves for a spreadsheet. Each row and column bears its whole name. A
 * cell without a value has its sign, or is empty where nothing is on record or nothing can be.
 */
export const sheetOf = ({ head, columns, rows }: Pivot, lang: Lang): Sheet => ({
	head: [capital(head.map((dim) => dimNames[dim][lang]).join(' · ')), ...columns.map(nameOf)],
	rows: rows.map((row) => [nameOf(row), ...row.cells.map((cell) => valueOf(cell, lang))])
});

const nameOf = ({ label, second }: PivotHead): string => [label, ...second].join(' · ');

function valueOf({ value, absence }: PivotCell, lang: Lang): string | number | null {
	// A difference of decimals has a binary rest, which nobody published.
	if (value !== null) return Number(value.toFixed(6));
	if (absence === null || absence === 'no_record' || absence === 'impossible') return null;
	return absenceSigns[absence].sign[lang];
}
