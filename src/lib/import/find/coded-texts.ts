import { stringsOf, type Batch, type SavFile, type SavVariable } from '#lib/sav/index.ts';
import type { Catalog } from '#lib/import/catalog.ts';
import { findCountry } from './find-country.ts';

/** No name of a country is longer. */
const longestName = 60;
/** A file with more countries is a list of something else. */
const mostNames = 400;

/**
 * A file whose countries are texts ("Germany", "DEU"), read as if they had codes: the texts in their order,
 * from 1. Files that have a country with codes stay as they are.
 */
export function withCodedCountry(file: SavFile, catalog: Catalog): SavFile {
	const { variables } = file.dictionary;
	if (findCountry(variables, catalog).length > 0) return file;
	const texts = variables.filter(({ type, width }) => type === 'string' && width <= longestName);
	if (texts.length === 0) return file;
	const found = valuesOf(file, texts);
	const coded = new Map(
		[...found].flatMap(([name, values]): [string, SavVariable][] => {
			const variable = texts.find((each) => each.name === name)!;
			const made = codedVariable(variable, [...values].sort());
			return findCountry([made], catalog).length > 0 ? [[name, made]] : [];
		})
	);
	if (coded.size === 0) return file;
	return {
		...file,
		dictionary: {
			...file.dictionary,
			variables: variables.map((variable) => coded.get(variable.name) ?? variable)
		},
		*batches(options) {
			for (const batch of file.batches(options)) yield codedBatch(batch, coded, found);
		}
	};
}

/** Texts of each variable, without those that have too many or none. */
function valuesOf(file: SavFile, texts: SavVariable[]): Map<string, Set<string>> {
	const found = new Map(texts.map(({ name }) => [name, new Set<string>()]));
	for (const batch of file.batches({ variables: texts.map(({ name }) => name) }))
		for (const [name, values] of found) {
			for (const text of stringsOf(batch, name)) if (text !== '') values.add(text);
			if (values.size > mostNames) found.delete(name);
		}
	return found;
}

const codedVariable = (variable: SavVariable, values: string[]): SavVariable => ({
	...variable,
	type: 'numeric',
	width: 0,
	missing: undefined,
	valueLabels: new Map(values.map((text, i) => [i + 1, variable.valueLabels.get(text) ?? text]))
});

function codedBatch(
	batch: Batch,
	coded: Map<string, SavVariable>,
	found: Map<string, Set<string>>
): Batch {
	const columns = new Map(
		[...batch.columns].map(([name, column]) => {
			if (!coded.has(name) || column instanceof Float64Array) return [name, column] as const;
			const codes = new Map([...found.get(name)!].sort().map((text, i) => [text, i + 1]));
			return [name, Float64Array.from(column, (text) => codes.get(text) ?? NaN)] as const;
		})
	);
	return { ...batch, columns };
}
