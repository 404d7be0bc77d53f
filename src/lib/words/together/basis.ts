import type { Lang } from '#lib/words/lang.ts';
import { asTyped, count, percent } from '#lib/words/numbers.ts';

/* What the floor under the two figures is, and what it rests on. */

/** The floor under sampling error, and which of its three values is which. */
export function floorText(
	floor: { ifMost: number; ifIndependent: number; ifLeast: number },
	low: number,
	lang: Lang
): string {
	const p = (pct: number) => percent(pct, lang);
	return lang === 'de'
		? `Gefragt wurde nur eine Stichprobe. Rechnet man ihren Fehler ein (95 %), sinkt die Untergrenze von ${p(low)} auf etwa ${p(floor.ifIndependent)}. Dieser Wert nimmt für die Größe des Fehlers an, dass die Antworten unabhängig sind, denn auch sie hängt davon ab, wie viele beide gaben: Bei so vielen wie möglich sind es ${p(floor.ifMost)}, bei so wenigen wie möglich ${p(floor.ifLeast)}.`
		: `Only a sample was asked. Allowing for its error (95%), the lower limit sinks from ${p(low)} to about ${p(floor.ifIndependent)}. That value takes the answers as independent for the size of the error, which itself depends on how many gave both: with as many as possible the limit is ${p(floor.ifMost)}, with as few as possible ${p(floor.ifLeast)}.`;
}

/** What the floor rests on, and which of it is an assumption. */
export function basisText(
	floor: {
		n: number | null;
		nSource: 'figures' | 'survey' | 'reader' | 'usual';
		deff: number | null;
		nEff: number;
	},
	lang: Lang
): string {
	const effective = count(Math.round(floor.nEff), lang);
	if (floor.n === null || floor.deff === null)
		return {
			en: `It rests on ${effective} effective interviews, as computed from the respondents’ answers.`,
			de: `Zugrunde liegen ${effective} effektive Interviews, errechnet aus den Einzelantworten.`
		}[lang];
	const n = count(floor.n, lang);
	const source = {
		figures: { en: `${n} interviews as published`, de: `${n} Interviews wie veröffentlicht` },
		survey: {
			en: `${n} interviews, as the survey states`,
			de: `${n} Interviews, wie die Umfrage angibt`
		},
		reader: { en: `your assumption of ${n} interviews`, de: `Ihre Annahme von ${n} Interviews` },
		usual: {
			en: `an assumption of ${n} interviews, since their number was not published`,
			de: `die Annahme von ${n} Interviews, denn ihre Zahl wurde nicht veröffentlicht`
		}
	}[floor.nSource][lang];
	const deff = asTyped(floor.deff, lang);
	return lang === 'de'
		? `Zugrunde liegen ${source}, und ein angenommener Designeffekt von ${deff}: Durch die Gewichtung ist der Fehler so groß wie bei ${effective} einfach ausgelosten Befragten. Stichprobenfehler ist nicht der ganze Fehler.`
		: `It rests on ${source}, and on an assumed design effect of ${deff}: weighting makes the error as large as with ${effective} people drawn at random. Sampling error is not all the error there is.`;
}
