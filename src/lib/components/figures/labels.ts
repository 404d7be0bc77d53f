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
): { first: string; second: string } {
	const survey = dictionary.surveys[bar.survey];
	const country = dictionary.populations[bar.population]?.label[lang] ?? bar.population;
	const group = dictionary.groups[bar.group]?.label[lang] ?? bar.group;
	const wave = survey ? waveOf(survey, lang) : '';
	if (by === 'time')
		return {
			first: [survey?.year ?? bar.survey, ...(several.countries ? [country] : [])].join(', '),
			second: wave
		};
	const parts =
		by === 'country'
			? bar.group === 'all'
				? [country]
				: [country, group]
			: several.countries
				? [country, group]
				: [group];
	return {
		first: [...parts, ...(several.surveys && survey ? [survey.year] : [])].join(', '),
		second: several.surveys ? wave : ''
	};
}

/** The name of a wave without the year that stands before it: `Global Attitudes survey, spring`. */
const waveOf = ({ title, year }: SurveyInfo, lang: Lang): string =>
	title[lang].replace(new RegExp(`,? ?${year}$`), '');
