/* How alike two labels are, whatever their apostrophes, spelling and punctuation. */

const fillers = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to']);

/**
 * The words of a label that carry meaning: lower case, without accents, apostrophes, a leading question
 * number and the plural s; British spelling as American, "U.S." as "United States".
 */
export function wordsOf(label: string): string[] {
	return label
		.replace(/^\s*q\d+[a-z]*\b[.:)]?/i, '')
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.replace(/\bunited states( of america)?\b/g, 'us')
		.replace(/\beuropean union\b/g, 'eu')
		.replace(/[\u0300-\u036f'’‘`´.]/g, '')
		.replace(/([a-z]{3,})our/g, '$1or')
		.split(/[^a-z0-9]+/)
		.filter((word) => word && !fillers.has(word))
		.map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word));
}

/** `8. Don't know`, `(8) Don't know`: the code before its own label says nothing. */
export const withoutCode = (label: string): string =>
	label.replace(/^\s*(?:[([]\d+[)\]]|\d+[.):]?)\s+(?=\D)/, '');

/** Share of the words of `part` that `whole` has too; 0 if there are none. */
export function containment(part: string[], whole: string[]): number {
	const has = new Set(whole);
	const words = [...new Set(part)];
	return words.length === 0 ? 0 : words.filter((word) => has.has(word)).length / words.length;
}

/** Words in common, twice, by all words of both; 1 if they are the same. */
export function dice(a: string[], b: string[]): number {
	const [one, two] = [new Set(a), new Set(b)];
	if (one.size + two.size === 0) return 0;
	return (2 * [...one].filter((word) => two.has(word)).length) / (one.size + two.size);
}
