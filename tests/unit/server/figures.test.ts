import { expect, test } from 'vitest';
import { getFigure, getWithdrawn, nearestFigures } from '#lib/server/pages/figures.ts';
import { databaseWithReadings, withdrawnId } from '../../fixtures/small-readings.ts';

const db = databaseWithReadings();
const figure = (id: string) => getFigure(db, id)!;
const ids = (rows: { figure: string }[]) => rows.map((row) => row.figure);

test('a figure comes with its question, the item as asked, its sources and its version of the view', () => {
	const { row, question, item, query, dictionary } = figure('pew-2015-spring~help~usa~all~yes');
	expect(row).toMatchObject({ pct: 60, status: 'published', sources: ['report'] });
	expect(question.title.en).toBe('Help an ally');
	expect(item.number).toBe('Q1');
	expect(query).toBe('');
	expect(dictionary.sources['report']?.title).toBe('Report');
});

test('the other published answers of the same people stand beside it', () => {
	expect(ids(figure('pew-2015-spring~help~fra~all~yes').others)).toEqual([
		'pew-2015-spring~help~fra~all~no',
		'pew-2015-spring~help~fra~all~dk'
	]);
});

test('the waves before and after are named, with a warning when an institute changed', () => {
	const early = figure('pew-2015-spring~help~deu~all~yes');
	expect(early.previous).toBeUndefined();
	expect(early.next).toMatchObject({ row: { pct: 33 }, comparable: 'house' });
	const late = figure('pew-2017-spring~help~deu~all~yes');
	expect(late.next).toBeUndefined();
	expect(late.previous).toMatchObject({ row: { pct: 30 }, comparable: 'house' });
});

test('claims, readings and misprints of exactly this number are listed', () => {
	const germany = figure('pew-2015-spring~help~deu~all~yes');
	expect(germany.claims.map(({ id }) => id)).toEqual(['c1']);
	expect(germany.readings.map(({ outlet }) => outlet)).toEqual(['weekly', 'daily']);
	expect(germany.misprints).toEqual([]);
	const america = figure('pew-2015-spring~help~usa~all~yes');
	expect(america.claims).toEqual([]);
	expect(america.misprints).toMatchObject([{ printed: 6, published: 60, kind: 'misprint' }]);
});

test('a cell without a number says why, and what comes nearest: another group before another year', () => {
	const east = figure('pew-2015-spring~help~deu~east~yes');
	expect(east.row).toMatchObject({ pct: null, absence: 'not_published', sources: [] });
	expect(ids(east.nearest)).toEqual([
		'pew-2015-spring~help~deu~all~yes',
		'pew-2017-spring~help~deu~east~yes',
		'pew-2017-spring~help~deu~all~yes',
		'pew-2017-spring~help~deu~west~yes',
		'pew-2017-spring~help~deu~women~yes'
	]);
	expect(figure('pew-2015-spring~help~rus~all~yes').row.absence).toBe('not_asked');
	expect(figure('pew-2015-spring~help~usa~all~yes').nearest).toEqual([]);
});

test('a misprint may stand in the place of a number that was never published', () => {
	expect(figure('pew-2015-spring~help~median-2~all~no').misprints).toMatchObject([
		{ printed: 96, published: null, kind: 'mislabel' }
	]);
});

test('the view of the question is widened where the usual one leaves the cell out', () => {
	expect(figure('pew-2017-spring~help~deu~west~yes').query).toBe(
		'by=region&survey=pew-2017-spring'
	);
	expect(figure('pew-2017-spring~help~deu~women~yes').query).toBe('by=group');
	expect(figure('pew-2015-spring~help~rus~all~yes').query).toBe('country=usa,fra,deu,rus,median-2');
});

test.each([
	['', 'nothing at all'],
	['pew-2015-spring~help~deu~all', 'four codes'],
	['pew-2015-spring~help~deu~all~yes~', 'a sixth part'],
	['pew-2015-spring/help/deu/all/yes', 'the wrong sign'],
	['pew-1900~help~deu~all~yes', 'an unknown survey'],
	['other-2016~help~deu~all~yes', 'a survey that did not ask'],
	['pew-2015-spring~help~usa~east~yes', 'a group of another country'],
	['pew-2015-spring~constructor~deu~all~yes', 'a word that every object knows'],
	['__proto__~__proto__~__proto__~__proto__~__proto__', 'another of those'],
	['pew-2015-spring~help~deu~all~in', 'an answer of another question']
])('"%s" is no figure: %s', (id) => {
	expect(getFigure(db, id)).toBeUndefined();
});

test('a mistyped id leads to the closest ones', () => {
	expect(ids(nearestFigures(db, 'pew-2015-spring~hlep~deu~all~yes'))[0]).toBe(
		'pew-2015-spring~help~deu~all~yes'
	);
	expect(nearestFigures(db, 'x'.repeat(10_000))).toEqual([]);
});

test('a withdrawn figure names the day, the reason and what stands in its place', () => {
	expect(getWithdrawn(db, withdrawnId)).toMatchObject({
		on: '2016-01-31',
		reason: { en: 'Misread.', de: 'Falsch gelesen.' },
		successor: { figure: 'pew-2015-spring~help~deu~all~yes', pct: 30 }
	});
	expect(getWithdrawn(db, 'pew-2015-spring~help~deu~all~yes')).toBeUndefined();
});

test('where a country was not asked, the others of the same survey come nearest', () => {
	expect(ids(figure('pew-2015-spring~help~rus~all~yes').nearest)).toEqual([
		'pew-2015-spring~help~deu~all~yes',
		'pew-2015-spring~help~fra~all~yes',
		'pew-2015-spring~help~median-2~all~yes',
		'pew-2015-spring~help~usa~all~yes',
		'pew-2017-spring~help~deu~all~yes'
	]);
});
