import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { load, readPackage } from '#db/load.ts';
import { ImportError } from '#lib/import/error.ts';
import type { Mapping } from '#db/respondents.ts';
import { mappingText } from '#lib/import/mapping.ts';
import { importFile, type ImportOptions } from '#lib/import/run/run.ts';
import { undo } from '#lib/import/store/store.ts';
import type { Terminal } from '#lib/import/terminal.ts';
import { catalog, countryCodes, describe2015 } from '../fixtures/synthetic/spring-2015.ts';
import { onlyQuestions, rightMapping } from '../fixtures/synthetic/mapping.ts';
import { writeSav } from '../fixtures/sav/bytes.ts';

export { onlyQuestions, rightMapping };

/** A folder with the synthetic file, a database without it, and a place for what is imported. */
export const folder = mkdtempSync(join(tmpdir(), 'import-'));
export const sav = join(folder, 'synthetic.sav');
export const local = join(folder, 'local');
export const database = join(folder, 'beistand.sqlite');
export const environment = { BEISTAND_LOCAL: local, BEISTAND_DB: database };

/** A mapping on the disk, for the import to take. */
export const map = join(folder, 'mapping.json');
export const saveMapping = (mapping: Mapping): void => writeFileSync(map, mappingText(mapping));

/** The synthetic file and the database before any import: made once, and copied for each test file. */
const untouched = mkdtempSync(join(tmpdir(), 'import-untouched-'));
process.on('exit', () => {
	for (const each of [folder, untouched]) rmSync(each, { recursive: true, force: true });
});

/** Before all tests of a file the synthetic file and the database, after them neither. */
function useFolder(): void {
	beforeAll(() => {
		for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
		if (readdirSync(untouched).length === 0) {
			writeSav(join(untouched, basename(sav)), describe2015());
			load(readPackage(), join(untouched, basename(database)));
		}
		cpSync(untouched, folder, { recursive: true });
	});
	afterAll(() => {
		vi.unstubAllEnvs();
		for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
	});
}

/** For tests that import, each anew. Call once per test file. */
export function useSyntheticFile(): void {
	useFolder();
	afterEach(() => {
		undo();
		rmSync(local, { recursive: true, force: true });
	});
}

/** For tests of what an import brings: it is made once, before them all. Call once per test file. */
export function useImport(): void {
	useFolder();
	beforeAll(async () => {
		saveMapping(rightMapping());
		expect((await run(sav, { map, yes: true })).error).toBeUndefined();
	});
}

/** The question of the article and what it is held against: enough for what does not depend on the questions. */
export const smallMapping = (change: Partial<Mapping> = {}): Mapping =>
	rightMapping({ questions: onlyQuestions('defend-nato-ally', 'us-would-defend-ally'), ...change });

/** How many figures of the wave are on record for what the synthetic file asks, or for these questions of it. */
export const onRecord = (questions?: Mapping['questions']): number =>
	[...catalog.figures.keys()].filter((key) => {
		const [question = '', population = '', group = ''] = key.split('/');
		return (
			(!questions || question in questions) &&
			population in countryCodes &&
			['all', 'east', 'west'].includes(group)
		);
	}).length;

export const bytesOf = (path: string): string => readFileSync(path).toString('base64');

/** The right mapping with another code for some answers of one question. */
export function withCodes(question: string, codes: Record<string, string>): Mapping {
	const mapping = rightMapping();
	mapping.questions[question]!.codes = codes;
	return mapping;
}

export interface Run {
	/** What was written. */
	text: string;
	/** What was asked. */
	questions: string[];
	version?: string;
	error?: ImportError;
}

/** Imports with a person who gives these answers and then leaves. */
export async function run(
	path: string,
	options: ImportOptions = {},
	answers: string[] = []
): Promise<Run> {
	const result: Run = { text: '', questions: [] };
	const left = [...answers];
	const terminal: Terminal = {
		write: (text) => void (result.text += `${text}\n`),
		async ask(question) {
			result.questions.push(question);
			return left.shift();
		},
		progress: () => ({ at() {}, end() {} }),
		close() {}
	};
	try {
		result.version = await importFile(path, options, terminal);
	} catch (error) {
		if (!(error instanceof ImportError)) throw error;
		result.error = error;
	}
	return result;
}
