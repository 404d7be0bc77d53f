/** @throws {RangeError} unless the value is a fraction from 0 to 1; 38 instead of 0.38 ends here */
export function expectShare(name: string, value: number): void {
	if (value >= 0 && value <= 1) return;
	throw new RangeError(`Expected ${name} from 0 to 1, got ${value}`);
}

/** @throws {RangeError} unless the value is a finite number above 0 */
export function expectPositive(name: string, value: number): void {
	if (value > 0 && value < Infinity) return;
	throw new RangeError(`Expected ${name} above 0, got ${value}`);
}

/** @throws {RangeError} unless the column or mask has one value per row of the file */
export function expectRows(name: string, column: ArrayLike<number>, rows: number): void {
	if (column.length === rows) return;
	throw new RangeError(`Expected ${name} to have ${rows} rows, got ${column.length}`);
}
