import { expectRows } from '#lib/stats/published/expect.ts';

/** Columns of a respondent file, one value per row; NaN is system-missing. */
export interface SampleColumns {
	weight: Float64Array;
	stratum?: Float64Array;
	/** Primary sampling unit; its numbers may restart in each stratum. */
	psu?: Float64Array;
}

/** How one country was sampled: what every variance of that country is computed from. */
export interface Design {
	/** Rows of the file that the design was made from. */
	fileRows: number;
	/** Per respondent: its row in the file, ascending. */
	rows: Uint32Array;
	/** Per respondent, above 0. */
	weight: Float64Array;
	/** Per respondent: 0-based number of its PSU, counted through all strata. */
	psu: Uint32Array;
	/** Per PSU: 0-based number of its stratum. */
	stratumOfPsu: Uint32Array;
	/** Per stratum: how many PSUs it has in the whole country. */
	psusInStratum: Uint32Array;
}

/** Marks the rows of a file whose code passes; a row without a code never does. */
export function rowsWhere(column: Float64Array, passes: (code: number) => boolean): Uint8Array {
	const mask = new Uint8Array(column.length);
	for (let row = 0; row < column.length; row++) {
		const code = column[row]!;
		if (!Number.isNaN(code) && passes(code)) mask[row] = 1;
	}
	return mask;
}

/**
 * The sample design of one country. Make it once, before any domain is cut from it.
 *
 * Rows without a positive weight are left out. Without strata the country is one stratum; without
 * PSUs every respondent is one. A column that is empty throughout the country counts as absent.
 *
 * @param country marks (1) the rows of the country; left out, the file is one country
 * @returns undefined if nobody in the country has a positive weight
 * @throws {RangeError} if columns differ in length, or a stratum or PSU is missing in some rows only
 */
export function designOf(columns: SampleColumns, country?: Uint8Array): Design | undefined {
	const fileRows = columns.weight.length;
	for (const [name, column] of Object.entries({ ...columns, country })) {
		if (column) expectRows(name, column, fileRows);
	}
	const rows = weightedRows(columns.weight, country);
	if (rows.length === 0) return;

	const stratum = complete('stratum', columns.stratum, rows);
	const psu = complete('psu', columns.psu, rows);
	return {
		fileRows,
		rows,
		weight: Float64Array.from(rows, (row) => columns.weight[row]!),
		...numberPsus(rows.length, stratum, psu)
	};
}

/** Up to this share of a country's rows may lack their stratum or unit; with more the column is no design. */
const mostWithoutUnit = 0.05;

/**
 * The rows of a country that a design can be made of: those with a weight, and with a stratum and a unit
 * where nearly all others have one.
 *
 * @returns a mask for designOf, and how many rows of the country are left out for which reason
 */
export function completeRows(
	{ weight, stratum, psu }: SampleColumns,
	country: Uint8Array = new Uint8Array(weight.length).fill(1)
): { rows: Uint8Array; withoutWeight: number; withoutUnit: number } {
	const rows = country.slice();
	let withoutWeight = 0;
	for (let row = 0; row < rows.length; row++) {
		if (rows[row] === 0 || weight[row]! > 0) continue;
		rows[row] = 0;
		withoutWeight++;
	}
	const all = rows.reduce((sum, one) => sum + one, 0);
	let withoutUnit = 0;
	for (const column of [stratum, psu]) {
		if (!column) continue;
		const lacking = [...rows.keys()].filter((row) => rows[row] === 1 && Number.isNaN(column[row]));
		if (lacking.length > mostWithoutUnit * all) continue;
		for (const row of lacking) rows[row] = 0;
		withoutUnit += lacking.length;
	}
	return { rows, withoutWeight, withoutUnit };
}

function weightedRows(weight: Float64Array, country?: Uint8Array): Uint32Array {
	const rows = new Uint32Array(weight.length);
	let count = 0;
	for (let row = 0; row < weight.length; row++) {
		if (weight[row]! > 0 && (!country || country[row] === 1)) rows[count++] = row;
	}
	return rows.slice(0, count);
}

/** The column's values in the given rows, or undefined if it is empty in all of them. */
function complete(
	name: string,
	column: Float64Array | undefined,
	rows: Uint32Array
): Float64Array | undefined {
	if (!column) return;
	const values = Float64Array.from(rows, (row) => column[row]!);
	const empty = values.filter(Number.isNaN).length;
	if (empty === 0) return values;
	if (empty === rows.length) return;
	throw new RangeError(
		`Expected a ${name} in all rows or in none, got none in ${empty} of ${rows.length}`
	);
}

function numberPsus(
	respondents: number,
	stratum?: Float64Array,
	psu?: Float64Array
): Pick<Design, 'psu' | 'stratumOfPsu' | 'psusInStratum'> {
	const strata = new Map<number, { number: number; size: number; psus: Map<number, number> }>();
	const psuOfRespondent = new Uint32Array(respondents);
	const stratumOfPsu: number[] = [];
	for (let i = 0; i < respondents; i++) {
		const stratumCode = stratum ? stratum[i]! : 0;
		let found = strata.get(stratumCode);
		if (!found)
			strata.set(stratumCode, (found = { number: strata.size, size: 0, psus: new Map() }));

		let number = psu && found.psus.get(psu[i]!);
		if (number === undefined) {
			number = stratumOfPsu.push(found.number) - 1;
			found.size++;
			if (psu) found.psus.set(psu[i]!, number);
		}
		psuOfRespondent[i] = number;
	}
	return {
		psu: psuOfRespondent,
		stratumOfPsu: Uint32Array.from(stratumOfPsu),
		psusInStratum: Uint32Array.from(strata.values(), ({ size }) => size)
	};
}
