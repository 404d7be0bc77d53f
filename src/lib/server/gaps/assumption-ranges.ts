import type { Database } from '#db/open.ts';
import { assumptionRange, GERMANY_2015 } from '#lib/stats/published/assumption-range.ts';
import { assumedN, type Assumed } from '#lib/view/assumptions.ts';
import { splitsOf, type Range } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';

/**
 * What can be said of each gap between East and West under the assumptions: one entry a line (survey,
 * question, answer) with both sides published as rounded figures.
 *
 * @param tests lines of which the gap was tested on the respondents, and needs no assumption
 */
export function rangesOf(
	db: Database,
	rows: DataPoint[],
	assumed: Assumed,
	tests: Record<string, unknown>
): Record<string, Range> {
	const { surveys } = wholeDictionary(db);
	const ranges: Record<string, Range> = {};
	for (const { key, east, west } of splitsOf(rows)) {
		if (key in tests) continue;
		const known = surveys[east.survey]?.nGermany ?? null;
		const n = assumed.n ?? known ?? assumedN;
		const { verdict, pLow, pHigh, eastBand, westBand } = assumptionRange(
			east.pct / 100,
			west.pct / 100,
			{
				...GERMANY_2015,
				n,
				eastShare: {
					low: assumed.eastShare.low / 100,
					high: assumed.eastShare.high / 100
				},
				// The centre serves one p-value that is not shown here; it must lie within the range.
				deff: { ...assumed.deff, centre: (assumed.deff.low + assumed.deff.high) / 2 }
			}
		);
		ranges[key] = {
			verdict,
			pLow,
			pHigh,
			east: { low: 100 * eastBand.low, high: 100 * eastBand.high },
			west: { low: 100 * westBand.low, high: 100 * westBand.high },
			n,
			nIsAssumed: assumed.n !== null || known === null
		};
	}
	return ranges;
}
