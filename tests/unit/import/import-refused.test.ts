import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFile } from '#db/open.ts';
import type { Mapping } from '#db/respondents.ts';
import { describe2015 } from '../../fixtures/synthetic/spring-2015.ts';
import { writeSav } from '../../fixtures/sav/bytes.ts';
import {
	bytesOf,
	database,
	folder,
	local,
	map,
	onRecord,
	onlyQuestions,
	rightMapping,
	run,
	sav,
	saveMapping,
	useSyntheticFile,
	withCodes
} from '../../support/import-run.ts';

useSyntheticFile();

const importWith = (mapping: Mapping, answers: string[] = [], yes = false) => {
	saveMapping(mapping);
	return run(sav, { map, yes }, answers);
};

const region = rightMapping().region!;

/** What the press reported of East and West, and the question of the article: enough where all 31 would take long. */
const few = onlyQuestions('defend-nato-ally', 'view-of-nato', 'confidence-putin');

/** Mapping, and what gives it away: question, answer, computed and published number. */
// prettier-ignore
const wrong: [string, Mapping, RegExp][] = [
	['without its weight', rightMapping({ weight: null }),
		/Germany, Should our country use force .*, "Should use military force": computed \d\d\.\d \(n 1000\), which rounds to (?!38)\d\d; published 38 \(pew-oc-5983\), off by \d/],
	['with another variable as its weight', rightMapping({ weight: 'Q146' }),
		/Germany, .* published 38 \(pew-oc-5983\)/],
	['with the code of another country', rightMapping({ country: { variable: 'COUNTRY', codes: { 6: 'deu' } } }),
		/Germany, Should our country use force .*, "Should use military force": computed 4[67]\.\d \(n 600\), which rounds to 47; published 38/],
	['with don’t know left out of the base', withCodes('defend-nato-ally', { 1: 'should', 2: 'should-not', 8: 'missing', 9: 'missing' }),
		// 38 of 96 are 39.6, 58 of 96 are 60.4; in the file each may be half a point off.
		/"Should use military force": computed (39|40)\.\d .* published 38 .*\n.*"Should not use military force": computed (59|60|61)\.\d .* published 58/],
	['with two answers exchanged', withCodes('defend-nato-ally', { 1: 'should-not', 2: 'should', 8: 'dk', 9: 'dk' }),
		/"Should use military force": computed 5[78]\.\d \(n 1000\), which rounds to 58; published 38/],
	['with two other countries exchanged',
		rightMapping({ country: { variable: 'COUNTRY', codes: { 10: 'deu', 6: 'ita', 7: 'fra' } } }),
		/France, .* computed (39\.[5-9]|40\.[0-4]) \(n 600\), which rounds to 40; published 47/]
];

test.each(wrong)(
	'A file read %s is refused with the figure that gave it away',
	async (_, mapping, told) => {
		const before = bytesOf(database);
		const { error, text, questions } = await importWith(mapping, ['yes'], true);
		expect(error).toMatchObject({ code: 'refused' });
		expect(error!.message).toMatch(/^Nothing was stored\. /);
		expect(error!.message).toMatch(told);
		expect(text).toContain('REFUSED');
		// Not even a yes helps, so nobody is asked.
		expect(questions).toEqual([]);
		expect(existsSync(local)).toBe(false);
		expect(bytesOf(database)).toBe(before);
	}
);

test('A code that the file labels as another country is pointed out', async () => {
	const codes = { 6: 'deu' };
	const { text } = await importWith(
		rightMapping({ questions: few, country: { variable: 'COUNTRY', codes } })
	);
	expect(text).toContain('Code 6 of COUNTRY is read as Germany; its label is "France".');
});

// prettier-ignore
const doubtful: [string, Mapping, RegExp[]][] = [
	['East and West exchanged', rightMapping({ questions: few, region: { ...region, east: [1], west: [2] } }), [
		/Germany East, View of NATO, "Favorable .*": computed 5[78]\.\d .* reported 43/,
		/Germany East, View of NATO, "Unfavorable .*": computed 3[23]\.\d .* reported 46/,
		/Germany East, Confidence in Putin .*: computed 19\.\d .* reported 40/,
		/Germany West, Confidence in Putin .*: computed (39\.9|40\.\d) .* reported 19/
	]],
	['Berlin counted twice', rightMapping({ questions: few, region: { ...region, west: [1, 3], berlin: { codes: [3], counts_as: 'east' } } }), [
		/60 interviews count as East and as West .*: 300 \+ 760 = 1060 of 1000 in Germany/,
		/Germany East, Confidence in Putin .*: computed 3\d\.\d .* reported 40/
	]],
	['Berlin in the East', rightMapping({ questions: few, region: { ...region, berlin: { codes: [3], counts_as: 'east' } } }), [
		/Germany East, View of NATO, "Favorable .*": computed 45\.\d .* reported 43/
	]]
];

test.each(doubtful)(
	'%s is warned of with the figures that give it away',
	async (_, mapping, told) => {
		const { error, text, questions } = await importWith(mapping);
		expect(text).toContain(`WARNING: ${onRecord(few)} computed figures`);
		for (const each of told) expect(text).toMatch(each);
		expect(questions).toEqual([
			expect.stringMatching(/in spite of \d warnings\? Type yes to store:$/)
		]);
		expect(error).toMatchObject({ code: 'not_confirmed' });
		expect(existsSync(local)).toBe(false);
	}
);

test.each([
	['a typed yes', ['yes'], false],
	['--yes', [], true]
])('With %s doubtful East and West are stored, and say so', async (_, answers, yes) => {
	const exchanged = rightMapping({ questions: few, region: { ...region, east: [1], west: [2] } });
	expect((await importWith(exchanged, answers, yes)).version).toBeDefined();
	const { db, close } = openFile(database);
	const stored = db.all<{ group_id: string; confidence: string; note_de: string | null }>(
		"SELECT * FROM figures WHERE question_id = 'defend-nato-ally' AND status = 'computed'"
	);
	close();
	for (const { group_id, confidence, note_de } of stored) {
		expect(confidence).toBe(group_id === 'all' ? 'high' : 'medium');
		expect(note_de?.includes('abweichen') ?? false).toBe(group_id !== 'all');
	}
});

test('A mapping without any question that is published for Germany proves nothing', async () => {
	const questions = onlyQuestions('donbas-future');
	const { error } = await importWith(rightMapping({ questions }), ['yes'], true);
	expect(error).toMatchObject({ code: 'refused' });
	expect(error!.message).toContain('No published figure for Germany to check the file against');
});

test('A country or a question taken out of the mapping is neither computed nor checked', async () => {
	const { country } = rightMapping();
	const codes = { 10: country.codes['10']! };
	const only = onlyQuestions('defend-nato-ally');
	const mapping = rightMapping({ country: { ...country, codes }, questions: only });
	const { text, version } = await importWith(mapping, [], true);
	expect(text).toContain('3 computed figures have a number on record, and all of them agree.');
	expect(version).toBeDefined();
});

test('Without East and West only totals are computed', async () => {
	const { text, version } = await importWith(
		rightMapping({ questions: few, region: null }),
		[],
		true
	);
	expect(version).toBeDefined();
	expect(text).toContain('East and West are not told apart.');
	expect(text).not.toContain('Germany East');
});

test('Rows without a weight are left out', async () => {
	const path = join(folder, 'no-weights.sav');
	const description = describe2015();
	const weight = description.variables.findIndex(({ name }) => name === 'WEIGHT');
	const rows = [...description.rows].flatMap((row) => [row, row.with(weight, null)]);
	writeSav(path, { ...description, rows, cases: rows.length });
	saveMapping(rightMapping({ questions: few }));
	const { text, error } = await run(path, { map, dryRun: true });
	expect(error).toBeUndefined();
	expect(text).toContain('14000 interviews, 1000 in Germany with a weight above 0.');
});
