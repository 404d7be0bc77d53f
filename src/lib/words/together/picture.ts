import type { Lang, Text } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import { findingText, type Bounds } from './together.ts';
import { quoted } from '#lib/words/quotation.ts';

/* The picture of two questions put together: a hundred people in four groups, and the handle over them. */

/** The four groups, in short and in full. */
export const groupNames = {
	neither: { en: 'neither', de: 'keine' },
	onlyA: { en: 'only A', de: 'nur A' },
	both: { en: 'both', de: 'beide' },
	onlyB: { en: 'only B', de: 'nur B' }
} satisfies Record<string, Text>;
export const groupNamesInFull = {
	neither: {
		en: 'Neither A nor B, don’t know and no answer included',
		de: 'Weder A noch B, auch „weiß nicht“ und ohne Angabe'
	},
	onlyA: { en: 'Only A', de: 'Nur A' },
	both: { en: 'Both, A and B', de: 'Beide, A und B' },
	onlyB: { en: 'Only B', de: 'Nur B' }
} satisfies Record<keyof typeof groupNames, Text>;

type GroupShape = { name: keyof typeof groupNames; now: number };

/** `at least 26%` and `at most 58%`, beside their marks in the picture. */
export const atLeast = (pct: number, lang: Lang): string =>
	({ en: `at least ${percent(pct, lang)} both`, de: `mindestens ${percent(pct, lang)} beide` })[
		lang
	];
export const atMost = (pct: number, lang: Lang): string =>
	({ en: `at most ${percent(pct, lang)}`, de: `höchstens ${percent(pct, lang)}` })[lang];

/** What the handle's three landmarks are called, each with its share as printed. */
export const landmarkText = {
	low: (share: string, lang: Lang) =>
		({ en: `as few as possible: ${share}`, de: `so wenige wie möglich: ${share}` })[lang],
	independent: (share: string, lang: Lang) =>
		({ en: `if independent: ${share}`, de: `wenn unabhängig: ${share}` })[lang],
	high: (share: string, lang: Lang) =>
		({ en: `as many as possible: ${share}`, de: `so viele wie möglich: ${share}` })[lang]
};

/** `both 26%, only A 32%, only B 42%, neither 0%`: what is announced when the handle was moved. */
export function positionText(groups: GroupShape[], lang: Lang): string {
	const order = ['both', 'onlyA', 'onlyB', 'neither'] as const;
	return order
		.flatMap((name) => groups.filter((group) => group.name === name))
		.map(({ name, now }) => `${groupNames[name][lang]} ${percent(now, lang)}`)
		.join(', ');
}

/** The picture in one sentence, the finding first. */
export function altText(
	limits: Bounds & { a: number; b: number },
	groups: GroupShape[],
	answers: { a: string; b: string },
	lang: Lang
): string {
	const [a, b] = [percent(limits.a, lang), percent(limits.b, lang)];
	const position = positionText(groups, lang);
	return lang === 'de'
		? `${findingText(limits, lang)}: ein Balken für 100 Menschen, darüber A ${quoted(answers.a, lang)} ${a} und B ${quoted(answers.b, lang)} ${b}; bei dieser Stellung ${position}.`
		: `${findingText(limits, lang)}: a bar of 100 people, above it A ${quoted(answers.a, lang)} ${a} and B ${quoted(answers.b, lang)} ${b}; at this position ${position}.`;
}
