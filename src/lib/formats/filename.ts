import { createHash } from 'node:crypto';

/** So long a name is still read; the rest of a long selection is told apart by its hash. */
const maxLength = 120;

/**
 * A name that every system takes and that says what the file holds:
 * `beistand_defend-nato-ally_by-region_answer-should_de_3fa9c1.csv`. Other selections have other names.
 *
 * @param parts what the file holds; anything but letters, digits, dots, underscores and hyphens goes
 * @param version data version; its hash tells two downloads apart
 */
export function fileName(parts: string[], version: string, extension: string): string {
	const hash = version.split('.')[1]?.slice(0, 6) ?? 'data';
	const folded = parts.map(fold).filter(Boolean);
	const whole = folded.join('_');
	// What was lost by folding or cutting still makes another name.
	const isExact = whole.length <= maxLength && parts.every((part, index) => part === folded[index]);
	const told = isExact
		? folded
		: [
				whole.slice(0, maxLength),
				createHash('sha256').update(parts.join('_')).digest('hex').slice(0, 8)
			];
	return ['beistand', ...told, `${hash}.${extension}`].join('_');
}

/** `country=deu,fra&answer=should` as parts of a name: `country-deu.fra`, `answer-should`. */
export const selectionParts = (query: string, without: string[] = []): string[] =>
	[...new URLSearchParams(query)]
		.filter(([key]) => !without.includes(key))
		.map(([key, value]) => `${key}-${value.replaceAll(',', '.')}`);

const fold = (part: string): string =>
	part
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.replace(/[^a-z0-9._-]+/g, '-');
