import { expect, test } from 'vitest';
import { claimsOn } from '#lib/server/pages/claims.ts';
import { summariseVerdicts } from '#lib/server/pages/verdicts.ts';
import { nearestCodes, nearestQuestions } from '#lib/server/data/suggest.ts';
import { listQuestions } from '#lib/server/pages/questions.ts';
import { search } from '#lib/server/search/search.ts';
import { getRegions } from '#lib/server/pages/regions.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { gapOf, stackable } from '#lib/view/result.ts';
import { smallDatabase } from '../../fixtures/small.ts';

const db = smallDatabase();
const result = (query: string, question = 'help') =>
	getResult(db, question, new URLSearchParams(query), 'en')!;
/** `usa yes 60`, or the reason in place of the number. */
const told = (query: string, question?: string) =>
	result(query, question).rows.map(
		({ role, population, group, answer, pct, absence }) =>
			`${role === 'nearest' ? '~ ' : ''}${population} ${group} ${answer} ${pct ?? absence}`
	);

test('countries come with the highest headline share first, each cell with a number or a reason', () => {
	expect(told('')).toEqual([
		'usa all yes 60',
		'usa all no 35',
		'usa all dk not_published',
		'deu all yes 30',
		'deu all no not_published',
		'deu all dk not_published',
		'median-2 all yes 15',
		'median-2 all no not_published',
		'median-2 all dk not_published',
		'fra all yes 0',
		'fra all no 96',
		'fra all dk 4'
	]);
});

test('countries can be sorted the other way round and by name', () => {
	const order = (query: string) => [...new Set(result(query).rows.map((row) => row.population))];
	expect(order('sort=value-asc')).toEqual(['fra', 'median-2', 'deu', 'usa']);
	expect(order('sort=label')).toEqual(['fra', 'deu', 'median-2', 'usa']);
});

test('a country is called not asked only where that is known', () => {
	// 2015: the list of countries is complete. 2017: only the United States are known to be left out.
	expect(told('country=rus&answer=yes')).toEqual(['rus all yes not_asked']);
	expect(told('survey=pew-2017-spring&country=usa,rus,median-2&answer=yes')).toEqual([
		'usa all yes not_asked',
		'rus all yes not_published',
		'median-2 all yes not_published'
	]);
});

test('without a split of its own a question shows the nearest: same wording first, then its neighbours', () => {
	expect(told('by=region&answer=yes')).toEqual([
		'deu all yes 30',
		'deu east yes not_published',
		'deu west yes not_published',
		'~ deu all yes 33',
		'~ deu east yes 25',
		'~ deu west yes 35',
		'~ deu all in not_published',
		'~ deu east in 20',
		'~ deu west in not_published'
	]);
});

test('a question that stands next to another leads back to it', () => {
	const { rows } = result('by=region&survey=other-2016', 'join');
	expect(rows.every((row) => row.role === 'main')).toBe(true);
	expect(told('by=region&survey=pew-2017-spring').some((line) => line.startsWith('~'))).toBe(false);
});

test('a group of another country is no cell', () => {
	expect(told('country=usa,deu&group=east&answer=yes')).toEqual(['deu east yes not_published']);
});

test('over time the waves run forward', () => {
	expect(result('by=time&answer=yes').rows.map(({ survey, pct }) => [survey, pct])).toEqual([
		['pew-2015-spring', 30],
		['pew-2017-spring', 33]
	]);
});

test('by group the latest survey with groups is shown where spring 2015 has none', () => {
	expect(told('by=group')).toEqual([
		'deu all yes 33',
		'deu all no not_published',
		'deu women yes 28',
		'deu women no not_published'
	]);
});

test('a row carries its sources and the claims that rest on it', () => {
	const row = result('').rows.find(({ population }) => population === 'deu');
	expect(row).toMatchObject({
		figure: 'pew-2015-spring~help~deu~all~yes',
		status: 'reported',
		confidence: 'low',
		sources: ['report'],
		claims: ['c1'],
		n: null
	});
	expect(claimsOn(db, 'help').map(({ id, relation }) => [id, relation])).toEqual([
		['c1', 'matches']
	]);
	expect(summariseVerdicts(db).verdicts.map(({ relation }) => relation)).toEqual(['matches']);
});

test('there is no gap with one side missing', () => {
	const { rows } = getRegions(db, new URLSearchParams(), 'en');
	const of = (survey: string) => rows.filter((row) => row.survey === survey);
	expect(gapOf(of('pew-2017-spring'))).toBe(-10);
	expect(gapOf(of('other-2016'))).toBeUndefined();
});

test('the regions can be limited to a survey, and name an unknown one', () => {
	const regions = getRegions(db, new URLSearchParams('survey=other-2016,nowhere'), 'en');
	expect(regions.query).toBe('survey=other-2016');
	expect(regions.rows.map((row) => row.survey)).toEqual(Array(3).fill('other-2016'));
	expect(regions.notices.map(({ key, value }) => [key, value])).toEqual([['survey', 'nowhere']]);
});

test('bars are stacked only when every one reaches ninety', () => {
	const of = (query: string) => {
		const { rows, dictionary } = result(query);
		return stackable(rows, dictionary);
	};
	expect(of('country=usa,fra')).toBe(true); // 95 and 100
	expect(of('')).toBe(false); // Germany has 30
});

test('an unknown question is undefined, never an exception', () => {
	expect(getResult(db, 'nothing', new URLSearchParams(), 'en')).toBeUndefined();
});

test('a question is found by an umlaut, by its two letters, by part of an answer, and not by an operator', () => {
	const found = (text: string) =>
		listQuestions(db, search(db, text).questions).flatMap(({ questions }) =>
			questions.map(({ question }) => question.id)
		);
	expect(found('öffentl')).toEqual(['help']);
	expect(found('OEFFENTLICHE hilfe')).toEqual(['help']);
	// Whatever the language of the page, a word of the other one is no mistake.
	expect(found('ally')).toEqual(['help']);
	expect(found('" OR title:*')).toEqual([]);
	expect(found('***')).toEqual([]);
});

test('the list gives Germany’s number, and none where nothing was published for all', () => {
	const [topic] = listQuestions(db);
	expect(
		topic?.questions.map(({ headline, hasRegions }) => [headline?.row.pct, hasRegions])
	).toEqual([
		[30, true],
		[undefined, true]
	]);
});

test('a mistyped name leads to the closest one, nonsense to none', () => {
	expect(nearestQuestions(db, 'hlep', 'en').map(({ id }) => id)).toContain('help');
	expect(nearestCodes('pew-2017', ['pew-2017-spring', 'other-2016'], 1)).toEqual([
		'pew-2017-spring'
	]);
	expect(nearestCodes('ÿÿÿÿÿÿÿÿÿÿÿÿÿ', ['help'])).toEqual([]);
	expect(nearestCodes('x'.repeat(100_000), ['help'])).toEqual([]);
});
