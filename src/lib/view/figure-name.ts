import { answerOf } from './result.ts';
import type { Dictionary, DataPoint } from './row.ts';
import type { Lang } from '../words/lang.ts';

/** Whose answer a number is: `Germany`, `East Germany`, `Women, Germany`. */
export function placeName(row: DataPoint, dictionary: Dictionary, lang: Lang): string {
	const place = dictionary.populations[row.population]?.label[lang] ?? row.population;
	const group = dictionary.groups[row.group]?.label[lang] ?? row.group;
	if (row.dimension === 'total') return place;
	return row.dimension === 'region' ? group : `${group}, ${place}`;
}

/** Answer and place: `Should not use military force, Germany`. */
export const figureName = (row: DataPoint, dictionary: Dictionary, lang: Lang): string =>
	`${answerOf(dictionary, row).label[lang]}, ${placeName(row, dictionary, lang)}`;

/** The question's title and the year, for a number that stands among those of other questions. */
export const figureContext = (row: DataPoint, dictionary: Dictionary, lang: Lang): string =>
	[dictionary.questions[row.question]?.title[lang], dictionary.surveys[row.survey]?.year].join(
		' · '
	);
