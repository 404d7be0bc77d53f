import type { Lang, Text } from '#lib/words/lang.ts';
import { date } from '#lib/words/numbers.ts';

/** One statement of the article beside its figure. */
export const claimWords = {
	statement: { en: 'Statement', de: 'Aussage' },
	openArticle: {
		en: 'Open the article at this passage',
		de: 'Den Artikel an dieser Stelle öffnen'
	},
	ownPage: { en: 'This statement on its own page', de: 'Diese Aussage auf eigener Seite' },
	toExplore: {
		en: 'Go on with the figures of this statement in Explore',
		de: 'Mit den Zahlen dieser Aussage unter „Erkunden“ weiterarbeiten'
	},
	asAsked: { en: 'As asked', de: 'Wie gefragt' },
	asWritten: { en: 'As written', de: 'Wie geschrieben' },
	aspect: { en: 'Aspect', de: 'Aspekt' },
	shifts: { en: 'How the wording moved', de: 'Wie sich der Wortlaut verschob' },
	noFigure: {
		en: 'No published figure stands behind this statement.',
		de: 'Hinter dieser Aussage steht kein veröffentlichter Wert.'
	},
	paraphrase: {
		en: 'The statements are paraphrased here; the article itself is not reproduced.',
		de: 'Die Aussagen sind hier umschrieben; der Artikel selbst wird nicht wiedergegeben.'
	}
} satisfies Record<string, Text>;

/** Where and when a statement stood: `ZEIT ONLINE, June 2015`. @param day as far as it is known */
export const outletText = (outlet: string, day: string | null, lang: Lang): string =>
	[outlet, ...(day ? [date(day, lang)] : [])].join(', ');

/** `ZEIT ONLINE, June 2015, in our words`: the article is not quoted, so no marks of quotation. */
export const inOurWords = (outlet: string, lang: Lang): string =>
	lang === 'de' ? `${outlet}, sinngemäß` : `${outlet}, in our words`;

/**
 * A statement as it travels, in a chat window, a feed or a title bar: whose it is, what it says, and what
 * it can carry.
 */
export const statedText = (outlet: string, claim: string, verdict: string, lang: Lang): string =>
	`${inOurWords(outlet, lang)}: ${claim.replace(/\.$/, '')} – ${verdict}`;

/** Under a statement with its figures: what is whose. */
export const statementSource = (outlet: string, lang: Lang): string =>
	lang === 'de' ? `Aussage: ${outlet}.` : `Statement: ${outlet}.`;
/** @param sources lines on the source as charts have them */
export function figuresSource(sources: string[], lang: Lang): string {
	const named = new Set(sources.map((each) => each.replace(/^(Source|Quelle): |\.$/g, '')));
	return `${{ en: 'Figures', de: 'Zahlen' }[lang]}: ${[...named].join('; ')}.`;
}

/** Where the wording of a statement can move away from that of the question. */
export const aspectNames = {
	actor: { en: 'Who acts', de: 'Wer handelt' },
	act: { en: 'What is done', de: 'Was getan wird' },
	ally: { en: 'For whom', de: 'Für wen' },
	trigger: { en: 'In which case', de: 'In welchem Fall' },
	mode: { en: 'Ought or forecast', de: 'Sollen oder Vorhersage' },
	population: { en: 'Of whom', de: 'Über wen' },
	measure: { en: 'What was measured', de: 'Was gemessen wurde' }
} satisfies Record<string, Text>;
