import type { Database } from '#db/open.ts';
import { figureId } from '#db/package/schema.ts';
import { figures } from '#db/schema.ts';
import { replaceTokens, type Bound, type Token } from '#db/tokens.ts';
import { eq } from 'drizzle-orm';
import { frechetBounds, roundedBounds } from '#lib/stats/published/frechet.ts';
import { roundHalfUp, roundingHalfWidth } from '#lib/stats/published/rounding.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { percent, wholePercent } from '#lib/words/numbers.ts';

/**
 * A text with its numbers: figures from the database, bounds from the statistics.
 *
 * The load has made sure that every token names a figure; one that does not is our mistake.
 *
 * @throws {RangeError} if a token names a figure without a number
 */
export const filled = (db: Database, text: Text): Text => ({
	en: fill(db, text.en, 'en'),
	de: fill(db, text.de, 'de')
});

const fill = (db: Database, text: string, lang: Lang): string =>
	replaceTokens(text, (token) => {
		const value = valueOf(db, token);
		return token.kind === 'figure' || token.kind === 'bound'
			? percent(value, lang)
			: wholePercent(value);
	});

/** The value of a token in per cent. */
function valueOf(db: Database, token: Token): number {
	const named = token.keys.map((key) => valueAt(db, figureId(key)));
	const [first = NaN, second = NaN] = named.map(({ pct }) => pct);
	switch (token.kind) {
		case 'figure':
		case 'number':
			return first;
		case 'sum':
			return first + second;
		case 'bound':
		case 'boundnumber':
			return roundHalfUp(
				100 *
					boundOf(
						first / 100,
						second / 100,
						token.bound,
						named.map(({ half }) => half)
					)
			);
	}
}

function boundOf(a: number, b: number, bound: Bound, halves: number[]): number {
	if (bound === 'independent') return frechetBounds(a, b).independent;
	// The limits reckon with rounding, as on the page that puts two together.
	const { both, bGivenA } = roundedBounds(a, b, halves[0] ?? 0, halves[1]);
	// Halves are rounded up, so an upper limit is never reached.
	const below = (limit: number) => (limit < 1 ? limit - 1e-8 : limit);
	switch (bound) {
		case 'low':
			return both.low;
		case 'high':
			return below(both.high);
		case 'given-low':
			return bGivenA?.low ?? 0;
		case 'given-high':
			return below(bGivenA?.high ?? 0);
	}
}

/** A figure in per cent, and how far rounding may have moved it, as a share. */
function valueAt(db: Database, id: string): { pct: number; half: number } {
	const { pct, status } = figures;
	const row = db.select({ pct, status }).from(figures).where(eq(figures.figureId, id)).get();
	if (row?.pct === undefined || row.pct === null)
		throw new RangeError(`Expected a figure with a number, got ${id}`);
	return {
		pct: row.pct,
		half: roundingHalfWidth(row.pct, row.status === 'sum_of_parts' ? 2 : 1)
	};
}
