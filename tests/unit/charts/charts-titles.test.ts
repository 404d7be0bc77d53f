import { describe, expect, test } from 'vitest';
import { chartOf, chartOfRegions } from '#lib/charts/index.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { layouts } from '#lib/view/view.ts';
import { langs } from '#lib/words/lang.ts';
import {
	defend2015,
	dictionary,
	resultOf,
	row,
	sided,
	unclaimed
} from '../../fixtures/charts-rows.ts';

const titleOf = (by: (typeof layouts)[number], rows: DataPoint[]) =>
	langs.map((lang) => chartOf(resultOf(by, rows), lang).title);

describe('a title is the finding', () => {
	test('by country it says what Germany answered', () => {
		expect(titleOf('country', defend2015)).toEqual([
			'Defend an ally: in Germany, 58% say “Should not” and 38% “Should”',
			'Einen Verbündeten verteidigen: In Deutschland antworten 58\u00a0% „Sollte nicht“ und 38\u00a0% „Sollte“'
		]);
	});

	test('two countries without Germany are named one beside the other', () => {
		const rows = [
			row(['pew-2015', 'defend', 'usa', 'all', 'should'], 56),
			row(['pew-2015', 'defend', 'pol', 'all', 'should'], 48)
		];
		expect(titleOf('country', rows)[0]).toBe(
			'Defend an ally, “Should”: in the United States 56%, in Poland 48%'
		);
	});

	test('by region it gives both sides, or says which one is missing', () => {
		expect(titleOf('region', sided('pew-2015', 'should', [38, 40, 19]))[0]).toBe(
			'Defend an ally: in East Germany, 40% say “Should”; in West Germany, 19%'
		);
		expect(titleOf('region', sided('pew-2015', 'should', [38, 43, 'not_published']))).toEqual([
			'Defend an ally: in East Germany, 43% say “Should”; for West Germany no figure was published',
			'Einen Verbündeten verteidigen: In Ostdeutschland antworten 43\u00a0% „Sollte“; für Westdeutschland ist kein Wert veröffentlicht'
		]);
	});

	test('by region with nothing published it points to the nearest wave', () => {
		const rows = [
			...sided('pew-2015', 'should', [38, 'not_published', 'not_published']),
			...sided('pew-2017', 'should', [40, 29, 43], { role: 'nearest' })
		];
		expect(titleOf('region', rows)[0]).toBe(
			'For 2015, no separate figures for East and West Germany were published; ' +
				'2017: Defend an ally: in East Germany, 29% say “Should”; in West Germany, 43%'
		);
	});

	test('two groups are named one beside the other within the country', () => {
		const rows = [
			row(['pew-2015', 'defend', 'deu', 'women', 'should'], 30),
			row(['pew-2015', 'defend', 'deu', 'men', 'should'], 47)
		];
		expect(titleOf('group', rows)[1]).toBe(
			'Einen Verbündeten verteidigen, „Sollte“ in Deutschland: unter Männern 47\u00a0%, unter Frauen 30\u00a0%'
		);
	});

	test('over time it compares the first with the last comparable wave', () => {
		const rows = [
			row(['pew-2015', 'nato', 'deu', 'all', 'good'], 55),
			row(['pew-2017', 'nato', 'deu', 'all', 'good'], 67),
			row(['kb-2018', 'nato', 'deu', 'all', 'good'], 63)
		];
		expect(titleOf('time', rows)[0]).toBe(
			'View of NATO, “Favorable” in Germany: 55%\u00a0(2015), 67%\u00a0(2017)'
		);
	});

	test('of three countries it names the extremes, and says so where the reader chose them', () => {
		const rows = [
			row(['pew-2015', 'defend', 'usa', 'all', 'should'], 56),
			row(['pew-2015', 'defend', 'pol', 'all', 'should'], 48),
			row(['pew-2015', 'defend', 'ukr', 'all', 'should'], 48)
		];
		const view = resultOf('country', rows);
		expect(chartOf(view, 'en').title).toBe(
			'Defend an ally, “Should”: most often in the United States (56%), least often in Poland and in Ukraine (each 48%)'
		);
		const scope = { ...view.scope, cut: ['country' as const] };
		expect(chartOf({ ...view, scope }, 'de').title).toBe(
			'Einen Verbündeten verteidigen, „Sollte“: unter den 3 gewählten am häufigsten in den USA (56\u00a0%), am seltensten in Polen und in der Ukraine (je 48\u00a0%)'
		);
	});

	test('of the list of regions it names the widest gap', () => {
		const rows = [
			...sided('pew-2015', 'should', [23, 40, 19]),
			...sided('pew-2017', 'should', [40, 29, 43])
		];
		const third = sided('pew-2019', 'should', [40, 30, 33]);
		const titleFor = (part: DataPoint[], survey: string[]) => {
			const surveys = ['pew-2015', 'pew-2017', 'pew-2019'];
			const regions = { survey, surveys, query: '', notices: [], rows: part, dictionary };
			return chartOfRegions({ ...regions, ...unclaimed, sort: 'gap' }, 'en').title;
		};
		const numbers = '40% in the East and 19% in the West say “Should”';
		expect(titleFor([...rows, ...third], ['pew-2015', 'pew-2017', 'pew-2019'])).toBe(
			`East and West are furthest apart on “Defend an ally”: ${numbers}`
		);
		expect(titleFor([...rows, ...third], ['pew-2015', 'pew-2017'])).toBe(
			`Of the questions chosen, East and West are furthest apart on “Defend an ally”: ${numbers}`
		);
		// Two lines have no furthest.
		expect(titleFor(rows, ['pew-2015', 'pew-2017'])).toBe(`Defend an ally: ${numbers}`);
	});

	test('says so when nothing was published', () => {
		const rows = [row(['pew-2015', 'defend', 'deu', 'all', 'should'], 'not_published')];
		expect(titleOf('country', rows)).toEqual([
			'Defend an ally: no published figures for all respondents in Germany',
			'Einen Verbündeten verteidigen: Keine veröffentlichten Werte für alle Befragten in Deutschland'
		]);
	});
});
