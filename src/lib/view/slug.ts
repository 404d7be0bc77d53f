/** A name as a stable code: plain small letters and digits, hyphens between them. */
export const slug = (name: string): string =>
	name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

/** The code of an institute in addresses and files. */
export const instituteCode = slug;
