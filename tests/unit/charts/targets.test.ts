import { describe, expect, test } from 'vitest';
import { chartOf, place, targetsAt } from '#lib/charts/index.ts';
import type { Target } from '#lib/charts/index.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Layout } from '#lib/view/view.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { defend2015, resultOf, row, sided } from '../../fixtures/charts-rows.ts';

/* A pointer at the middle of a mark means that mark: over the published data, in every layout. */

const middleOf = ({ x, y, width, height }: Target): [number, number] => [
	x + width / 2,
	y + height / 2
];
const scene = (by: Layout, rows: DataPoint[], width = 620) =>
	place(chartOf(resultOf(by, rows), 'en'), { width });

const db = realDatabase();

describe.each([320, 440, 620])('at %i pixels', (width) => {
	test('every number and every absence of a view has a place that names it', () => {
		const views: [string, string][] = [
			['defend-nato-ally', ''],
			['defend-nato-ally', 'by=region'],
			['confidence-putin', 'by=region'],
			['view-of-nato', 'by=time'],
			['blame-eastern-ukraine', ''],
			['russia-threat-neighbours', ''],
			['tough-or-economic-ties', 'by=group']
		];
		for (const [question, query] of views) {
			const view = getResult(db, question, new URLSearchParams(query), 'de')!;
			const { targets } = place(chartOf(view, 'de'), { width });
			expect(targets.length, question).toBeGreaterThan(2);
			for (const target of targets) {
				const named = targetsAt(targets, ...middleOf(target), 8).map(({ mark }) => mark.figure);
				expect(named, `${question}?${query}`).toContain(target.mark.figure);
				// What lies under it elsewhere is not named: marks that hide one another are few.
				expect(named.length).toBeLessThan(4);
			}
		}
	});
});

test('the number at the end of a bar belongs to it, the paper beside it does not', () => {
	const { targets } = scene('country', defend2015);
	const states = targets.find(({ mark }) => mark.figure === 'pew-2015~defend~usa~all~should')!;
	const [x, y] = middleOf(states);
	expect(targetsAt(targets, x, y, 0)[0]).toBe(states);
	expect(targetsAt(targets, states.x + states.width + 30, y, 8)).toEqual([]);
});

test('two marks on one spot are both named', () => {
	const { targets } = scene('region', sided('pew-2015', 'should', [40, 38, 38]));
	const east = targets.find(({ mark }) => mark.figure.includes('~east~'))!;
	const named = targetsAt(targets, ...middleOf(east), 0).map(({ mark }) => mark.tooltip[0]);
	expect(named).toEqual(expect.arrayContaining(['East Germany: 38%', 'West Germany: 38%']));
});

test('zero has no ink, but a place', () => {
	const rows = [
		row(['pew-2015', 'defend', 'usa', 'all', 'should'], 0),
		row(['pew-2015', 'defend', 'deu', 'all', 'should'], 12)
	];
	expect(scene('country', rows).targets.map(({ mark }) => mark.pct)).toEqual([0, 12]);
});

test.each([320, 620])(
	'a part of a bar that is told in words is named in the bar too (%i pixels)',
	(width) => {
		const view = getResult(db, 'blame-eastern-ukraine', new URLSearchParams(), 'en')!;
		const { targets } = place(chartOf(view, 'en'), { width });
		const parts = targets.filter(({ also }) => also !== undefined);
		// Eleven countries; those of less than half a percent have no ink.
		expect(parts.length).toBeGreaterThan(20);
		for (const part of parts) {
			const [{ mark }] = targetsAt(targets, ...middleOf({ ...part.also!, mark: part.mark }), 8) as [
				Target
			];
			expect(mark.figure).toBe(part.mark.figure);
		}
		const told = targets.filter(({ mark }) => /~(more-than-one|all|none)$/.test(mark.figure));
		expect(told).toHaveLength(33);
		for (const { mark } of told) expect(mark.tooltip[0]).toContain(mark.text);
	}
);

test('a median that lacks an answer stands in words, and one that has all is drawn', () => {
	const median = (question: string) => {
		const view = getResult(db, question, new URLSearchParams(), 'en')!;
		const placed = place(chartOf(view, 'en'), { width: 620 });
		const isMedian = (figure: string) => figure.includes('~median-nato-8~');
		return {
			bars: placed.bars.filter(({ mark }) => isMedian(mark.figure)).length,
			texts: placed.texts.map(({ text }) => text)
		};
	};
	expect(median('blame-eastern-ukraine').bars).toBe(4);
	const sanctions = median('sanctions-russia');
	expect(sanctions.bars).toBe(0);
	for (const said of ['Medians:', 'Decreased 15%', 'Kept about the same 49%'])
		expect(sanctions.texts).toContain(said);
});
