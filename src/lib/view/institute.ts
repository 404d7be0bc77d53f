/** A stable code for an institute: its name in plain letters. */
export const instituteCode = (organisation: string): string =>
	organisation
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
