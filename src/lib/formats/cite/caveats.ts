import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import { absenceNames, statusNames } from '#lib/words/codes.ts';
import { caveatWords as words, fileWords, interval, interviews } from '#lib/words/files/formats.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import { surveyName } from '#lib/view/survey-name.ts';

/** The number as printed, or in words why there is none. */
export const valueText = (row: DataPoint, lang: Lang): string =>
	row.pct === null ? (row.absence ? absenceNames[row.absence][lang] : '') : percent(row.pct, lang);

/** `Germany, everybody asked`; `Germany, East Germany`. */
export function whoText(row: DataPoint, { populations, groups }: Dictionary, lang: Lang): string {
	const place = populations[row.population]?.label[lang] ?? row.population;
	if (row.group !== 'all') return `${place}, ${groups[row.group]?.label[lang] ?? row.group}`;
	return populations[row.population]?.kind === 'median'
		? place
		: `${place}, ${fileWords.everybody[lang]}`;
}

/** `Pew Research Center, Global Attitudes survey, spring 2015` */
export const surveyText = (row: DataPoint, { surveys }: Dictionary, lang: Lang): string =>
	surveyName(surveys[row.survey], lang, row.survey);

/** Base and caveats of a figure in one line, so that no number travels without them. */
export function caveatsOf(row: DataPoint, dictionary: Dictionary, lang: Lang): string {
	const isMedian = dictionary.populations[row.population]?.kind === 'median';
	const parts = [row.role === 'nearest' ? words.nearest[lang] : undefined];
	if (isMedian) parts.push(words.median[lang]);
	else
		parts.push(
			words.base[lang],
			row.n === null ? words.noInterviews[lang] : interviews(row.n, lang)
		);
	if (row.pct !== null) {
		if (row.low !== null && row.high !== null) parts.push(interval(row.low, row.high, lang));
		else if (!isMedian) parts.push(words.noMargin[lang]);
		if (Number.isInteger(row.pct)) parts.push(words.rounded[lang]);
		if (row.status) parts.push(`${words.status[lang]}: ${statusNames[row.status][lang]}`);
		if (row.confidence === 'low' || row.confidence === 'medium')
			parts.push(words[row.confidence][lang]);
	}
	parts.push(row.note?.[lang]);
	return parts.filter(Boolean).join('; ');
}
