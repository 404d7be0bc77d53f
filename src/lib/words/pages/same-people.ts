import type { Text } from '#lib/words/lang.ts';

/** What leads to the page on two answers of the same people. */
export const samePeople = {
	question: {
		en: 'Germany should not use force, the U.S. would: are these the same people?',
		de: 'Deutschland sollte keine Gewalt einsetzen, die USA würden es: Sind das dieselben Menschen?'
	},
	link: {
		en: 'What the two figures can say together',
		de: 'Was die beiden Zahlen zusammen sagen können'
	}
} satisfies Record<string, Text>;
