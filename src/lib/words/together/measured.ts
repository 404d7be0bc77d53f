import type { Lang, Text } from '#lib/words/lang.ts';
import { count, percent } from '#lib/words/numbers.ts';
import { quoted } from '#lib/words/quotation.ts';
import type { Range } from './together.ts';

/* Two questions put together where the overlap was counted on the respondents of an imported file. */

export const measured = {
	settled: {
		en: 'The overlap was not published. It was counted here from the respondents’ answers, with the survey’s weights.',
		de: 'Die Überschneidung wurde nicht veröffentlicht. Sie ist hier aus den Einzelantworten ausgezählt, mit den Gewichten der Umfrage.'
	},
	suppressed: {
		en: 'The overlap of these two answers was counted from the respondents’ answers and is withheld: too few gave both, or another withheld number could be worked out from it. What follows are the limits that the two figures set.',
		de: 'Die Überschneidung dieser zwei Antworten ist aus den Einzelantworten ausgezählt und wird zurückgehalten: Zu wenige gaben beide, oder eine andere zurückgehaltene Zahl ließe sich daraus errechnen. Es folgen die Grenzen, die die zwei Zahlen setzen.'
	},
	before: { en: 'What the two figures alone allowed', de: 'Was die zwei Zahlen allein zuließen' },
	title: {
		en: 'The overlap, counted and as it was open',
		de: 'Die Überschneidung, ausgezählt und wie sie offen war'
	},
	counted: { en: 'counted', de: 'ausgezählt' },
	bGivenA: { en: 'of those who gave A also gave B', de: 'derer, die A sagten, sagten auch B' },
	aGivenB: { en: 'of those who gave B also gave A', de: 'derer, die B sagten, sagten auch A' },
	both: { en: 'gave both answers', de: 'gaben beide Antworten' },
	whisker: {
		en: 'Whisker: 95% interval of the share that gave both, from the respondent file.',
		de: 'Fehlerstrich: 95-%-Intervall des Anteils, der beide Antworten gab, aus den Einzeldaten.'
	}
} satisfies Record<string, Text>;

/** A share that was counted, with its 95 % limits, in per cent. */
export interface Counted extends Range {
	pct: number;
	/** Interviews with both questions, and effective ones. */
	n: number;
	nEff: number;
}

/** `36% gave both answers (95% interval 33% to 39%)`, the title of the picture. */
export const measuredFinding = (measured: Counted, lang: Lang): string =>
	({
		en: `${percent(measured.pct, lang)} gave both answers (${intervalText(measured, lang)})`,
		de: `${percent(measured.pct, lang)} gaben beide Antworten (${intervalText(measured, lang)})`
	})[lang];

const intervalText = ({ low, high }: Counted, lang: Lang): string =>
	lang === 'de'
		? `95-%-Intervall ${percent(low, lang)} bis ${percent(high, lang)}`
		: `95% interval ${percent(low, lang)} to ${percent(high, lang)}`;

/** What the interval rests on. */
export const measuredBase = ({ n, nEff }: Counted, lang: Lang): string =>
	({
		en: `${count(n, lang)} interviews with both questions, effectively ${count(Math.round(nEff), lang)}.`,
		de: `${count(n, lang)} Interviews mit beiden Fragen, effektiv ${count(Math.round(nEff), lang)}.`
	})[lang];

/** Sentences that the count carries. */
export function measuredSayable(
	measured: Counted,
	bounds: { both: Range; independent: number },
	answers: { a: string; b: string },
	place: string,
	lang: Lang
): string[] {
	const [a, b] = [quoted(answers.a, lang), quoted(answers.b, lang)];
	const share = percent(measured.pct, lang);
	const [low, high] = [percent(bounds.both.low, lang), percent(bounds.both.high, lang)];
	const independent = percent(bounds.independent, lang);
	const side = sideOf(measured, bounds.independent);
	return [
		{
			en: `${share} of those asked ${place} gave both answers: ${a} and ${b} (${intervalText(measured, lang)}).`,
			de: `${share} der Befragten ${place} gaben beide Antworten: ${a} und ${b} (${intervalText(measured, lang)}).`
		}[lang],
		{
			en: `The two figures alone allowed anything from ${low} to ${high}.`,
			de: `Die zwei Zahlen allein ließen alles von ${low} bis ${high} zu.`
		}[lang],
		independenceTexts[side](independent)[lang]
	];
}

type Side = 'more' | 'fewer' | 'open';

/** The interval has to leave the point of independence out before anything is said. */
const sideOf = ({ low, high }: Counted, independent: number): Side =>
	low > independent ? 'more' : high < independent ? 'fewer' : 'open';

const independenceTexts: Record<Side, (independent: string) => Text> = {
	more: (independent) => ({
		en: `That is more than the ${independent} it would be if the one answer said nothing about the other.`,
		de: `Das sind mehr als die ${independent}, die es wären, wenn die eine Antwort nichts über die andere verriete.`
	}),
	fewer: (independent) => ({
		en: `That is fewer than the ${independent} it would be if the one answer said nothing about the other.`,
		de: `Das sind weniger als die ${independent}, die es wären, wenn die eine Antwort nichts über die andere verriete.`
	}),
	open: (independent) => ({
		en: `That is not distinguishable from the ${independent} it would be if the one answer said nothing about the other.`,
		de: `Das ist von den ${independent}, die es wären, wenn die eine Antwort nichts über die andere verriete, nicht zu unterscheiden.`
	})
};

/** Sentences that a count does not carry either. */
export const measuredUnsayable: Record<'reason' | 'contradiction' | 'motive', Text> = {
	reason: {
		en: 'That one answer is the reason for the other. Who gave both is known; why is not.',
		de: 'Dass die eine Antwort der Grund für die andere ist. Bekannt ist, wie viele beide gaben, nicht warum.'
	},
	contradiction: {
		en: 'That people contradict themselves: “should” asks for a norm, “would” for a forecast.',
		de: 'Dass sich jemand widerspricht: „Sollte“ fragt nach einer Norm, „würden“ nach einer Vorhersage.'
	},
	motive: {
		en: 'That free riding is the motive. Nobody was asked for motives.',
		de: 'Dass Trittbrettfahren das Motiv ist. Nach Motiven wurde nicht gefragt.'
	}
};
