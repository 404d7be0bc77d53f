import fc from 'fast-check';
import { expect, test } from 'vitest';
import { preferredLang } from '#lib/words/lang.ts';
import { count, date, decimal, listing, percent, period, points } from '#lib/words/numbers.ts';

test('a share is rounded half up once and set as the language sets it', () => {
	expect(percent(38, 'en')).toBe('38%');
	expect(percent(38, 'de')).toBe('38\u00a0%');
	expect(percent(37.5, 'en')).toBe('38%');
	expect(percent(0.4, 'en')).toBe('0%');
});

test('a difference carries its sign with a true minus', () => {
	expect([points(-14), points(3), points(0), points(-0.4)]).toEqual(['−14', '+3', '0', '0']);
});

test('numbers take the marks of their language', () => {
	expect([count(11116, 'en'), count(11116, 'de')]).toEqual(['11,116', '11.116']);
	expect([decimal(2.8, 'en'), decimal(2.8, 'de')]).toEqual(['2.8', '2,8']);
});

test('counts and days are written as Intl writes them', () => {
	const locales = { en: ['en-US', 'en-GB'], de: ['de-DE', 'de-DE'] } as const;
	for (const lang of ['en', 'de'] as const) {
		const [ofNumbers, ofDays] = locales[lang];
		const numbers = new Intl.NumberFormat(ofNumbers);
		const days = new Intl.DateTimeFormat(ofDays, { dateStyle: 'long', timeZone: 'UTC' });
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (value) => {
				expect(count(value, lang)).toBe(numbers.format(value));
			})
		);
		for (let day = Date.UTC(2015, 0, 1); day < Date.UTC(2017, 0, 1); day += 86_400_000) {
			const iso = new Date(day).toISOString().slice(0, 10);
			expect(date(iso, lang)).toBe(days.format(day));
		}
	}
});

test('a date is given as far as it is known', () => {
	expect(date('2015-06-10', 'en')).toBe('10 June 2015');
	expect(date('2015-06-10', 'de')).toBe('10. Juni 2015');
	expect([date('2015-06', 'en'), date('2015-06', 'de'), date('2015', 'de')]).toEqual([
		'June 2015',
		'Juni 2015',
		'2015'
	]);
	expect(period('2015-04-06', '2015-05-15', 'de')).toBe('6. April 2015 bis 15. Mai 2015');
});

test('a list ends with the word for and', () => {
	expect(listing(['a', 'b', 'c'], 'en')).toBe('a, b and c');
	expect(listing(['a', 'b', 'c'], 'de')).toBe('a, b und c');
});

test.each([
	['de-AT,de;q=0.9,en;q=0.7', 'de'],
	['en-GB', 'en'],
	['fr,de;q=0.5,en;q=0.4', 'de'],
	['en;q=0.1, de;q=0.9', 'de'],
	['de;q=0', 'en'],
	['*', 'en'],
	['', 'en'],
	[null, 'en'],
	[';;q=,,=', 'en']
])('a reader who accepts %s reads %s', (header, lang) => {
	expect(preferredLang(header)).toBe(lang);
});
