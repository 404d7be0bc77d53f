import { expect, test } from 'vitest';
import { impliedShares } from '#lib/server/gaps/implied-shares.ts';
import { getRegions } from '#lib/server/pages/regions.ts';
import { realDatabase } from '../../fixtures/real.ts';

test('three published figures of an answer say which share of the sample the East can have had', () => {
	const db = realDatabase();
	const { rows } = getRegions(db, new URLSearchParams(), 'en');
	const implied = impliedShares(db, rows);
	const putin = implied.find(({ key }) => key === 'pew-2015-spring/confidence-putin/confidence')!;
	// As printed (23 − 19) / (40 − 19) = .19; over the rounding box 3/21 = .14 to 5/21 = .24.
	expect(putin.low).toBeGreaterThan(13);
	expect(putin.low).toBeLessThan(16);
	expect(putin.high).toBeGreaterThan(22);
	expect(putin.high).toBeLessThan(26);
	for (const { low, high } of implied) {
		expect(low).toBeGreaterThanOrEqual(0);
		expect(high).toBeLessThanOrEqual(100);
		expect(low).toBeLessThanOrEqual(high);
	}
});
