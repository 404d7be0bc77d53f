/** Forms in which a view can be had besides the page: the page's address with one of these extensions. */
export const extracts = [
	...(['csv', 'csv-metadata.json', 'xlsx', 'json', 'md'] as const),
	...(['ris', 'bib', 'csl.json'] as const)
] as const;
export type Extract = (typeof extracts)[number];

export const isExtract = (value: string): value is Extract =>
	extracts.some((extract) => extract === value);

/** Media types as they are sent. */
export const mediaTypes: Record<Extract, string> = {
	csv: 'text/csv; charset=utf-8; header=present',
	'csv-metadata.json': 'application/csvm+json',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	json: 'application/json',
	md: 'text/markdown; charset=utf-8',
	ris: 'application/x-research-info-systems; charset=utf-8',
	bib: 'application/x-bibtex; charset=utf-8',
	'csl.json': 'application/vnd.citationstyles.csl+json'
};
