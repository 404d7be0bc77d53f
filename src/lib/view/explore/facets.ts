/** What figures can be narrowed by. Values of one facet add up, facets narrow each other. */
export const facetKeys = [
	'topic',
	'question',
	'institute',
	'survey',
	'year',
	'country',
	'group',
	'answer',
	'status',
	'sides',
	'claimed'
] as const;
export type FacetKey = (typeof facetKeys)[number];
