import type { SavVariable } from '#lib/sav/index.ts';
import type { Catalog } from '#lib/import/catalog.ts';
import { withoutCode, wordsOf } from './similarity.ts';
import type { Mapping } from '#db/respondents.ts';
import { germany } from '#lib/import/mapping.ts';

/** A variable whose value labels name countries. */
export interface CountryCandidate {
	variable: SavVariable;
	/** Codes → countries of this project. */
	codes: Record<string, string>;
	/** Labels that name no country of this project. */
	others: string[];
}

/** Variables that may say in which country an interview was held, the best first; Germany must be one. */
export function findCountry(variables: SavVariable[], catalog: Catalog): CountryCandidate[] {
	const byName = new Map(
		catalog.countries.flatMap(({ id, names }) => names.map((name) => [plain(name), id] as const))
	);
	return variables
		.filter(({ type, valueLabels }) => type === 'numeric' && valueLabels.size > 0)
		.map((variable) => candidateOf(variable, byName))
		.filter(({ codes }) => Object.values(codes).includes(germany))
		.toSorted((a, b) => rank(b) - rank(a));
}

const plain = (name: string): string => wordsOf(name).join(' ');

function candidateOf(variable: SavVariable, byName: Map<string, string>): CountryCandidate {
	const codes: Record<string, string> = {};
	const others: string[] = [];
	for (const [code, label] of variable.valueLabels) {
		const id = byName.get(plain(withoutCode(label)));
		// Some files have a second code for a part of a sample; the first stands for the country.
		if (id && !Object.values(codes).includes(id)) codes[String(code)] = id;
		else others.push(label);
	}
	return { variable, codes, others };
}

/** The most countries; of equals the one called COUNTRY. */
const rank = ({ variable, codes }: CountryCandidate): number =>
	Object.keys(codes).length + (/^(country|land|cntry)/i.test(variable.name) ? 0.5 : 0);

/** Codes of a mapping that the file's own labels call another country, one sentence each. */
export function otherLabels(
	{ country }: Mapping,
	variables: SavVariable[],
	{ countries }: Catalog
): string[] {
	const labels = variables.find(({ name }) => name === country.variable)?.valueLabels;
	return Object.entries(country.codes).flatMap(([code, id]) => {
		const known = countries.find((each) => each.id === id);
		const label = labels?.get(Number(code));
		if (!known || !label || known.names.some((name) => plain(name) === plain(withoutCode(label))))
			return [];
		return [
			`Code ${code} of ${country.variable} is read as ${known.label}; its label is "${label}".`
		];
	});
}
