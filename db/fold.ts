/**
 * Text as it is searched: lower case, ä ö ü ß written out, other accents left to the tokenizer.
 * Stored text and query pass through the same function, so that Uebung, Übung and übung meet.
 */
export const fold = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFC')
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss');

/** The same without any dots and accents, for those who type Verbundete: only partial words are searched so. */
export const bare = (text: string): string =>
	text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
