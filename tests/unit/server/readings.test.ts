import { expect, test } from 'vitest';
import { getReadings } from '#lib/server/pages/readings.ts';
import { listMisprints } from '#lib/server/pages/misprints.ts';
import { databaseWithReadings } from '../../fixtures/small-readings.ts';

const db = databaseWithReadings();
const readings = (query = '') => getReadings(db, new URLSearchParams(query), 'en');
const outlets = (query = '') =>
	readings(query).waves.flatMap((wave) => wave.readings.map(({ outlet }) => outlet));
/** `united-states 1`, with a plus where it is chosen. */
const options = (query: string, wanted: string) =>
	readings(query)
		.choices.find(({ key }) => key === wanted)
		?.options.map(({ code, count, chosen }) => `${chosen ? '+' : ''}${code} ${count}`);

test('the newest wave comes first, in it the newest reading', () => {
	expect(readings().waves.map(({ survey }) => survey.id)).toEqual([
		'pew-2017-spring',
		'pew-2015-spring'
	]);
	expect(outlets()).toEqual(['monthly', 'weekly', 'daily']);
});

test('a reading has its numbers as rows, and those in its text from the data', () => {
	const [, wave] = readings().waves;
	expect(wave?.readings[0]?.says).toEqual({ en: 'Only 30%.', de: 'Nur 30\u00a0%.' });
	expect(wave?.readings[1]?.figures.map(({ pct }) => pct)).toEqual([30, 60]);
	expect(wave?.readings[1]?.shift).toBeNull();
});

test('values of one key widen, keys narrow', () => {
	expect(outlets('country=united-states')).toEqual(['weekly']);
	expect(outlets('country=united-states,germany')).toEqual(['monthly', 'weekly', 'daily']);
	expect(outlets('country=germany&figure=pew-2015-spring~help~usa~all~yes')).toEqual(['daily']);
	expect(outlets('country=germany&stance=divided')).toEqual([]);
});

test('every option says how many readings it would show beside the other choices', () => {
	expect(options('', 'country')).toEqual(['germany 2', 'united-states 1']);
	expect(options('stance=divided', 'country')).toEqual(['germany 0', 'united-states 1']);
	expect(options('stance=divided', 'stance')).toEqual(['unreliable 2', '+divided 1']);
	expect(options('', 'figure')).toEqual([
		'pew-2015-spring~help~deu~all~yes 2',
		'pew-2015-spring~help~usa~all~yes 1'
	]);
});

test('the query has one form, and parsing it gives the same', () => {
	const { query, notices } = readings('stance=divided&country=united-states&country=germany');
	expect(query).toBe('country=germany,united-states&stance=divided');
	expect(readings(query).query).toBe(query);
	expect(notices).toEqual([]);
	expect(readings('utm_source=x').notices).toEqual([]);
});

test('what is unknown is left out and named', () => {
	const { query, notices, shown, all } = readings('country=atlantis&stances=red');
	expect(query).toBe('');
	expect([shown, all]).toEqual([3, 3]);
	expect(notices.map(({ kind, key, value }) => [kind, key, value])).toEqual([
		['unknown_key', 'stances', ''],
		['unknown_value', 'country', 'atlantis']
	]);
});

test('a misprint stands beside the published number, or beside none', () => {
	expect(
		listMisprints(db).map(({ row, printed, published }) => [row.figure, printed, published])
	).toEqual([
		['pew-2015-spring~help~usa~all~yes', 6, 60],
		['pew-2015-spring~help~median-2~all~no', 96, null]
	]);
});
