import type { Database } from '#db/open.ts';
import { overlaps } from '#db/schema.ts';
import { and, eq } from 'drizzle-orm';
import type { TogetherView } from '#lib/view/together/together.ts';
import type { Counted } from '#lib/words/together/measured.ts';

/**
 * How many gave both answers, as counted on the respondents of an imported file.
 *
 * @returns 'suppressed' if it was computed and may not be shown; null if it was not computed, as for
 * every group but a whole country
 */
export function measuredOf(
	db: Database,
	{ survey, country, group, question, answer }: TogetherView
): Counted | 'suppressed' | null {
	if (group !== 'all') return null;
	// A pair of questions has one row, by the alphabet of the codes.
	const [a, b] = question[0] < question[1] ? [0, 1] : [1, 0];
	const row = db
		.select()
		.from(overlaps)
		.where(
			and(
				eq(overlaps.surveyId, survey),
				eq(overlaps.populationId, country),
				eq(overlaps.questionA, question[a]!),
				eq(overlaps.answerA, answer[a]!),
				eq(overlaps.questionB, question[b]!),
				eq(overlaps.answerB, answer[b]!)
			)
		)
		.get();
	if (!row) return null;
	const { pct, ci95Low: low, ci95High: high, n, nEff } = row;
	if (pct === null || low === null || high === null || nEff === null) return 'suppressed';
	return { pct, low, high, n, nEff };
}
