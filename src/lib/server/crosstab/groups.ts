import { codesOf } from '#db/respondents.ts';
import { ages, regions, sexes, type CrosstabView, type Split } from '#lib/view/crosstab.ts';
import { groupLabels } from '#lib/words/explore/crosstab.ts';
import type { Text } from '#lib/words/lang.ts';
import { taken } from './columns.ts';
import type { Respondents } from './respondents.ts';

/** The columns of a table: a number for every respondent, NaN for those in none, and what it means. */
export interface Grouping {
	column: Float64Array;
	groups: { code: number; id: string; label: Text }[];
}

export function groupingOf(
	respondents: Respondents,
	view: CrosstabView,
	rows: Uint32Array
): Grouping {
	if (view.by === 'variable') return ofVariable(respondents, view.variable ?? view.question, rows);
	const ids = { region: regions, sex: sexes, age: ages }[view.by];
	return {
		column: sortedInto(respondents, view.by, rows),
		groups: ids.map((id, code) => ({ code, id, label: groupLabels[id] }))
	};
}

/** One mask a filter, 1 for those who stay. */
export function keptBy(
	respondents: Respondents,
	view: CrosstabView,
	rows: Uint32Array
): Uint8Array[] {
	return (['region', 'sex', 'age'] as const).flatMap((split) => {
		const wanted = view[split];
		if (wanted === null) return [];
		const ids: readonly string[] = { region: regions, sex: sexes, age: ages }[split];
		const code = ids.indexOf(wanted);
		const column = sortedInto(respondents, split, rows);
		const mask = new Uint8Array(column.length);
		for (let row = 0; row < column.length; row++) mask[row] = Number(column[row] === code);
		return [mask];
	});
}

/** Place of each respondent in the list of a split; NaN for those in none of its groups. */
function sortedInto(
	respondents: Respondents,
	split: Exclude<Split, 'variable'>,
	rows: Uint32Array
): Float64Array {
	const { mapping, variables } = respondents;
	const name = split === 'region' ? mapping.region?.variable : mapping[split];
	if (!name) return new Float64Array(rows.length).fill(NaN);
	const column = taken(respondents, name, rows);
	if (split === 'age') {
		const missing = variables.get(name)?.missing ?? [];
		return column.map((years) => (missing.includes(years) ? NaN : ageGroup(years)));
	}
	const places = split === 'region' ? regionPlaces(mapping) : sexPlaces(respondents, name);
	return column.map((code) => places.get(code) ?? NaN);
}

/** 98 and 99 are don't know and refused in the files of this survey, declared missing or not. */
const oldest = 97;

const ageGroup = (years: number): number =>
	years >= 18 && years <= oldest
		? Number(years >= 30) + Number(years >= 50) + Number(years >= 65)
		: NaN;

function regionPlaces({ region }: Respondents['mapping']): Map<number, number> {
	if (!region) return new Map();
	return new Map(
		regions.flatMap((side, place) =>
			codesOf(region, side).map((code): [number, number] => [code, place])
		)
	);
}

/** By the labels of the file, since its codes may be either way round. */
function sexPlaces({ variables }: Respondents, name: string): Map<number, number> {
	return new Map(
		(variables.get(name)?.codes ?? []).flatMap(([code, label]): [number, number][] => {
			if (/^(female|wom[ae]n|frau|weib)/i.test(label)) return [[code, sexes.indexOf('women')]];
			if (/^(male|m[ae]n\b|mann|männ)/i.test(label)) return [[code, sexes.indexOf('men')]];
			return [];
		})
	);
}

/** The codes of another variable, without those that the file declares to be no answers. */
function ofVariable(respondents: Respondents, name: string, rows: Uint32Array): Grouping {
	const { codes, missing } = respondents.variables.get(name) ?? { codes: null, missing: [] };
	const groups = (codes ?? [])
		.filter(([code]) => !(missing as number[]).includes(code))
		.map(([code, label]) => {
			const text = label || String(code);
			return { code, id: String(code), label: { en: text, de: text } };
		});
	const known = new Set(groups.map(({ code }) => code));
	const column = taken(respondents, name, rows);
	return { column: column.map((code) => (known.has(code) ? code : NaN)), groups };
}
