import type { Database } from '#db/open.ts';
import { withdrawn } from '#db/schema.ts';
import type { SourceInfo, SurveyInfo } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import { coreSurvey, latestFirst } from '#lib/server/data/catalog.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';

/** Everything the methods page tells. */
export interface Methods {
	core: SurveyInfo | undefined;
	/** The other surveys, the latest first. */
	surveys: SurveyInfo[];
	sources: SourceInfo[];
	withdrawn: { figure: string; successor: string | null; on: string; reason: Text }[];
}

export function getMethods(db: Database): Methods {
	const { surveys, sources } = wholeDictionary(db);
	return {
		core: surveys[coreSurvey],
		surveys: Object.values(surveys)
			.filter(({ id }) => id !== coreSurvey)
			.toSorted(latestFirst),
		sources: Object.values(sources),
		withdrawn: db
			.select()
			.from(withdrawn)
			.all()
			.map((row) => ({
				figure: row.figureId,
				successor: row.successorId,
				on: row.withdrawnOn,
				reason: { en: row.reasonEn, de: row.reasonDe }
			}))
	};
}
