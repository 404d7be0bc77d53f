import {
	completeRows,
	designOf,
	rowsWhere,
	type Design,
	type SampleColumns
} from '#lib/stats/index.ts';
import { ImportError } from '#lib/import/error.ts';
import { codesOf, notInBase, type Mapping, type QuestionMapping } from '#db/respondents.ts';
import { germany } from '#lib/import/mapping.ts';
import { columnOf, withRows, type Sample } from './sample.ts';

/** Rows of East and of West, 1 for those who belong. */
export type Sides = Record<'east' | 'west', Uint8Array>;

function countryRows(sample: Sample, { country }: Mapping, id: string): Uint8Array {
	const codes = codesWhere(country.codes, (each) => each === id);
	return rowsWhere(columnOf(sample, country.variable), (code) => codes.has(code));
}

const codesWhere = (codes: Record<string, string>, passes: (meaning: string) => boolean) =>
	new Set(
		Object.entries(codes)
			.filter(([, meaning]) => passes(meaning))
			.map(([code]) => Number(code))
	);

/** The interviews of one country: what is computed of it need not look at the others again and again. */
export const countrySample = (sample: Sample, mapping: Mapping, id: string): Sample =>
	withRows(sample, countryRows(sample, mapping, id));

/**
 * The design of a country. Only Germany's figures are kept with their precision, so only there a
 * stratum or PSU that is missing in many rows is a fault.
 *
 * @returns undefined if nobody in the country has a positive weight
 * @throws {ImportError} bad_mapping
 */
export function countryDesign(sample: Sample, mapping: Mapping, id: string): Design | undefined {
	const columns = sampleColumns(sample, mapping, id);
	try {
		return designOf(columns, completeRows(columns, countryRows(sample, mapping, id)).rows);
	} catch (cause) {
		if (!(cause instanceof RangeError)) throw cause;
		throw new ImportError('bad_mapping', `mapping: stratum, psu: ${cause.message}`, { cause });
	}
}

/** What a country's interviews lack: a weight, or a stratum or unit that nearly all others have. */
export interface LeftOut {
	withoutWeight: number;
	withoutUnit: number;
	/** Strata with a single sampling unit, whose variance can only be guessed. */
	lonelyStrata: number;
	/** Variables of the mapping that no German has a value of. */
	empty: string[];
}

export function leftOut(sample: Sample, mapping: Mapping): LeftOut {
	const rows = countryRows(sample, mapping, germany);
	const { withoutWeight, withoutUnit } = completeRows(
		sampleColumns(sample, mapping, germany),
		rows
	);
	const empty = [mapping.stratum, mapping.psu].filter(
		(name): name is string =>
			name !== null &&
			columnOf(sample, name).every((value, row) => rows[row] === 0 || Number.isNaN(value))
	);
	const design = countryDesign(sample, mapping, germany);
	const lonelyStrata = design?.psusInStratum.filter((units) => units === 1).length ?? 0;
	return { withoutWeight, withoutUnit, lonelyStrata, empty };
}

function sampleColumns(
	sample: Sample,
	{ weight, stratum, psu }: Mapping,
	id: string
): SampleColumns {
	const columns: SampleColumns = {
		weight: weight === null ? new Float64Array(sample.rows).fill(1) : columnOf(sample, weight)
	};
	if (id === germany && stratum !== null) columns.stratum = columnOf(sample, stratum);
	if (id === germany && psu !== null) columns.psu = columnOf(sample, psu);
	return columns;
}

/** Rows of those who were asked: everybody with a code, don't know and refused too. */
export function baseRows(sample: Sample, { variable, codes }: QuestionMapping): Uint8Array {
	const inIt = codesWhere(codes, (answer) => answer !== notInBase);
	return rowsWhere(columnOf(sample, variable), (code) => inIt.has(code));
}

export function sideRows(sample: Sample, { region }: Mapping): Sides | undefined {
	if (!region) return;
	const column = columnOf(sample, region.variable);
	const rowsOf = (side: 'east' | 'west') => {
		const codes = codesOf(region, side);
		return rowsWhere(column, (code) => codes.includes(code));
	};
	return { east: rowsOf('east'), west: rowsOf('west') };
}

/** Codes that occur and that the mapping does not speak of, with how many rows have them. */
function unmappedCodes(
	column: Float64Array,
	rows: Uint8Array,
	isMapped: (code: number) => boolean
): Map<number, number> {
	const found = new Map<number, number>();
	column.forEach((code, row) => {
		if (rows[row] === 0 || Number.isNaN(code) || isMapped(code)) return;
		found.set(code, (found.get(code) ?? 0) + 1);
	});
	return found;
}

/** @throws {ImportError} unmatched_codes, naming every code that a mapped country has and the mapping has not */
export function expectAllMapped(sample: Sample, mapping: Mapping): void {
	const faults: string[] = [];
	const { country, region, questions } = mapping;
	const tell = (path: string, variable: string, codes: Map<number, number>, expected: string) => {
		for (const [code, n] of codes)
			faults.push(
				`mapping: ${path}: ${variable} has code ${code} in ${n} rows; expected ${expected}`
			);
	};
	const mappedCodes = codesWhere(country.codes, () => true);
	const mapped = rowsWhere(columnOf(sample, country.variable), (code) => mappedCodes.has(code));
	for (const [id, { variable, codes }] of Object.entries(questions)) {
		const known = codesWhere(codes, () => true);
		const open = unmappedCodes(columnOf(sample, variable), mapped, (code) => known.has(code));
		tell(`questions.${id}.codes`, variable, open, 'an answer, "base" or "missing" for it');
	}
	if (region) {
		const { variable, east, west, excluded, berlin } = region;
		const known = [...east, ...west, ...excluded, ...berlin.codes];
		const germans = countryRows(sample, mapping, germany);
		const open = unmappedCodes(columnOf(sample, variable), germans, (code) => known.includes(code));
		tell('region', variable, open, 'it in east, west, excluded or berlin');
	}
	if (faults.length > 0) throw new ImportError('unmatched_codes', faults.join('\n'));
}
