import type { Bar } from '#lib/view/result.ts';
import type { Dictionary, SurveyInfo } from '#lib/view/row.ts';
import type { Layout } from '#lib/view/view.ts';
import type { Lang } from '#lib/words/lang.ts';

/** What a row of a table is called: only what tells it from the others of the same layout. */
export function barLabel(
	bar: Bar,
	dictionary: Dictionary,
	by: Layout,
	several: { surveys: boolean; countries: boolean },
	lang: Lang
): string {
	const survey = dictionary.surveys[bar.survey];
	const country = dictionary.populations[bar.population]?.label[lang] ?? bar.population;
	const group = dictionary.groups[bar.group]?.label[lang] ?? bar.group;
	if (by === 'time')
		return [survey ? waveName(survey, lang) : '', ...(several.countries ? [country] : [])].join(
			', '
		);
	const parts =
		by === 'country'
			? bar.group === 'all'
				? [country]
				: [country, group]
			: several.countries
				? [country, group]
				: [group];
	return [...parts, ...(several.surveys && survey ? [waveName(survey, lang)] : [])].join(', ');
}

/** A wave as short as it can be told apart: its title. */
const waveName = (survey: SurveyInfo, lang: Lang): string => survey.title[lang];
