import type { NumberVerdict } from '#lib/words/search/verdicts.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { count, decimal, listing, percent } from '#lib/words/numbers.ts';
import { quoted } from '#lib/words/quotation.ts';

/** The one search of the site: words, names, numbers, sentences. */
export const searchWords = {
	label: {
		en: 'A number, a word or a whole sentence',
		de: 'Zahl, Wort oder ganzer Satz'
	},
	example: {
		en: 'for example “38% of Germans” or “sanctions”',
		de: 'zum Beispiel „56 Prozent der Deutschen lehnen …“ oder „Sanktionen“'
	},
	button: { en: 'Search', de: 'Suchen' },
	didYouMean: { en: 'Did you mean', de: 'Meinten Sie' },
	chooseValues: { en: 'Choose', de: 'Auswählen' },
	checked: { en: 'What is on record about it', de: 'Was dazu belegt ist' },
	figures: { en: 'Figures with this value', de: 'Zahlen mit diesem Wert' },
	misprints: { en: 'Wrong numbers in circulation', de: 'Falsche Zahlen im Umlauf' },
	statements: { en: 'Statements of the article that use it', de: 'Aussagen des Artikels damit' },
	readings: { en: 'How others use it', de: 'Wie andere sie verwenden' },
	published: {
		en: 'Also published, on the question with most of the sentence’s words',
		de: 'Außerdem veröffentlicht, zu der Frage mit den meisten Wörtern des Satzes'
	},
	printed: { en: 'printed', de: 'gedruckt' },
	isPublished: { en: 'published', de: 'veröffentlicht' },
	nonePublished: {
		en: 'nothing published under this name',
		de: 'unter diesem Namen nichts veröffentlicht'
	},
	allReadings: { en: 'All readings', de: 'Alle Lesarten' }
} satisfies Record<string, Text>;

const value = (number: number, lang: Lang): string =>
	Number.isInteger(number)
		? percent(number, lang)
		: `${decimal(number, lang)}${lang === 'de' ? '\u00a0%' : '%'}`;

const numbers = (n: number, lang: Lang): string =>
	`${count(n, lang)} ${lang === 'de' ? (n === 1 ? 'Zahl' : 'Zahlen') : n === 1 ? 'figure' : 'figures'}`;

/**
 * The verdict on a number in a sentence.
 *
 * @param names what the sentence names: countries, groups, years; empty: nothing
 */
export function verdictText(
	number: number,
	verdict: NumberVerdict,
	{ fitting, all }: { fitting: number; all: number },
	names: string[],
	lang: Lang
): string {
	const pct = value(number, lang);
	const among = names.length > 0 ? ` (${names.join(', ')})` : '';
	switch (verdict) {
		case 'misprint':
			return lang === 'de'
				? `${pct} ist eine falsche Zahl im Umlauf${among}. Veröffentlicht ist eine andere:`
				: `${pct} is a wrong number in circulation${among}. What was published is another:`;
		case 'published':
			return lang === 'de'
				? `${pct} ist belegt: ${numbers(fitting, lang)}${among} mit diesem Wert. Ob der Satz eine davon meint, sagt die Frage, nicht die Zahl.`
				: `${pct} is on record: ${numbers(fitting, lang)}${among} with this value. Whether the sentence means one of them depends on the question, not on the number.`;
		case 'elsewhere':
			return lang === 'de'
				? `${pct} ist für ${listing(names, lang)} nicht belegt. Anderswo gibt es ${numbers(all, lang)} mit diesem Wert.`
				: `${pct} is not on record for ${listing(names, lang)}. Elsewhere there ${all === 1 ? 'is' : 'are'} ${numbers(all, lang)} with this value.`;
		case 'unknown':
			return lang === 'de'
				? `Keine Zahl hier hat den Wert ${pct}.`
				: `No figure on record has the value ${pct}.`;
	}
}

/** Of words that stand nowhere in the record. */
export const unknownText = (words: string[], lang: Lang): string => {
	const list = listing(
		words.map((word) => quoted(word, lang)),
		lang
	);
	return lang === 'de'
		? `Zu ${list} ist hier nichts veröffentlicht: Keine Frage, Antwort, Aussage, Gruppe und kein Land dieser Sammlung heißt so.`
		: `Nothing is published here on ${list}: no question, answer, statement, group or country of this collection has that name.`;
};

/** Of words that are all known, but never together. */
export const apartText: Text = {
	en: 'Nothing is published on all of these together. Each by itself:',
	de: 'Zu allem zusammen ist nichts veröffentlicht. Einzeln:'
};

export const countedText = (n: number, lang: Lang): string => numbers(n, lang);
