import type { Text } from './lang.ts';

/** One statement of the article that was chosen, beside the others. */
export const chosenClaim = {
	said: {
		en: 'Statement chosen, its figures are set off',
		de: 'Aussage gewählt, ihre Zahlen sind hervorgehoben'
	},
	choose: { en: 'Set off its figures', de: 'Ihre Zahlen hervorheben' },
	unchoose: { en: 'Set off nothing', de: 'Nichts hervorheben' }
} satisfies Record<string, Text>;
