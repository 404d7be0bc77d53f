import type { PackageSchema } from '#db/package/schema.ts';
import {
	cautiousDifference,
	cautiousInterval,
	percent,
	warningsOf,
	type ShareEstimate
} from '#lib/stats/index.ts';
import {
	figureNotes,
	readingText,
	respondentFile,
	type FileReading
} from '#lib/words/files/import.ts';
import type { Text } from '#lib/words/lang.ts';
import type { Catalog } from '#lib/import/catalog.ts';
import type { Cell, Group } from '#lib/import/compute/compute.ts';
import { germany } from '#lib/import/mapping.ts';
import type { PairTable } from '#lib/import/compute/pairs.ts';
import type { Disclosure, Judged } from '#lib/import/compute/suppress.ts';

/** One line of a file of the package, by column; a column left out is empty. */
type Row = Record<string, string>;

/** Cells that become figures: all but those the package has a row for. */
export const stored = (judged: Judged[]): [Cell, Disclosure][] =>
	judged.flatMap(({ disclosures }) =>
		[...disclosures].filter(([, disclosure]) => disclosure !== 'on_record')
	);

/** Code of the source that the file becomes; one respondent file a survey. */
const sourceIdOf = (catalog: Catalog): string => `${catalog.survey.id}-respondent-file`;

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
	const basesOf = (group: Group): Set<number> =>
		new Set(judged.flatMap(({ table }) => table.bases[group]?.n ?? []));
	const bases = { all: basesOf('all'), east: basesOf('east'), west: basesOf('west') };
	const figures = stored(judged).map(([cell, disclosure]) =>
		figureRow(cell, disclosure, catalog, isDoubtful, bases[cell.group])
	);
	return new Map([
		['sources.csv', csvOf(schema, 'sources', [sourceRow(catalog, reading)])],
		['figures.csv', csvOf(schema, 'figures', figures)],
		[
			'overlaps.csv',
			csvOf(
				schema,
				'overlaps',
				pairs.flatMap((table) => overlapRows(table, catalog, bases.all))
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

function figureRow(
	cell: Cell,
	disclosure: Disclosure,
	catalog: Catalog,
	isDoubtful: boolean,
	bases: Set<number>
): Row {
	const { question, population, group, answer, estimate, presentation } = cell;
	const isRegion = group !== 'all';
	const notes: Text[] = [];
	if (disclosure === 'imprecise' || disclosure === 'derivable') notes.push(figureNotes[disclosure]);
	else if (presentation === 'warn')
		notes.push(...warningsOf(estimate).map((reason) => figureNotes[reason]));
	if (isDoubtful && isRegion) notes.push(figureNotes.doubtful);
	return {
		survey_id: catalog.survey.id,
		question_id: question.id,
		population_id: population,
		dimension: isRegion ? 'region' : 'total',
		group_id: group,
		answer_id: answer.id,
		...(disclosure === 'shown' ? measured(estimate) : { absence: 'suppressed' }),
		status: 'computed',
		confidence: isDoubtful && isRegion ? 'medium' : 'high',
		n: baseText(estimate.n, bases),
		source_ids: sourceIdOf(catalog),
		note_en: notes.map(({ en }) => en).join(' '),
		note_de: notes.map(({ de }) => de).join(' ')
	};
}

/**
 * A share as the publisher prints it, in whole per cents, with its precision. The limits are those of any
 * share that rounds to it, so that they tell no more of it than the printed one does.
 */
function measured(estimate: ShareEstimate): Row {
	const printed = percent(estimate.share);
	const n = Math.floor(estimate.cappedN);
	const share = printed / 100;
	const low = cautiousInterval(estimate, Math.max(0, share - 0.005))!.low;
	const high = cautiousInterval(estimate, Math.min(1, share + 0.005))!.high;
	return {
		pct: String(printed),
		n_eff: String(n),
		se_pts: decimal(100 * Math.sqrt((share * (1 - share)) / n)),
		ci95_low: String(Math.floor(100 * low)),
		ci95_high: String(Math.ceil(100 * high)),
		interval_method: 'wilson'
	};
}

/**
 * How many were asked, as it is told: exactly where all questions of a group share one base, else in tens.
 * Two bases that differ by one person would give that person's answers away.
 */
function baseText(n: number, bases: Set<number>): string {
	return String(bases.size <= 1 ? n : 10 * Math.round(n / 10));
}

function overlapRows({ pairs }: PairTable, catalog: Catalog, bases: Set<number>): Row[] {
	return pairs.map(({ a, b, estimate, disclosure }) => ({
		survey_id: catalog.survey.id,
		population_id: germany,
		question_a: a.question.id,
		answer_a: a.answer.id,
		question_b: b.question.id,
		answer_b: b.answer.id,
		...(disclosure === 'shown' ? measured(estimate) : { absence: 'suppressed' }),
		n: baseText(estimate.n, bases),
		source_id: sourceIdOf(catalog)
	}));
}

/** Gaps of which both sides may be shown, also beside figures on record: those have no error of their own. */
function gapRows({ table, disclosures }: Judged, catalog: Catalog): Row[] {
	const isOpen = (answer: string, group: string) =>
		table.cells.some(
			(cell) =>
				cell.answer.id === answer &&
				cell.group === group &&
				cell.presentation !== 'hide' &&
				['shown', 'on_record'].includes(disclosures.get(cell)!)
		);
	return [...table.gaps].flatMap(([answer, gap]): Row[] => {
		const { a, b } = gap;
		const { se = 0, df = 0 } = cautiousDifference(gap) ?? {};
		if (!isOpen(answer, 'east') || !isOpen(answer, 'west') || !(se > 0)) return [];
		return [
			{
				survey_id: catalog.survey.id,
				question_id: table.question.id,
				population_id: germany,
				answer_id: answer,
				// No finer than its sides are printed.
				difference_pts: String(percent(a.share) - percent(b.share)),
				se_pts: decimal(100 * se),
				df: String(df),
				source_id: sourceIdOf(catalog)
			}
		];
	});
}

/** One decimal: an error finer than that would tell the share it belongs to. */
const decimal = (value: number): string => value.toFixed(1);

function csvOf(schema: PackageSchema, name: string, rows: Row[]): string {
	const fields = schema.resources.find((resource) => resource.name === name)!.schema.fields;
	const names = fields.map((field) => field.name);
	const lines = rows.map((row) => names.map((column) => quoted(row[column] ?? '')).join());
	return [names.join(), ...lines].map((line) => `${line}\n`).join('');
}

const quoted = (cell: string): string =>
	/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
