import type { Lang } from '#lib/words/lang.ts';
import type { SurveyInfo } from './row.ts';

/**
 * A survey as it is called wherever it stands apart from its own section: institute and wave.
 *
 * @param otherwise what stands there where the data know no such survey
 */
export const surveyName = (
	survey: Pick<SurveyInfo, 'organisation' | 'title'> | undefined,
	lang: Lang,
	otherwise = ''
): string => (survey ? `${survey.organisation}, ${survey.title[lang]}` : otherwise);
