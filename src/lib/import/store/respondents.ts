import { append, bytesOf, emptyColumn, noValue, type GrowingColumn } from '#db/columns.ts';
import {
	writeRespondents,
	type KeptVariable,
	type RespondentFile,
	type Mapping
} from '#db/respondents.ts';
import { isMissing, numbersOf, type SavFile, type SavVariable } from '#lib/sav/index.ts';
import { withoutMissing } from '#lib/import/compute/sample.ts';
import type { Progress } from '#db/progress.ts';

/** More codes than this are no answers but amounts: ages, incomes, numbers of interviewers. */
const mostCodes = 60;

/** Rows that a column is made for before any was read. */
const mostPromised = 1 << 17;

/**
 * Keeps every numeric variable of a file, one blob a variable, for the analyst's crosstab. Texts are
 * left out: they are where a person could be named.
 *
 * @param at told how many interviews are kept
 */
export function keepRespondents(
	path: string,
	file: SavFile,
	about: Omit<RespondentFile, 'rows'>,
	{ weight, stratum, psu }: Pick<Mapping, 'weight' | 'stratum' | 'psu'>,
	at: Progress['at']
): void {
	const numeric = file.dictionary.variables.filter(({ type }) => type === 'numeric');
	const columns = new Map(
		// A column grows: what the header promises may be more than there is.
		numeric.map(({ name }) => [
			name,
			emptyColumn(Math.min(file.dictionary.cases ?? 0, mostPromised))
		])
	);
	let rows = 0;
	for (const batch of file.batches({ variables: numeric.map(({ name }) => name) })) {
		for (const [name, column] of columns) {
			const values = numbersOf(batch, name);
			const isWeighting = [weight, stratum, psu].includes(name);
			append(column, isWeighting ? withoutMissing(file, name, values) : values);
		}
		rows += batch.rows;
		at(rows);
	}
	writeRespondents(path, { ...about, rows }, keptOf(numeric, columns));
}

function* keptOf(
	variables: SavVariable[],
	columns: Map<string, GrowingColumn>
): Generator<KeptVariable> {
	for (const variable of variables) {
		const column = columns.get(variable.name)!;
		const counts = countsOf(column);
		yield {
			name: variable.name,
			label: variable.label,
			codes: counts && codesOf(variable, counts),
			missing: [...(counts?.keys() ?? [])].filter((code) => isMissing(variable, code)),
			kind: column.kind,
			data: bytesOf(column)
		};
		// A whole file at once is as much as the memory should hold.
		columns.delete(variable.name);
	}
}

const codesOf = (
	{ valueLabels }: SavVariable,
	counts: Map<number, number>
): KeptVariable['codes'] =>
	[...counts]
		.toSorted(([a], [b]) => a - b)
		.map(([code, n]) => [code, valueLabels.get(code) ?? '', n]);

/** How many respondents have each code; null if there are too many codes, or fractions. */
function countsOf({ kind, values, rows }: GrowingColumn): Map<number, number> | null {
	if (kind === 'f64') return null;
	// A place for every value there can be: a map of them takes ten times as long.
	const lowest = kind === 'u8' ? 0 : noValue.i16;
	const times = new Uint32Array(kind === 'u8' ? 1 << 8 : 1 << 16);
	for (let row = 0; row < rows; row++) times[values[row]! - lowest]!++;
	times[noValue[kind] - lowest] = 0;
	const counts = new Map<number, number>();
	for (const [at, n] of times.entries()) if (n > 0) counts.set(at + lowest, n);
	return counts.size > mostCodes ? null : counts;
}
