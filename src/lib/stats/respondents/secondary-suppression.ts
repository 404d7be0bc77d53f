/**
 * Hides further cells of a table until no hidden one can be worked out from its neighbours.
 *
 * The answers of a group add up to 100 %, and the groups add up to the published total. So a row
 * or a column with a single hidden cell gives it away; there the cell with the fewest respondents
 * is hidden too, until no such row or column is left.
 *
 * @param hidden per answer (row) and group (column), without totals: true if hidden already
 * @param n per cell, respondents who gave the answer
 * @returns a new table; the one given stays as it was
 * @throws {RangeError} if the two tables differ in shape
 */
export function hideDerivable(
	hidden: readonly (readonly boolean[])[],
	n: readonly (readonly number[])[]
): boolean[][] {
	const columns = hidden[0]?.length ?? 0;
	if (n.length !== hidden.length || [...hidden, ...n].some((row) => row.length !== columns)) {
		throw new RangeError(`Expected two tables of ${hidden.length} × ${columns}, got other shapes`);
	}
	const result = hidden.map((row) => [...row]);
	const lines = [
		...result.map((row, r) => row.map((_, c) => [r, c] as const)),
		...Array.from({ length: columns }, (_, c) => result.map((_, r) => [r, c] as const))
	];
	for (let changed = true; changed;) {
		changed = false;
		for (const line of lines) {
			const shown = line.filter(([r, c]) => !result[r]![c]!);
			if (line.length - shown.length !== 1 || shown.length === 0) continue;
			const [r, c] = shown.reduce((a, b) => (n[b[0]]![b[1]]! < n[a[0]]![a[1]]! ? b : a));
			result[r]![c] = true;
			changed = true;
		}
	}
	return result;
}
