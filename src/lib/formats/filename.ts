/**
 * A name that every system takes: `beistand_defend-nato-ally_by-region_3fa9c1.csv`.
 *
 * @param parts what the file holds; anything but letters, digits, dots, underscores and hyphens goes
 * @param version data version; its hash tells two downloads apart
 */
export function fileName(parts: string[], version: string, extension: string): string {
	const hash = version.split('.')[1]?.slice(0, 6) ?? 'data';
	return ['beistand', ...parts, `${hash}.${extension}`].map(fold).filter(Boolean).join('_');
}

const fold = (part: string): string =>
	part
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.replace(/[^a-z0-9._-]+/g, '-')
		.slice(0, 80);
