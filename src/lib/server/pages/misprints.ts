import type { Database } from '#db/open.ts';
import { conflicts } from '#db/schema.ts';
import { sql } from 'drizzle-orm';
import type { Misprint } from '#lib/view/reading.ts';
import { figureId } from '#lib/view/row.ts';
import { readCell } from '#lib/server/data/cells.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';

/** Every wrong or wrongly named number in circulation, in the order of the package. */
export const listMisprints = perDatabase(readMisprints);

function readMisprints(db: Database): Misprint[] {
	const { sources } = wholeDictionary(db);
	const rows = db
		.select()
		.from(conflicts)
		.orderBy(sql`rowid`)
		.all();
	return rows.flatMap((each) => {
		const { surveyId, questionId, populationId, groupId, answerId } = each;
		const row = readCell(db, figureId(surveyId, questionId, populationId, groupId, answerId));
		const source = sources[each.sourceId];
		if (!row || !source) return [];
		return {
			row,
			printed: each.printedPct,
			published: row.pct ?? each.correctPct,
			kind: each.kind,
			source,
			note: { en: each.noteEn, de: each.noteDe }
		};
	});
}
