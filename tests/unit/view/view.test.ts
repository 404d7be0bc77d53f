import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { canonicalQuery, codes, inLayout, parseView } from '#lib/view/query.ts';
import { defaultLayout, layouts, listKeys, type Catalog } from '#lib/view/view.ts';
import { smallDatabase } from '../../fixtures/small.ts';

const db = smallDatabase();
const help = getCatalog(db, 'help')!;
const join = getCatalog(db, 'join')!;

const parsed = (query: string, catalog: Catalog = help) =>
	parseView(new URLSearchParams(query), catalog);
const canonical = (query: string, catalog: Catalog = help) =>
	canonicalQuery(parsed(query, catalog).view, catalog);

test('an empty query shows the countries of spring 2015, and has an empty canonical query', () => {
	const { view, notices } = parsed('');
	expect(view).toEqual({
		by: 'country',
		survey: ['pew-2015-spring'],
		country: ['usa', 'fra', 'deu', 'median-2'],
		group: ['all'],
		answer: ['yes', 'no', 'dk'],
		sort: 'value'
	});
	expect(notices).toEqual([]);
	expect(canonical('')).toBe('');
});

test('a question asked in one country is laid out by East and West', () => {
	expect(defaultLayout(join)).toBe('region');
	expect(parsed('', join).view.group).toEqual(['all', 'east', 'west']);
});

test.each([
	['country=deu,usa', 'country=usa,deu', 'lists take the order of the catalog'],
	['country=usa&country=deu', 'country=usa,deu', 'a form may repeat a key'],
	['country=usa,fra,deu,median-2', '', 'a list equal to the usual one is left out'],
	['by=country&sort=value', '', 'defaults are left out'],
	['sort=label&by=region', 'by=region&sort=label', 'keys are sorted'],
	['survey=pew-2017-spring', 'survey=pew-2017-spring', 'another survey'],
	['country=', '', 'an empty list is the usual one'],
	['by=time', 'by=time', 'over time all waves are usual'],
	['by=time&survey=pew-2017-spring,pew-2015-spring', 'by=time', 'and may be named']
])('%s has the canonical query "%s": %s', (query, expected) => {
	expect(canonical(query)).toBe(expected);
});

test('what hosts and trackers add is ignored without a word', () => {
	const { notices } = parsed(
		'utm_source=x&fbclid=1&childId=a&parentUrl=b&initialWidth=600&theme=dark&w=600'
	);
	expect(notices).toEqual([]);
});

test('an unknown key, an unknown code and an unknown layout are dropped and named', () => {
	const { view, notices } = parsed('contry=1&country=deu,atlantis&by=planet');
	expect(view.country).toEqual(['deu']);
	expect(view.by).toBe('country');
	expect(notices.map(({ kind, key, value }) => [kind, key, value])).toEqual([
		['unknown_key', 'contry', ''],
		['unknown_value', 'by', 'planet'],
		['unknown_value', 'country', 'atlantis']
	]);
});

test('a thousand values are not read, and the notice says so', () => {
	const { notices } = parsed(`country=${'x,'.repeat(1000)}`);
	expect(notices[0]).toMatchObject({ kind: 'too_many', key: 'country', value: '1000' });
	expect(notices.length).toBeLessThanOrEqual(10);
});

test('another layout starts from its own usual lists', () => {
	const { view } = parsed('country=usa');
	expect(inLayout(view, 'region', help).country).toEqual(['deu']);
});

const subset = (from: string[]) => fc.subarray(from, { minLength: 0 });
const validQuery = fc
	.record({
		by: fc.constantFrom(...layouts, ''),
		sort: fc.constantFrom('value', 'value-asc', 'label', ''),
		survey: subset(codes(help, 'survey')),
		country: subset(codes(help, 'country')),
		group: subset(codes(help, 'group')),
		answer: subset(codes(help, 'answer'))
	})
	.map(({ by, sort, ...lists }) => {
		const query = new URLSearchParams();
		if (by) query.set('by', by);
		if (sort) query.set('sort', sort);
		for (const key of listKeys) for (const code of lists[key]) query.append(key, code);
		return query;
	});

test('parsing the canonical query gives the same view again, for any view', () => {
	fc.assert(
		fc.property(validQuery, (query) => {
			const { view, notices } = parseView(query, help);
			const once = canonicalQuery(view, help);
			const again = parseView(new URLSearchParams(once), help);
			expect(notices).toEqual([]);
			expect(again.view).toEqual(view);
			expect(canonicalQuery(again.view, help)).toBe(once);
		}),
		{ numRuns: 500 }
	);
});

test('any query string gives a view with no empty list and few, short notices', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), fc.string({ maxLength: 300 }))), (pairs) => {
			const { view, notices } = parseView(new URLSearchParams(pairs), help);
			for (const key of listKeys) expect(view[key].length).toBeGreaterThan(0);
			expect(notices.length).toBeLessThanOrEqual(10);
			for (const { value } of notices) expect(value.length).toBeLessThanOrEqual(61);
		}),
		{ numRuns: 500 }
	);
});
