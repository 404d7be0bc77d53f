import { inPoints } from './guide.ts';
import type { Lang, Text } from '#lib/words/lang.ts';

type Sure = 'larger' | 'not' | 'uncertain';
type Basis = 'computed' | 'margins' | 'assumed';
type Why = 'absent' | 'median' | 'group' | 'margin' | 'overlap' | 'parts';
type Verdict = { kind: Sure; basis: Basis; of: number } | { kind: 'unknown'; why: Why };

const sure: Record<Sure, Text> = {
	larger: {
		en: 'That is larger than sampling error',
		de: 'Das ist mehr als der Stichprobenfehler'
	},
	not: {
		en: 'That is not distinguishable from sampling error',
		de: 'Das ist vom Stichprobenfehler nicht zu unterscheiden'
	},
	uncertain: {
		en: 'Whether that is larger than sampling error is uncertain',
		de: 'Ob das mehr als der Stichprobenfehler ist, bleibt unsicher'
	}
};

const bases: Record<Basis, Text> = {
	computed: {
		en: 'by the errors computed from the respondent file',
		de: 'nach den aus den Einzeldaten berechneten Fehlern'
	},
	margins: {
		en: 'by the range of margins published for whole countries, rounding included',
		de: 'nach der Spanne der für ganze Länder veröffentlichten Fehlerspannen, das Runden eingerechnet'
	},
	assumed: {
		en: 'under the assumptions about the samples in East and West, which were not published',
		de: 'unter den Annahmen über die Stichproben in Ost und West, die nicht veröffentlicht sind'
	}
};

const unknown: Record<Why, Text> = {
	absent: {
		en: 'One of the two has no number, so there is no difference.',
		de: 'Eine von beiden hat keine Zahl, also gibt es keine Differenz.'
	},
	median: {
		en: 'Whether that is larger than sampling error is not known: a median has no margin of its own.',
		de: 'Ob das mehr als der Stichprobenfehler ist, ist nicht bekannt: Ein Median hat keine eigene Fehlerspanne.'
	},
	group: {
		en: 'Whether that is larger than sampling error is not known: for a group neither interviews nor a margin of error were published, and the country’s margin is not lent to a part of it.',
		de: 'Ob das mehr als der Stichprobenfehler ist, ist nicht bekannt: Für eine Gruppe sind weder Interviews noch Fehlerspanne veröffentlicht, und die Spanne des Landes wird keinem Teil geliehen.'
	},
	margin: {
		en: 'Whether that is larger than sampling error is not known: no margin of error was found for one of the surveys.',
		de: 'Ob das mehr als der Stichprobenfehler ist, ist nicht bekannt: Für eine der Umfragen wurde keine Fehlerspanne gefunden.'
	},
	overlap: {
		en: 'Whether that is larger than sampling error is not known: some people belong to both groups, and how many was not published.',
		de: 'Ob das mehr als der Stichprobenfehler ist, ist nicht bekannt: Manche gehören zu beiden Gruppen, wie viele ist nicht veröffentlicht.'
	},
	parts: {
		en: 'The one is a part of the other, so sampling error does not decide between them.',
		de: 'Die eine ist ein Teil der anderen; Stichprobenfehler entscheidet hier nichts.'
	}
};

const cautionTexts = {
	question: { en: 'Different questions.', de: 'Verschiedene Fragen.' },
	wording: { en: 'The wordings differ.', de: 'Die Wortlaute sind verschieden.' },
	unseen: {
		en: 'Not every wording was seen.',
		de: 'Nicht jeder Wortlaut lag vor.'
	},
	institute: {
		en: 'Different institutes: the difference may come from the way of asking.',
		de: 'Verschiedene Institute: Der Unterschied kann an der Art des Fragens liegen.'
	},
	mode: {
		en: 'Interviewed in different ways.',
		de: 'Auf verschiedenen Wegen befragt.'
	},
	rounded: {
		en: 'A difference of rounded figures (±1 point).',
		de: 'Differenz gerundeter Zahlen (±1 Punkt).'
	},
	sum: {
		en: 'One of the two is a sum of two rounded parts, so the difference may be off by a point and a half.',
		de: 'Eine der beiden ist die Summe zweier gerundeter Teile, die Differenz kann um anderthalb Punkte abweichen.'
	},
	sums: {
		en: 'Both are sums of two rounded parts, so the difference may be off by two points.',
		de: 'Beide sind Summen zweier gerundeter Teile, die Differenz kann um zwei Punkte abweichen.'
	},
	weak: {
		en: 'At least one of the two is weakly sourced.',
		de: 'Mindestens eine der beiden ist schwach belegt.'
	}
} satisfies Record<string, Text>;

/** Several comparisons are judged as one family, which is said. */
const together = (of: number, lang: Lang): string =>
	of < 2
		? ''
		: { en: `, ${of} comparisons judged together`, de: `, ${of} Vergleiche zusammen beurteilt` }[
				lang
			];

/** Two cells in a paragraph: their difference, whether it exceeds sampling error, what speaks for caution. */
export function comparisonText(
	a: string,
	b: string,
	difference: number | null,
	verdict: Verdict,
	cautions: (keyof typeof cautionTexts)[],
	lang: Lang
): string {
	const head =
		difference === null ? `${a}; ${b}.` : `${a} minus ${b}: ${inPoints(difference, lang)}.`;
	const said =
		verdict.kind === 'unknown'
			? unknown[verdict.why][lang]
			: `${sure[verdict.kind][lang]}, ${bases[verdict.basis][lang]}${together(verdict.of, lang)}.`;
	const rest = difference === null ? [] : cautions.map((each) => cautionTexts[each][lang]);
	return [head, said, ...rest].join(' ');
}

/**
 * Two differences or places side by side. No institute publishes how far two differences of rounded
 * figures may be apart by chance, so nothing is said of it but that.
 *
 * @param difference in points; undefined: of places there is none
 */
export function measuredPairText(
	a: string,
	b: string,
	difference: number | undefined,
	lang: Lang
): string {
	const pair = `${a}; ${b}.`;
	if (difference === undefined) return pair;
	const points = inPoints(difference, lang);
	return lang === 'de'
		? `${pair} Dazwischen liegen ${points}. Ob das mehr als der Stichprobenfehler ist, ist nicht bekannt: Für die Differenz zweier Differenzen ist keine Fehlerspanne veröffentlicht, und jede ist eine Differenz gerundeter Zahlen.`
		: `${pair} Between them: ${points}. Whether that is larger than sampling error is not known: no margin was published for the difference of two differences, and each is a difference of rounded figures.`;
}
