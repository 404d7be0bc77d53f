import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks, report } from '#db/check.ts';
import { check, fileWith, folder, few, lineOf } from '../../fixtures/data-package.ts';

/** Beginning of a row and what its cells hold instead. */
type Edit = [beginning: string, cells: Record<string, string>];

/** What the check of that title says about a package with other values in some rows of a file. */
function findings(title: string, file: string, ...edits: Edit[]): string[] {
	const lines = new Map(edits.map(([beginning, cells]) => [few.lineOf(file, beginning), cells]));
	const { tables, faults } = few.check(few.partWith({ [file]: few.fileEdited(file, lines) }));
	expect(faults).toEqual([]);
	const found = checks.find((each) => each.title.startsWith(title))?.find(tables) ?? [];
	return found.map(({ severity, file, line, text }) => `${severity} ${file}:${line}: ${text}`);
}

const spring = 'pew-2015-spring,defend-nato-ally';

test('The package as published has no error, and every check ran', () => {
	const { text, errors } = report(check().tables);
	expect(errors).toBe(0);
	for (const { title } of checks) expect(text).toContain(`${title}:`);
});

test('Answers that reach 101 are a remark, beyond that an error', () => {
	const group = `${spring},usa,total,all,`;
	const key = 'pew-2015-spring/defend-nato-ally/usa/all: ';
	// No answer of this question is a net: what its other answers add up to leaves the rest.
	const { header, rows } = few.readCsv('figures.csv');
	const others = rows
		.filter((row) => row.join().startsWith(group) && !row.join().startsWith(`${group}should,`))
		.reduce((sum, row) => sum + Number(row[header.indexOf('pct')]), 0);
	const told = (sum: number) =>
		findings('Answers of one group', 'figures.csv', [
			`${group}should,`,
			{ pct: String(sum - others) }
		]).filter((text) => text.includes(key));
	expect(told(100)).toEqual([]);
	expect(told(101)).toEqual([expect.stringMatching(/^remark .* = 101$/)]);
	expect(told(102)).toEqual([expect.stringMatching(/^error .* = 102$/)]);
});

const polish = 'pew-2019-spring,view-of-nato,pol,total,all,';
const polishNet = 'pew-2019-spring/view-of-nato/pol/all/favorable';
/** What is said of one net of two parts, very 22 and somewhat 60. */
const saidOfNet = (...edits: Edit[]) =>
	findings('Nets', 'figures.csv', ...edits).filter((text) => text.includes(`${polishNet}:`));

test('A net a point off the sum of its parts is a remark, further off or below a part an error', () => {
	const place = `db/data/figures.csv:${few.lineOf('figures.csv', `${polish}favorable,`)}`;
	const told = (pct: string) => saidOfNet([`${polish}favorable,`, { pct }]);
	expect(told('82')).toEqual([]);
	expect(told('83')).toEqual([`remark ${place}: ${polishNet}: 83 of 22 + 60`]);
	expect(told('84')).toEqual([`error ${place}: ${polishNet}: 84 of 22 + 60`]);
	expect(told('59')).toEqual([`error ${place}: ${polishNet}: 59 of 22 + 60`]);
});

test('A net below its only known part is an error', () => {
	const gone: Edit = [`${polish}somewhat-favorable,`, { pct: '', absence: 'not_published' }];
	const told = (pct: string) => saidOfNet(gone, [`${polish}favorable,`, { pct }]);
	expect(told('70')).toEqual([]);
	expect(told('20')).toEqual([
		`error db/data/figures.csv:${few.lineOf('figures.csv', `${polish}favorable,`)}: ` +
			`${polishNet}: 20 of 22 + not published`
	]);
});

test('A median more than half a point off its members is an error, and says of what', () => {
	const title = 'Medians recomputed';
	const beginning = `${spring},median-nato-8,total,all,should,`;
	// Of 38, 40, 47, 48, 48, 49, 53 and 56 the middle is 48.
	expect(findings(title, 'figures.csv', [beginning, { pct: '48' }])).toEqual([]);
	expect(findings(title, 'figures.csv', [beginning, { pct: '49' }])).toEqual([
		`error db/data/figures.csv:${few.lineOf('figures.csv', beginning)}: ` +
			'pew-2015-spring/defend-nato-ally/median-nato-8/all/should: ' +
			'49, but 48 of 38, 40, 47, 48, 48, 49, 53, 56'
	]);
});

test('A median that cannot be recomputed is listed with the reason', () => {
	const found = report(check().tables).text;
	expect(found).toContain(
		'pew-2015-spring/view-of-nato/median-nato-scope-unstated/all/favorable: its countries are not known'
	);
	expect(found).toContain(
		'pew-2019-spring/view-of-nato/median-nato-16/all/unfavorable: no figure for pol'
	);
});

const putin = 'pew-2015-spring,confidence-putin,deu,total,all,confidence,';

// prettier-ignore
test.each<[string, string, string, Record<string, string>, string]>([
	['Totals of Germany', 'figures.csv', putin, { pct: '41' }, 'error PLACE: pew-2015-spring/confidence-putin/confidence: 41 with East 40, West 19'],
	['Totals of Germany', 'figures.csv', putin, { pct: '18' }, 'error PLACE: pew-2015-spring/confidence-putin/confidence: 18 with East 40, West 19'],
	['Misprints', 'conflicts.csv', `${spring},deu,all,should-not,misprint,56`, { correct_pct: '57' }, 'error PLACE: pew-2015-spring/defend-nato-ally/deu/all/should-not: 57 is right, our figure is 58'],
	['Misprints', 'conflicts.csv', `${spring},deu,all,should-not,misprint,56`, { correct_pct: '56' }, 'error PLACE: pew-2015-spring/defend-nato-ally/deu/all/should-not: what circulates is what is right (56)'],
	['Dates', 'sources.csv', 'pew-oc-5983', { date: '2015-13' }, 'error PLACE: date 2015-13'],
	['Rows that a reader', 'questions.csv', 'us-would-defend-ally', { short_title_en: 'Should our country use force to defend a NATO ally?' }, 'remark PLACE: same short_title_en as line 2'],
	['Claims that match', 'claims.csv', 'c7,', { figures: '' }, 'remark PLACE: c7: number_matches'],
	['Medians of the same', 'populations.csv', 'median-eu-6', { members: 'usa;pol;ita;gbr;fra;esp;deu' }, 'remark PLACE: the countries of median-nato-7-no-canada']
])('%s: %s, row %s with %o', (title, file, beginning, cells, expected) => {
	const place = `db/data/${file}:${few.lineOf(file, beginning)}`;
	expect(findings(title, file, [beginning, cells])).toContain(expected.replace('PLACE', place));
	expect(findings(title, file, [beginning, {}])).not.toContain(expected.replace('PLACE', place));
});

test('A figure of a country that the item does not list as asked is an error', () => {
	const found = findings('Figures of countries', 'items.csv', [
		`${spring},Q52`,
		{ asked_in: 'deu' }
	]);
	const line = few.lineOf('figures.csv', `${spring},tur,total,all,should,`);
	expect(found).toContain(
		`error db/data/figures.csv:${line}: pew-2015-spring/defend-nato-ally/tur/all/should: see line 2 of items.csv`
	);
});

test('A claim on a figure of low confidence is a remark', () => {
	const low = { confidence: 'low' };
	const found = findings('Claims and readings', 'figures.csv', [
		`${spring},deu,total,all,should,`,
		low
	]);
	expect(found.filter((text) => text.includes('claims.csv')).length).toBeGreaterThan(0);
	expect(found.every((text) => text.startsWith('remark '))).toBe(true);
});

// prettier-ignore
test.each([
	['Sources', 'sources.csv', 'lost,press,Lost,,,,,,,,,en', 'lost'],
	['Surveys', 'surveys.csv', 'lost,Lost,,,Lost,Verloren,2015,,,,,,,,,,,,,,,,,,,,,pew-oc-5983', 'lost'],
	['Populations', 'populations.csv', 'jpn,country,Japan,Japan,in Japan,in Japan,,,', 'jpn'],
	['Groups', 'groups.csv', 'gender,men,,Men,Männer,among men,unter Männern,,,,', 'men'],
	['Answers', 'answers.csv', 'defend-nato-ally,lost,99,Lost,Verloren,volunteered,,', 'defend-nato-ally/lost']
])('%s that nothing uses are listed', (title, file, row, code) => {
	const { tables, faults } = few.check(few.partWith({ [file]: `${few.textOf(file)}${row}\n` }));
	expect(faults).toEqual([]);
	const line = few.textOf(file).split('\n').length;
	const found = checks.filter((each) => each.title.startsWith(title)).flatMap(({ find }) => find(tables));
	expect(found).toContainEqual({ severity: 'remark', file: `db/data/${file}`, line, text: code });
});

test('The command ends with one line of counts, and fails on errors only', () => {
	const broken = mkdtempSync(join(tmpdir(), 'beistand-check-'));
	cpSync(folder, broken, { recursive: true });
	const command = join(import.meta.dirname, '../../../db/check.ts');
	const run = () =>
		spawnSync(process.execPath, [command], {
			env: { ...process.env, BEISTAND_DATA: broken, BEISTAND_LOCAL: join(broken, 'none') },
			encoding: 'utf8'
		});
	const sound = run();
	expect([sound.status, sound.stderr]).toEqual([0, '']);
	expect(sound.stdout).toMatch(/\n0 errors, \d+ remarks\n$/);

	const putinLine = lineOf('figures.csv', putin);
	writeFileSync(join(broken, 'figures.csv'), fileWith('figures.csv', putinLine, { pct: '41' }));
	expect(run()).toMatchObject({
		status: 1,
		stdout: expect.stringMatching(/\n[1-9]\d* errors?, \d+ remarks\n$/)
	});
	writeFileSync(join(broken, 'figures.csv'), fileWith('figures.csv', putinLine, { pct: '141' }));
	expect(run()).toMatchObject({
		status: 1,
		stdout: expect.stringMatching(/^Faults of the load:\n.*"141"/)
	});
	rmSync(broken, { recursive: true });
});
