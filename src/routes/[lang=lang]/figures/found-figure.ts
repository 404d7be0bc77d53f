import type { Database } from '#lib/server/data/database.ts';
import { getFigure, getWithdrawn, nearestFigures, type Figure } from '#lib/server/pages/figures.ts';
import { figurePath } from '#lib/view/paths.ts';
import type { Lang } from '#lib/words/lang.ts';
import { date } from '#lib/words/numbers.ts';
import { missingFigure, withdrawnText } from '#lib/words/pages/figures.ts';
import { problem } from '../../reply.ts';

/**
 * The figure of a file's address; for one that was taken back (410) or never was (404) the reply that leads
 * to the same kind of file of what stands in its place.
 *
 * @param form how the file's name ends
 */
export function foundFigure(
	{ db, lang }: { db: Database; lang: Lang },
	id: string,
	form: string,
	url: URL
): Figure | Response {
	const fileOf = (figure: string) => new URL(`${figurePath(lang, figure)}.${form}`, url).href;
	const withdrawn = getWithdrawn(db, id);
	if (withdrawn)
		return problem(
			410,
			withdrawnText(date(withdrawn.on, lang), withdrawn.reason[lang], lang),
			lang,
			{ nearest: withdrawn.successor ? [fileOf(withdrawn.successor.figure)] : [] }
		);
	return (
		getFigure(db, id) ??
		problem(404, missingFigure.form[lang], lang, {
			nearest: nearestFigures(db, id).map((row) => fileOf(row.figure))
		})
	);
}
