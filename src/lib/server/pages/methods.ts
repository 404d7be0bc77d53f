import type { Database } from '#db/open.ts';
import type { SourceInfo, SurveyInfo } from '#lib/view/row.ts';
import { latestFirst } from '#lib/server/data/catalog.ts';
import { coreSurvey } from '#lib/view/explore/explore.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Correction } from '#lib/view/correction.ts';
import { listCorrections } from './corrections.ts';

/** Everything the methods page tells. */
export interface Methods {
	core: SurveyInfo | undefined;
	/** The other surveys, the latest first. */
	surveys: SurveyInfo[];
	sources: SourceInfo[];
	withdrawn: Correction[];
}

export function getMethods(db: Database): Methods {
	const { surveys, sources } = wholeDictionary(db);
	return {
		core: surveys[coreSurvey],
		surveys: Object.values(surveys)
			.filter(({ id }) => id !== coreSurvey)
			.toSorted(latestFirst),
		sources: Object.values(sources),
		withdrawn: listCorrections(db)
	};
}
