import { listed } from '#lib/formats/codes.ts';
import type { Column } from '#lib/formats/columns.ts';
import { absenceNames, statusNames } from '#lib/words/codes.ts';
import { emptyTexts } from '#lib/words/files/columns.ts';
import { changeColumns, changeNames } from '#lib/words/files/versions.ts';
import type { Text } from '#lib/words/lang.ts';
import type { Table } from './table.ts';

interface Value {
	pct: number | null;
	absence: string | null;
	status: string;
}

/** A figure that is not what it was in the version before. */
export interface Change {
	figure: string;
	before?: Value;
	after?: Value;
}

type Name = keyof typeof changeColumns;

/** Figures that a load brought, changed or took away: one row each. */
export const changesTable = (
	changes: Change[],
	version: string,
	previous: string | null
): Table => ({
	columns: (Object.keys(changeColumns) as Name[]).map(columnOf),
	records: changes.map(({ figure, before, after }) => [
		figure,
		before ? (after ? 'changed' : 'removed') : 'added',
		before?.pct ?? null,
		after?.pct ?? null,
		before?.absence ?? null,
		after?.absence ?? null,
		before?.status ?? null,
		after?.status ?? null,
		version,
		previous
	]),
	key: ['figure_id']
});

const codes: Partial<Record<Name, Record<string, Text>>> = {
	change: changeNames,
	absence_before: absenceNames,
	absence_after: absenceNames,
	status_before: statusNames,
	status_after: statusNames
};

const filled: Name[] = ['figure_id', 'change', 'data_version'];

const columnOf = (name: Name): Column => ({
	name,
	kind: name.startsWith('pct_') ? 'number' : 'text',
	about: changeColumns[name],
	...(filled.includes(name) ? {} : { empty: emptyTexts.general }),
	...(codes[name] ? { codes: listed(codes[name]) } : {})
});
