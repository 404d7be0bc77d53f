import type { Database } from '#db/open.ts';
import { gaps } from '#db/schema.ts';
import { holm } from '#lib/stats/published/holm.ts';
import { testedDifference } from '#lib/stats/respondents/tested-difference.ts';
import { twoProportions } from '#lib/stats/published/two-proportions.ts';
import { splitsOf, type GapTest } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';

/**
 * What the respondents say of each gap between East and West: one entry a line (survey, question,
 * answer) that was computed from them. A line of rounded figures alone has none, see rangesOf.
 *
 * All gaps on one screen are judged together (Holm), so that not one in twenty comes out by chance.
 */
export function gapTestsOf(db: Database, rows: DataPoint[]): Record<string, GapTest> {
	const stored = new Map(
		db
			.select()
			.from(gaps)
			.all()
			.map((gap) => [[gap.surveyId, gap.questionId, gap.answerId].join('/'), gap])
	);
	const tested = splitsOf(rows).flatMap(({ key, east, west }) => {
		const gap = stored.get(key);
		const test = gap
			? withError(gap.differencePts, gap.sePts, gap.df)
			: withEffectiveN([east.pct, east.nEff], [west.pct, west.nEff]);
		return test ? [{ key, test }] : [];
	});
	const adjusted = holm(tested.map(({ test }) => test.p));
	return Object.fromEntries(
		tested.map(({ key, test }, index): [string, GapTest] => {
			const pHolm = adjusted[index]!;
			const verdict = pHolm < 0.05 ? 'larger' : 'not-distinguishable';
			return [key, { ...test, pHolm, tested: tested.length, verdict }];
		})
	);
}

type Test = Pick<GapTest, 'difference' | 'low' | 'high' | 'p' | 'by'>;

function withError(difference: number, se: number, df: number): Test | undefined {
	if (se === 0) return undefined;
	const { p, interval } = testedDifference(difference, se, df);
	return { difference, ...interval, p, by: 'design' };
}

/** Without the error of the difference the two sides are taken as independent. */
function withEffectiveN(
	[east, eastN]: [number, number | null],
	[west, westN]: [number, number | null]
): Test | undefined {
	if (!eastN || !westN) return undefined;
	const { p, newcombe } = twoProportions(east / 100, eastN, west / 100, westN);
	const [low, high] = [100 * newcombe.low, 100 * newcombe.high];
	return { difference: east - west, low, high, p, by: 'effective_n' };
}
