import type { Text } from './lang.ts';

/** Why the server turns a request away before any page is asked. */
export const refusals = {
	tooLong: {
		en: 'This address is too long. Please choose fewer filters.',
		de: 'Diese Adresse ist zu lang. Bitte wählen Sie weniger Filter.'
	},
	tooMany: {
		en: 'You have asked for very many pictures or archives in a short time. Please wait a moment and try again.',
		de: 'Sie haben in kurzer Zeit sehr viele Bilder oder Archive abgerufen. Bitte warten Sie einen Augenblick und versuchen Sie es dann noch einmal.'
	},
	busy: {
		en: 'Very many people are reading at the moment. Please try again in a few seconds.',
		de: 'Gerade lesen sehr viele Menschen mit. Bitte versuchen Sie es in ein paar Sekunden noch einmal.'
	}
} satisfies Record<string, Text>;
