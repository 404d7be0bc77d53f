/** Left side of an equation in the values that are hidden: number of the value → its factor. */
export type Equation = ReadonlyMap<number, number>;

/** Factors are 1 and −1; what is smaller than this is left over from subtracting. */
const nothing = 1e-9;

/**
 * The hidden values that can be worked out exactly by somebody who knows everything else.
 *
 * What follows from sizes alone (no share is below zero) is not looked for.
 *
 * @param equations what holds between the values, without the terms that are known
 * @returns numbers of the values that the equations fix
 *
 * Gauss–Jordan: a value is fixed exactly when its row has no other value left in it.
 */
export function derivable(equations: readonly Equation[]): Set<number> {
	const values = [...new Set(equations.flatMap((equation) => [...equation.keys()]))];
	const rows = equations.map((equation) => values.map((value) => equation.get(value) ?? 0));
	const fixed = new Set<number>();
	let done = 0;
	for (let column = 0; column < values.length; column++) {
		const found = rows.findIndex((row, at) => at >= done && Math.abs(row[column]!) > nothing);
		if (found < 0) continue;
		[rows[done], rows[found]] = [rows[found]!, rows[done]!];
		eliminate(rows, done++, column);
	}
	for (const row of rows.slice(0, done)) {
		const left = values.filter((_, column) => Math.abs(row[column]!) > nothing);
		if (left.length === 1) fixed.add(left[0]!);
	}
	return fixed;
}

/** Makes the pivot 1 and clears its column in every other row. */
function eliminate(rows: number[][], pivot: number, column: number): void {
	const scale = rows[pivot]![column]!;
	const scaled = rows[pivot]!.map((factor) => factor / scale);
	rows[pivot] = scaled;
	for (const [at, row] of rows.entries()) {
		const times = row[column]!;
		if (at === pivot || times === 0) continue;
		rows[at] = row.map((factor, each) => factor - times * scaled[each]!);
	}
}
