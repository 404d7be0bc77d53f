import { explorePath } from '#lib/view/paths.ts';
import { joinQuery, withQuery } from '#lib/view/query.ts';
import type { Lang } from '#lib/words/lang.ts';

/* Ways from a page into the workbench: its own figures come along as the choice there. */

const explore = (lang: Lang, parts: [string, string][]): string =>
	withQuery(explorePath(lang), joinQuery(parts));

/** A figure, opened, among all countries and waves with the same answer. @param figure its id */
export function figureInExplore(figure: string, lang: Lang): string {
	const [, question = '', , group = '', answer = ''] = figure.split('~');
	return explore(lang, [
		['question', question],
		['group', group],
		['answer', answer],
		['rows', 'country'],
		['cell', figure]
	]);
}

/** Several figures by what they have between them. @returns undefined for none */
export function figuresInExplore(figures: string[], lang: Lang): string | undefined {
	const [only, ...more] = figures;
	if (only === undefined) return undefined;
	if (more.length === 0) return figureInExplore(only, lang);
	const codes = figures.map((figure) => figure.split('~'));
	const keys = ['survey', 'question', 'country', 'group', 'answer'];
	return explore(
		lang,
		keys.map((key, at): [string, string] => [
			key,
			[...new Set(codes.map((each) => each[at] ?? ''))].join()
		])
	);
}

/** The gaps between East and West. @param surveys the chosen ones; none: all */
export const gapsInExplore = (surveys: string[], lang: Lang): string =>
	explore(lang, [
		['measure', 'gap'],
		...(surveys.length > 0 ? [['survey', surveys.join()] as [string, string]] : [])
	]);
