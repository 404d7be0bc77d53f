/** Values that the file declares to be no answers, though they are values. */
export interface MissingRule {
	/** Single values, three at most. Strings without trailing blanks. */
	values: (number | string)[];
	/** Both ends belong to it; LOWEST is −Infinity, HIGHEST is Infinity. */
	range?: { low: number; high: number };
}

/**
 * Whether a value counts as missing: system-missing (NaN), or declared so by the file.
 *
 * An empty string is a value unless the file declares it missing.
 */
export function isMissing(
	variable: { missing: MissingRule | undefined },
	value: number | string
): boolean {
	if (Number.isNaN(value)) return true;
	const rule = variable.missing;
	if (!rule) return false;
	if (rule.values.includes(value)) return true;
	return (
		rule.range !== undefined &&
		typeof value === 'number' &&
		value >= rule.range.low &&
		value <= rule.range.high
	);
}
