import { expectShare } from './expect.ts';

/**
 * P-values of several comparisons on one screen, raised so that all of them together err in at
 * most 5 % of cases when read against .05.
 *
 * @returns in the order given
 * @throws {RangeError} if a p-value is outside 0…1
 *
 * Holm 1979, Scandinavian Journal of Statistics 6, 65–70.
 */
export function holm(pValues: readonly number[]): number[] {
	for (const p of pValues) expectShare('p', p);
	const order = [...pValues.keys()].sort((i, j) => pValues[i]! - pValues[j]!);
	const adjusted = new Array<number>(pValues.length);
	let highest = 0;
	for (const [rank, index] of order.entries()) {
		highest = Math.max(highest, Math.min(1, pValues[index]! * (pValues.length - rank)));
		adjusted[index] = highest;
	}
	return adjusted;
}
