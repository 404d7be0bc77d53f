import type { Database } from '#db/open.ts';
import type { Measure } from '#lib/view/explore/explore.ts';
import { emptyCell, type PivotAbsence, type PivotCell } from '#lib/view/explore/pivot.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { withDirection } from '#lib/server/data/directions.ts';
import { answersTo, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { sharesOf } from './measures.ts';
import { idOf, type Codes, type FigureCodes } from '#lib/server/facets/facet-counts.ts';
import { instituteCode } from '#lib/view/slug.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';
import { absences, absentRow } from '#lib/server/data/absences.ts';

/** A cell of the table without a line: why, and its row where it is a cell of the data. */
export interface Absent {
	cell: PivotCell;
	row: DataPoint | undefined;
}

/** A cell that nothing is known of. */
const blank: PivotCell = { ...emptyCell, absence: 'no_record' };

/**
 * Why cells are empty: the data know of no such cell, a filter left its figure out, or there is none.
 *
 * @param missing codes of each cell as far as its row and column tell them
 */
export function absentCells(
	db: Database,
	measure: Measure,
	missing: Map<string, Partial<Codes>>
): Map<string, Absent> {
	const waves = wavesByYear(db);
	const candidates = new Map(
		[...missing].map(([key, codes]) => [
			key,
			withWaves(waves, codes).flatMap((each) => candidatesOf(db, measure, each))
		])
	);
	const stored = sharesOf(db, [...candidates.values()].flat());
	const reasonOf = reasons(db, measure);
	return new Map(
		[...missing].map(([key, codes]): [string, Absent] => {
			const found = candidates.get(key)?.find((id) => stored.has(id));
			if (found !== undefined)
				return [key, { cell: { ...blank, figure: found, absence: 'filtered' }, row: undefined }];
			const absence = reasonOf(codes);
			if (measure !== 'percent' || !isWhole(codes) || !isInData(absence))
				return [key, { cell: { ...blank, absence }, row: undefined }];
			const { survey, question, country: population, group, answer } = codes;
			const dimension = wholeDictionary(db).groups[group]?.dimension ?? 'total';
			const row = withDirection(
				db,
				absentRow({ survey, question, population, group, answer }, dimension, absence)
			);
			return [key, { cell: { ...blank, figure: row.figure, absence: row.absence }, row }];
		})
	);
}

interface Wave {
	id: string;
	institute: string;
}

const wavesByYear = perDatabase((db: Database) => {
	const waves = new Map<string, Wave[]>();
	for (const { id, year, organisation } of Object.values(wholeDictionary(db).surveys)) {
		const wave = { id, institute: instituteCode(organisation) };
		waves.set(String(year), [...(waves.get(String(year)) ?? []), wave]);
	}
	return waves;
});

/** A year stands for its waves, of one institute where that is known too. */
const withWaves = (waves: Map<string, Wave[]>, codes: Partial<Codes>): Partial<Codes>[] =>
	codes.survey !== undefined || codes.year === undefined
		? [codes]
		: (waves.get(codes.year) ?? [])
				.filter(({ institute }) => codes.institute === undefined || institute === codes.institute)
				.map(({ id }) => ({ ...codes, survey: id }));

/** Ids of the figures that would fill a cell, were they selected. */
function candidatesOf(db: Database, measure: Measure, codes: Partial<Codes>): string[] {
	if (measure === 'gap')
		return ['east', 'west']
			.map((group): Partial<Codes> => ({ ...codes, country: 'deu', group }))
			.flatMap((each) => (isWhole(each) ? [idOf(each)] : []));
	if (measure === 'net')
		return answersTo(db, codes.question ?? '')
			.filter(({ pole }) => pole !== null)
			.map(({ id }): Partial<Codes> => ({ ...codes, answer: id }))
			.flatMap((each) => (isWhole(each) ? [idOf(each)] : []));
	return isWhole(codes) ? [idOf(codes)] : [];
}

const isWhole = (codes: Partial<Codes>): codes is Partial<Codes> & FigureCodes =>
	(['survey', 'question', 'country', 'group', 'answer'] as const).every((dim) => codes[dim]);

const isInData = (absence: PivotAbsence): absence is 'not_asked' | 'not_published' =>
	absence === 'not_asked' || absence === 'not_published';

/** What is known of a cell without a figure; the items are asked once a question. */
function reasons(db: Database, measure: Measure) {
	const { items, answers, groups } = wholeDictionary(db);
	const byQuestion = new Map<string, ReturnType<typeof absences>>();
	return ({ survey, question, country, group, answer }: Partial<Codes>): PivotAbsence => {
		const home = groups[group ?? '']?.population ?? null;
		if (home !== null && country && home !== country) return 'impossible';
		if (question && answer && !answers[`${question}/${answer}`]) return 'impossible';
		if (measure === 'change') return 'one_wave';
		if (!survey || !question || !items[`${survey}/${question}`]) return 'no_record';
		if (measure === 'gap') return 'one_side';
		if (!country) return 'no_record';
		const known = byQuestion.get(question) ?? absences(db, question);
		byQuestion.set(question, known);
		return known(survey, country);
	};
}
