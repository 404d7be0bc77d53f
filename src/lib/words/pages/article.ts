import type { Lang, Text } from '#lib/words/lang.ts';
import { count, listing, wholePercent } from '#lib/words/numbers.ts';

/** The article, statement by statement. */
export const article = {
	title: { en: 'The article, statement by statement', de: 'Der Artikel, Aussage für Aussage' },
	lead: {
		en: 'A ZEIT ONLINE article of June 2015 concludes from Pew’s survey that Germans will not help but count on help. Here each of its statements stands, in our words, beside the figures as they were asked.',
		de: 'Ein Artikel auf ZEIT ONLINE schloss im Juni 2015 aus der Pew-Umfrage, die Deutschen wollten nicht helfen, rechneten aber mit Hilfe. Hier steht jede seiner Aussagen in unseren Worten neben den Zahlen, wie sie erfragt wurden.'
	},
	contents: { en: 'Contents', de: 'Inhalt' },
	key: { en: 'What the signs mean', de: 'Was die Zeichen bedeuten' },
	why: { en: 'Why, and as asked', de: 'Warum, und wie gefragt' },
	asides: { en: 'Background and judgments', de: 'Hintergrund und Urteile' },
	asidesLead: {
		en: 'On these statements the survey has nothing to say.',
		de: 'Zu diesen Aussagen kann die Umfrage nichts sagen.'
	},
	figures: { en: 'Figures, percent', de: 'Zahlen, Prozent' },
	previous: { en: 'Previous statement', de: 'Vorige Aussage' },
	next: { en: 'Next statement', de: 'Nächste Aussage' },
	noClaim: { en: 'There is no such statement.', de: 'Diese Aussage gibt es nicht.' }
} satisfies Record<string, Text>;

/** Parts of the article, in the order in which its page tells them. */
export const articleSections = {
	survey: { en: 'The survey', de: 'Die Umfrage' },
	conclusions: { en: 'What follows from it', de: 'Was daraus folgt' },
	russia: { en: 'Russia', de: 'Russland' },
	alliance: { en: 'Germany and NATO', de: 'Deutschland und die Nato' }
} satisfies Record<string, Text>;

/** `paragraph 5`, `paragraphs 3 and 4` */
export const paragraphsText = (paragraphs: number[], lang: Lang): string => {
	const named = listing(paragraphs.map(String), lang);
	const one = paragraphs.length === 1;
	return {
		en: `${one ? 'paragraph' : 'paragraphs'} ${named}`,
		de: `${one ? 'Absatz' : 'Absätze'} ${named}`
	}[lang];
};

/** What a verdict from the fixed list means. */
export const relationMeanings = {
	matches: {
		en: 'The number or fact is as published.',
		de: 'Die Zahl oder Tatsache ist so veröffentlicht.'
	},
	number_matches: {
		en: 'The number is as published, but the sentence around it says something other than was asked.',
		de: 'Die Zahl ist so veröffentlicht, doch der Satz um sie herum sagt etwas anderes, als gefragt wurde.'
	},
	paraphrase_differs: {
		en: 'The sentence says something other than was asked.',
		de: 'Der Satz sagt etwas anderes, als gefragt wurde.'
	},
	direction_published: {
		en: 'The report says in words which way the difference goes, and prints no number for it.',
		de: 'Der Bericht sagt in Worten, in welche Richtung der Unterschied geht, und druckt keine Zahl dazu.'
	},
	supported_elsewhere: {
		en: 'Not published for 2015, but shown by another wave or another question.',
		de: 'Für 2015 nicht veröffentlicht, aber durch eine andere Welle oder Frage belegt.'
	},
	not_published: { en: 'No figure was found.', de: 'Kein Wert wurde gefunden.' },
	inference_beyond_data: {
		en: 'It goes further than the published totals allow.',
		de: 'Sie geht weiter, als die veröffentlichten Gesamtwerte erlauben.'
	},
	not_testable: {
		en: 'A judgment, or something that was not measured.',
		de: 'Ein Urteil oder etwas, das nicht gemessen wurde.'
	},
	outside_survey: { en: 'Not a subject of the survey.', de: 'Nicht Gegenstand der Umfrage.' }
} satisfies Record<string, Text>;

/** `Statement 7 of 28` */
export const placeOf = (place: number, all: number, lang: Lang): string =>
	lang === 'de' ? `Aussage ${place} von ${all}` : `Statement ${place} of ${all}`;

/** Small numbers as words, as a running text has them. */
const small: Record<Lang, string[]> = {
	en: ['no', 'one', 'two', 'three', 'four', 'five', 'six'],
	de: ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs']
};
const spelled = (value: number, lang: Lang): string => small[lang][value] ?? count(value, lang);

/** `38, 58 and 68: the three numbers are right.` */
export function numbersText(numbers: number[], right: number, lang: Lang): string {
	const all = numbers.length;
	const named = listing(numbers.map(wholePercent), lang);
	if (all === 1)
		return {
			en: `${named}: the number is ${right === 1 ? 'right' : 'not the published one'}.`,
			de: `${named}: Die Zahl ${right === 1 ? 'stimmt' : 'ist nicht die veröffentlichte'}.`
		}[lang];
	if (right < all)
		return {
			en: `${named}: ${spelled(right, lang)} of the ${spelled(all, lang)} numbers ${right === 1 ? 'is' : 'are'} right.`,
			de: `${named}: ${right} von ${spelled(all, lang)} Zahlen ${right === 1 ? 'stimmt' : 'stimmen'}.`
		}[lang];
	return {
		en: `${named}: the ${spelled(all, lang)} numbers are right.`,
		de: `${named}: Die ${spelled(all, lang)} Zahlen stimmen.`
	}[lang];
}

/** The verdict as a headline: on the numbers first, then on what is made of them. */
export function articleHeadline(
	numbers: number,
	right: number,
	departures: number,
	lang: Lang
): string {
	const all = numbers > 0 && right === numbers;
	const first = {
		en: all
			? numbers === 1
				? 'The number is right.'
				: `The ${spelled(numbers, lang)} numbers are right.`
			: `${right} of ${numbers} numbers ${right === 1 ? 'is' : 'are'} right.`,
		de: all
			? numbers === 1
				? 'Die Zahl stimmt.'
				: `Die ${spelled(numbers, lang)} Zahlen stimmen.`
			: `${right} von ${numbers} Zahlen ${right === 1 ? 'stimmt' : 'stimmen'}.`
	}[lang];
	if (departures === 0) return first;
	const second = {
		en: 'Much of what the article makes of them was not asked that way.',
		de: 'Vieles, was der Artikel daraus macht, wurde so nicht gefragt.'
	}[lang];
	return `${first} ${second}`;
}

/** `7 of 28 statements say something other than was asked, 6 go further than the figures.` */
export function departuresText(
	differ: number,
	further: number,
	statements: number,
	lang: Lang
): string {
	const all = count(statements, lang);
	return lang === 'de'
		? `${count(differ, lang)} von ${all} Aussagen ${differ === 1 ? 'sagt' : 'sagen'} etwas anderes, als gefragt war, ${count(further, lang)} ${further === 1 ? 'geht' : 'gehen'} über die Zahlen hinaus.`
		: `${count(differ, lang)} of ${all} statements ${differ === 1 ? 'says' : 'say'} something other than was asked, ${count(further, lang)} ${further === 1 ? 'goes' : 'go'} further than the figures.`;
}
