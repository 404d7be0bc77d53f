import type { Database } from '#db/open.ts';
import { dimsOf, type Dim, type Measure } from '#lib/view/explore/explore.ts';
import type { AnswerInfo } from '#lib/view/row.ts';
import { answersTo, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { keyOf, type FigureColumns } from '#lib/server/facets/figure-index.ts';
import type { Keys } from './pivot-keys.ts';

/*
 * What the cells of a table stand for, by the places of their figures alone: which figures a value is made
 * of and what it is. Nothing is read for it, so it is known of all lines before a few of them are shown.
 */

/** Lines of a table; a line is named by its number. */
export interface Lines {
	/** A figure of each line: it has the codes of the dimensions that stay apart under the measure. */
	at: Int32Array;
	/** Places of the figures that a value is made of, the first minus the second; −1: there is none. */
	parts(line: number): number[];
	/** Per cent, points or place; NaN where there is none. */
	value(line: number): number;
	/** Places are out of so many. */
	of?(line: number): number;
	/** Figures for which the measure means nothing. */
	leftOut: number;
	/** Questions without two opposite sides. */
	withoutSides: string[];
}

/** The lines of a selection under a measure, each once, in the order of the file. */
export function linesOf(
	db: Database,
	columns: FigureColumns,
	at: Int32Array,
	measure: Measure,
	keys: Keys
): Lines {
	const { pct } = columns;
	switch (measure) {
		case 'percent':
			return {
				at,
				parts: (line) => [at[line]!],
				value: (line) => pct[at[line]!]!,
				leftOut: 0,
				withoutSides: []
			};
		case 'gap': {
			const none = columns.places.sides.get('none');
			const used = at.filter((index) => columns.codes.sides[index] !== none);
			const lines = once(used, keys, dimsOf('gap'));
			const sideAt = (index: number, side: string) => neighbour(columns, index, 'group', side);
			const parts = (line: number) => ['east', 'west'].map((side) => sideAt(lines[line]!, side));
			return differences(pct, lines, parts, at.length - used.length);
		}
		case 'net':
			return netsOf(db, columns, at, keys);
		case 'median': {
			const used = countriesIn(db, columns, at);
			const medianAt = medians(db, columns);
			const parts = (line: number) => [used[line]!, medianAt(used[line]!)];
			return differences(pct, used, parts, at.length - used.length);
		}
		case 'rank': {
			const used = countriesIn(db, columns, at);
			const sharesAt = sharesOfCountries(db, columns);
			return {
				at: used,
				parts: (line) => [used[line]!],
				value: (line) => {
					const own = pct[used[line]!]!;
					return Number.isNaN(own)
						? NaN
						: 1 + sharesAt(used[line]!).filter((each) => each > own).length;
				},
				of: (line) => sharesAt(used[line]!).length,
				leftOut: at.length - used.length,
				withoutSides: []
			};
		}
		case 'change':
			return changesOf(columns, at, keys);
	}
}

/** Lines whose value is their first part minus their second. */
const differences = (
	pct: FigureColumns['pct'],
	at: Int32Array,
	parts: Lines['parts'],
	leftOut = 0
): Lines => ({
	at,
	parts,
	value(line) {
		const [a = -1, b = -1] = parts(line);
		return (pct[a] ?? NaN) - (pct[b] ?? NaN);
	},
	leftOut,
	withoutSides: []
});

/** One figure for each combination of codes. */
function once(at: Int32Array, keys: Keys, dims: readonly Dim[]): Int32Array {
	const firsts = new Map<number, number>();
	for (const index of at) {
		const key = keys.of(dims, index);
		if (!firsts.has(key)) firsts.set(key, index);
	}
	return Int32Array.from(firsts.values());
}

/** The figure with the same codes but one. @returns −1 if there is none */
export function neighbour(
	{ codes, places, at }: FigureColumns,
	index: number,
	dim: 'group' | 'answer' | 'country' | 'survey',
	code: string
): number {
	const place = places[dim].get(code);
	if (place === undefined) return -1;
	return at.get(keyOf(places, (key) => (key === dim ? place : codes[key][index]!))) ?? -1;
}

/** The answer that stands for a side: the net where there is one, else the only one. */
export function poleOf(answers: AnswerInfo[], pole: 'yes' | 'no'): AnswerInfo | undefined {
	const side = answers.filter((answer) => answer.pole === pole);
	const nets = side.filter(({ kind }) => kind === 'net');
	const [only, ...more] = nets.length > 0 ? nets : side;
	return more.length > 0 ? undefined : only;
}

function netsOf(db: Database, columns: FigureColumns, at: Int32Array, keys: Keys): Lines {
	const { values } = columns.catalog;
	const sides = values.question.map((id) => {
		const answers = answersTo(db, id);
		const [yes, no] = [poleOf(answers, 'yes'), poleOf(answers, 'no')];
		return yes && no ? [yes.id, no.id] : undefined;
	});
	const sidesAt = (index: number) => sides[columns.codes.question[index]!];
	const lines = once(
		at.filter((index) => sidesAt(index)),
		keys,
		dimsOf('net')
	);
	const parts = (line: number) =>
		(sidesAt(lines[line]!) ?? []).map((answer) =>
			neighbour(columns, lines[line]!, 'answer', answer)
		);
	const without = new Set<number>();
	for (const index of at) if (!sidesAt(index)) without.add(columns.codes.question[index]!);
	return {
		...differences(columns.pct, lines, parts),
		withoutSides: [...without].toSorted((a, b) => a - b).map((place) => values.question[place]!)
	};
}

function countriesIn(db: Database, { codes, catalog }: FigureColumns, at: Int32Array): Int32Array {
	const { populations } = wholeDictionary(db);
	const isCountry = catalog.values.country.map((id) => populations[id]?.kind === 'country');
	return at.filter((index) => isCountry[codes.country[index]!]);
}

/** The first published median that counts the country; of others it is no member. */
function medians(db: Database, columns: FigureColumns): (index: number) => number {
	const { populations } = wholeDictionary(db);
	const all = Object.values(populations).filter(({ kind }) => kind === 'median');
	const { values } = columns.catalog;
	return (index) => {
		const country = values.country[columns.codes.country[index]!]!;
		for (const { id, members } of all) {
			if (!members.includes(country)) continue;
			const found = neighbour(columns, index, 'country', id);
			if (found >= 0 && !Number.isNaN(columns.pct[found])) return found;
		}
		return -1;
	};
}

/** Shares of all countries for the same survey, question, answer and group, selected or not. */
function sharesOfCountries(db: Database, columns: FigureColumns): (index: number) => number[] {
	const countries = Object.values(wholeDictionary(db).populations)
		.filter(({ kind }) => kind === 'country')
		.map(({ id }) => id);
	return (index) =>
		countries.flatMap((country) => {
			const pct = columns.pct[neighbour(columns, index, 'country', country)];
			return pct === undefined || Number.isNaN(pct) ? [] : [pct];
		});
}

/** An institute's latest wave minus its earliest, among the selected figures with a number. */
function changesOf(columns: FigureColumns, at: Int32Array, keys: Keys): Lines {
	const groups = new Map<number, number[]>();
	for (const index of at) {
		const key = keys.of(dimsOf('change'), index);
		const group = groups.get(key);
		if (group) group.push(index);
		else groups.set(key, [index]);
	}
	// Surveys stand latest first in the catalog.
	const waves = [...groups.values()].map((group) => {
		const shown = group
			.filter((index) => !Number.isNaN(columns.pct[index]))
			.toSorted((a, b) => columns.codes.survey[a]! - columns.codes.survey[b]!);
		const [later = group[0]!, earlier = -1] = [shown[0], shown.length > 1 ? shown.at(-1) : -1];
		return [later, earlier];
	});
	const firsts = Int32Array.from(waves, ([later]) => later!);
	return differences(columns.pct, firsts, (line) => waves[line]!);
}
