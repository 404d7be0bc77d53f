import { describe, expect, test } from 'vitest';
import { toAtom } from '#lib/formats/web/atom.ts';

describe('the corrections feed', () => {
	const where = {
		self: 'https://example.org/de/corrections.atom',
		page: 'https://example.org/de',
		figure: (id: string) => `https://example.org/de/figures/${id}`
	};

	test('is a feed without entries while nothing was taken back', () => {
		const feed = toAtom([], where, '2026-11-24', 'de');
		expect(feed).toContain('<updated>2026-11-24T00:00:00Z</updated>');
		expect(feed).not.toContain('<entry>');
	});

	test('has the latest first, and text stays text', () => {
		const reason = { en: 'Was <wrong> & old', de: 'War <falsch> & alt' };
		const before = { en: '43% “Yes”', de: '43 % „Ja“' };
		const after = { en: '42% “Yes”', de: '42 % „Ja“' };
		const one = { figure: 'a~b~c~d~e', successor: 'f', on: '2027-01-02', before, after, reason };
		const feed = toAtom([one, { ...one, figure: 'later', on: '2027-02-03' }], where, '', 'de');
		expect(feed.indexOf('later')).toBeLessThan(feed.indexOf('a~b~c~d~e'));
		expect(feed).toContain('Alt: 43 % „Ja“. Neu: 42 % „Ja“. War &lt;falsch&gt; &amp; alt<');
		expect(feed).toContain('href="https://example.org/de/figures/f"');
		expect(feed.match(/<updated>/g)).toHaveLength(3);
	});
});
