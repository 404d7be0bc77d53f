import { leadingQuestion } from '#lib/server/pages/regions.ts';
import { questionPath } from '#lib/view/paths.ts';
import type { Lang } from '#lib/words/lang.ts';
import { api } from '#lib/words/files/api.ts';
import { article } from '#lib/words/pages/article.ts';
import { explore, lead as exploreLead } from '#lib/words/explore/explore.ts';
import { methods } from '#lib/words/pages/methods.ts';
import { questionList } from '#lib/words/pages/question-list.ts';
import { readings } from '#lib/words/pages/readings.ts';
import { about, tagline } from '#lib/words/site.ts';

/** What a chat window or a feed shows of a page that offers no view of its own to be shared. */
export interface PageMeta {
	title: string;
	description: string;
	/** Path of its picture. */
	card: string;
}

/** Path of the picture that a preview shows of a view. */
export const cardOf = (path: string): string => `${path}.png?card`;

/**
 * Made by the server, so that no page carries the texts of all.
 *
 * @param route id of the page's route
 * @returns undefined for a page that says it itself, or that nobody should pass on
 */
export function metaOf(route: string | null, lang: Lang): PageMeta | undefined {
	const general = cardOf(questionPath(lang, leadingQuestion));
	switch (route?.replace('/[lang=lang]', '')) {
		case '':
			return { title: tagline[lang], description: about[lang], card: general };
		case '/article':
			return { title: article.title[lang], description: article.lead[lang], card: general };
		case '/questions':
			return {
				title: questionList.title[lang],
				description: questionList.lead[lang],
				card: general
			};
		case '/readings':
			return { title: readings.title[lang], description: readings.lead[lang], card: general };
		case '/explore':
			return { title: explore.title[lang], description: exploreLead[lang], card: general };
		case '/methods':
			return { title: methods.title[lang], description: methods.whatItIsText[lang], card: general };
		case '/api':
			return { title: api.title[lang], description: api.lead[lang], card: general };
		default:
			return undefined;
	}
}
