import { answerOf } from '#lib/view/result.ts';
import { saying, type Together } from '#lib/view/together/together.ts';
import { groupsAt, stretchesOf, type GroupName } from '#lib/view/together/together-groups.ts';
import { footWords } from '#lib/words/charts/charts.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent, wholePercent } from '#lib/words/numbers.ts';
import { findingText, refusalText, together as words } from '#lib/words/together/together.ts';
import { quoted } from '#lib/words/quotation.ts';
import { altText, atLeast, atMost, groupNamesInFull } from '#lib/words/together/picture.ts';
import type { OverlapChart, Series } from './chart.ts';
import { footOf, questionOf, waveOf, whereOf, type Context } from './labels.ts';
import type { Token } from './theme.ts';

const drawn = ['onlyA', 'both', 'onlyB'] as const satisfies GroupName[];

/** The drawing of two answers put together; without limits only the sentence that says why. */
export function overlapChart(together: Together, lang: Lang): OverlapChart {
	const { rows, limits, view, dictionary } = together;
	const context: Context = { dictionary, lang };
	const labels = rows.map((row) => answerOf(dictionary, row).label[lang]);
	const subtitle = `${whereOf(context, view.country, view.group)} · ${waveOf(context, view.survey)}`;
	const common = {
		kind: 'overlap' as const,
		lang,
		subtitle: subtitle.charAt(0).toUpperCase() + subtitle.slice(1),
		open: null,
		stretches: [],
		numbers: [],
		brackets: [],
		limits: [],
		start: 0,
		series: []
	};
	if (!limits) {
		const title = refusalOf(together, context);
		return { ...common, title, alt: title, brief: title, foot: footOf(rows, context) };
	}
	const groups = groupsAt(limits, limits.overlap);
	const answers = { a: labels[0] ?? '', b: labels[1] ?? '' };
	const colors = tonesOf(together);
	const startB = 100 - limits.b;
	const startA = groups[0]?.now ?? 0;
	const sides = (['A', 'B'] as const).map((name, index) => {
		const question = questionOf(context, rows[index]?.question ?? '');
		return `${name}: ${quoted(labels[index] ?? '', lang)} (${question})`;
	});
	return {
		...common,
		title: findingText(saying(limits), lang),
		alt: altText({ ...limits, ...limits.said }, groups, answers, lang),
		brief: altText({ ...limits, ...limits.said }, groups, answers, lang),
		foot: [words.rounded[lang], footWords.base[lang], ...footOf(rows, context).slice(1)],
		series: drawn.map((name): Series => ({
			id: name,
			label:
				name === 'both' ? groupNamesInFull.both[lang] : (sides[name === 'onlyA' ? 0 : 1] ?? ''),
			color: colors[name],
			soft: false,
			side: 1
		})),
		stretches: stretchesOf(groups).flatMap(({ group, ...rest }) =>
			group === 'neither' ? [] : [{ ...rest, series: drawn.indexOf(group) }]
		),
		numbers: middles(groups),
		brackets: [
			{ label: `B · ${percent(limits.b, lang)}`, color: colors.onlyB, x: startB, width: limits.b },
			{ label: `A · ${percent(limits.a, lang)}`, color: colors.onlyA, x: startA, width: limits.a }
		],
		limits: [
			...(limits.both.low > 0
				? [{ x: startB + limits.both.low, text: atLeast(limits.said.both.low, lang) }]
				: []),
			...(limits.steps
				? [{ x: startB + limits.both.high, text: atMost(limits.said.both.high, lang) }]
				: [])
		],
		start: startB,
		open: limits.steps ? words.open[lang] : null
	};
}

/** Why the two cannot be put together, with the names of the questions that lack a figure. */
function refusalOf({ refusal }: Together, context: Context): string {
	const missing = (refusal?.missing ?? [])
		.map(({ question }) => quoted(questionOf(context, question), context.lang))
		.join(', ');
	return refusalText[refusal?.code ?? 'not_published'](missing)[context.lang];
}

/** Opposite sides keep the colours they have everywhere; what is no opposite gets none of them. */
function tonesOf({ rows, dictionary }: Together): Record<(typeof drawn)[number], Token> {
	const [a, b] = rows.map((row) => answerOf(dictionary, row).pole);
	const opposed = a && b && a !== b;
	return { onlyA: opposed ? a : 'second', both: 'first', onlyB: opposed ? b : 'third' };
}

function middles(groups: { now: number }[]): OverlapChart['numbers'] {
	let x = 0;
	return groups.map(({ now }) => {
		const middle = x + now / 2;
		x += now;
		return { x: middle, width: now, text: wholePercent(now) };
	});
}
