import type { Database } from '#db/open.ts';
import { figures } from '#db/schema.ts';
import { inArray } from 'drizzle-orm';
import type { Measure } from '#lib/view/explore/explore.ts';
import { emptyCell, type PivotCell } from '#lib/view/explore/pivot.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Lang } from '#lib/words/lang.ts';
import { answersTo, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { listed, readById } from '#lib/server/data/rows.ts';
import { absentRow } from '#lib/server/data/absences.ts';
import { codesAt, idOf } from '#lib/server/facets/facet-counts.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';
import { neighbour, poleOf, type Lines } from './lines.ts';

/** A cell of the table and the figures under it. */
export interface Measured {
	cell: PivotCell;
	rows: DataPoint[];
}

/** Stored figures by their ids. */
export function readMany(db: Database, ids: string[]): Map<string, DataPoint> {
	const rows = readById(db, [...new Set(ids)]);
	return new Map(rows.map((row) => [row.figure, row]));
}

/** Query of the numbers alone. */
export const sharesQuery = (db: Database, ids: string[]) =>
	db
		.select({ id: figures.figureId, pct: figures.pct })
		.from(figures)
		.where(inArray(figures.figureId, listed(ids)));

/** Which of these ids are stored, with their numbers. */
export const sharesOf = (db: Database, ids: string[]): Map<string, number | null> =>
	new Map(
		sharesQuery(db, [...new Set(ids)])
			.all()
			.map(({ id, pct }): [string, number | null] => [id, pct])
	);

/**
 * The cells of some lines, with their figures read.
 *
 * @param wanted numbers of the lines
 */
export function measured(
	db: Database,
	columns: FigureColumns,
	lines: Lines,
	wanted: number[],
	measure: Measure,
	lang: Lang
): Map<number, Measured> {
	const idAt = (index: number) => idOf(codesAt(columns, index));
	const partsOf = (line: number) => lines.parts(line).map((at) => (at < 0 ? undefined : idAt(at)));
	// Over a gap stands the whole of Germany, which the drawing sets beside its parts.
	const wholeOf = (line: number) => {
		const at = measure === 'gap' ? neighbour(columns, lines.at[line]!, 'group', 'all') : -1;
		return at < 0 ? undefined : idAt(at);
	};
	const found = readMany(
		db,
		wanted.flatMap((line) => [...partsOf(line), wholeOf(line)]).filter((id) => id !== undefined)
	);
	return new Map(
		wanted.map((line): [number, Measured] => {
			const [a, b] = partsOf(line).map((id) => (id === undefined ? undefined : found.get(id)));
			if (measure === 'percent') return [line, percentCell(a)];
			if (measure === 'rank') return [line, rankCell(a, lines.value(line), lines.of?.(line) ?? 0)];
			const rows =
				measure === 'gap'
					? [
							found.get(wholeOf(line) ?? ''),
							a ?? unpublished(columns, lines.at[line]!, 'east'),
							b ?? unpublished(columns, lines.at[line]!, 'west')
						]
					: [a, b];
			const labels = partLabels(db, columns, measure, lines.at[line]!, [a, b], lang);
			return [
				line,
				differenceCell(
					measure,
					a,
					b,
					labels,
					rows.filter((row) => row !== undefined)
				)
			];
		})
	);
}

const ofRow = (row: DataPoint): PivotCell => ({
	...emptyCell,
	figure: row.figure,
	value: row.pct,
	absence: row.absence,
	status: row.status,
	weak: row.confidence === 'low'
});

function percentCell(row: DataPoint | undefined): Measured {
	if (!row) return { cell: { ...emptyCell, absence: 'no_record' }, rows: [] };
	const heat = Math.min(4, Math.floor((row.pct ?? 0) / 20));
	return { cell: { ...ofRow(row), heat }, rows: [row] };
}

/** Place among all countries with a figure for the same, selected or not; equal shares share a place. */
function rankCell(row: DataPoint | undefined, value: number, of: number): Measured {
	if (!row || row.pct === null || Number.isNaN(value)) return percentCell(row);
	const heat = of < 2 ? 0 : Math.round((4 * (of - value)) / (of - 1));
	const parts = [{ label: '', pct: row.pct }];
	return { cell: { ...ofRow(row), value, of, parts, from: [row.figure], heat }, rows: [row] };
}

/** Why a difference has no value where one of its figures is missing. */
const absenceOf = {
	net: 'one_side',
	gap: 'one_side',
	median: 'no_median',
	change: 'one_wave'
} as const;

/** A difference of published whole per cents; as doubtful as the weaker of its parts. */
function differenceCell(
	measure: keyof typeof absenceOf,
	a: DataPoint | undefined,
	b: DataPoint | undefined,
	labels: string[],
	rows: DataPoint[]
): Measured {
	const parts = [a, b].map((row, index) => ({ label: labels[index] ?? '', pct: row?.pct ?? null }));
	const own = a ?? b ?? rows[0];
	if (!a || !b || a.pct === null || b.pct === null) {
		const isOwn = measure === 'median' && a?.absence;
		const absence = isOwn ? a.absence : absenceOf[measure];
		return { cell: { ...emptyCell, figure: own?.figure ?? null, absence, parts }, rows };
	}
	const value = a.pct - b.pct;
	return {
		cell: {
			...ofRow(a),
			value,
			absence: null,
			status: a.status === 'published' ? b.status : a.status,
			weak: a.confidence === 'low' || b.confidence === 'low',
			parts,
			from: [a.figure, b.figure],
			heat: Math.min(4, Math.floor(Math.abs(value) / 8))
		},
		rows
	};
}

/** What the two figures of a difference are told apart by: sides, groups, a country and its median, years. */
function partLabels(
	db: Database,
	columns: FigureColumns,
	measure: Measure,
	at: number,
	[a, b]: (DataPoint | undefined)[],
	lang: Lang
): string[] {
	const { groups, populations, surveys } = wholeDictionary(db);
	switch (measure) {
		case 'gap':
			return ['east', 'west'].map((side) => groups[side]?.label[lang] ?? side);
		case 'net': {
			const answers = answersTo(db, codesAt(columns, at).question);
			return (['yes', 'no'] as const).map((pole) => poleOf(answers, pole)?.label[lang] ?? '');
		}
		case 'median':
			return [a, b].map((row) => populations[row?.population ?? '']?.label[lang] ?? '');
		default:
			return [a, b].map((row) => String(surveys[row?.survey ?? '']?.year ?? ''));
	}
}

/** The side that is missing where the other was published. */
function unpublished(columns: FigureColumns, at: number, group: 'east' | 'west'): DataPoint {
	const { survey, question, answer } = codesAt(columns, at);
	return absentRow(
		{ survey, question, population: 'deu', group, answer },
		'region',
		'not_published'
	);
}
