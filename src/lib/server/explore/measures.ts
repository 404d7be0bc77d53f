import type { Database } from '#db/open.ts';
import { figures } from '#db/schema.ts';
import { inArray } from 'drizzle-orm';
import { emptyCell, type Measure, type PivotCell } from '#lib/view/explore.ts';
import type { AnswerInfo, DataPoint } from '#lib/view/row.ts';
import type { Lang } from '#lib/words/lang.ts';
import { answersTo, wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { FigureColumns } from './figure-index.ts';
import { codesAt, idOf, type Codes } from './facet-counts.ts';
import { absentRow, readById } from '#lib/server/data/rows.ts';

/** What one cell of the table stands for: a figure, or what a measure is computed over. */
export interface Line {
	/** Codes of the dimensions that stay apart; the others are empty. */
	codes: Codes;
}

/** A line with its value and the figures it is made of. */
export interface Measured extends Line {
	cell: PivotCell;
	rows: DataPoint[];
}

/**
 * The lines of a selection under a measure, each once, in the order of the file.
 *
 * @returns leftOut: figures for which the measure means nothing
 */
export function linesOf(
	db: Database,
	columns: FigureColumns,
	at: number[],
	measure: Measure
): { lines: Line[]; leftOut: number } {
	const { populations } = wholeDictionary(db);
	const lines = new Map<string, Line>();
	let leftOut = 0;
	const none = columns.catalog.values.sides.indexOf('none');
	for (const index of at) {
		const codes = codesAt(columns, index);
		const isCountry = populations[codes.country]?.kind === 'country';
		if (measure === 'gap') {
			if (codes.country !== 'deu' || columns.codes.sides[index] === none) {
				leftOut += 1;
				continue;
			}
			Object.assign(codes, { country: '', group: '' });
		}
		if ((measure === 'rank' || measure === 'median') && !isCountry) {
			leftOut += 1;
			continue;
		}
		if (measure === 'net') codes.answer = '';
		const key = idOf(codes);
		if (!lines.has(key)) lines.set(key, { codes });
	}
	return { lines: [...lines.values()], leftOut };
}

/** The values of lines, read by the keys of their figures. */
export function measured(db: Database, lines: Line[], measure: Measure, lang: Lang): Measured[] {
	switch (measure) {
		case 'percent':
			return percents(db, lines);
		case 'net':
			return nets(db, lines, lang);
		case 'gap':
			return gaps(db, lines, lang);
		case 'median':
			return distances(db, lines, lang);
		case 'rank':
			return ranks(db, lines);
	}
}

/** SQLite takes many values in one statement, but plans short lists faster. */
const idsAtOnce = 500;

function chunks<Each>(list: Each[]): Each[][] {
	const parts: Each[][] = [];
	for (let from = 0; from < list.length; from += idsAtOnce)
		parts.push(list.slice(from, from + idsAtOnce));
	return parts;
}

/** Stored figures by their ids. */
export function readMany(db: Database, ids: string[]): Map<string, DataPoint> {
	const rows = chunks([...new Set(ids)]).flatMap((part) => readById(db, part));
	return new Map(rows.map((row) => [row.figure, row]));
}

/** Query of the numbers alone. */
export const sharesQuery = (db: Database, ids: string[]) =>
	db
		.select({ id: figures.figureId, pct: figures.pct })
		.from(figures)
		.where(inArray(figures.figureId, ids));

/** Which of these ids are stored, with their numbers. */
export const sharesOf = (db: Database, ids: string[]): Map<string, number | null> =>
	new Map(
		chunks([...new Set(ids)]).flatMap((part) =>
			sharesQuery(db, part)
				.all()
				.map(({ id, pct }): [string, number | null] => [id, pct])
		)
	);

const ofRow = (row: DataPoint): PivotCell => ({
	...emptyCell,
	figure: row.figure,
	value: row.pct,
	absence: row.absence,
	status: row.status,
	weak: row.confidence === 'low'
});

function percents(db: Database, lines: Line[]): Measured[] {
	const found = readMany(
		db,
		lines.map(({ codes }) => idOf(codes))
	);
	return lines.flatMap((line) => {
		const row = found.get(idOf(line.codes));
		if (!row) return [];
		const heat = Math.min(4, Math.floor((row.pct ?? 0) / 20));
		return [{ ...line, cell: { ...ofRow(row), heat }, rows: [row] }];
	});
}

/** A difference of published whole per cents; as doubtful as the weaker of its parts. */
function differenceCell(a: DataPoint, b: DataPoint, parts: PivotCell['parts']): PivotCell {
	const value = (a.pct ?? 0) - (b.pct ?? 0);
	return {
		...ofRow(a),
		value,
		absence: null,
		status: a.status === 'published' ? b.status : a.status,
		weak: a.confidence === 'low' || b.confidence === 'low',
		parts,
		from: [a.figure, b.figure],
		heat: Math.min(4, Math.floor(Math.abs(value) / 8))
	};
}

/** The answer that stands for a side: the net where there is one, else the only one. */
function poleOf(answers: AnswerInfo[], pole: 'yes' | 'no'): AnswerInfo | undefined {
	const side = answers.filter((answer) => answer.pole === pole);
	const nets = side.filter(({ kind }) => kind === 'net');
	const [only, ...more] = nets.length > 0 ? nets : side;
	return more.length > 0 ? undefined : only;
}

function nets(db: Database, lines: Line[], lang: Lang): Measured[] {
	const sided = lines.map((line) => {
		const own = answersTo(db, line.codes.question);
		return { line, yes: poleOf(own, 'yes'), no: poleOf(own, 'no') };
	});
	const idWith = ({ codes }: Line, answer: AnswerInfo) => idOf({ ...codes, answer: answer.id });
	const found = readMany(
		db,
		sided.flatMap(({ line, yes, no }) => (yes && no ? [idWith(line, yes), idWith(line, no)] : []))
	);
	return sided.map(({ line, yes, no }) => {
		if (!yes || !no) return { ...line, cell: { ...emptyCell, absence: 'no_opposite' }, rows: [] };
		const [a, b] = [found.get(idWith(line, yes)), found.get(idWith(line, no))];
		const rows = [a, b].filter((row) => row !== undefined);
		const parts = [
			{ label: yes.label[lang], pct: a?.pct ?? null },
			{ label: no.label[lang], pct: b?.pct ?? null }
		];
		if (!a || !b || a.pct === null || b.pct === null)
			return {
				...line,
				cell: { ...emptyCell, figure: idWith(line, yes), absence: 'one_side', parts },
				rows
			};
		return { ...line, cell: differenceCell(a, b, parts), rows };
	});
}

function gaps(db: Database, lines: Line[], lang: Lang): Measured[] {
	const { groups } = wholeDictionary(db);
	const idAt = ({ codes }: Line, group: string) => idOf({ ...codes, country: 'deu', group });
	const found = readMany(
		db,
		lines.flatMap((line) => ['all', 'east', 'west'].map((group) => idAt(line, group)))
	);
	return lines.map((line) => {
		const [all, east, west] = ['all', 'east', 'west'].map((group) => found.get(idAt(line, group)));
		const rows = [all, east ?? unpublished(line, 'east'), west ?? unpublished(line, 'west')].filter(
			(row) => row !== undefined
		);
		const parts = (['east', 'west'] as const).map((side) => ({
			label: groups[side]?.label[lang] ?? side,
			pct: (side === 'east' ? east : west)?.pct ?? null
		}));
		if (!east || !west || east.pct === null || west.pct === null)
			return {
				...line,
				cell: {
					...emptyCell,
					figure: idAt(line, east ? 'east' : 'west'),
					absence: 'one_side',
					parts
				},
				rows
			};
		return { ...line, cell: differenceCell(east, west, parts), rows };
	});
}

/** The side that is missing where the other was published. */
const unpublished = ({ codes }: Line, group: 'east' | 'west'): DataPoint =>
	absentRow(
		{
			survey: codes.survey,
			question: codes.question,
			population: 'deu',
			group,
			answer: codes.answer
		},
		'region',
		'not_published'
	);

/** A median of the same survey, question, answer and group; of several the first that counts the country. */
function distances(db: Database, lines: Line[], lang: Lang): Measured[] {
	const { populations } = wholeDictionary(db);
	const medians = Object.values(populations).filter(({ kind }) => kind === 'median');
	const idAt = ({ codes }: Line, country: string) => idOf({ ...codes, country });
	const found = readMany(
		db,
		lines.flatMap((line) => [idOf(line.codes), ...medians.map(({ id }) => idAt(line, id))])
	);
	return lines.flatMap((line): Measured[] => {
		const own = found.get(idOf(line.codes));
		if (!own) return [];
		const published = medians.filter(
			({ id }) => typeof found.get(idAt(line, id))?.pct === 'number'
		);
		const median =
			published.find(({ members }) => members.includes(line.codes.country)) ?? published[0];
		const middle = median && found.get(idAt(line, median.id));
		if (!median || !middle || own.pct === null)
			return [
				{
					...line,
					cell: {
						...ofRow(own),
						value: null,
						absence: own.absence ?? 'no_median',
						parts: [{ label: populations[own.population]?.label[lang] ?? '', pct: own.pct }]
					},
					rows: [own]
				}
			];
		const parts = [
			{ label: populations[own.population]?.label[lang] ?? '', pct: own.pct },
			{ label: median.label[lang], pct: middle.pct }
		];
		return [{ ...line, cell: differenceCell(own, middle, parts), rows: [own, middle] }];
	});
}

/** Place among all countries with a figure for the same, selected or not; equal shares share a place. */
function ranks(db: Database, lines: Line[]): Measured[] {
	const { populations } = wholeDictionary(db);
	const countries = Object.values(populations)
		.filter(({ kind }) => kind === 'country')
		.map(({ id }) => id);
	const shares = sharesOf(
		db,
		lines.flatMap(({ codes }) => countries.map((country) => idOf({ ...codes, country })))
	);
	return percents(db, lines).map(({ codes, cell, rows }) => {
		if (cell.value === null) return { codes, cell, rows };
		const own = cell.value;
		const all = countries.flatMap((country) => shares.get(idOf({ ...codes, country })) ?? []);
		const value = 1 + all.filter((pct) => pct > own).length;
		const heat = all.length < 2 ? 0 : Math.round((4 * (all.length - value)) / (all.length - 1));
		return {
			codes,
			cell: {
				...cell,
				value,
				of: all.length,
				parts: [{ label: '', pct: own }],
				from: rows.map(({ figure }) => figure),
				heat
			},
			rows
		};
	});
}
