import type { PackageSchema } from '#db/package/schema.ts';
import { intervalOf } from '#lib/stats/index.ts';
import { figureNotes, readingText, respondentFile, type FileReading } from '#lib/words/import.ts';
import type { Text } from '#lib/words/lang.ts';
import type { Catalog } from './catalog.ts';
import type { Cell, Table } from './compute.ts';
import type { Fate } from './suppress.ts';

/** One line of a file of the package, by column; a column left out is empty. */
type Row = Record<string, string>;

/** A table of one question with what may be stored of it. */
export interface Judged {
	table: Table;
	fates: Map<Cell, Fate>;
}

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
	reading: FileReading,
	isDoubtful: boolean
): Map<string, string> {
	const figures = stored(judged).map(([cell, fate]) => figureRow(cell, fate, catalog, isDoubtful));
	return new Map([
		['sources.csv', csvOf(schema, 'sources', [sourceRow(catalog, reading)])],
		['figures.csv', csvOf(schema, 'figures', figures)]
	]);
}

function sourceRow(catalog: Catalog, reading: FileReading): Row {
	const note = readingText(reading);
	return {
		source_id: sourceIdOf(catalog),
		kind: 'dataset_extract',
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
	if (estimate.picked === 0) return { absence: 'no_answer' };
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
