import { noValue } from '#db/columns.ts';
import { readColumn } from '#db/respondents.ts';
import type { Respondents } from './respondents.ts';

/**
 * Rows of the file that were interviewed in a country, ascending.
 *
 * @param country of this project
 * @returns none if the mapping does not know the country
 */
export function rowsOfCountry(respondents: Respondents, country: string): Uint32Array {
	const { variable, codes } = respondents.mapping.country;
	const code = Number(Object.keys(codes).find((each) => codes[each] === country));
	const { values } = columnOf(respondents, variable);
	const found = new Uint32Array(values.length);
	let n = 0;
	for (let row = 0; row < values.length; row++) if (values[row] === code) found[n++] = row;
	return found.slice(0, n);
}

/** The values of a variable in the given rows; NaN is none. */
export function taken(respondents: Respondents, name: string, rows: Uint32Array): Float64Array {
	const { kind, values } = columnOf(respondents, name);
	const empty = noValue[kind];
	const result = new Float64Array(rows.length);
	for (let i = 0; i < rows.length; i++) {
		const value = values[rows[i]!]!;
		result[i] = value === empty ? NaN : value;
	}
	return result;
}

/** @throws {RangeError} if the file has no such variable, which the import made sure of */
function columnOf({ db }: Respondents, name: string) {
	const column = readColumn(db, name);
	if (!column) throw new RangeError(`Expected a variable that was kept, got ${name}`);
	return column;
}
