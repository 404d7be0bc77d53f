import type { Lang, Text } from '#lib/words/lang.ts';
import { percent, wholePercent } from '#lib/words/numbers.ts';
import { quoted } from '#lib/words/quotation.ts';

/** Two questions put together. */
export const together = {
	title: { en: 'Two questions, the same people', de: 'Zwei Fragen, dieselben Menschen' },
	lead: {
		en: 'A survey asks the same people two questions and publishes one figure for each. How many gave both answers stays open. But the two figures set limits to it.',
		de: 'Eine Umfrage stellt denselben Menschen zwei Fragen und veröffentlicht zu jeder eine Zahl. Wie viele beide Antworten gaben, bleibt offen. Die zwei Zahlen setzen dem aber Grenzen.'
	},
	hundred: { en: '100 people', de: '100 Menschen' },
	certain: { en: 'certain at every position', de: 'steht bei jeder Stellung fest' },
	open: { en: 'depends on the unknown overlap', de: 'hängt von der unbekannten Überschneidung ab' },
	move: {
		en: 'Move the handle: nobody has published where it belongs.',
		de: 'Bewegen Sie den Griff: Wo er hingehört, wurde nicht veröffentlicht.'
	},
	overlap: { en: 'How many gave both answers', de: 'Wie viele beide Antworten gaben' },
	overlapNumber: { en: 'Both answers, in percent', de: 'Beide Antworten, in Prozent' },
	show: { en: 'Show', de: 'Anzeigen' },
	table: { en: 'The four groups at this position', de: 'Die vier Gruppen bei dieser Stellung' },
	here: { en: 'at this position', de: 'bei dieser Stellung' },
	anywhere: { en: 'at any position', de: 'bei jeder Stellung' },
	group: { en: 'Group', de: 'Gruppe' },
	limits: { en: 'What is certain', de: 'Was feststeht' },
	limitBoth: { en: 'gave both answers', de: 'gaben beide Antworten' },
	limitBGivenA: { en: 'of those who gave A also gave B', de: 'derer, die A sagten, sagten auch B' },
	limitAGivenB: { en: 'of those who gave B also gave A', de: 'derer, die B sagten, sagten auch A' },
	rounded: {
		en: 'Both figures are rounded. The limits hold for every share that rounds to them, and a sum of two printed parts counts as rounded twice; the picture takes the figures as printed.',
		de: 'Beide Zahlen sind gerundet. Die Grenzen gelten für alle Anteile, die so gerundet würden, und die Summe zweier gedruckter Teile gilt als zweimal gerundet; das Bild nimmt die Zahlen, wie sie gedruckt sind.'
	},
	can: { en: 'What can be said', de: 'Was sich sagen lässt' },
	cannot: { en: 'What cannot be said', de: 'Was sich nicht sagen lässt' },
	settles: {
		en: 'Only a table that crosses the two questions would settle it. It was not published; it could be counted from the respondents’ answers.',
		de: 'Klären würde es nur eine Tabelle, die beide Fragen kreuzt. Sie wurde nicht veröffentlicht; aus den Einzelantworten ließe sie sich auszählen.'
	},
	sampling: { en: 'With sampling error', de: 'Mit Stichprobenfehler' },
	assumption: { en: 'assumption', de: 'Annahme' },
	n: { en: 'Interviews', de: 'Interviews' },
	deff: { en: 'Design effect', de: 'Designeffekt' },
	compute: { en: 'Compute', de: 'Berechnen' },
	noFloor: {
		en: 'The two shares fit side by side within 100, so perhaps nobody gave both answers. There is no lower limit that sampling error could move.',
		de: 'Die beiden Anteile passen nebeneinander in die 100; vielleicht gab niemand beide Antworten. Es gibt keine Untergrenze, die der Stichprobenfehler verschieben könnte.'
	},
	noN: {
		en: 'For this group no number of interviews was published, and that of a whole country is never lent to a part of it. Enter a number to see what would follow from it.',
		de: 'Für diese Gruppe wurde keine Zahl der Interviews veröffentlicht, und die eines ganzen Landes wird nie einem Teil davon geliehen. Mit einer eigenen Zahl lässt sich sehen, was daraus folgte.'
	},
	figures: { en: 'The two figures', de: 'Die beiden Zahlen' },
	claims: {
		en: 'Where the article puts the two together',
		de: 'Wo der Artikel beides zusammenbringt'
	},
	choose: { en: 'Put two other answers together', de: 'Zwei andere Antworten zusammenlegen' },
	from: { en: 'Who was asked', de: 'Wer gefragt wurde' },
	a: { en: 'Answer A', de: 'Antwort A' },
	b: { en: 'Answer B', de: 'Antwort B' },
	pleaseChoose: { en: 'Please choose', de: 'Bitte wählen' },
	chooseButton: { en: 'Put together', de: 'Zusammenlegen' },
	chooseNote: {
		en: 'Offered are all surveys that published figures on at least two questions for the same people.',
		de: 'Zur Wahl stehen alle Umfragen, die zu mindestens zwei Fragen Zahlen für dieselben Menschen veröffentlicht haben.'
	},
	elsewhere: {
		en: 'Both answers were published for:',
		de: 'Beide Antworten wurden veröffentlicht für:'
	}
} satisfies Record<string, Text>;

/** Both ends of something, in the unit of its numbers. */
export interface Range {
	low: number;
	high: number;
}

/** What two shares of the same people allow of those who gave both answers, in per cent. */
export interface Bounds {
	/** Share of both. */
	both: Range;
	/** The share of both if one answer said nothing about the other. */
	independent: number;
	/** Per cent of those who gave the one answer; undefined if nobody did. */
	bGivenA?: Range;
	aGivenB?: Range;
}

/** `26–58%`, or `58%` where both ends print alike. */
export const rangeText = ({ low, high }: Range, lang: Lang): string =>
	isOne({ low, high }) ? percent(low, lang) : `${wholePercent(low)}–${percent(high, lang)}`;

const isOne = ({ low, high }: Range): boolean => wholePercent(low) === wholePercent(high);

/** `Between 26% and 58% gave both answers`, the title of the picture. */
export function findingText({ both }: Bounds, lang: Lang): string {
	const [low, high] = [percent(both.low, lang), percent(both.high, lang)];
	if (isOne(both))
		return { en: `${low} gave both answers`, de: `${low} gaben beide Antworten` }[lang];
	if (both.low === 0)
		return {
			en: `At most ${high} gave both answers`,
			de: `Höchstens ${high} gaben beide Antworten`
		}[lang];
	return {
		en: `Between ${low} and ${high} gave both answers`,
		de: `Zwischen ${low} und ${high} gaben beide Antworten`
	}[lang];
}

/** A majority is one only where the whole range lies above the half. */
const half = 50;

/** What the limits say of the majority of those who gave one answer, where they say anything. */
function majority(given: Range, one: string, other: string, lang: Lang): string | undefined {
	const [low, high] = [percent(given.low, lang), percent(given.high, lang)];
	if (given.low > half)
		return {
			en: `Most of those who gave ${one} also gave ${other}: at least ${low}.`,
			de: `Die meisten, die ${one} sagten, sagten auch ${other}: mindestens ${low}.`
		}[lang];
	if (given.high < half)
		return {
			en: `Most of those who gave ${one} did not give ${other}: at most ${high} did.`,
			de: `Die meisten, die ${one} sagten, sagten nicht auch ${other}: höchstens ${high}.`
		}[lang];
	return undefined;
}

const directions = ({ bGivenA, aGivenB }: Bounds): [Range | undefined, string, string][] => [
	[bGivenA, 'A', 'B'],
	[aGivenB, 'B', 'A']
];

interface Paradox {
	willing: number;
	counting: number;
}

/** Sentences that the two figures carry. */
export function sayable(
	limits: Bounds,
	paradox: Paradox | null,
	answers: { a: string; b: string },
	place: string,
	lang: Lang
): string[] {
	const [a, b] = [quoted(answers.a, lang), quoted(answers.b, lang)];
	const [low, high] = [percent(limits.both.low, lang), percent(limits.both.high, lang)];
	const both = isOne(limits.both)
		? { en: `${low} of those asked`, de: `${low} der Befragten` }
		: limits.both.low === 0
			? { en: `At most ${high} of those asked`, de: `Höchstens ${high} der Befragten` }
			: {
					en: `At least ${low} and at most ${high} of those asked`,
					de: `Mindestens ${low} und höchstens ${high} der Befragten`
				};
	const sentences = [
		{
			en: `${both.en} ${place} gave both answers: ${a} and ${b}.`,
			de: `${both.de} ${place} gaben beide Antworten: ${a} und ${b}.`
		}[lang],
		...directions(limits).flatMap(([given, one, other]) =>
			given ? (majority(given, one, other, lang) ?? []) : []
		)
	];
	return paradox ? [...sentences, gapText(paradox, lang)] : sentences;
}

function gapText({ willing, counting }: Paradox, lang: Lang): string {
	const size = wholePercent(Math.abs(counting - willing));
	const [would, should] = [percent(counting, lang), percent(willing, lang)];
	const isAbove = counting >= willing;
	return lang === 'de'
		? `Im Ganzen ist der Anteil, nach dessen Ansicht die USA Gewalt einsetzen würden (${would}), ${size} Punkte ${isAbove ? 'größer' : 'kleiner'} als der, nach dessen Ansicht das eigene Land es sollte (${should}); eine Differenz gerundeter Zahlen.`
		: `In the aggregate the share who think the U.S. would use force (${would}) is ${size} points ${isAbove ? 'larger' : 'smaller'} than the share who think their own country should (${should}); a difference of rounded figures.`;
}

/** Sentences that the two figures do not carry, however often they are read into them. */
export function unsayable(limits: Bounds, paradox: Paradox | null, lang: Lang): string[] {
	const general = [
		...directions(limits).flatMap(([given, one, other]) => {
			if (!given || majority(given, one, other, lang)) return [];
			const [low, high] = [percent(given.low, lang), percent(given.high, lang)];
			return {
				en: `That most of those who gave ${one} also gave ${other}, or that most did not: anything from ${low} to ${high} is possible.`,
				de: `Dass die meisten, die ${one} sagten, auch ${other} sagten, oder dass die meisten es nicht taten: Möglich ist alles von ${low} bis ${high}.`
			}[lang];
		}),
		...(isOne(limits.both) ? [] : [independenceText(limits.independent, lang)]),
		{
			en: 'That one answer is the reason for the other. Two totals show neither reasons nor motives.',
			de: 'Dass die eine Antwort der Grund für die andere ist. Zwei Gesamtwerte zeigen weder Gründe noch Motive.'
		}[lang]
	];
	return paradox ? [...general, ...paradoxTexts(paradox, lang)] : general;
}

const independenceText = (independent: number, lang: Lang): string =>
	({
		en: `That ${percent(independent, lang)} gave both. So many would if the one answer said nothing about the other: a mere point of reference, no estimate.`,
		de: `Dass ${percent(independent, lang)} beide Antworten gaben. So viele wären es, wenn die eine Antwort nichts über die andere verriete: ein bloßer Bezugspunkt, keine Schätzung.`
	})[lang];

const paradoxTexts = ({ willing, counting }: Paradox, lang: Lang): string[] =>
	lang === 'de'
		? [
				`Dass die ${percent(willing, lang)} (eigenes Land sollte) und die ${percent(counting, lang)} (USA würden) dieselben Menschen sind, oder dass sie es nicht sind.`,
				'Dass sich jemand widerspricht: „Sollte“ fragt nach einer Norm, „würden“ nach einer Vorhersage.',
				'Dass Trittbrettfahren das Motiv ist. Nach Motiven wurde nicht gefragt.'
			]
		: [
				`That the ${percent(willing, lang)} (own country should) and the ${percent(counting, lang)} (U.S. would) are the same people, or that they are not.`,
				'That people contradict themselves: “should” asks for a norm, “would” for a forecast.',
				'That free riding is the motive. Nobody was asked for motives.'
			];

/** Why two figures cannot be put together, in one sentence or two. */
export const refusalText = {
	same_answer: () => ({
		en: 'This is one and the same figure. It overlaps itself completely, which says nothing.',
		de: 'Das ist ein und dieselbe Zahl. Sie überschneidet sich ganz mit sich selbst, und das besagt nichts.'
	}),
	net_and_part: () => ({
		en: 'The one answer is a part of the other, which sums up several. Whoever gave the part is in both, so nothing is unknown here.',
		de: 'Die eine Antwort ist ein Teil der anderen, die mehrere zusammenfasst. Wer den Teil nannte, steckt in beiden; unbekannt ist hier nichts.'
	}),
	same_question: () => ({
		en: 'Both are answers to one and the same question. They exclude each other: nobody gave both.',
		de: 'Beides sind Antworten auf ein und dieselbe Frage. Sie schließen einander aus: Niemand gab beide.'
	}),
	median: () => ({
		en: 'A median is the middle of several countries’ figures and no population. There are no people who could have given both answers.',
		de: 'Ein Median ist die Mitte der Zahlen mehrerer Länder und keine Bevölkerung. Es gibt keine Menschen, die beide Antworten hätten geben können.'
	}),
	other_survey: (questions: string) => ({
		en: `On ${questions} this survey has no figure for these people. It was published by another survey, which asked other people; figures of two surveys cannot be put together.`,
		de: `Zu ${questions} hat diese Umfrage keine Zahl für diese Menschen. Veröffentlicht hat sie eine andere Umfrage, die andere Menschen befragte; Zahlen zweier Umfragen lassen sich nicht zusammenlegen.`
	}),
	other_population: (questions: string) => ({
		en: `On ${questions} this survey has figures for other people only. Figures of different populations cannot be put together.`,
		de: `Zu ${questions} hat diese Umfrage nur Zahlen für andere Menschen. Zahlen verschiedener Bevölkerungen lassen sich nicht zusammenlegen.`
	}),
	not_published: (questions: string) => ({
		en: `On ${questions} no figure for these people was published in this survey. Without both figures there is nothing to put together.`,
		de: `Zu ${questions} wurde in dieser Umfrage keine Zahl für diese Menschen veröffentlicht. Ohne beide Zahlen gibt es nichts zusammenzulegen.`
	})
} satisfies Record<string, (questions: string) => Text>;
