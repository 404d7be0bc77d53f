import { surveyName } from '#lib/view/survey-name.ts';
import type { Dictionary } from '#lib/view/row.ts';
import {
	answerCode,
	baseCode,
	isPublished,
	type Base,
	type TogetherCatalog,
	type TogetherView
} from '#lib/view/together/together.ts';
import type { Lang } from '#lib/words/lang.ts';

/** Options under a heading. */
export interface Choices {
	label: string;
	options: { code: string; label: string }[];
}

/** Everybody of whom at least two questions have figures, by survey. */
export const basesToChoose = (
	catalog: TogetherCatalog,
	dictionary: Dictionary,
	lang: Lang
): Choices[] =>
	catalog.surveys
		.map((survey) => ({
			label: surveyName(dictionary.surveys[survey], lang),
			options: catalog.bases
				.filter((base) => base.survey === survey)
				.map((base) => ({ code: baseCode(base), label: whoLabel(base, dictionary, lang) }))
		}))
		.filter(({ options }) => options.length > 0);

/** Every answer with a figure for these people, by question. */
export const answersToChoose = (
	view: TogetherView,
	catalog: TogetherCatalog,
	dictionary: Dictionary,
	lang: Lang
): Choices[] =>
	catalog.questions
		.map(({ id, answers }) => ({
			label: dictionary.questions[id]?.title[lang] ?? id,
			options: answers
				.filter((answer) => isPublished(catalog, view, id, answer))
				.map((answer) => ({
					code: answerCode(id, answer),
					label: dictionary.answers[`${id}/${answer}`]?.label[lang] ?? answer
				}))
		}))
		.filter(({ options }) => options.length > 0);

/** `Germany`; `Germany, women`. */
export function whoLabel({ country, group }: Base, dictionary: Dictionary, lang: Lang): string {
	const place = dictionary.populations[country]?.label[lang] ?? country;
	const part = dictionary.groups[group]?.label[lang] ?? group;
	return group === 'all' ? place : `${place}: ${part}`;
}
