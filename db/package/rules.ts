import type { Fault, PackageRow, PackageSchema, Tables } from './schema.ts';
import { idOf, list, text } from './schema.ts';

/** What no single cell can show: texts in one language only, figures outside their group, loose nets. */
export function checkRules(schema: PackageSchema, tables: Tables): Fault[] {
	return [
		...schema.resources.flatMap((resource) => {
			const stems = resource.schema.fields
				.filter((field) => field.name.endsWith('_en'))
				.map((field) => field.name.slice(0, -3));
			return (tables.get(resource.name) ?? []).flatMap((row) => missingTwins(row, stems));
		}),
		...rowsOf(tables, 'sources').flatMap(named),
		...rowsOf(tables, 'surveys').flatMap(ranges),
		...rowsOf(tables, 'items').flatMap(wording),
		...places(tables),
		...passages(tables),
		...nets(tables),
		...members(tables),
		...figures(tables),
		...overlaps(tables),
		...withdrawn(tables)
	];
}

const rowsOf = (tables: Tables, name: string): PackageRow[] => tables.get(name) ?? [];

const fault = (row: PackageRow, column: string, expected: string): Fault => ({
	file: row.file,
	line: row.line,
	column,
	value: String(row.cells[column] ?? ''),
	expected
});

function missingTwins(row: PackageRow, stems: string[]): Fault[] {
	return stems.flatMap((stem) => {
		const [en, de] = [row.cells[`${stem}_en`], row.cells[`${stem}_de`]];
		if ((en === null) === (de === null)) return [];
		return [
			en === null
				? fault(row, `${stem}_en`, `the English of "${String(de)}"`)
				: fault(row, `${stem}_de`, `the German of "${String(en)}"`)
		];
	});
}

function ranges(row: PackageRow): Fault[] {
	const pairs = [
		['fieldwork_start', 'fieldwork_end'],
		['moe_min_pts', 'moe_max_pts']
	] as const;
	return pairs.flatMap(([from, to]) => {
		const [first, last] = [row.cells[from] ?? null, row.cells[to] ?? null];
		if (first === null || last === null || first <= last) return [];
		return [fault(row, to, `nothing below ${from} (${String(first)})`)];
	});
}

const named = (row: PackageRow): Fault[] =>
	row.cells['title'] === null && row.cells['publisher'] === null
		? [fault(row, 'publisher', 'a title or a publisher to cite')]
		: [];

function wording(row: PackageRow): Fault[] {
	const seen = row.cells['wording_en'] !== null;
	const faults: Fault[] = [];
	if (seen === (row.cells['wording_status'] === 'not_seen'))
		faults.push(fault(row, 'wording_status', 'not_seen exactly where there is no wording'));
	if (seen !== (row.cells['wording_de_origin'] !== null))
		faults.push(fault(row, 'wording_de_origin', 'a value exactly where there is a German wording'));
	const both = list(row, 'not_asked_in').filter((code) => list(row, 'asked_in').includes(code));
	if (both.length > 0)
		faults.push(fault(row, 'not_asked_in', `no country that asked_in has (${both.join(', ')})`));
	return faults;
}

/** The row that took a place first, for each later one that names the same place. */
function placesTakenTwice(
	taken: [string, PackageRow][]
): { row: PackageRow; place: string; at: string }[] {
	const first = new Map<string, PackageRow>();
	return taken.flatMap(([place, row]) => {
		const twin = first.get(place);
		if (!twin) first.set(place, row);
		return twin ? [{ row, place, at: `${twin.file}:${twin.line}` }] : [];
	});
}

/** Two answers in one place would have no order. */
const places = (tables: Tables): Fault[] =>
	placesTakenTwice(
		rowsOf(tables, 'answers').map((row) => [
			`${text(row, 'question_id')}/${String(row.cells['sort'])}`,
			row
		])
	).map(({ row, at }) => fault(row, 'sort', `this place once a question; it is taken at ${at}`));

/** A statement comes from one passage of the article. */
const passages = (tables: Tables): Fault[] =>
	placesTakenTwice(
		rowsOf(tables, 'passages').flatMap((row) =>
			list(row, 'claim_ids').map((claim): [string, PackageRow] => [claim, row])
		)
	).map(({ row, place, at }) => ({
		...fault(row, 'claim_ids', `each statement once; it stands already at ${at}`),
		value: place
	}));

function nets(tables: Tables): Fault[] {
	const kinds = new Map(
		rowsOf(tables, 'answers').map((row) => [
			`${text(row, 'question_id')}/${text(row, 'answer_id')}`,
			text(row, 'kind')
		])
	);
	return rowsOf(tables, 'answers').flatMap((row) => {
		const parts = list(row, 'net_of');
		if ((row.cells['kind'] === 'net') !== parts.length > 0)
			return [fault(row, 'net_of', 'its parts for a net, and nothing otherwise')];
		return parts
			.filter((part) => kinds.get(`${text(row, 'question_id')}/${part}`) !== 'substantive')
			.map((part) => ({
				...fault(row, 'net_of', 'substantive answers of the same question'),
				value: part
			}));
	});
}

function members(tables: Tables): Fault[] {
	const kinds = new Map(
		rowsOf(tables, 'populations').map((row) => [text(row, 'population_id'), text(row, 'kind')])
	);
	return rowsOf(tables, 'populations').flatMap((row) => {
		const codes = list(row, 'members');
		if (row.cells['kind'] === 'country')
			return codes.length > 0 ? [fault(row, 'members', 'nothing: only a median has members')] : [];
		return codes
			.filter((code) => kinds.get(code) === 'median')
			.map((value) => ({ ...fault(row, 'members', 'countries, no median of medians'), value }));
	});
}

function figures(tables: Tables): Fault[] {
	const groups = new Map(rowsOf(tables, 'groups').map((row) => [text(row, 'group_id'), row]));
	const abroad = (row: PackageRow): Fault[] => {
		const country = groups.get(text(row, 'group_id'))?.cells['population_id'] ?? null;
		if (country === null || country === row.cells['population_id']) return [];
		return [fault(row, 'population_id', `${String(country)}, the country of its group`)];
	};
	const own = rowsOf(tables, 'figures').flatMap((row) => {
		const faults = abroad(row);
		const group = groups.get(text(row, 'group_id'));
		if (group && group.cells['dimension'] !== row.cells['dimension'])
			faults.push(fault(row, 'dimension', `${text(group, 'dimension')}, that of its group`));
		if ((row.cells['pct'] === null) === (row.cells['absence'] === null))
			faults.push(fault(row, 'pct', 'a number or an absence, and not both'));
		const [low, high] = [row.cells['ci95_low'], row.cells['ci95_high']];
		if ((low === null) !== (high === null) || Number(low) > Number(high))
			faults.push(fault(row, 'ci95_low', 'both limits, the lower one first, or neither'));
		return faults;
	});
	return [...own, ...rowsOf(tables, 'conflicts').flatMap(abroad)];
}

function overlaps(tables: Tables): Fault[] {
	return rowsOf(tables, 'overlaps').flatMap((row) => {
		const faults: Fault[] = [];
		if (text(row, 'question_a') >= text(row, 'question_b'))
			faults.push(fault(row, 'question_b', 'another question, after question_a in the alphabet'));
		if ((row.cells['pct'] === null) === (row.cells['absence'] === null))
			faults.push(fault(row, 'pct', 'a number or an absence, and not both'));
		return faults;
	});
}

function withdrawn(tables: Tables): Fault[] {
	const live = new Set(rowsOf(tables, 'figures').map(idOf));
	return rowsOf(tables, 'withdrawn').flatMap((row) => {
		const faults: Fault[] = [];
		if (live.has(text(row, 'figure_id')))
			faults.push(fault(row, 'figure_id', 'a figure that no longer stands in figures'));
		const successor = row.cells['successor_id'] ?? null;
		if (successor !== null && !live.has(String(successor)))
			faults.push(fault(row, 'successor_id', 'the id of a figure that figures has'));
		return faults;
	});
}
