import { columnOf, tidyColumns, type Column } from '#lib/formats/columns.ts';
import { measuredTable } from '#lib/formats/tables/measured-table.ts';
import { readingsTable } from '#lib/formats/tables/readings-table.ts';
import type { Contents } from '#lib/formats/contents.ts';
import type { Dictionary } from '#lib/view/row.ts';

/* What JSON replies hold, as JSON Schema. The rows are made of the very columns that the files have. */

const none: Dictionary = {
	surveys: {},
	questions: {},
	items: {},
	answers: {},
	populations: {},
	groups: {},
	sources: {}
};

const nothing: Contents = {
	title: { en: '', de: '' },
	rows: [],
	dictionary: none,
	...{ page: '', permalink: '', terms: '', manual: '', dataVersion: '' }
};

const string = { type: 'string' };
const maybe = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] });
const integer = { type: 'integer' };
const number = { type: 'number' };
const flag = { type: 'boolean' };
const list = (items: object) => ({ type: 'array', items });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const either = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

/** An object that has exactly these properties. */
const exactly = (properties: Record<string, object>, optional: string[] = []) => ({
	type: 'object',
	additionalProperties: false,
	required: Object.keys(properties).filter((name) => !optional.includes(name)),
	properties
});

const text = exactly({ en: string, de: string });
const types = { text: 'string', address: 'string', date: 'string' } as const;

/** Codes of the data are not listed, since they grow; fixed ones are. */
function cellOf({ kind, empty, codes, about, name }: Column): object {
	const type = kind === 'number' || kind === 'integer' ? kind : types[kind];
	const values = codes && !/_id$|^institute$/.test(name) ? codes.map(({ value }) => value) : [];
	return {
		type: empty ? [type, 'null'] : type,
		description: about.en,
		...(values.length > 0 ? { enum: [...values, ...(empty ? [null] : [])] } : {})
	};
}

const rowOf = (columns: Column[]) =>
	exactly(Object.fromEntries(columns.map((column) => [column.name, cellOf(column)])));

/** A row of differences; every measure has the same columns, and the name of one of them. */
function measuredRow(measures: readonly string[]) {
	const { columns } = measuredTable([], 'gap', nothing);
	const schema = rowOf(
		columns.map((each) =>
			/^(group|answer)_/.test(each.name) ? { ...each, empty: each.about } : each
		)
	);
	return {
		...schema,
		properties: { ...schema.properties, measure: { type: 'string', enum: measures } }
	};
}

/** What codes stand for, by kind; an open object where the data may add more. */
const dictionary = (() => {
	const by = (name: string) => ({ type: 'object', additionalProperties: ref(name) });
	return exactly({
		surveys: by('Survey'),
		questions: by('Question'),
		items: by('Item'),
		answers: by('Answer'),
		populations: by('Population'),
		groups: by('Group'),
		sources: by('Source')
	});
})();

/** Objects of the dictionary: what is named here is there, more may come. */
const open = (properties: Record<string, object>) => ({
	type: 'object',
	required: Object.keys(properties),
	properties
});

export const schemas = (measures: readonly string[]): Record<string, object> => ({
	Row: rowOf(tidyColumns.map((name) => columnOf(name, none))),
	MeasuredRow: measuredRow(measures),
	ReadingRow: rowOf(readingsTable([], nothing).columns),
	Text: text,
	Survey: open({
		id: string,
		organisation: string,
		title: ref('Text'),
		year: integer,
		fieldworkStart: maybe(string),
		fieldworkEnd: maybe(string),
		targetPopulation: either(ref('Text')),
		nTotal: maybe(integer),
		nGermany: maybe(integer)
	}),
	Question: open({ id: string, topic: string, title: ref('Text'), scale: ref('Text') }),
	Item: open({
		survey: string,
		question: string,
		number: maybe(string),
		wording: either(ref('Text')),
		wordingStatus: string
	}),
	Answer: open({
		id: string,
		question: string,
		sort: integer,
		label: ref('Text'),
		kind: string,
		netOf: list(string)
	}),
	Population: open({ id: string, kind: string, label: ref('Text'), members: list(string) }),
	Group: open({ id: string, dimension: string, label: ref('Text') }),
	Source: open({ id: string, kind: string, title: maybe(string), url: maybe(string) }),
	Dictionary: dictionary,
	...Object.fromEntries(
		['Row', 'MeasuredRow', 'ReadingRow'].map((row) => [
			`${row}s`,
			exactly({
				title: ref('Text'),
				page: { type: 'string', format: 'uri' },
				data_version: string,
				base: ref('Text'),
				rounding: ref('Text'),
				terms: exactly({ address: string, en: string, de: string }),
				citation: ref('Text'),
				rows: list(ref(row)),
				dictionary: ref('Dictionary')
			})
		])
	),
	Problem: {
		type: 'object',
		required: ['title', 'status', 'detail'],
		properties: {
			title: string,
			status: integer,
			detail: string,
			instead: string,
			refused: list(open({ key: string, possible: list(string) })),
			possible: list(string),
			nearest: list(string),
			latest: string,
			versions: string,
			sqlite: string
		}
	},
	Health: open({ version: string, figures: integer, current: flag }),
	Versions: exactly({
		versions: list(
			exactly(
				{
					version: string,
					loaded_at: { type: 'string', format: 'date-time' },
					previous: maybe(string),
					is_current: flag,
					is_kept: flag,
					figures: integer,
					sqlite_bytes: integer,
					sqlite_sha256: string,
					changed_tables: list(
						exactly({ table: string, added: integer, changed: integer, removed: integer })
					),
					files: exactly({ zip: string, sqlite: string, changes: string })
				},
				['files']
			)
		)
	}),
	Oembed: open({
		version: { const: '1.0' },
		type: { enum: ['rich', 'photo'] },
		title: string,
		provider_name: string,
		width: number,
		height: number
	}),
	Csl: list(open({ id: string, type: string, title: string, URL: string }))
});
