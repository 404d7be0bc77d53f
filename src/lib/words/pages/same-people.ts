import type { Text } from '#lib/words/lang.ts';

/** What leads to the page on two answers of the same people. */
export const samePeople = {
	question: {
		en: 'Refuse to help, yet count on America: are these the same people?',
		de: 'Nicht helfen und doch auf Amerika zählen: Sind das dieselben Leute?'
	},
	link: {
		en: 'What the two figures can say together',
		de: 'Was die beiden Zahlen zusammen sagen können'
	}
} satisfies Record<string, Text>;
