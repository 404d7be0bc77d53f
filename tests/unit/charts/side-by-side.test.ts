import { expect, test } from 'vitest';
import { place } from '#lib/charts/layout/layout.ts';
import { getClaim } from '#lib/server/pages/claims.ts';
import { chartsOf } from '#lib/server/share/claim-charts.ts';
import { readCsv } from '../../fixtures/data-package.ts';
import { realDatabase } from '../../fixtures/real.ts';

/* The pictures of one statement stand one below the other: a bar twice as long is twice as much. */

const db = realDatabase();
const drawn = readCsv('claims.csv').rows.flatMap(([id = '']) => {
	const claim = getClaim(db, id);
	const charts = claim ? chartsOf(db, claim, 'de').map(({ chart }) => chart) : [];
	return charts.length > 1 ? [{ id, charts }] : [];
});

test.each([360, 440, 620])(
	'at %i pixels a percent is as long in all pictures of a statement',
	(width) => {
		expect(drawn.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['c4', 'c8', 'c12', 'c13', 'c22'])
		);
		for (const { id, charts } of drawn) {
			const units = charts.map((chart) => {
				const { area, x } = place(chart, { width });
				return (area.right - area.left) / (x.max - x.min);
			});
			for (const unit of units) expect(unit, id).toBeCloseTo(units[0]!, 6);
		}
	}
);
