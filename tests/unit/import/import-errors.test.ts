import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Mapping } from '#db/respondents.ts';
import { mappingText } from '#lib/import/mapping.ts';
import { describe2015, type SyntheticOptions } from '../../fixtures/synthetic/spring-2015.ts';
import { writeSav } from '../../fixtures/sav/bytes.ts';
import {
	bytesOf,
	database,
	environment,
	folder,
	local,
	map,
	rightMapping,
	run,
	sav,
	saveMapping,
	smallMapping,
	useSyntheticFile,
	withCodes
} from '../../support/import-run.ts';

useSyntheticFile();

const importWith = (mapping: Mapping) => {
	saveMapping(mapping);
	return run(sav, { map, yes: true });
};

function otherFile(options: SyntheticOptions): string {
	const path = join(folder, 'other.sav');
	writeSav(path, describe2015(options));
	return path;
}

/** Enough empty answers to accept whatever is suggested. */
const enter = Array<string>(12).fill('');

test.each([
	[
		'text',
		'answer,weight\n1,1\n',
		'text.sav: expected an SPSS system file (.sav, .zsav), this is a table of text (CSV). Give the SPSS file'
	],
	[
		'nothing',
		'',
		'text.sav: expected an SPSS system file (.sav, .zsav), this is an empty file. Download'
	],
	['a ZIP archive', 'PK\u0003\u0004', 'this is a ZIP archive. Unpack it and give the .sav file'],
	[
		'an Excel workbook',
		`PK\u0003\u0004${'x'.repeat(26)}[Content_Types].xml`,
		'this is an Excel or other Office file. Save it as .sav'
	],
	['SAS transport', 'HEADER RECORD*******LIBRARY', 'this is a SAS transport file. Save it as .sav'],
	[
		'bytes of no kind',
		'\u0001\u0002',
		'text.sav: expected an SPSS system file (.sav, .zsav). file header at byte 0'
	]
])('A file of %s is no respondent file', async (_, content, told) => {
	const path = join(folder, 'text.sav');
	writeFileSync(path, content);
	const { error } = await run(path, {}, enter);
	expect(error).toMatchObject({ code: 'unreadable' });
	expect(error!.message).toContain(told);
});

test('A file that is not there is named', async () => {
	const { error } = await run(join(folder, 'nowhere.sav'), {}, enter);
	expect(error).toMatchObject({ code: 'unreadable' });
	expect(error!.message).toContain('nowhere.sav: expected an SPSS system file');
	expect(error!.message).toContain('ENOENT');
});

test('A file that ends early is refused with the place where it ends', async () => {
	const path = join(folder, 'short.sav');
	writeFileSync(path, readFileSync(sav).subarray(0, 100_000));
	saveMapping(rightMapping());
	const { error } = await run(path, { map, yes: true });
	expect(error).toMatchObject({ code: 'unreadable' });
	expect(error!.message).toMatch(/^short\.sav: data at byte \d+: expected 7000 cases/);
	expect(existsSync(local)).toBe(false);
});

test('A file that ends in its dictionary is said to end too early', async () => {
	const path = join(folder, 'short.sav');
	writeFileSync(path, readFileSync(sav).subarray(0, 3000));
	const { error } = await run(path, {}, enter);
	expect(error).toMatchObject({ code: 'unreadable' });
	expect(error!.message).toMatch(
		/short\.sav: expected .*; it ends too early: .*\. Download it again\.$/
	);
});

test('A file without Germany is refused', async () => {
	const valueLabels: [number, string][] = [[1, 'United States'], [2, 'Canada']]; // prettier-ignore
	const path = otherFile({ change: { COUNTRY: { valueLabels } } });
	const { error } = await run(path, {}, enter);
	expect(error).toMatchObject({ code: 'no_germany' });
	expect(error!.message).toContain('value labels name countries, Germany among them');
});

test('A file that knows Germany and has nobody there is refused', async () => {
	const valueLabels: [number, string][] = [[77, 'Germany'], [2, 'Canada']]; // prettier-ignore
	const path = otherFile({ change: { COUNTRY: { valueLabels } } });
	const { error } = await run(path, {}, enter);
	expect(error).toMatchObject({ code: 'no_germany' });
	expect(error!.message).toContain('COUNTRY has its label and no row');
});

test('A file without a weight is refused, unless it is read unweighted, which no topline survives', async () => {
	const path = otherFile({ without: ['WEIGHT'] });
	const quiet = await run(path, {}, ['', '']);
	expect(quiet.error).toMatchObject({ code: 'no_weight' });
	expect(quiet.text).toContain('No variable looks like a weight.');
	const unweighted = await run(path, {}, ['', '', 'none', ...enter.slice(3, 10), 'excluded']);
	expect(unweighted.error).toMatchObject({ code: 'refused' });
});

test('A file without any question of the survey is refused', async () => {
	const names = describe2015().variables.map(({ name }) => name);
	const questions = names.filter((name) => /^Q\d+[A-Z]?$/.test(name) && !/^Q14[56]/.test(name));
	const { error } = await run(otherFile({ without: questions }), {}, enter);
	expect(error).toMatchObject({ code: 'no_questions' });
	expect(error!.message).toContain('Is this the file of another survey?');
});

const country = rightMapping().country;
const region = rightMapping().region!;

/** Mapping, code of the error, its text. */
// prettier-ignore
const broken: [string, Mapping, string, string][] = [
	['an unknown weight', rightMapping({ weight: 'WEIHGT' }), 'bad_mapping', 'mapping: weight: "WEIHGT" given; expected a variable that the file has'],
	['an unknown question', rightMapping({ questions: { nato: { variable: 'Q52', codes: { 1: 'yes' } } } }), 'bad_mapping', 'mapping: questions.nato: "nato" given; expected a question that pew-2015-spring has'],
	['an unknown answer', withCodes('defend-nato-ally', { 1: 'must' }), 'bad_mapping', 'mapping: questions.defend-nato-ally.codes.1: "must" given; expected one of should, should-not, dk, base, missing'],
	['a net for a code', withCodes('view-of-nato', { 1: 'favorable' }), 'bad_mapping', '"favorable" given; expected one of very-favorable'],
	['a code that no label has', withCodes('defend-nato-ally', { 7: 'should' }), 'bad_mapping', 'mapping: questions.defend-nato-ally.codes.7: "7" given; expected a code that Q52 has'],
	['an unknown country', rightMapping({ country: { ...country, codes: { 10: 'ger' } } }), 'bad_mapping', '"ger" given; expected a country that populations.csv has'],
	['a country twice', rightMapping({ country: { ...country, codes: { 6: 'deu', 10: 'deu' } } }), 'bad_mapping', '"deu" given; expected each country once; code 6 has it'],
	['no Germany', rightMapping({ country: { ...country, codes: { 6: 'fra' } } }), 'no_germany', 'expected a code for deu'],
	['no question', rightMapping({ questions: {} }), 'no_questions', 'Expected at least one variable that is a question of pew-2015-spring'],
	['an unknown survey', rightMapping({ survey: 'pew-2051' }), 'bad_mapping', 'mapping: survey: "pew-2051" given; expected one of pew-2015-spring'],
	['a code of the file left out', withCodes('defend-nato-ally', { 1: 'should', 2: 'should-not', 8: 'dk' }), 'unmatched_codes', 'mapping: questions.defend-nato-ally.codes: Q52 has code 9 in'],
	['a region code left out', rightMapping({ region: { ...region, west: [] } }), 'unmatched_codes', 'mapping: region: QREGDE has code 1 in 700 rows; expected it in east, west, excluded or berlin'],
	['strata that some Germans lack', rightMapping({ stratum: 'Q150GER' }), 'bad_mapping', 'mapping: stratum, psu: Expected a stratum in all rows or in none']
];

test.each(broken)('A mapping with %s is refused with its place', async (_, mapping, code, told) => {
	const { error } = await importWith(mapping);
	expect(error).toMatchObject({ code });
	expect(error!.message).toContain(told);
	expect(existsSync(local)).toBe(false);
});

test.each([
	['{"survey": ', 'mapping.json: expected well-formed JSON'],
	['[]', 'mapping.json: the mapping: [] given; expected an object with survey'],
	['{}', 'mapping.json: survey: nothing given; expected a text'],
	[
		mappingText({ ...rightMapping(), country: { variable: 'A', codes: { x: 'deu' } } }),
		'mapping.json: country.codes: "x" given; expected codes that are numbers'
	],
	[
		mappingText({ ...rightMapping(), wieght: 'W' } as Mapping),
		'mapping.json: wieght: "W" given; expected only survey, country, weight'
	]
])('The mapping %.20j is refused for its form', async (text, told) => {
	// prettier-ignore
	writeFileSync(map, text);
	const { error } = await run(sav, { map });
	expect(error).toMatchObject({ code: 'bad_mapping' });
	expect(error!.message).toContain(told);
});

test('A mapping that is not there is an error, and no reason to start a dialogue', async () => {
	const { error, questions } = await run(sav, { map: join(folder, 'nowhere.json') });
	expect(error).toMatchObject({ code: 'bad_mapping' });
	expect(questions).toEqual([]);
});

test('A full disk leaves db/local and the database as they were', async () => {
	await importWith(smallMapping());
	const before = [database, join(local, 'figures.csv')].map(bytesOf);
	// Where the new file is made before it takes its name: a device that is always full.
	symlinkSync('/dev/full', join(local, `.figures.csv.${process.pid}`));
	const { error } = await importWith(smallMapping({ region: null }));
	expect(error).toMatchObject({ code: 'not_stored' });
	expect(error!.message).toMatch(/^Nothing was stored\. ENOSPC: no space left on device/);
	expect([database, join(local, 'figures.csv')].map(bytesOf)).toEqual(before);
});

test('A place that cannot be written to leaves nothing behind', async () => {
	writeFileSync(join(folder, 'blocked'), '');
	const blocked = join(folder, 'blocked', 'local');
	vi.stubEnv('BEISTAND_LOCAL', blocked);
	const before = bytesOf(database);
	try {
		const { error } = await importWith(smallMapping());
		expect(error).toMatchObject({ code: 'not_stored' });
		expect(error!.message).toMatch(/^Nothing was stored\. ENOTDIR/);
	} finally {
		vi.stubEnv('BEISTAND_LOCAL', environment.BEISTAND_LOCAL);
	}
	expect(bytesOf(database)).toBe(before);
});

test('If the load fails, db/local is put back', async () => {
	vi.stubEnv('BEISTAND_DB', join(folder, 'nowhere', 'beistand.sqlite'));
	try {
		const { error } = await importWith(smallMapping());
		expect(error).toMatchObject({ code: 'not_stored' });
	} finally {
		vi.stubEnv('BEISTAND_DB', environment.BEISTAND_DB);
	}
	expect(existsSync(local)).toBe(false);
});

test('Files in db/local that somebody else put there are not overwritten', async () => {
	mkdirSync(local);
	writeFileSync(join(local, 'figures.csv'), 'mine');
	const { error } = await importWith(smallMapping());
	expect(error).toMatchObject({ code: 'not_stored' });
	expect(error!.message).toContain('got figures.csv');
	expect(readFileSync(join(local, 'figures.csv'), 'utf8')).toBe('mine');
});

test('A report that cannot be saved is still on the screen', async () => {
	rmSync(`${sav}.report.html`, { force: true });
	mkdirSync(`${sav}.report.html`);
	saveMapping(smallMapping());
	const { error, text } = await run(sav, { map, dryRun: true });
	expect(error).toBeUndefined();
	expect(text).toContain('Report not saved: EISDIR');
	expect(text).toContain('all of them agree');
});
