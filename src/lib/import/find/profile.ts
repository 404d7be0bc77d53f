import {
	isMissing,
	numbersOf,
	type Batch,
	type SavFile,
	type SavVariable
} from '#lib/sav/index.ts';

/** Who has a code of one variable: rows of Germany, rows of the others. */
export interface Profile {
	variable: SavVariable;
	germans: number;
	others: number;
	/** Codes that Germans have, with how many; only so many are kept that a split stands out. */
	codes: Map<number, number>;
}

export interface FileProfile {
	rows: number;
	germans: number;
	/** Codes of the country variable → rows. */
	countries: Map<number, number>;
	variables: Map<string, Profile>;
}

/** More codes than this make no split of a country into parts. */
const mostCodes = 40;

/**
 * Looks through the whole file once, every numeric variable, in the reader's batches.
 *
 * @param onRows called with the rows read so far
 */
export function profileOf(
	file: SavFile,
	country: string,
	germanCode: number,
	onRows: (rows: number) => void
): FileProfile {
	const numeric = file.dictionary.variables.filter(({ type }) => type === 'numeric');
	const profile: FileProfile = {
		rows: 0,
		germans: 0,
		countries: new Map(),
		variables: new Map(
			numeric.map((variable) => [
				variable.name,
				{ variable, germans: 0, others: 0, codes: new Map() }
			])
		)
	};
	for (const batch of file.batches({ variables: numeric.map(({ name }) => name) })) {
		const countries = numbersOf(batch, country);
		for (const code of countries) add(profile.countries, code);
		const isGerman = countries.map((code) => Number(code === germanCode));
		profile.germans += isGerman.reduce((sum, one) => sum + one, 0);
		for (const each of profile.variables.values()) lookThrough(each, batch, isGerman);
		profile.rows += batch.rows;
		onRows(profile.rows);
	}
	return profile;
}

function lookThrough(profile: Profile, batch: Batch, isGerman: Float64Array): void {
	const { variable, codes } = profile;
	const column = numbersOf(batch, variable.name);
	for (let row = 0; row < column.length; row++) {
		const code = column[row]!;
		if (Number.isNaN(code) || (variable.missing && isMissing(variable, code))) continue;
		if (isGerman[row] === 0) {
			profile.others++;
			continue;
		}
		profile.germans++;
		if (codes.size < mostCodes || codes.has(code)) add(codes, code);
	}
}

const add = (counts: Map<number, number>, code: number) =>
	counts.set(code, (counts.get(code) ?? 0) + 1);
