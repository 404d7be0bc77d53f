import type { SavVariable } from '#lib/sav/index.ts';
import { withoutCode } from './similarity.ts';

/**
 * The variables that tell sex and age: by their name, else by their label, as in Pew's files they have
 * numbers for names. A question about ages is none.
 */
export function findPeople(variables: SavVariable[]): Record<'sex' | 'age', string | undefined> {
	const numeric = variables.filter(({ type }) => type === 'numeric');
	const isSex = ({ name, label, valueLabels }: SavVariable) =>
		[...valueLabels.values()].some((each) =>
			/^(fe)?male|^frau|^m[aä]nn|^(wo)?m[ae]n\b/i.test(withoutCode(each))
		) && /\b(sex|gender|geschlecht)\b/i.test(`${name} ${label}`);
	// Groups of age have a label each, years have not.
	const inYears = numeric.filter(({ valueLabels }) => valueLabels.size <= mostLabels);
	const age =
		inYears.find(({ name }) => /^(age|alter)$/i.test(name)) ??
		inYears.find(({ label }) =>
			/\b(how old (are|were) you|age at last birthday|wie alt sind sie)\b/i.test(label)
		) ??
		inYears.find(({ label }) =>
			/^([a-z]+\d*[.:)]?\s+)?(respondent.?s? )?(age|alter)( in years| in jahren)?$/i.test(
				label.trim()
			)
		);
	return { sex: numeric.find(isSex)?.name, age: age?.name };
}

/** Don't know, refused, "97 or older". */
const mostLabels = 4;
