import type { Text } from '#lib/words/lang.ts';

/** Said where another view was asked for and did not come. */
export const failed: Text = {
	en: 'What you asked for did not arrive, so this page stays as it was. Please try again.',
	de: 'Was Sie angefordert haben, kam nicht an. Diese Seite bleibt, wie sie war; bitte versuchen Sie es noch einmal.'
};
