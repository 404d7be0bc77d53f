import { bounded, joinQuery, one, unknownKeys, type Notice } from './query.ts';
import type { Text } from '../words/lang.ts';

/** What the columns of a crosstab are. */
export type Split = 'region' | 'sex' | 'age' | 'variable';

export const regions = ['east', 'west'] as const;
export const sexes = ['men', 'women'] as const;
export const ages = ['18-29', '30-49', '50-64', '65-'] as const;

/** One question by one grouping, among the people that the filters leave. */
export interface CrosstabView {
	/** Variable of the file. */
	question: string;
	by: Split;
	/** Variable of the columns where `by` says so. */
	variable: string | null;
	/** Country of this project. */
	country: string;
	/** Null: everybody. */
	region: (typeof regions)[number] | null;
	sex: (typeof sexes)[number] | null;
	age: (typeof ages)[number] | null;
}

/** What a file has that can be asked for. */
export interface CrosstabCatalog {
	/** Variables with few enough codes to be questions or columns; those of the project first. */
	variables: { name: string; label: Text; isOurs: boolean }[];
	/** Groupings that the file's mapping can tell. */
	splits: Split[];
	countries: string[];
}

/** One share of the table with what it rests on. */
export interface CrosstabCell {
	/** Respondents who gave the answer, unweighted. */
	picked: number;
	/** Per cent; limits null where the design says nothing about the error. */
	pct: number;
	/** Per cent of all who gave the answer that are in this column. */
	rowPct: number;
	/** Letters of the columns whose share is smaller, beyond sampling error: Holm over the whole table. */
	above: string[];
	low: number | null;
	high: number | null;
	/** Whether it might be published: shown, shown with a warning, withheld. */
	presentation: 'show' | 'warn' | 'hide';
	/** Why it carries a warning, if it does. */
	warnings: ('few_asked' | 'few_units')[];
}

export interface CrosstabGroup {
	/** Code of the column; 'all' for everybody. */
	id: string;
	label: Text;
	/** How other columns refer to it; '' for everybody. */
	letter: string;
	/** Respondents, unweighted; their weights' sum; effective respondents by the weights (Kish). */
	n: number;
	weighted: number;
	nEff: number;
}

/** Whether the question depends on the grouping: Rao and Scott's second-order test. */
interface CrosstabTest {
	f: number;
	df1: number;
	df2: number;
	p: number;
}

export interface CrosstabTable {
	/** Everybody first. */
	groups: CrosstabGroup[];
	/** A net adds up others of the list. */
	answers: { label: Text; isNet: boolean; cells: CrosstabCell[] }[];
	/** Strata of the country with a single sampling unit, whose variance can only be guessed. */
	lonelyStrata: number;
	/** Null: the table has too few people or too many empty cells for a test. */
	test: CrosstabTest | null;
}

export interface Crosstab {
	view: CrosstabView;
	/** Canonical query string, without the mark. */
	query: string;
	notices: Notice[];
	catalog: CrosstabCatalog;
	/** Null: nobody is left. */
	table: CrosstabTable | null;
	/** Respondents of the whole file, and whether a program made them up. */
	rows: number;
	isSynthetic: boolean;
}

const keys = ['question', 'by', 'variable', 'country', 'region', 'sex', 'age'];

/** The view an address asks for. Never throws: what is unknown is left out and named. */
export function parseCrosstab(
	query: URLSearchParams,
	catalog: CrosstabCatalog
): { view: CrosstabView; notices: Notice[] } {
	const notices: Notice[] = [];
	const names = catalog.variables.map(({ name }) => name);
	const usual = usualCrosstab(catalog);
	const country = one(query, 'country', catalog.countries, notices) ?? usual.country;
	const by = one(query, 'by', catalog.splits, notices) ?? usual.by;
	const choiceOf = <T extends string>(key: Split, possible: readonly T[]): T | null =>
		catalog.splits.includes(key) ? (one(query, key, possible, notices) ?? null) : null;
	const view: CrosstabView = {
		question: one(query, 'question', names, notices) ?? usual.question,
		by,
		variable: null,
		country,
		region: choiceOf('region', regions),
		sex: choiceOf('sex', sexes),
		age: choiceOf('age', ages)
	};
	const variable = one(query, 'variable', names, notices) ?? null;
	if (by === 'variable') view.variable = variable ?? otherThan(view.question, names);
	return { view, notices: bounded([...unknownKeys(query, keys), ...notices]) };
}

/** The one query string of a view: defaults left out, keys sorted. Parsing it gives the same view again. */
export function crosstabQuery(view: CrosstabView, catalog: CrosstabCatalog): string {
	const usual = usualCrosstab(catalog);
	const parts: [string, string][] = [];
	for (const key of ['question', 'by', 'country'] as const)
		if (view[key] !== usual[key]) parts.push([key, view[key]]);
	for (const key of ['region', 'sex', 'age'] as const)
		if (view[key] !== null) parts.push([key, view[key]]);
	if (view.variable !== null) parts.push(['variable', view.variable]);
	return joinQuery(parts);
}

const usualCrosstab = ({ variables, splits: known, countries }: CrosstabCatalog) => ({
	question: variables[0]?.name ?? '',
	by: known[0] ?? ('variable' as const),
	country: countries.includes('deu') ? 'deu' : (countries[0] ?? '')
});

const otherThan = (question: string, names: string[]): string | null =>
	names.find((name) => name !== question) ?? null;
