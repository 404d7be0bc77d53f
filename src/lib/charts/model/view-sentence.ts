import { institutes } from './labels.ts';
import { byWidth } from './regions-title.ts';
import type { Chart } from './chart.ts';
import { isJoined } from '#lib/view/comparable.ts';
import { lineKey, type QuestionView, type Regions } from '#lib/view/result.ts';
import type { QuestionInfo } from '#lib/view/row.ts';
import type { Scope } from '#lib/view/scope.ts';
import { caveats, chosenOnly } from '#lib/words/files/sentences.ts';

/**
 * A drawing as a sentence that can be printed as it is: its finding, which names who answered, what and,
 * over time, when; then in brackets what the question supposes, who measured and when, the base, and what
 * the reader chose among that was published.
 *
 * @param question its subject stands in the brackets where the finding only quotes an answer
 * @param source who measured and when, where the drawing shows more than the finding rests on
 */
export function chartSentence(
	{ title, foot, lang }: Chart,
	question: QuestionInfo | undefined,
	cut: Scope['cut'] = [],
	source = (foot.at(-1) ?? '').replace(/^\p{L}+: /u, '').replace(/\.$/, '')
): string {
	const finding = title.replace(/[?]$/, '');
	const condition = question?.condition?.[lang];
	const subject = question?.title[lang];
	const isQuoted = /[“„]/.test(finding) && subject !== undefined && !finding.includes(subject);
	return `${finding} (${[
		isQuoted && caveats.subject(subject, lang),
		condition !== undefined && !finding.includes(condition) && condition,
		source,
		caveats.base[lang],
		cut.length > 0 && chosenOnly(cut, lang)
	]
		.filter((part) => part)
		.join('; ')}).`;
}

/** The view of a question as such a sentence. */
export function viewSentence(result: QuestionView, chart: Chart): string {
	const { dictionary, question, scope, view } = result;
	const info = dictionary.questions[question];
	if (view.by !== 'time') return chartSentence(chart, info, scope.cut);
	// A course is that of the waves that a line joins; the other points of the drawing are not told of.
	const joined = result.rows.filter(
		({ role, pct, survey }) =>
			role === 'main' && pct !== null && isJoined(dictionary.items[`${survey}/${question}`])
	);
	const waves = [...new Set(joined.map(({ survey }) => survey))];
	const source = institutes(waves, { dictionary, lang: chart.lang });
	return chartSentence(chart, info, scope.cut, waves.length > 1 ? source : undefined);
}

/** The list of East and West as such a sentence: that of the gap its title tells of, and who measured it. */
export function regionsSentence(regions: Regions, chart: Chart): string {
	const { dictionary, rows, survey, surveys } = regions;
	const [widest] = byWidth([...Map.groupBy(rows, lineKey).values()]);
	const [told] = widest ?? rows;
	const info = dictionary.surveys[told?.survey ?? ''];
	return chartSentence(
		chart,
		dictionary.questions[told?.question ?? ''],
		survey.length < surveys.length ? ['survey'] : [],
		info && `${info.organisation}, ${info.title[chart.lang]}`
	);
}
