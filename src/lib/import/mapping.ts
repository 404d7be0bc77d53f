/** How a file is to be read: what the dialogue asks and the mapping file says. */
export interface Mapping {
	/** Code of the survey in this project. */
	survey: string;
	/** Codes of the variable → countries of this project. Other codes of the file are left out. */
	country: { variable: string; codes: Record<string, string> };
	/** null reads the file unweighted, which the self-test will not let pass. */
	weight: string | null;
	stratum: string | null;
	psu: string | null;
	/** Sex and age, for the analyst's crosstab alone; null or left out: not told. */
	sex?: string | null;
	age?: string | null;
	/** null: no figures for East and West. */
	region: RegionMapping | null;
	/** By question of this project. */
	questions: Record<string, QuestionMapping>;
}

/** Where East and West are told apart. Every code that Germans have stands in one of the lists. */
export interface RegionMapping {
	variable: string;
	east: number[];
	west: number[];
	excluded: number[];
	berlin: { codes: number[]; counts_as: BerlinChoice };
}

export const berlinChoices = ['east', 'west', 'excluded'] as const;
export type BerlinChoice = (typeof berlinChoices)[number];

/** Codes → answers of this project, or one of the two words below. */
export interface QuestionMapping {
	variable: string;
	codes: Record<string, string>;
}

/** In the base, but no answer of this project. */
export const inBase = 'base';
/** Not in the base: was not asked. */
export const notInBase = 'missing';

export const germany = 'deu';

/** Codes of East or West, with Berlin's where they count so. */
export function codesOf(region: RegionMapping, side: 'east' | 'west'): number[] {
	const { codes, counts_as } = region.berlin;
	return [...region[side], ...(counts_as === side ? codes : [])];
}

export const hasBerlin = ({ region }: Mapping): boolean =>
	region !== null && region.berlin.codes.length > 0;

export const withBerlin = (mapping: Mapping, counts_as: BerlinChoice): Mapping => ({
	...mapping,
	region: mapping.region && {
		...mapping.region,
		berlin: { ...mapping.region.berlin, counts_as }
	}
});

/** The mapping as it is saved: reading it gives the same mapping again. */
export const mappingText = (mapping: Mapping): string =>
	`${JSON.stringify(mapping, undefined, '\t')}\n`;
