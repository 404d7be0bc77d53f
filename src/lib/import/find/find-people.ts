import type { SavVariable } from '#lib/sav/index.ts';

/** The variables that tell sex and age, by their labels; in Pew's files they have numbers for names. */
export function findPeople(variables: SavVariable[]): Record<'sex' | 'age', string | undefined> {
	const numeric = variables.filter(({ type }) => type === 'numeric');
	const isSex = ({ name, label, valueLabels }: SavVariable) =>
		[...valueLabels.values()].some((each) => /^(fe)?male|^frau|^m[aä]nn/i.test(each)) &&
		/\b(sex|gender|geschlecht)\b/i.test(`${name} ${label}`);
	// Groups of age have a label each, years have not.
	const isAge = ({ name, label, valueLabels }: SavVariable) =>
		valueLabels.size <= mostLabels && /\b(age|alter|how old|wie alt)\b/i.test(`${name} ${label}`);
	return { sex: numeric.find(isSex)?.name, age: numeric.find(isAge)?.name };
}

/** Don't know, refused, "97 or older". */
const mostLabels = 4;
