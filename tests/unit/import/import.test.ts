import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { load, readPackage } from '#db/load.ts';
import { openFile } from '#db/open.ts';
import { mappingText } from '#lib/import/mapping.ts';
import { parseMapping } from '#lib/import/mapping-form.ts';
import { undo } from '#lib/import/store/store.ts';
import {
	bytesOf,
	database,
	environment,
	folder,
	local,
	map,
	onRecord,
	rightMapping,
	run,
	sav,
	saveMapping,
	smallMapping,
	useImport
} from '../../support/import-run.ts';

useImport();

/** What a dry run says of the whole file; it leaves nothing, so it is made once. */
let tried: ReturnType<typeof run> | undefined;
const dryRun = () => (tried ??= run(sav, { map, dryRun: true }));

const select = <T>(query: string): T[] => {
	const { db, close } = openFile(database);
	try {
		return db.all<T>(query);
	} finally {
		close();
	}
};

interface Stored {
	group_id: string;
	answer_id: string;
	pct: number | null;
	absence: string | null;
	status: string;
	n: number;
	n_eff: number;
	ci95_low: number;
	ci95_high: number;
	lead_source_id: string;
}

const figuresOf = (question: string): Stored[] =>
	select<Stored>(
		`SELECT * FROM figures WHERE survey_id = 'pew-2015-spring' AND population_id = 'deu'
		 AND question_id = '${question}' ORDER BY rowid`
	);

test('The synthetic file reconciles, and its East and West arrive in the database', async () => {
	const { text } = await dryRun();
	expect(text).toContain(
		`${onRecord()} computed figures have a number on record, and all of them agree.`
	);
	// None is farther than rounding goes, but nets, which the publisher prints as sums of rounded parts.
	const [, found, printed] = /Farthest .*: ([\d.]+) computed, (\d+) \w+\.\n/.exec(text)!;
	expect(Math.abs(Number(found) - Number(printed))).toBeLessThanOrEqual(0.5);
	expect(text).toMatch(
		/\d printed nets are the sum of rounded parts, as the publisher prints them/
	);

	const after = figuresOf('defend-nato-ally').filter(({ group_id }) => !group_id.startsWith('age'));
	// Published rows stay as they are.
	const published = after.filter(({ status }) => status === 'published');
	expect(published.map(({ answer_id, pct }) => [answer_id, pct])).toEqual([
		['should', 38],
		['should-not', 58],
		['dk', 4]
	]);
	const computed = after.filter(({ status }) => status === 'computed');
	expect(computed.map(({ group_id, answer_id }) => `${group_id} ${answer_id}`)).toEqual([
		'east should',
		'east should-not',
		'east dk',
		'west should',
		'west should-not',
		'west dk'
	]);
	// The generator puts the East 8 points below the total of 38: 30; the West is what is left.
	const [east, , , west] = computed;
	expect(east).toMatchObject({ n: 240, lead_source_id: 'pew-2015-spring-respondent-file' });
	expect(Math.abs(east!.pct! - 30)).toBeLessThan(1);
	expect(Math.abs(west!.pct! - (38 * 0.96 - 0.17 * 30) / 0.79)).toBeLessThan(1);
	expect(east!.n_eff).toBeLessThanOrEqual(240);
	expect(east!.ci95_low).toBeLessThan(east!.pct!);
	expect(east!.ci95_high).toBeGreaterThan(east!.pct!);
});

test('A figure that the press reported stays, and what it lacks is computed', () => {
	const found = figuresOf('confidence-putin').filter(({ group_id }) => group_id === 'east');
	expect(found.map(({ answer_id, status }) => `${answer_id} ${status}`)).toEqual([
		'confidence reported',
		'a-lot computed',
		'some computed',
		'not-too-much computed',
		'none computed',
		'no-confidence computed',
		'dk computed'
	]);
});

test('What may not be shown is stored as suppressed, without its number', () => {
	const hidden = select<Stored>(
		"SELECT * FROM figures WHERE survey_id = 'pew-2015-spring' AND absence = 'suppressed'"
	);
	expect(hidden.length).toBeGreaterThan(0);
	expect(hidden.every(({ pct, n_eff }) => pct === null && n_eff === null)).toBe(true);
});

test('The file becomes a source that says how it was read, and no path', () => {
	const [source] = select<Record<string, string>>(
		"SELECT * FROM sources WHERE source_id = 'pew-2015-spring-respondent-file'"
	);
	expect(source).toMatchObject({ kind: 'synthetic', publisher: null });
	expect(source!['title']).toMatch(/^SYNTHETIC test file/);
	expect(source!['note_en']).toContain('7000 interviews, 1000 of them in Germany');
	expect(source!['note_de']).toContain('Berlin bleibt außen vor');
	const written = ['figures.csv', 'sources.csv', 'import.json'];
	for (const name of written) expect(readFileSync(join(local, name), 'utf8')).not.toContain(folder);
});

test('A dry run reports, in the terminal and as a page, and stores nothing', async () => {
	const before = [database, join(local, 'figures.csv')].map(bytesOf);
	const { version, text, error, questions } = await run(sav, { map, dryRun: true });
	expect([version, error, questions]).toEqual([undefined, undefined, []]);
	expect(text).toMatch(
		/Should use military force +3[78]\.\d \[3\d\.\d–4\d\.\d\] +38 published +(29|30)\.\d/
	);
	expect(text).toContain('suppressed (imprecise)');
	const page = readFileSync(`${sav}.report.html`, 'utf8');
	expect(page).toContain('<td>38 published</td>');
	expect(page).toMatch(/<title>Import of synthetic\.sav as .*, SYNTHETIC: no survey<\/title>/);
	expect(page).not.toContain('<script');
	expect([database, join(local, 'figures.csv')].map(bytesOf)).toEqual(before);
});

test('The measured overlap of the two answers lies within what the totals allow', async () => {
	const { text } = await dryRun();
	const [, share] = /would: (\d+\.\d) %/.exec(text)!;
	const [, low, high] = /the two printed totals alone allow ([\d.]+) to ([\d.]+)\./.exec(text)!;
	// From 58 and 68, each within its rounding.
	expect(Math.abs(Number(low) - 26)).toBeLessThanOrEqual(1);
	expect(Math.abs(Number(high) - 58)).toBeLessThanOrEqual(0.5);
	expect(Number(share)).toBeGreaterThan(Number(low));
	expect(Number(share)).toBeLessThan(Number(high));
});

test('Every question is stored by every other one, and the overlap adds up to the totals', () => {
	const pairs = select<{ answer_a: string; answer_b: string; pct: number; n_eff: number }>(
		"SELECT * FROM overlaps WHERE question_a = 'defend-nato-ally' AND question_b = 'us-would-defend-ally'"
	);
	expect(pairs.map(({ answer_a, answer_b }) => `${answer_a} ${answer_b}`).sort()).toEqual([
		'dk dk',
		'dk would',
		'dk would-not',
		'should dk',
		'should would',
		'should would-not',
		'should-not dk',
		'should-not would',
		'should-not would-not'
	]);
	// Published: 68 would.
	const would = pairs.filter(({ answer_b }) => answer_b === 'would');
	expect(Math.abs(would.reduce((sum, { pct }) => sum + pct, 0) - 68)).toBeLessThan(1.5);
});

test('The gap is stored with the error of a difference, also beside figures on record', () => {
	const gaps = select<{
		question_id: string;
		answer_id: string;
		difference_pts: number;
		se_pts: number;
		df: number;
	}>(
		"SELECT * FROM gaps WHERE question_id IN ('defend-nato-ally', 'confidence-putin') AND answer_id IN ('should', 'confidence')"
	);
	expect(gaps.map(({ question_id }) => question_id).sort()).toEqual([
		'confidence-putin',
		'defend-nato-ally'
	]);
	// 940 people in two groups and one stratum: 939 degrees of freedom for the two, one less for the test.
	for (const { df } of gaps) expect(df).toBe(938);
	// Reported: East 40, West 19.
	const confidence = gaps.find(({ answer_id }) => answer_id === 'confidence')!;
	expect(Math.abs(confidence.difference_pts - 21)).toBeLessThan(1);
});

test('A gap is not stored where one side may not be shown', () => {
	const hidden = select<{ question_id: string; answer_id: string }>(
		"SELECT DISTINCT question_id, answer_id FROM figures WHERE absence = 'suppressed'"
	).map(({ question_id, answer_id }) => `${question_id} ${answer_id}`);
	const gaps = select<{ question_id: string; answer_id: string }>(
		'SELECT question_id, answer_id FROM gaps'
	).map(({ question_id, answer_id }) => `${question_id} ${answer_id}`);
	expect(gaps).toContain('view-of-russia favorable');
	expect(gaps.filter((each) => hidden.includes(each))).toEqual([]);
});

test('What is stored are fixed crosses: by East and West with the total, and two questions for all Germans', () => {
	const crosses = select<{ population_id: string; group_id: string }>(
		"SELECT DISTINCT population_id, group_id FROM figures WHERE status = 'computed' ORDER BY 2"
	);
	expect(crosses.map((each) => Object.values(each).join(' '))).toEqual([
		'deu all',
		'deu east',
		'deu west'
	]);
	expect(select('SELECT DISTINCT population_id FROM overlaps')).toEqual([{ population_id: 'deu' }]);
	// No sex, no age, no other country, no row: these are all the files that a load reads.
	expect(readdirSync(local).sort()).toEqual([
		'figures.csv',
		'gaps.csv',
		'import.json',
		'overlaps.csv',
		'respondents.sqlite',
		'sources.csv'
	]);
	const [{ n }] = select<{ n: number }>(
		'SELECT count(*) AS n FROM figures WHERE n < 50 AND pct IS NOT NULL'
	) as [{ n: number }];
	expect(n).toBe(0);
});

test('A saved mapping reads back as it was', () => {
	const mapping = rightMapping();
	expect(parseMapping(mappingText(mapping), 'mapping.json')).toEqual(mapping);
});

test('Importing again gives the same bytes, and undoing gives the old database back', async () => {
	const files = ['figures.csv', 'sources.csv', 'overlaps.csv', 'gaps.csv', 'import.json'].map(
		(name) => join(local, name)
	);
	const once = [database, ...files].map(bytesOf);
	expect((await run(sav, { map, yes: true })).error).toBeUndefined();
	expect([database, ...files].map(bytesOf)).toEqual(once);

	expect(undo()).toBeDefined();
	expect(bytesOf(database)).not.toBe(once[0]);
	const untouched = join(folder, 'untouched.sqlite');
	load(readPackage(), untouched);
	expect(bytesOf(database)).toBe(bytesOf(untouched));
	expect(existsSync(local)).toBe(false);
	expect(undo()).toBeUndefined();
});

test('A row without a number gives way to a computed one, and the report says so', async () => {
	const data = join(folder, 'data');
	cpSync(join(import.meta.dirname, '../../../db/data'), data, { recursive: true });
	const columns = readFileSync(join(data, 'figures.csv'), 'utf8').split('\n', 1)[0]!.split(',');
	const row: Record<string, string> = {
		survey_id: 'pew-2015-spring',
		question_id: 'defend-nato-ally',
		population_id: 'deu',
		dimension: 'region',
		group_id: 'east',
		answer_id: 'should',
		absence: 'not_published',
		status: 'published',
		confidence: 'high',
		source_ids: 'pew-2015-topline'
	};
	appendFileSync(join(data, 'figures.csv'), `${columns.map((name) => row[name] ?? '').join()}\n`);
	vi.stubEnv('BEISTAND_DATA', data);
	saveMapping(smallMapping());
	try {
		const { text, error } = await run(sav, { map, yes: true });
		expect(error).toBeUndefined();
		expect(text).toContain(
			'1 of them take the place of rows without a number: defend-nato-ally east should.'
		);
		const east = figuresOf('defend-nato-ally').filter(
			({ group_id, answer_id }) => group_id === 'east' && answer_id === 'should'
		);
		expect(east).toMatchObject([{ status: 'computed', absence: null }]);
	} finally {
		undo();
		vi.unstubAllEnvs();
		for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
	}
});

test('Without a yes nothing is stored', async () => {
	saveMapping(smallMapping());
	for (const answers of [[], ['no']]) {
		const { error, questions } = await run(sav, { map }, answers);
		expect(error).toMatchObject({ code: 'not_confirmed' });
		expect(questions).toEqual([expect.stringMatching(/^Store \d+ figures\? Type yes to store:$/)]);
	}
	expect(existsSync(local)).toBe(false);
	expect((await run(sav, { map }, ['yes'])).version).toBeDefined();
});
