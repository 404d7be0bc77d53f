import { assumptionKeys } from '#lib/view/assumptions.ts';
import type { FacetKey } from '#lib/view/explore/facets.ts';
import { cards } from '#lib/view/share/share.ts';
import { regionSorts } from '#lib/view/result.ts';
import { layouts, sorts } from '#lib/view/view.ts';
import { parameterTexts } from '#lib/words/files/addresses.ts';
import { langs } from '#lib/words/lang.ts';
import { dialects } from '#lib/formats/tables/csv.ts';
import { shapes } from '#lib/formats/tables/table.ts';
import { type Extract } from '#lib/formats/extract.ts';

/* What stands in an address behind its path, and which values it takes. */

export interface Parameter {
	name: keyof typeof parameterTexts;
	in: 'path' | 'query';
	/** Every value there is; undefined: codes of the data. */
	values?: readonly string[];
	/** Several values may be joined by commas. */
	list?: true;
	/** Only its presence counts. */
	flag?: true;
	/** Forms that take it; undefined: all. */
	forms?: readonly Extract[];
}

const csvOnly = ['csv', 'csv-metadata.json'] as const;
const tables = [...csvOnly, 'xlsx'] as const;

export const lang: Parameter = { name: 'lang', in: 'path', values: langs };
export const question: Parameter = { name: 'question', in: 'path' };
export const by: Parameter = { name: 'by', in: 'query', values: layouts };
export const version: Parameter = { name: 'v', in: 'query' };
export const download: Parameter = { name: 'download', in: 'query', flag: true };

/** Parameters of which nothing more is to be said. */
export const inQuery = (...names: Parameter['name'][]): Parameter[] =>
	names.map((name) => ({ name, in: 'query' }));
export const listsIn = (...names: Parameter['name'][]): Parameter[] =>
	names.map((name) => ({ name, in: 'query', list: true }));

export const ways: Parameter[] = [
	version,
	{ name: 'dialect', in: 'query', values: dialects, forms: csvOnly },
	{ name: 'shape', in: 'query', values: shapes, forms: tables },
	download
];
/** The table of the workbench may leave as it stands. */
export const tableWays: Parameter[] = ways.flatMap((way) =>
	way.name === 'shape'
		? [
				{ ...way, values: [...shapes, 'table'], forms: csvOnly },
				{ ...way, forms: ['xlsx'] as const }
			]
		: [way]
);
export const pictureWays: Parameter[] = [
	version,
	...inQuery('w', 'scale'),
	{ name: 'theme', in: 'query', values: ['light', 'dark'] },
	{ name: 'card', in: 'query', values: cards },
	download
];
/** They draw a range on the page; the rows stay as published. */
export const assumptions = inQuery(...assumptionKeys);
/** What a question's page takes besides its layout. */
export const ofQuestion: Parameter[] = [
	...listsIn('survey', 'country', 'group', 'answer'),
	{ name: 'sort', in: 'query', values: sorts },
	...inQuery('claim'),
	...assumptions
];
export const ofRegions: Parameter[] = [
	...listsIn('survey'),
	{ name: 'sort', in: 'query', values: regionSorts },
	...assumptions
];

/** Facets whose values are no codes of the data. */
export const fixed: Partial<Record<FacetKey, Pick<Parameter, 'values'>>> = {
	sides: { values: ['both', 'one', 'none'] },
	claimed: { values: ['yes', 'no'] }
};

/** Whether a form of a view takes a parameter of the way of writing: XLSX has no dialect. */
export const takes = (form: Extract, name: string): boolean =>
	ways.some((way) => way.name === name && (way.forms === undefined || way.forms.includes(form)));
