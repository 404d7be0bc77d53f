import type { BerlinChoice, Mapping } from '#db/respondents.ts';

export const germany = 'deu';

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
