import { expectShare } from './expect.ts';

/**
 * P-values of several comparisons on one screen, raised so that all of them together err in at
 * most 5 % of cases when read against .05.
 *
 * @param order numbers of the p-values from the lowest to the highest as far as the caller knows; sorted here
 * @returns in the order given
 * @throws {RangeError} if a p-value is outside 0…1
 *
 * Holm 1979, Scandinavian Journal of Statistics 6, 65–70.
 */
export function holm(pValues: readonly number[], order: number[] = [...pValues.keys()]): number[] {
	for (const p of pValues) expectShare('p', p);
	order.sort((i, j) => pValues[i]! - pValues[j]!);
	const adjusted = new Array<number>(pValues.length);
	let highest = 0;
	for (let rank = 0; rank < order.length; rank++) {
		const index = order[rank]!;
		highest = Math.max(highest, Math.min(1, pValues[index]! * (pValues.length - rank)));
		adjusted[index] = highest;
	}
	return adjusted;
}
