import type { Column } from '#lib/formats/columns.ts';
import type { Table } from '#lib/formats/tables/table.ts';
import { emptyTexts } from '#lib/words/files/columns.ts';

/** A reference from columns of a resource to those of another. */
interface Reference {
	columns: string[];
	resource: string;
	targets: string[];
}

/** One CSV of the data package. */
export interface Resource {
	name: string;
	path: string;
	about: string;
	table: Pick<Table, 'columns' | 'key'>;
	references?: Reference[];
}

/**
 * A resource as version 2 of the Data Package standard describes it, in words that readers of version 1
 * know too: they ask for a profile, and for missing values that are plain strings.
 *
 * @param bytes of its CSV
 */
export function resourceOf({ name, path, about, table, references = [] }: Resource, bytes: number) {
	return {
		name,
		path,
		description: about,
		type: 'table',
		profile: 'tabular-data-resource',
		format: 'csv',
		mediatype: 'text/csv',
		encoding: 'utf-8',
		bytes,
		dialect: {
			delimiter: ',',
			lineTerminator: '\r\n',
			quoteChar: '"',
			doubleQuote: true,
			header: true
		},
		schema: {
			fields: table.columns.map((column) => fieldOf(column, table.key)),
			...(table.key.length > 0 ? { primaryKey: table.key } : {}),
			...(references.length > 0
				? {
						foreignKeys: references.map(({ columns, resource, targets }) => ({
							fields: columns,
							reference: { resource, fields: targets }
						}))
					}
				: {}),
			missingValues: ['']
		}
	};
}

const types = {
	text: 'string',
	address: 'string',
	integer: 'integer',
	number: 'number',
	date: 'date'
} satisfies Record<Column['kind'], string>;

function fieldOf({ name, kind, about, empty, codes, ordered }: Column, key: string[]) {
	const isKey = key.length === 1 && key[0] === name;
	return {
		name,
		type: types[kind],
		...(kind === 'address' ? { format: 'uri' } : {}),
		description: [about.en, empty && empty !== emptyTexts.general ? `empty: ${empty.en}` : '']
			.filter((part) => part !== '')
			.join('; '),
		...(codes
			? {
					categories: codes.map(({ value, label }) => ({ value, label: label.en })),
					...(ordered ? { categoriesOrdered: true } : {})
				}
			: {}),
		...(empty ? {} : { constraints: { required: true, ...(isKey ? { unique: true } : {}) } })
	};
}
