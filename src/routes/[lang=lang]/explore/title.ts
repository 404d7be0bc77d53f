import { viewTitle } from '#lib/words/explore/explore.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';

/** The view's title with its question, if it has one, and its waves or years: for a citation. */
export function titleOf({ questions, surveys }: Dictionary, rows: DataPoint[]): Text {
	const question = questions[single(rows) ?? '']?.title;
	const waves = [...new Set(rows.map(({ survey }) => survey))].flatMap((id) => surveys[id] ?? []);
	const years = waves.map(({ year }) => year);
	const [first, last] = [Math.min(...years), Math.max(...years)];
	const time = (lang: Lang) =>
		waves.length === 1
			? (waves[0]?.title[lang] ?? '')
			: waves.length > 1
				? [...new Set([first, last])].join('–')
				: '';
	const text = (lang: Lang) =>
		[question?.[lang] ?? viewTitle[lang], time(lang)].filter((part) => part !== '').join(', ');
	return { en: text('en'), de: text('de') };
}

/** The one question of a view, which has a page of its own. */
export function single(rows: DataPoint[]): string | undefined {
	const questions = new Set(rows.map(({ question }) => question));
	return questions.size === 1 ? [...questions][0] : undefined;
}
