import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chartOfRegions } from '#lib/charts/index.ts';
import { create, openFile, type Opened } from '#db/open.ts';
import { testFromSizes } from '#lib/server/gaps/gap-family.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { getRegions } from '#lib/server/pages/regions.ts';
import { getTogether } from '#lib/server/pages/together.ts';
import { hasSynthetic } from '#lib/server/data/version.ts';
import { testedDifference } from '#lib/stats/index.ts';
import { pText, signed, testText } from '#lib/words/charts/gaps.ts';
import {
	database,
	folder,
	map,
	rightMapping,
	run,
	sav,
	saveMapping,
	useSyntheticFile
} from '../../support/import-run.ts';
import { realDatabase } from '../../fixtures/real.ts';

/* What the pages make of computed figures, from an import of the synthetic file. */

useSyntheticFile();

const imported = join(folder, 'imported.sqlite');
let opened: Opened;
beforeAll(async () => {
	saveMapping(rightMapping());
	await run(sav, { map, yes: true });
	// A file of its own: after each test the import is undone in the other one.
	copyFileSync(database, imported);
	opened = openFile(imported);
});
afterAll(() => opened.close());

const regionsOf = (query = 'survey=pew-2015-spring') =>
	getRegions(opened.db, new URLSearchParams(query), 'en');
const key = (question: string, answer: string) => `pew-2015-spring/${question}/${answer}`;

test('Gaps of an imported file have a verdict by test, and no assumption range', () => {
	const { tests, ranges } = regionsOf();
	const gap = tests[key('defend-nato-ally', 'should')]!;
	expect(ranges[key('defend-nato-ally', 'should')]).toBeUndefined();
	// The generator puts the East 8 points below the total, so about 10 below the West.
	expect(Math.abs(gap.difference + 9.5)).toBeLessThanOrEqual(1);
	expect(gap.by).toBe('design');
	expect(gap.low).toBeLessThan(gap.difference);
	expect(gap.high).toBeGreaterThan(gap.difference);
	// Alone it is below .05, among all gaps on record it is not.
	expect(gap.p).toBeLessThan(0.05);
	expect(gap.pHolm).toBeGreaterThan(0.05);
	expect(gap.verdict).toBe('not-distinguishable');
	const all = regionsOf('');
	expect(gap.tested).toBe(Object.keys({ ...all.tests, ...all.ranges }).length);
	expect(gap.tested).toBeGreaterThan(Object.keys(tests).length);
});

test('Also where both sides are reported figures the respondents decide, which the paper could not', () => {
	const putin = key('confidence-putin', 'confidence');
	const { tests, ranges } = regionsOf();
	expect(tests[putin]).toMatchObject({ verdict: 'larger', by: 'design' });
	expect(tests[putin]!.difference).toBeCloseTo(21, 0);
	expect(ranges[putin]).toBeUndefined();
	const before = getRegions(realDatabase(), new URLSearchParams('survey=pew-2015-spring'), 'en');
	expect(before.tests).toEqual({});
	expect(before.ranges[putin]).toMatchObject({ verdict: 'holds' });
});

test('Waves without an import keep their assumption range', () => {
	const { tests, ranges } = regionsOf('');
	expect(Object.keys(tests).every((each) => each.startsWith('pew-2015-spring/'))).toBe(true);
	expect(ranges['pew-2017-spring/defend-nato-ally/should']).toBeDefined();
});

test('A gap without a stored error is tested from the effective sizes of its sides', () => {
	// 50 % and 40 % of 400 each: 0.1 / sqrt(0.25/400 + 0.24/400) = 2.857, p = .0043
	const test = testFromSizes({ pct: 50, nEff: 400 }, { pct: 40, nEff: 400 })!;
	expect(test).toMatchObject({ difference: 10, by: 'effective_n' });
	expect(test.p).toBeCloseTo(0.0043, 4);
	expect(testFromSizes({ pct: 50, nEff: 400 }, { pct: 40, nEff: null })).toBeUndefined();
});

test('A gap has one verdict, on the list, under a filter and on the page of its question', () => {
	for (const db of [opened.db, realDatabase()]) {
		const list = getRegions(db, new URLSearchParams(), 'en');
		const one = getRegions(db, new URLSearchParams('survey=pew-2017-spring'), 'en');
		const page = getResult(
			db,
			'defend-nato-ally',
			new URLSearchParams('by=region&survey=pew-2017-spring'),
			'en'
		)!;
		const gap = 'pew-2017-spring/defend-nato-ally/should';
		expect(list.ranges[gap]).toBeDefined();
		expect(one.ranges[gap]).toEqual(list.ranges[gap]);
		expect(page.ranges[gap]).toEqual(list.ranges[gap]);
		const all = [...Object.values(list.ranges), ...Object.values(list.tests)];
		expect(list.ranges[gap]?.of).toBe(all.length);
	}
});

test('The chart of computed figures has whiskers and says that they are synthetic', () => {
	const chart = chartOfRegions(regionsOf(), 'en');
	expect(JSON.stringify(chart)).toContain('SYNTHETIC');
	expect(hasSynthetic(opened.db)).toBe(true);
	expect(hasSynthetic(realDatabase())).toBe(false);
});

test('The measured overlap stands in place of the bounds, whichever question comes first', () => {
	const one = getTogether(opened.db, new URLSearchParams())!;
	const measured = one.measured;
	if (measured === null || measured === 'suppressed') throw new Error('Expected a measured share');
	// Bounds from 58 and 68.
	expect(one.limits).toMatchObject({ a: 58, b: 68, both: { low: 26, high: 58 } });
	expect(measured.pct).toBeGreaterThan(26);
	expect(measured.pct).toBeLessThan(58);
	expect(measured.low).toBeLessThan(measured.pct);
	expect(measured.high).toBeGreaterThan(measured.pct);
	const turned = getTogether(
		opened.db,
		new URLSearchParams('question=us-would-defend-ally,defend-nato-ally&answer=would,should-not')
	)!;
	expect(turned.measured).toEqual(measured);
});

test('For a part of the country, and without an import, the bounds stay', () => {
	const east = getTogether(opened.db, new URLSearchParams('group=east'))!;
	expect(east.limits).not.toBeNull();
	expect(east.measured).toBeNull();
	expect(getTogether(realDatabase(), new URLSearchParams())!.measured).toBeNull();
});

test('A position of the handle means nothing once the overlap is counted, and is named', () => {
	const { query, notices } = getTogether(opened.db, new URLSearchParams('overlap=40'))!;
	expect(query).toBe('');
	expect(notices).toMatchObject([{ kind: 'unknown_value', key: 'overlap', value: '40' }]);
});

test('A suppressed overlap is told from one that was never counted', () => {
	const copy = join(folder, 'suppressed.sqlite');
	copyFileSync(imported, copy);
	const writer = create(copy);
	writer.run("UPDATE overlaps SET pct = NULL, absence = 'suppressed'");
	expect(getTogether(writer.db, new URLSearchParams())!.measured).toBe('suppressed');
	writer.close();
});

test('A tested difference agrees with a t table', () => {
	// Two-sided 5 % at 10 degrees of freedom: 2.228
	const { p, interval, t } = testedDifference(2.228139, 1, 10);
	expect(t).toBeCloseTo(2.228139, 6);
	expect(p).toBeCloseTo(0.05, 6);
	expect(interval.low).toBeCloseTo(0, 5);
	expect(() => testedDifference(1, 0, 10)).toThrow(RangeError);
	expect(() => testedDifference(1, 1, 0)).toThrow(RangeError);
});

test('A test is told in words of either language', () => {
	const gap = { difference: -9.54, low: -17.3, high: -1.8, p: 0.016, pHolm: 0.21, tested: 35 };
	expect(testText({ ...gap, by: 'design' }, 'en')).toBe(
		'−9.5 points, 95% interval −17.3 to −1.8; p = .016, among all 35 gaps on record p = .210'
	);
	expect(testText({ ...gap, tested: 1, by: 'effective_n' }, 'de')).toBe(
		'−9,5 Punkte, 95-%-Intervall −17,3 bis −1,8; p = 0,016 (aus effektiven Fallzahlen)'
	);
	// .0495 is below .05 and prints so; .05 is not.
	expect([0.0495, 0.04999, 0.05].map((p) => pText(p, 'en'))).toEqual([
		'p = .0495',
		'p < .05',
		'p = .050'
	]);
	expect([0.00001, 0.9999].map((p) => pText(p, 'de'))).toEqual(['p < 0,001', 'p > 0,999']);
	expect([0.04, -0.04, 3].map((value) => signed(value, 'en'))).toEqual(['0.0', '0.0', '+3.0']);
});
