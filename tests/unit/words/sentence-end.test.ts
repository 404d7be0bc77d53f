import { expect, test } from 'vitest';
import { marked } from '#lib/server/pages/passages.ts';
import { stopped } from '#lib/words/quotation.ts';
import { firstSentence } from '#lib/words/sentence-end.ts';

test.each([
	[
		'de',
		'Der Bericht erschien am 10. Juni 2015. Der Tag fehlt.',
		'Der Bericht erschien am 10. Juni 2015.'
	],
	['en', 'It came out on 10 June 2015. The day is not known.', 'It came out on 10 June 2015.'],
	[
		'en',
		'Ties to the U.S. Congress were asked about. Not more.',
		'Ties to the U.S. Congress were asked about.'
	],
	['de', 'Gefragt war „Sollte es?“ Mehr nicht.', 'Gefragt war „Sollte es?“'],
	['en', 'One sentence only.', 'One sentence only.'],
	['en', '', '']
] as const)('firstSentence ends where a sentence does, in %s: %s', (lang, text, first) => {
	const [found, rest] = firstSentence(text, lang);
	expect(found).toBe(first);
	expect([found, rest].filter(Boolean).join(' ')).toBe(text);
});

test('marked cuts a sentence at the phrases that carry a statement and loses no letter', () => {
	expect(marked('Only [38%](c7) are [for help](c10).')).toEqual([
		{ text: 'Only ', claim: null },
		{ text: '38%', claim: 'c7' },
		{ text: ' are ', claim: null },
		{ text: 'for help', claim: 'c10' },
		{ text: '.', claim: null }
	]);
	expect(marked('')).toEqual([]);
});

test.each([
	['a figure', 'a figure.'],
	['Should they?', 'Should they?'],
	['They asked: “Should they?”', 'They asked: “Should they?”'],
	['whole per cents.', 'whole per cents.'],
	['and so on …', 'and so on …'],
	['figures (of 2015)', 'figures (of 2015).']
])('%s gets a stop where it has none', (text, whole) => {
	expect(stopped(text)).toBe(whole);
});
