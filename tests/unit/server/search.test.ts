import { describe, expect, test } from 'vitest';
import { getExplore } from '#lib/server/explore/explore.ts';
import { figureIndex } from '#lib/server/facets/figure-index.ts';
import { searchedOf } from '#lib/server/search/help.ts';
import { checkNumbers, numbersIn } from '#lib/server/search/numbers.ts';
import { search } from '#lib/server/search/search.ts';
import { parseExplore } from '#lib/view/explore/explore-query.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { smallDatabase } from '../../fixtures/small.ts';

const db = realDatabase();
const { catalog } = figureIndex(db);
const helpFor = (q: string) => {
	const { view } = parseExplore(new URLSearchParams({ q }), catalog);
	return searchedOf(db, search(db, q), view, 'en');
};

describe('words', () => {
	test.each([
		['Sanktionen', 'sanctions-russia'],
		['Sanktion', 'sanctions-russia'],
		['Wirtschaftssanktionen', 'sanctions-russia'],
		['sanctions', 'sanctions-russia'],
		['Bündnisfall', 'defend-nato-ally'],
		['Beistandspflicht', 'support-article-5'],
		['Article 5', 'support-article-5'],
		['Artikel 5', 'support-article-5'],
		['troops', 'soldiers-defend-poland-baltics'],
		['Truppen', 'brigade-lithuania'],
		['weapons', 'arms-to-ukraine'],
		['Waffen', 'arms-to-ukraine'],
		['Verbündete', 'defend-nato-ally'],
		['Verbuendete', 'defend-nato-ally'],
		['Verbundete', 'defend-nato-ally'],
		['defense spending', 'raise-defence-spending'],
		['defence spending', 'raise-defence-spending'],
		['favourable', 'view-of-nato'],
		['verteidigt', 'defend-nato-ally']
	])('%s finds %s', (words, question) => {
		expect(search(db, words).questions).toContain(question);
	});

	test('in the middle of a longer word find it, and a short word does not', () => {
		expect(search(db, 'luftraum').questions).toContain('bundeswehr-eastern-airspace');
		expect(search(db, 'men').questions).toEqual([]);
	});

	test.each([
		['women', 'group', 'women', 1],
		['Frauen', 'group', 'women', 1],
		['Forsa', 'institute', 'forsa', undefined],
		['Osten', 'group', 'east', undefined],
		['2015', 'year', '2015', undefined],
		['Polen', 'country', 'pol', undefined],
		['undecided', 'answer', 'dk', undefined]
	])('%s leads to the facet %s=%s', (words, key, code, figures) => {
		const value = helpFor(words).values.find((each) => each.key === key && each.code === code);
		expect(value?.query).toBe(`${key}=${code}`);
		if (figures !== undefined) expect(value?.count).toBe(figures);
	});

	test('of several kinds narrow each other, and a name keeps the other words', () => {
		const value = helpFor('nato 2015').values[0]!;
		expect(value.query).toBe('q=nato&year=2015');
		expect(search(db, 'nato 2015').count).toBe(value.count);
		expect(value.count).toBeLessThan(search(db, '2015').count);
	});

	test('with a slip are answered with the right spelling', () => {
		expect(helpFor('sanktonen').suggestion?.text).toBe('Sanktionen');
		expect(helpFor('Ukrane').suggestion?.text).toBe('Ukraine');
	});

	test('on which nothing is published are named; known words that never meet are told apart', () => {
		expect(helpFor('AfD').nothing).toEqual({ unknown: ['AfD'], apart: [] });
		expect(helpFor('AfD Nato').nothing?.unknown).toEqual(['AfD']);
		const { nothing } = helpFor('Frauen Ukraine');
		expect(nothing?.unknown).toEqual([]);
		expect(nothing?.apart.map(({ word }) => word)).toEqual(['Frauen', 'Ukraine']);
	});
});

describe('numbers', () => {
	test.each([
		['56 Prozent der Deutschen', [56]],
		['38%', [38]],
		['38 %', [38]],
		['38', [38]],
		['38 zu 58 Prozent', [38, 58]],
		['38, 58 und 68 per cent', [38, 58, 68]],
		['38,5 Prozent', [38.5]],
		['im Jahr 2015', []],
		['120 Prozent', []],
		['in 8 Ländern', []],
		['Nato', []]
	])('of “%s” are %j', (text, numbers) => {
		expect(numbersIn(text)).toEqual(numbers);
	});

	test('a misprint is called one, with what was published', () => {
		const [number] = checkNumbers(db, '56 Prozent der Deutschen lehnen das ab', 'de')!.numbers;
		expect(number!.verdict).toBe('misprint');
		const [misprint] = number!.misprints;
		expect([misprint!.printed, misprint!.published]).toEqual([56, 58]);
		expect(misprint!.row.figure).toBe('pew-2015-spring~defend-nato-ally~deu~all~should-not');
	});

	test('a sentence leads to its figure, the statements and the readings that use it', () => {
		const checked = checkNumbers(db, 'Only 38 percent of Germans would defend a NATO ally', 'en')!;
		expect(checked.names).toEqual(['Germany']);
		const [number] = checked.numbers;
		expect(number!.verdict).toBe('published');
		expect(number!.figures[0]!.figure).toBe('pew-2015-spring~defend-nato-ally~deu~all~should');
		expect(number!.figures.every(({ population, pct }) => population === 'deu' && pct === 38)).toBe(
			true
		);
		expect(number!.statements.length).toBeGreaterThan(0);
		expect(number!.readings.length).toBeGreaterThan(0);
	});

	test('that are right elsewhere only, or nowhere, are called so', () => {
		const verdict = (text: string) => checkNumbers(db, text, 'en')!.numbers[0]!.verdict;
		expect(verdict('29 percent of women in East Germany trust Putin')).toBe('elsewhere');
		expect(verdict('99.5%')).toBe('unknown');
	});

	test('of a bare value are all figures with it', () => {
		const [number] = checkNumbers(db, '38', 'en')!.numbers;
		const { pct } = figureIndex(db);
		expect(number!.all).toBe(pct.filter((each) => Math.floor(each + 0.5) === 38).length);
		expect(number!.fitting).toBe(number!.all);
	});
});

describe('the workbench', () => {
	const small = smallDatabase();
	const ask = (query: string, from = db) => getExplore(from, new URLSearchParams(query), 'en');
	const hits = (q: string) => ask(`q=${encodeURIComponent(q)}`);

	test('finds ü by ue, ß by ss, the beginning of a word, and the other language', () => {
		const found = (q: string) =>
			ask(`q=${encodeURIComponent(q)}`, small).hits.map(({ label }) => label);
		expect(found('Verbündeten')).toEqual(['Help an ally']);
		expect(found('verbuendete')).toEqual(['Help an ally']);
		expect(found('OEFFENTL hilfe')).toEqual(['Help an ally']);
		expect(found('öffentliche mitmachen')).toEqual([]);
		expect(found('"; DROP TABLE figures; --')).toEqual([]);
		expect(found('few want')).toEqual(['Few want to help.']);
	});

	test('leads to the figure in its table', () => {
		for (const hit of hits('military force').hits.filter(({ query }) => query !== undefined)) {
			const { view, chosen, pivot } = ask(hit.query!);
			expect(chosen?.figure).toBe(view.cell);
			const cells = pivot.rows.flatMap((row) => row.cells.map(({ figure }) => figure));
			expect(cells, hit.label).toContain(view.cell);
		}
		expect(hits('military force').hits.length).toBeGreaterThan(2);
	});

	test('narrows the figures to what it found, a statement to the figures under it', () => {
		const { matched, hits: found } = ask('q=few%20want', small);
		expect([matched, found[0]!.kind]).toEqual([1, 'claim']);
	});
});
