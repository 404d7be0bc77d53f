import type { PackageSchema } from '#db/package/schema.ts';
import { intervalOf, type ShareEstimate } from '#lib/stats/index.ts';
import {
	figureNotes,
	readingText,
	respondentFile,
	type FileReading
} from '#lib/words/files/import.ts';
import type { Text } from '#lib/words/lang.ts';
import type { Catalog } from '#lib/import/catalog.ts';
import type { Cell } from '#lib/import/compute/compute.ts';
import { germany } from '#lib/import/mapping.ts';
import type { PairTable } from '#lib/import/compute/pairs.ts';
import type { Fate, Judged } from '#lib/import/compute/suppress.ts';

/** One line of a file of the package, by column; a column left out is empty. */
type Row = Record<string, string>;

/** Cells that become figures: all but those the package has a row for. */
export const stored = (judged: Judged[]): [Cell, Fate][] =>
	judged.flatMap(({ fates }) => [...fates].filter(([, fate]) => fate !== 'on_record'));

/** Code of the source that the file becomes; one respondent file a survey. */
export const sourceIdOf = (catalog: Catalog): string => `${catalog.survey.id}-respondent-file`;

/**
 * The files of db/local: the same reading gives the same bytes.
 *
 * @param isDoubtful figures reported elsewhere differ, and were overruled
 * @returns file name → text
 */
export function packageFiles(
	schema: PackageSchema,
	catalog: Catalog,
	judged: Judged[],
	pairs: PairTable[],
	reading: FileReading,
	isDoubtful: boolean
): Map<string, string> {
	const figures = stored(judged).map(([cell, fate]) => figureRow(cell, fate, catalog, isDoubtful));
	return new Map([
		['sources.csv', csvOf(schema, 'sources', [sourceRow(catalog, reading)])],
		['figures.csv', csvOf(schema, 'figures', figures)],
		[
			'overlaps.csv',
			csvOf(
				schema,
				'overlaps',
				pairs.flatMap((table) => overlapRows(table, catalog))
			)
		],
		[
			'gaps.csv',
			csvOf(
				schema,
				'gaps',
				judged.flatMap((each) => gapRows(each, catalog))
			)
		]
	]);
}

function sourceRow(catalog: Catalog, reading: FileReading): Row {
	const note = readingText(reading);
	return {
		source_id: sourceIdOf(catalog),
		kind: reading.isSynthetic ? 'synthetic' : 'dataset_extract',
		title: respondentFile(catalog.survey.title.en, reading.isSynthetic),
		publisher: reading.isSynthetic ? '' : catalog.survey.organisation,
		note_en: note.en,
		note_de: note.de
	};
}

function figureRow(cell: Cell, fate: Fate, catalog: Catalog, isDoubtful: boolean): Row {
	const { question, population, group, answer, estimate, presentation } = cell;
	const isRegion = group !== 'all';
	const notes: Text[] = [];
	if (fate === 'imprecise' || fate === 'derivable') notes.push(figureNotes[fate]);
	else if (presentation === 'warn') notes.push(figureNotes.fewAsked);
	if (isDoubtful && isRegion) notes.push(figureNotes.doubtful);
	return {
		survey_id: catalog.survey.id,
		question_id: question.id,
		population_id: population,
		dimension: isRegion ? 'region' : 'total',
		group_id: group,
		answer_id: answer.id,
		...(fate === 'shown' ? valueOf(cell) : { absence: 'suppressed' }),
		status: 'computed',
		confidence: isDoubtful && isRegion ? 'medium' : 'high',
		n: String(estimate.n),
		source_ids: sourceIdOf(catalog),
		note_en: notes.map(({ en }) => en).join(' '),
		note_de: notes.map(({ de }) => de).join(' ')
	};
}

function valueOf({ estimate }: Cell): Row {
	return estimate.picked === 0 ? { absence: 'no_answer' } : measured(estimate);
}

/** A share with its precision, as both figures and overlaps write it. */
function measured(estimate: ShareEstimate): Row {
	const interval = intervalOf(estimate, 'wilson')!;
	return {
		pct: decimal(100 * estimate.share),
		n_eff: decimal(estimate.cappedN),
		se_pts: decimal(100 * estimate.se),
		ci95_low: decimal(100 * interval.low),
		ci95_high: decimal(100 * interval.high),
		interval_method: 'wilson'
	};
}

function overlapRows({ pairs }: PairTable, catalog: Catalog): Row[] {
	return pairs.map(({ a, b, estimate, fate }) => ({
		survey_id: catalog.survey.id,
		population_id: germany,
		question_a: a.question.id,
		answer_a: a.answer.id,
		question_b: b.question.id,
		answer_b: b.answer.id,
		...(fate === 'shown' ? measured(estimate) : { absence: 'suppressed' }),
		n: String(estimate.n),
		source_id: sourceIdOf(catalog)
	}));
}

/** Gaps of which both sides may be shown, also beside figures on record: those have no error of their own. */
function gapRows({ table, fates }: Judged, catalog: Catalog): Row[] {
	const isOpen = (answer: string, group: string) =>
		table.cells.some(
			(cell) =>
				cell.answer.id === answer &&
				cell.group === group &&
				cell.presentation !== 'hide' &&
				['shown', 'on_record'].includes(fates.get(cell)!)
		);
	return [...table.gaps].flatMap(([answer, { difference, se, df }]): Row[] => {
		if (!isOpen(answer, 'east') || !isOpen(answer, 'west') || !(se > 0) || df < 1) return [];
		return [
			{
				survey_id: catalog.survey.id,
				question_id: table.question.id,
				population_id: germany,
				answer_id: answer,
				difference_pts: decimal(100 * difference),
				se_pts: decimal(100 * se),
				df: String(df),
				source_id: sourceIdOf(catalog)
			}
		];
	});
}

/** Six decimals tell more than any reader needs, and are the same on every machine. */
const decimal = (value: number): string => String(Number(value.toFixed(6)));

function csvOf(schema: PackageSchema, name: string, rows: Row[]): string {
	const fields = schema.resources.find((resource) => resource.name === name)!.schema.fields;
	const names = fields.map((field) => field.name);
	const lines = rows.map((row) => names.map((column) => quoted(row[column] ?? '')).join());
	return [names.join(), ...lines].map((line) => `${line}\n`).join('');
}

const quoted = (cell: string): string =>
	/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
