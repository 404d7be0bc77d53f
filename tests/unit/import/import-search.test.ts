import { describe, expect, test } from 'vitest';
import { numbersOf, openSav } from '#lib/sav/index.ts';
import { withCodedCountry } from '#lib/import/find/coded-texts.ts';
import { findAnswers } from '#lib/import/find/find-answers.ts';
import { findCountry } from '#lib/import/find/find-country.ts';
import { findQuestions } from '#lib/import/find/find-questions.ts';
import { findPeople } from '#lib/import/find/find-people.ts';
import { wordsOf } from '#lib/import/find/similarity.ts';
import { savBytes } from '../../fixtures/sav/bytes.ts';
import { variable } from '../../fixtures/sav/variable.ts';
import { asked, catalog, describe2015, variableOf } from '../../fixtures/synthetic/spring-2015.ts';

const question = (id: string) => catalog.questions.find((each) => each.id === id)!;

describe('Words', () => {
	test.each([
		['Don’t know', 'dont know'],
		["Don't know", 'dont know'],
		['Q48b. Western countries', 'western countrie'],
		['the U.S.', 'us'],
		['Türkiye', 'turkiye'],
		['neighbours', 'neighbor'],
		['Russia', 'russia']
	])('of %j are %j', (label, words) => {
		expect(wordsOf(label).join(' ')).toBe(words);
	});
});

describe('The country', () => {
	test('is the variable whose labels name the most countries, whatever its name', () => {
		const found = findCountry(
			[
				variable('Q9', '', [[1, 'Germany'], [2, 'China']]), // prettier-ignore
				variable('S1', '', [[7, 'Großbritannien'], [8, 'Great Britain'], [10, 'GERMANY'], [11, 'U.S.']]), // prettier-ignore
				variable('Q10', '', [[1, 'Yes'], [2, 'No']]) // prettier-ignore
			],
			catalog
		);
		expect(found.map((each) => each.variable.name)).toEqual(['S1', 'Q9']);
		expect(found[0]!.codes).toEqual({ 8: 'gbr', 10: 'deu', 11: 'usa' });
		expect(found[0]!.others).toEqual(['Großbritannien']);
	});

	test('is known by ISO codes', () => {
		const labels: [number, string][] = [[1, 'DEU'], [2, 'FRA'], [3, 'gb']]; // prettier-ignore
		const [found] = findCountry([variable('CNTRY', '', labels)], catalog);
		expect(found!.codes).toEqual({ 1: 'deu', 2: 'fra', 3: 'gbr' });
	});

	test('may be texts, which are read as if they had codes', () => {
		const rows = [['Germany', 1], ['FRANCE', 2], ['Germany', 3]]; // prettier-ignore
		const sav = openSav(
			savBytes({ variables: [{ name: 'land', width: 12 }, { name: 'X' }], rows, cases: 3 })
		);
		const coded = withCodedCountry(sav, catalog);
		const [found] = findCountry(coded.dictionary.variables, catalog);
		expect(found).toMatchObject({ variable: { name: 'land' }, codes: { 1: 'fra', 2: 'deu' } });
		const [batch] = coded.batches({ variables: ['land', 'X'] });
		expect([...numbersOf(batch!, 'land')]).toEqual([2, 1, 2]);
	});

	test('is not looked for in texts', () => {
		const text = variable('C', '', [[1, 'Germany']], { type: 'string' });
		expect(findCountry([text], catalog)).toEqual([]);
	});
});

describe('Questions', () => {
	test('of the synthetic file are all found where the generator put them, and no others', () => {
		const { variables } = describe2015();
		const { matches, ties } = findQuestions(
			catalog.questions,
			variables.map(({ name, label }) => variable(name, label))
		);
		expect(ties).toEqual([]);
		expect(matches.map(({ question, variable }) => [question.id, variable.name])).toEqual(
			asked.map((each) => [each.id, variableOf(each)])
		);
	});

	test('are not taken by number alone when the label speaks of something else', () => {
		const other = variable('Q52', 'Q52. How many hours a day do you watch television?');
		expect(findQuestions([question('defend-nato-ally')], [other]).matches).toEqual([]);
	});

	test('are taken by number when there is no label, in capitals too', () => {
		const [found] = findQuestions([question('view-of-nato')], [variable('Q12F')]).matches;
		expect(found).toMatchObject({ variable: { name: 'Q12F' }, by: 'number Q12f, no label' });
	});

	test('of one number are told apart by what only they ask', () => {
		const stem = 'do you support or oppose each of the following actions?';
		const letters = [
			variable('Q48a', `${stem} a. Ukraine becoming a member of the EU`),
			variable('Q48b', `${stem} b. NATO sending arms to the Ukrainian government`),
			variable('Q48c', `${stem} c. Ukraine becoming a member of NATO`),
			variable('Q48e', `${stem} e. Economic aid to Ukraine provided by Western countries`)
		];
		const { matches: found } = findQuestions(
			// As in a wave of which the letters were not seen.
			catalog.questions
				.filter(({ number }) => /^Q48[abc]$/.test(number))
				.map((each) => ({ ...each, number: 'Q48a-d' })),
			letters
		);
		expect(found.map(({ question, variable }) => `${variable.name} ${question.id}`)).toEqual([
			'Q48c ukraine-join-nato',
			'Q48a ukraine-join-eu',
			'Q48b arms-to-ukraine'
		]);
	});
});

/** What becomes of labels and names in files: cut, in capitals, with other spellings, under other numbers. */
// prettier-ignore
const changes: [string, (each: { name: string; label: string }) => { name: string; label: string }][] = [
	['cut at 60 characters', ({ name, label }) => ({ name, label: label.slice(0, 60) })],
	['cut at 120 characters', ({ name, label }) => ({ name, label: label.slice(0, 120) })],
	['in capitals', ({ name, label }) => ({ name, label: label.toUpperCase() })],
	['in small letters', ({ name, label }) => ({ name: name.toLowerCase(), label })],
	['without labels', ({ name }) => ({ name, label: '' })],
	['with short names of states', ({ name, label }) => ({ name, label: label.replace('United States', 'U.S.').replace('European Union', 'EU') })],
	['with the item alone', ({ name, label }) => ({ name, label: label.replace(/^(Q\d+[A-Z]?\.).* ([a-z]\. .*)$/, '$1 $2') })],
	['under names that say nothing', ({ name, label }) => ({ name: `V${name}`, label: label.replace(/^Q\w+\. /, '') })]
];

test.each(changes)('Questions are found on their own variables in labels %s', (_, change) => {
	// With neighbours that ask the same of others.
	const neighbours = [
		variable(
			'Q12B',
			'Q12B. Please tell me if you have a very favorable, somewhat favorable, somewhat unfavorable or very unfavorable opinion of… b. China'
		),
		variable(
			'Q49A',
			'Q49A. Please tell me whether you support or oppose each of the following for our country. a. Joining NATO'
		)
	];
	const places = new Map<string, string>();
	const variables = [
		...describe2015().variables.map(({ name, label = '' }) => variable(name, label)),
		...neighbours
	].map((each) => {
		const { name, label } = change(each);
		places.set(name, each.name);
		return { ...each, name, label };
	});
	const { matches } = findQuestions(catalog.questions, variables);
	expect(
		matches.map(({ question, variable: { name } }) => [question.id, places.get(name)])
	).toEqual(asked.map((each) => [each.id, variableOf(each)]));
});

test('Two variables that fit a question equally well are no match', () => {
	const label =
		'Do you think the United States would or would not use military force to defend that country?';
	const { matches, ties } = findQuestions(
		[question('us-would-defend-ally')],
		[variable('A', label), variable('B', label)]
	);
	expect(matches).toEqual([]);
	expect(ties.map(({ variables }) => variables.map(({ name }) => name))).toEqual([['A', 'B']]);
});

test('A number that another question has in this file is not believed', () => {
	const moved = variable(
		'Q12F',
		'Q12F. Please tell me if you have a very favorable, somewhat favorable, somewhat unfavorable or very unfavorable opinion of… f. Iran'
	);
	expect(findQuestions([question('view-of-nato')], [moved])).toEqual({ matches: [], ties: [] });
});

test('Sex and age are found by name before label, and a question about ages is none', () => {
	const sexes: [number, string][] = [[1, 'Male'], [2, 'Female']]; // prettier-ignore
	expect(
		findPeople([
			variable('bestage_marry_aus', 'What is the best age to marry?'),
			variable('Gender', '', sexes),
			variable('age', 'Age')
		])
	).toEqual({ sex: 'Gender', age: 'age' });
	expect(
		findPeople([
			variable('Q20', 'At what age should people retire?'),
			variable('Q145', 'Q145. Gender (RECORD BY OBSERVATION)', sexes),
			variable('Q146', 'Q146. How old were you at your last birthday?')
		])
	).toEqual({ sex: 'Q145', age: 'Q146' });
});

describe('Answers', () => {
	// prettier-ignore
	test.each<[string, [number, string][], Record<string, string>]>([
		['defend-nato-ally', [[1, 'Should'], [2, 'Should not'], [8, 'Don’t know'], [9, 'Refused']],
			{ 1: 'should', 2: 'should-not', 8: 'dk', 9: 'dk' }],
		['defend-nato-ally', [[1, 'Should not use military force'], [2, 'Should use military force']],
			{ 1: 'should-not', 2: 'should' }],
		['us-would-defend-ally', [[1, 'Would'], [2, 'Would not'], [98, "Don't know"], [99, 'Refused']],
			{ 1: 'would', 2: 'would-not', 98: 'dk', 99: 'dk' }],
		['view-of-nato', [[1, 'Very favorable'], [2, 'Somewhat favorable'], [3, 'Somewhat unfavorable'], [4, 'Very unfavorable'], [8, 'DK (VOL)']],
			{ 1: 'very-favorable', 2: 'somewhat-favorable', 3: 'somewhat-unfavorable', 4: 'very-unfavorable', 8: 'dk' }],
		['confidence-putin', [[1, 'A lot of confidence'], [2, 'Some confidence'], [3, 'Not too much confidence'], [4, 'No confidence at all'], [9, 'Refused (DO NOT READ)']],
			{ 1: 'a-lot', 2: 'some', 3: 'not-too-much', 4: 'none', 9: 'dk' }],
		['confidence-putin', [[1, 'A lot'], [2, 'Some'], [3, 'Not too much'], [4, 'No confidence at all']],
			{ 1: 'a-lot', 2: 'some', 3: 'not-too-much', 4: 'none' }],
		['blame-eastern-ukraine', [[1, 'Pro-Russian separatists in Ukraine'], [2, 'The Ukrainian government'], [3, 'Russia'], [4, 'Western countries, such as those in Europe and the U.S.'], [5, 'More than one named (VOL)'], [6, 'All of the above (VOL)'], [7, 'None of the above (VOL)']],
			{ 1: 'separatists', 2: 'ukrainian-government', 3: 'russia', 4: 'western-countries', 5: 'more-than-one', 6: 'all', 7: 'none' }],
		['sanctions-russia', [[1, 'Increase'], [2, 'Decrease'], [3, 'About the same'], [8, '(VOL) Don’t know'], [9, 'REFUSED']],
			{ 1: 'increase', 2: 'decrease', 3: 'keep', 8: 'dk', 9: 'dk' }],
		['defend-nato-ally', [[1, 'YES, SHOULD USE MILITARY FORCE'], [2, 'NO, SHOULD NOT USE MILITARY FORCE'], [8, 'DON’T KNOW (DO NOT READ)']],
			{ 1: 'should', 2: 'should-not', 8: 'dk' }],
		['view-of-us', [[1, 'Very favora'], [2, 'Somewhat favora'], [3, 'Somewhat unfavora'], [4, 'Very unfavora'], [8, '[DO NOT READ] DK']],
			{ 1: 'very-favorable', 2: 'somewhat-favorable', 3: 'somewhat-unfavorable', 4: 'very-unfavorable', 8: 'dk' }]
	])('of %s are found by their labels', (id, labels, codes) => {
		expect(findAnswers(question(id), new Map(labels))).toEqual({ codes, open: new Map() });
	});

	test('that are none of the question’s stay open', () => {
		const labels = new Map([[1, 'Should'], [3, 'It depends'], [7, 'Not asked']] as const); // prettier-ignore
		const { codes, open } = findAnswers(question('defend-nato-ally'), labels);
		expect(codes).toEqual({ 1: 'should', 7: 'missing' });
		expect([...open]).toEqual([[3, 'It depends']]);
	});
});
