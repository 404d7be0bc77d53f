/**
 * The middle value; of an even count the mean of the two middle ones.
 *
 * @throws {RangeError} if there is no value, or one is not a number
 */
export function median(values: readonly number[]): number {
	if (values.length === 0) throw new RangeError('Expected at least one value, got 0');
	if (values.some(Number.isNaN)) throw new RangeError('Expected numbers, got NaN');

	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
