import type { Database } from '#db/open.ts';
import { completeRows, designOf, domainOf, rowsWhere, type Design } from '#lib/stats/index.ts';
import {
	crosstabQuery,
	parseCrosstab,
	type Crosstab,
	type CrosstabCatalog,
	type CrosstabView
} from '#lib/view/crosstab.ts';
import { rowsOfCountry, taken } from './columns.ts';
import { groupingOf, keptBy } from './groups.ts';
import { questionOf, tableOf } from './table.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Respondents } from './respondents.ts';
import { perDatabaseAndKey } from '#lib/server/data/per-database.ts';

/** Fewest and most codes of a variable that can be a question or the columns of a table. */
const fewestCodes = 2;
const mostCodes = 20;

/** One question by one grouping, weighted, from the respondents themselves. */
export function getCrosstab(
	db: Database,
	respondents: Respondents,
	query: URLSearchParams
): Crosstab {
	const catalog = catalogOf(db, respondents);
	const { view, notices } = parseCrosstab(query, catalog);
	const { rows, isSynthetic } = respondents;
	const table = catalog.variables.length === 0 ? null : compute(db, respondents, view);
	return {
		view,
		query: crosstabQuery(view, catalog),
		notices,
		catalog,
		table,
		rows,
		isSynthetic
	};
}

/** The table of a view, or null if nobody is left. */
function compute(db: Database, respondents: Respondents, view: CrosstabView): Crosstab['table'] {
	const { rows, design } = countryOf(respondents, view.country);
	if (!design) return null;
	const question = questionOf(db, respondents, view.question, rows);
	const base = rowsWhere(question.column, () => true);
	const domain = domainOf(design, base, ...keptBy(respondents, view, rows));
	return domain ? tableOf(domain, question, groupingOf(respondents, view, rows)) : null;
}

/** The people of a country and how they were sampled: the same for every table of one file. */
interface Country {
	rows: Uint32Array;
	design: Design | undefined;
}

const countryOf = perDatabaseAndKey((respondents: Respondents, country: string): Country => {
	const rows = rowsOfCountry(respondents, country);
	return { rows, design: designOfRows(respondents, rows) };
});

/** One design a country; filters only cut domains from it. */
function designOfRows(respondents: Respondents, rows: Uint32Array): Design | undefined {
	const { weight, stratum, psu } = respondents.mapping;
	if (rows.length === 0) return undefined;
	const columnOf = (name: string) => taken(respondents, name, rows);
	const columns = {
		weight: weight === null ? new Float64Array(rows.length).fill(1) : columnOf(weight),
		...(stratum === null ? {} : { stratum: columnOf(stratum) }),
		...(psu === null ? {} : { psu: columnOf(psu) })
	};
	const { rows: complete } = completeRows(columns);
	const isFilled = (column: Float64Array | undefined) =>
		column?.every((value, row) => complete[row] === 0 || !Number.isNaN(value));
	// Where many of a country have no stratum the file cannot tell its design: every interview for itself.
	return designOf(
		{
			weight: columns.weight,
			...(isFilled(columns.stratum) ? { stratum: columns.stratum } : {}),
			...(isFilled(columns.psu) ? { psu: columns.psu } : {})
		},
		complete
	);
}

function catalogOf(db: Database, { mapping, variables }: Respondents): CrosstabCatalog {
	const { questions } = wholeDictionary(db);
	const ours = Object.entries(mapping.questions).flatMap(([id, { variable }]) => {
		const label = questions[id]?.title;
		return label && variables.has(variable) ? [{ name: variable, label, isOurs: true }] : [];
	});
	const known = new Set(ours.map(({ name }) => name));
	const others = [...variables.values()]
		.filter(({ name, codes }) => codes && !known.has(name) && isFew(codes.length))
		.map(({ name, label }) => {
			const text = label || name;
			return { name, label: { en: text, de: text }, isOurs: false };
		});
	const has = { region: mapping.region, sex: mapping.sex, age: mapping.age, variable: true };
	return {
		variables: [...ours, ...others],
		splits: (['region', 'sex', 'age', 'variable'] as const).filter((split) => has[split]),
		countries: Object.values(mapping.country.codes)
	};
}

const isFew = (codes: number): boolean => codes >= fewestCodes && codes <= mostCodes;
