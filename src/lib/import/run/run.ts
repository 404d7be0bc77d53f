import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checked, readPackage } from '#db/load.ts';
import { SavError, type SavFile } from '#lib/sav/index.ts';
import { berlinSection } from '#lib/import/report/berlin.ts';
import { catalogOf, surveysOf, type Catalog } from '#lib/import/catalog.ts';
import { compute } from '#lib/import/compute/compute.ts';
import { Back } from '#lib/import/dialogue/ask.ts';
import { askSurvey, mappingDialogue, type MappingDialogue } from '#lib/import/dialogue/dialogue.ts';
import { askBerlin } from '#lib/import/dialogue/region.ts';
import { ImportError } from '#lib/import/error.ts';
import { withCodedCountry } from '#lib/import/find/coded-texts.ts';
import { otherLabels } from '#lib/import/find/find-country.ts';
import type { Findings } from '#lib/import/report/findings.ts';
import type { Mapping } from '#db/respondents.ts';
import { hasBerlin, mappingText } from '#lib/import/mapping.ts';
import { checkMapping } from '#lib/import/mapping-check.ts';
import { openFile, readMapping } from './open-file.ts';
import { auditTogether, type Release } from '#lib/import/compute/joint-audit.ts';
import { pairTables } from '#lib/import/compute/overlap.ts';
import { loadSolver, type Solver } from '#lib/import/compute/linear-bounds.ts';
import { expectAllMapped } from '#lib/import/compute/people.ts';
import { reconcile } from '#lib/import/compute/reconcile.ts';
import { reportHtml, reportText } from '#lib/import/report/render.ts';
import { reportOf } from '#lib/import/report/report.ts';
import { isSynthetic, readingOf, warningLines } from '#lib/import/report/reading.ts';
import { keepRespondents } from '#lib/import/store/respondents.ts';
import { packageFiles, stored } from '#lib/import/store/rows.ts';
import { readSample, type Sample } from '#lib/import/compute/sample.ts';
import { store } from '#lib/import/store/store.ts';
import { disclosuresOf } from '#lib/import/compute/suppress.ts';
import { watched, type Terminal } from '#lib/import/terminal.ts';

export interface ImportOptions {
	/** Path of a saved mapping; without one the dialogue asks. */
	map?: string;
	/** How the texts of the file are written, where it does not say so or wrongly. */
	encoding?: string | undefined;
	/** Report only. */
	dryRun?: boolean;
	/** Store without asking, warnings or not. Nothing stores what is refused. */
	yes?: boolean;
}

/**
 * From a respondent file to figures in the database: mapping, report, self-test, and then, if nothing
 * contradicts and somebody says yes, db/local and a load.
 *
 * @returns the data version, or undefined if it was a dry run
 * @throws {ImportError} with nothing stored
 */
export async function importFile(
	path: string,
	options: ImportOptions,
	terminal: Terminal
): Promise<string | undefined> {
	const source = readPackage();
	// What was imported before is no figure on record.
	const tables = checked({ ...source, parts: source.parts.filter(({ complete }) => complete) });
	const opened = openFile(path, options.encoding);
	let file = opened;
	try {
		for (const line of warningLines(file)) terminal.write(line);
		const given = options.map === undefined ? undefined : readMapping(options.map);
		const survey = given?.survey ?? (await askSurvey(surveysOf(tables), terminal));
		const catalog = catalogOf(tables, survey);
		if (!catalog) throw unknownSurvey(survey, surveysOf(tables));

		file = withCodedCountry(opened, catalog);
		const sampleOf = (mapping: Mapping): Sample => {
			checkMapping(mapping, file.dictionary, catalog);
			const sample = read(path, file, mapping, terminal);
			expectAllMapped(sample, mapping);
			return sample;
		};
		const { mapping, sample, berlin } = given
			? withBerlinTable(given, sampleOf(given), catalog)
			: await askAll(mappingDialogue(file, catalog, terminal), sampleOf, catalog, terminal);
		if (!given) save(`${path}.mapping.json`, mappingText(mapping), 'Mapping', terminal);

		const findings = find(
			path,
			file,
			sample,
			mapping,
			catalog,
			berlin,
			await loadSolver(),
			terminal
		);
		const report = reportOf(findings);
		terminal.write(reportText(report));
		save(`${path}.report.html`, reportHtml(report), 'Report', terminal);
		const { stops, warnings } = findings.reconciliation;
		if (stops.length > 0)
			throw new ImportError('refused', `Nothing was stored. ${stops.join('\n')}`);
		if (options.dryRun) return;

		if (!options.yes) await confirm(stored(findings.judged).length, warnings, terminal);
		const reading = readingOf(path, file, findings);
		const files = packageFiles(
			source.schema,
			catalog,
			findings.judged,
			findings.pairs,
			reading,
			warnings.length > 0
		);
		const provenance = { sha256: reading.sha256, mapping };
		files.set('import.json', `${JSON.stringify(provenance, undefined, '\t')}\n`);
		return store(files, (to) => {
			const { sha256, isSynthetic } = reading;
			const about = { sha256, isSynthetic, mapping: JSON.stringify(mapping) };
			watched(terminal, 'Keeping interviews', file.dictionary.cases, (at) =>
				keepRespondents(to, file, about, mapping, at)
			);
		});
	} finally {
		opened.close();
	}
}

/** A mapping, what it reads, and East and West under each choice about Berlin. */
interface Reading {
	mapping: Mapping;
	sample: Sample;
	berlin: Findings['berlin'];
}

const withBerlinTable = (mapping: Mapping, sample: Sample, catalog: Catalog): Reading => ({
	mapping,
	sample,
	berlin: hasBerlin(mapping) ? berlinSection(sample, mapping, catalog) : undefined
});

/** All questions, that about Berlin last: it is asked with the results on the screen. */
async function askAll(
	dialogue: MappingDialogue,
	sampleOf: (mapping: Mapping) => Sample,
	catalog: Catalog,
	terminal: Terminal
): Promise<Reading> {
	let mapping = await dialogue.ask();
	for (;;) {
		const reading = withBerlinTable(mapping, sampleOf(mapping), catalog);
		if (!reading.berlin) return reading;
		try {
			const region = await askBerlin(mapping, reading.berlin, terminal);
			return { ...reading, mapping: { ...mapping, region } };
		} catch (cause) {
			if (!(cause instanceof Back)) throw cause;
			mapping = await dialogue.askAgain();
		}
	}
}

function find(
	path: string,
	file: SavFile,
	sample: Sample,
	mapping: Mapping,
	catalog: Catalog,
	berlin: Findings['berlin'],
	solver: Solver,
	terminal: Terminal
): Findings {
	const computed = compute(sample, mapping, catalog);
	const reconciliation = reconcile(computed, mapping, catalog);
	const alone = computed.tables.map((table) => disclosuresOf(table, catalog, solver));
	const audit = (at: (done: number) => void): Release => {
		const pairs = pairTables(sample, mapping, alone, solver, (done, of) =>
			at(Math.floor((alone.length * done) / of))
		);
		return auditTogether({ judged: alone, pairs }, catalog, solver, (done) =>
			at(alone.length + done)
		);
	};
	// Of a file that is refused nothing is published.
	const { judged, pairs } =
		reconciliation.stops.length > 0
			? { judged: alone, pairs: [] }
			: watched(terminal, 'Auditing what is published', 2 * alone.length, audit);
	return {
		file: basename(path),
		rows: sample.rows,
		mapping,
		isSynthetic: isSynthetic(file),
		otherLabels: otherLabels(mapping, file.dictionary.variables, catalog),
		catalog,
		computed,
		judged,
		reconciliation,
		berlin,
		pairs
	};
}

function read(path: string, file: SavFile, mapping: Mapping, terminal: Terminal): Sample {
	try {
		return watched(terminal, 'Reading interviews', file.dictionary.cases, (at) =>
			readSample(file, mapping, at)
		);
	} catch (cause) {
		if (!(cause instanceof SavError)) throw cause;
		throw new ImportError('unreadable', `${basename(path)}: ${cause.message}. Download it again.`, {
			cause
		});
	}
}

const unknownSurvey = (survey: string, surveys: string[]): ImportError =>
	new ImportError(
		'bad_mapping',
		`mapping: survey: ${JSON.stringify(survey)} given; expected one of ${surveys.join(', ')}`
	);

/** A folder that cannot be written to is no reason to stop: all of it is on the screen too. */
function save(path: string, text: string, what: string, terminal: Terminal): void {
	try {
		writeFileSync(path, text);
		terminal.write(`${what}: ${path}`);
	} catch (error) {
		terminal.write(`${what} not saved: ${(error as Error).message}`);
	}
}

async function confirm(cells: number, warnings: string[], terminal: Terminal): Promise<void> {
	const doubts = warnings.length > 0 ? ` in spite of ${warnings.length} warnings` : '';
	const answer = await terminal.ask(`Store ${cells} figures${doubts}? Type yes to store:`);
	if (answer === 'yes') return;
	throw new ImportError('not_confirmed', 'Nothing was stored: there was no yes.');
}
