import type { Lang, Text } from '#lib/words/lang.ts';
import { count, percent } from '#lib/words/numbers.ts';
import { regions } from './regions.ts';

/** Start page. */
export const start = {
	description: {
		en: 'In the spring of 2015 Pew Research Center asked people in NATO countries whether their country should use military force if Russia got into a serious military conflict with a neighbor that is an ally. What Germans answered, in East and West, and what an article made of it.',
		de: 'Im Frühjahr 2015 fragte das Pew Research Center in Nato-Ländern, ob das eigene Land militärische Gewalt einsetzen sollte, wenn Russland in einen ernsten militärischen Konflikt mit einem verbündeten Nachbarn gerät. Was die Deutschen antworteten, in Ost und West, und was ein Artikel daraus machte.'
	},
	asked: {
		en: 'Asked for the case that Russia got into a serious military conflict with a neighboring country that is a NATO ally.',
		de: 'Gefragt war für den Fall, dass Russland in einen ernsten militärischen Konflikt mit einem Nachbarland gerät, das Nato-Verbündeter ist.'
	},
	allies: { en: 'Germany among its allies', de: 'Deutschland unter seinen Verbündeten' },
	table: { en: 'The numbers as a table', de: 'Die Zahlen als Tabelle' },
	toQuestion: { en: 'Wording and every figure', de: 'Wortlaut und alle Zahlen' },
	eastWest: { en: 'East and West', de: 'Ost und West' },
	noSplit: {
		en: 'no figures published for East and West',
		de: 'keine Zahlen für Ost und West veröffentlicht'
	},
	toRegions: { en: 'All questions by East and West', de: 'Alle Fragen nach Ost und West' },
	article: { en: 'What the article made of it', de: 'Was der Artikel daraus machte' },
	articleLead: {
		en: 'ZEIT ONLINE drew on this survey in June 2015.',
		de: 'ZEIT ONLINE stützte sich im Juni 2015 auf diese Umfrage.'
	},
	toArticle: { en: 'Statement by statement', de: 'Aussage für Aussage' },
	others: { en: 'What else Germans said', de: 'Was die Deutschen außerdem sagten' },
	byTopic: { en: 'All questions by topic', de: 'Alle Fragen nach Themen' }
} satisfies Record<string, Text>;

/**
 * Which side was more for it, where an institute says so and prints no number.
 *
 * @param absence on record for the answer in favor
 */
export function directionText(absence: 'higher_in_east' | 'higher_in_west', lang: Lang): string {
	// German writes “im Westen”: the side with its ending.
	const sides = [regions.east[lang], regions.west[lang]];
	const [less, more] = absence === 'higher_in_west' ? sides : sides.toReversed();
	return lang === 'de'
		? `Im ${more}en waren mehr dafür als im ${less}en, schreibt das Institut; eine Zahl nennt es nicht.`
		: `More were for it in the ${more} than in the ${less}, says the institute; it prints no number.`;
}

/** The first question and what Germany answered, as the headline. @param shares per cent */
export const startHeadline = (shares: { no: number; yes: number }, lang: Lang): string =>
	({
		en: `Should Germany use force to defend a NATO ally? ${percent(shares.no, lang)} of Germans said no, ${percent(shares.yes, lang)} said yes`,
		de: `Sollte Deutschland einen Nato-Verbündeten mit Waffen verteidigen? ${percent(shares.no, lang)} der Deutschen sagten Nein, ${percent(shares.yes, lang)} Ja`
	})[lang];

/** `Pew Research Center, spring 2015, 1,000 interviews in Germany.` */
export const sampleText = (survey: string, interviews: number | null, lang: Lang): string => {
	if (interviews === null) return `${survey}.`;
	const n = count(interviews, lang);
	return {
		en: `${survey}, ${n} interviews in Germany.`,
		de: `${survey}, ${n} Interviews in Deutschland.`
	}[lang];
};

/** `12 questions` */
export const questionCount = (questions: number, lang: Lang): string =>
	({
		en: `${questions} ${questions === 1 ? 'question' : 'questions'}`,
		de: `${questions} ${questions === 1 ? 'Frage' : 'Fragen'}`
	})[lang];
