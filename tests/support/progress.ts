/** What a command wrote without its signs of life, of which a slow machine gives some and a quick one none. */
export const withoutProgress = (text: string): string =>
	text.replace(/^.+: \d+ of \d+, \d+ %.*\n/gm, '');
