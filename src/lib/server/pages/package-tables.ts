import descriptor from '#db/data/datapackage.json' with { type: 'json' };
import type { Database } from '#db/open.ts';
import * as schema from '#db/schema.ts';
import { asc, getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Text } from '#lib/words/lang.ts';
import { filled } from '#lib/server/data/interpolate.ts';

/** What the data package says of itself. */
export const packageInfo = {
	title: descriptor.title,
	description: descriptor.description,
	keywords: descriptor.keywords
};

/** One table of the database as it leaves in the data package. */
export interface DumpedTable {
	name: string;
	about: string;
	columns: DumpedColumn[];
	records: (string | number | null)[][];
	key: string[];
	references: { columns: string[]; resource: string; targets: string[] }[];
}

interface DumpedColumn {
	name: string;
	kind: 'text' | 'integer' | 'number';
	about: Text;
	/** What an empty cell means; undefined: there is none. */
	empty?: Text;
	codes?: { value: string; label: Text }[];
}

/** Every table of the data, each in the order of its key, so that the same data give the same bytes. */
export function* dumpTables(db: Database): Generator<DumpedTable> {
	for (const table of Object.values(schema)) if (is(table, SQLiteTable)) yield dump(db, table);
}

function dump(db: Database, table: SQLiteTable): DumpedTable {
	const { name, primaryKeys, foreignKeys } = getTableConfig(table);
	const columns = Object.entries(getTableColumns(table)) as [string, SQLiteColumn][];
	const own = columns.flatMap(([, column]) => (column.primary ? [column] : []));
	const key = [...own, ...primaryKeys.flatMap((each) => each.columns)];
	const rows = db
		.select()
		.from(table)
		.orderBy(...key.map((column) => asc(column)))
		.all() as Record<string, string | number | null>[];
	return {
		name,
		about: aboutTable(name),
		columns: columns.map(([, column]) => describe(name, column)),
		records: rows.map((row) =>
			columns.map(([property, column]) => inFull(db, row[property] ?? null, column.name))
		),
		key: key.map((column) => column.name),
		references: foreignKeys.map((each) => {
			const { columns: from, foreignColumns, foreignTable } = each.reference();
			return {
				columns: from.map((column) => column.name),
				resource: getTableConfig(foreignTable).name,
				targets: foreignColumns.map((column) => column.name)
			};
		})
	};
}

/** Numbers that a text names stand in it as numbers. */
function inFull(db: Database, value: string | number | null, column: string) {
	if (typeof value !== 'string' || !value.includes('{')) return value;
	return filled(db, { en: value, de: value })[column.endsWith('_de') ? 'de' : 'en'];
}

const kinds: Record<string, DumpedColumn['kind']> = { integer: 'integer', real: 'number' };

function describe(table: string, column: SQLiteColumn): DumpedColumn {
	const resource = descriptor.resources.find(({ name }) => name === table);
	const field = resource?.schema.fields.find(({ name }) => name === column.name);
	const codes = column.enumValues ?? [];
	return {
		name: column.name,
		kind: kinds[column.getSQLType()] ?? 'text',
		about: inEnglish(field?.description ?? besides[column.name] ?? column.name),
		...(column.notNull ? {} : { empty: inEnglish('not known or does not apply') }),
		...(codes.length > 0
			? { codes: codes.map((value) => ({ value, label: inEnglish(value) })) }
			: {})
	};
}

/** The package describes itself in English. */
const inEnglish = (text: string): Text => ({ en: text, de: text });

/** Columns that the database has and the package writes otherwise: lists are tables of their own here. */
const besides: Record<string, string> = {
	sort: 'Place in the order of the package',
	figure_id: 'Key of a figure: survey, question, population, group and answer joined by ~',
	lead_source_id: 'Source to cite first',
	net_id: 'Answer that adds up others',
	part_id: 'Answer that is added up',
	median_id: 'Code of the median',
	member_id: 'Country it is taken over',
	source_id: 'Code of the source',
	population_id: 'Code of the country or median',
	asked: 'Whether it was asked there',
	hash: 'SHA-256 over every file of the package',
	version: 'Version of the data',
	figures: 'Number of figures',
	one: 'Always 1'
};

const aboutTable = (name: string): string =>
	descriptor.resources.find((resource) => resource.name === name)?.description ??
	links[name] ??
	name;

/** Tables that the package has as lists. */
const links: Record<string, string> = {
	survey_sources: 'One row is one source of the record of a survey.',
	median_members: 'One row is one country that a median is taken over.',
	answer_parts: 'One row is one answer that a net adds up.',
	item_populations:
		'One row is one country or median in which an item was asked, or is known not to have been.',
	item_sources: 'One row is one source of the record of an item.',
	data_version: 'The one row is the version of the data.',
	figure_sources: 'One row is one source in which a figure was seen, the one to cite first.',
	direction_sources: 'One row is one source in which a direction was read, the one to cite first.',
	reading_figures: 'One row is one figure that a reading uses.',
	claim_figures: 'One row is one figure that a statement rests on.',
	passage_claims: 'One row is one statement of the article with the passage it comes from.'
};
