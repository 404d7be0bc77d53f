import type { Lang, Text } from '#lib/words/lang.ts';

/** List of questions. */
export const questionList = {
	title: { en: 'All questions', de: 'Alle Fragen' },
	lead: {
		en: 'Each with the number a reader looks at first. Another wording or another institute is another question.',
		de: 'Jede mit der Zahl, auf die man zuerst schaut. Ein anderer Wortlaut oder ein anderes Institut ist eine andere Frage.'
	},
	hasRegions: { en: 'East and West', de: 'Ost und West' },
	showAll: { en: 'Show all questions', de: 'Alle Fragen zeigen' }
} satisfies Record<string, Text>;

export function found(n: number, words: string, lang: Lang): string {
	if (n === 0)
		return lang === 'de' ? `Keine Frage enthält „${words}“` : `No question contains “${words}”`;
	return lang === 'de'
		? `${n} ${n === 1 ? 'Frage' : 'Fragen'} zu „${words}“`
		: `${n} ${n === 1 ? 'question' : 'questions'} for “${words}”`;
}
