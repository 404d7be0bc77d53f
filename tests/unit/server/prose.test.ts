import { expect, test } from 'vitest';
import { printFault } from '#db/package/schema.ts';
import { listBarePercentages } from '#db/package/prose.ts';
import { barePercentages, replaceTokens, tokensIn } from '#db/tokens.ts';
import { getClaim } from '#lib/server/pages/claims.ts';
import { filled } from '#lib/server/data/interpolate.ts';
import { check, fileWith, lineOf, partWith } from '../../fixtures/data-package.ts';
import { records, smallDatabase } from '../../fixtures/small.ts';

const key = (population: string, answer: string) =>
	`pew-2015-spring/help/${population}/all/${answer}`;

test('a token names a figure, a sum or a bound; anything else between braces is none', () => {
	expect(
		tokensIn(`{figure:a/b/c/d/e} {sum:a&b} {bound:a&b:low}`).map(({ token }) => token)
	).toEqual([
		{ kind: 'figure', keys: ['a/b/c/d/e'] },
		{ kind: 'sum', keys: ['a', 'b'] },
		{ kind: 'bound', keys: ['a', 'b'], bound: 'low' }
	]);
	for (const raw of [
		'',
		'figure:a&b',
		'bound:a&b:middle',
		'bound:a',
		'sum:a',
		'sum:a&b:c',
		'nothing'
	])
		expect(tokensIn(`{${raw}}`)).toEqual([{ raw, token: undefined }]);
	expect(replaceTokens('as {is}', () => 'x')).toBe('as {is}');
});

test('numbers in prose come from the database and the statistics, set as each language sets them', () => {
	const db = smallDatabase();
	const [a, b] = [key('usa', 'yes'), key('usa', 'no')];
	// 60 and 35: together 95; both at least 0 and at most 35; of the 60 at most 35.5/59.5 = 59.66.
	const text =
		`{figure:${a}}|{number:${a}}|{sum:${a}&${b}}|{bound:${a}&${b}:low}|{bound:${a}&${b}:high}|` +
		`{boundnumber:${a}&${b}:given-high}|{bound:${a}&${b}:independent}`;
	const { en, de } = filled(db, { en: text, de: text });
	expect(en).toBe('60%|60|95|0%|35%|60|21%');
	expect(de).toBe('60\u00a0%|60|95|0\u00a0%|35\u00a0%|60|21\u00a0%');
});

test('a claim tells the number of today, whatever it was when it was written', () => {
	const told = (pct: string) => {
		const figures = records['figures']!.map((row) =>
			row['population_id'] === 'deu' && row['survey_id'] === 'pew-2015-spring'
				? { ...row, pct }
				: row
		);
		const [claim] = records['claims']!;
		const claims = [{ ...claim, claim_en: `{figure:${key('deu', 'yes')}} help.` }];
		return getClaim(smallDatabase({ ...records, figures, claims }), 'c1')?.claim.en;
	};
	expect([told('30'), told('31')]).toEqual(['30% help.', '31% help.']);
});

test('the load stops at a token that names nothing, with line and column', () => {
	const line = lineOf('claims.csv', 'c7,');
	const broken = (text: string) =>
		check(partWith({ 'claims.csv': fileWith('claims.csv', line, { why_en: text }) })).faults.map(
			printFault
		);
	expect(broken('{figure:pew-2015-spring/defend-nato-ally/deu/all/maybe}')).toEqual([
		`db/data/claims.csv:${line}: column why_en: "pew-2015-spring/defend-nato-ally/deu/all/maybe" given; expected the key of a figure with a number`
	]);
	expect(broken('{figur:x}')).toEqual([
		`db/data/claims.csv:${line}: column why_en: "{figur:x}" given; expected a token as db/tokens.ts describes them`
	]);
});

test('percentages written by hand are found and listed; the package has none', () => {
	expect(
		barePercentages('38 % or 38% or 3.5 per cent or 2 Prozent, but 2015 and {figure:38 %}')
	).toEqual(['38 %', '38%', '3.5 per cent', '2 Prozent']);
	expect(listBarePercentages(check().tables)).toEqual([]);
	const line = lineOf('claims.csv', 'c7,');
	const { tables } = check(
		partWith({ 'claims.csv': fileWith('claims.csv', line, { why_de: 'Es sind 38 %.' }) })
	);
	expect(listBarePercentages(tables)).toEqual([
		`db/data/claims.csv:${line}: why_de writes "38 %" by hand`
	]);
});
