import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	assumptionParts,
	parseAssumptions,
	printRange,
	usualAssumptions
} from '#lib/view/assumptions.ts';
import { joinQuery, type Notice } from '#lib/view/query.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { getRegions } from '#lib/server/pages/regions.ts';
import { records, smallDatabase } from '../../fixtures/small.ts';

function parsed(query: string) {
	const notices: Notice[] = [];
	return { assumed: parseAssumptions(new URLSearchParams(query), notices), notices };
}

test('without a word the usual assumptions hold and the address stays empty', () => {
	expect(parsed('').assumed).toEqual(usualAssumptions);
	expect(assumptionParts(usualAssumptions)).toEqual([]);
});

test('a range, a single value and a number of interviews are read', () => {
	const { assumed, notices } = parsed('east_share=17&deff=1.2-1.8&n=963');
	expect(notices).toEqual([]);
	expect(assumed).toEqual({
		eastShare: { low: 17, high: 17 },
		deff: { low: 1.2, high: 1.8 },
		n: 963
	});
	expect(joinQuery(assumptionParts(assumed))).toBe('deff=1.2-1.8&east_share=17&n=963');
});

test('a German reader types decimals with a comma, and a range with a long dash', () => {
	const { assumed, notices } = parsed('deff=1,3–2&east_share=15 – 17,5');
	expect(notices).toEqual([]);
	expect(assumed.deff).toEqual({ low: 1.3, high: 2 });
	expect(assumed.eastShare).toEqual({ low: 15, high: 17.5 });
	expect(parsed('deff=1,25-1,75').assumed.deff).toEqual({ low: 1.25, high: 1.75 });
});

test.each([
	'east_share=20-15',
	'east_share=0-10',
	'east_share=90',
	'deff=0.5',
	'deff=1e9',
	'n=0',
	'n=10.5',
	'n=100-200',
	'n=-5',
	'east_share=a'
])('%s is no assumption: the usual one holds, and a notice says so', (query) => {
	const { assumed, notices } = parsed(query);
	expect(assumed).toEqual(usualAssumptions);
	expect(notices).toHaveLength(1);
});

test('parsing what was printed gives the same assumptions, for all of them', () => {
	const range = (low: number, high: number, step: number) =>
		fc
			.tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }))
			.map(([a, b]) => ({ low: Math.min(a, b) / step, high: Math.max(a, b) / step }));
	fc.assert(
		fc.property(
			range(1, 60, 1),
			range(10, 100, 10),
			fc.option(fc.integer({ min: 50, max: 1_000_000 })),
			(eastShare, deff, n) => {
				const assumed = { eastShare, deff, n };
				expect(parsed(joinQuery(assumptionParts(assumed)))).toEqual({ assumed, notices: [] });
				expect(printRange(eastShare)).toMatch(/^\d+(-\d+)?$/);
			}
		)
	);
});

test('a gap gets a verdict only with both sides, and it follows the assumptions', () => {
	const db = smallDatabase();
	const ranges = (query: string) => getRegions(db, new URLSearchParams(query), 'en').ranges;
	const line = 'pew-2017-spring/help/yes'; // East 25, West 35; n assumed 1,000
	expect(Object.keys(ranges(''))).toEqual([line]);
	expect(ranges('')[line]).toMatchObject({ verdict: 'uncertain', n: 1000, nIsAssumed: true });
	expect(ranges('n=100000')[line]).toMatchObject({ verdict: 'holds', n: 100000 });
	expect(ranges('n=100')[line]).toMatchObject({ verdict: 'does-not-hold' });
});

test('a survey’s own number of interviews is taken before an assumed one', () => {
	const surveys = records['surveys']!.map((row) => ({ ...row, n_germany: '963' }));
	const db = smallDatabase({ ...records, surveys });
	expect(
		getRegions(db, new URLSearchParams(), 'en').ranges['pew-2017-spring/help/yes']
	).toMatchObject({
		n: 963,
		nIsAssumed: false
	});
});

test('assumptions are part of the address of a split and of no other layout', () => {
	const db = smallDatabase();
	const query = (from: string) => getResult(db, 'help', new URLSearchParams(from), 'en')?.query;
	expect(query('by=region&n=500')).toBe('by=region&n=500');
	expect(query('n=500')).toBe('');
	expect(query('claim=c1')).toBe('claim=c1');
});
