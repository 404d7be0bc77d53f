import { describe, expect, test } from 'vitest';
import { useSite } from '../support/site.ts';

/* What somebody hears who does not see a drawing: its finding in one sentence, and where its numbers are. */

const server = useSite();

/** A page of each kind that draws, and how many drawings it names at least. */
const pages: [string, number][] = [
	['', 1],
	['/questions/defend-nato-ally', 1],
	['/questions/defend-nato-ally/by-region', 1],
	['/questions/view-of-nato?by=time', 1],
	['/questions/tough-or-economic-ties?by=group', 1],
	['/questions/blame-eastern-ukraine', 1],
	['/claims/c7', 1],
	['/claims/c12', 2],
	['/explore?question=defend-nato-ally&survey=pew-2015-spring', 1],
	['/explore/together', 1]
];
/** Pages of which every number stands in a table, a list or beside its mark, and whose drawings are silent. */
const silent = ['/regions', '/article', '/questions', '/readings', '/methods', '/api'];

const unescaped = (text: string) =>
	text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

const namesOf = (html: string): string[] =>
	[...html.matchAll(/<\w+[^>]*\brole="img"[^>]*>/g)].map(([tag]) =>
		unescaped(/aria-label="([^"]*)"/.exec(tag)?.[1] ?? '')
	);

/** A full stop, question mark or exclamation mark that something follows; not that of `U.S.` or `9. Mai`. */
const second = /(?<!\bU\.S|\b\d{1,2})[.!]\s+\S/;

describe.each(['en', 'de'])('in %s', (lang) => {
	test.each(pages)('the drawings of %s are one sentence each', async (path, least) => {
		const html = await (await server.get(`/${lang}${path}`)).text();
		const names = namesOf(html);
		expect(names.length).toBeGreaterThanOrEqual(least);
		for (const name of names) {
			expect(name).toMatch(/^\p{Lu}|^\d/u);
			expect(name).toMatch(/[.?]$/);
			expect(name).not.toMatch(second);
			expect(name).toMatch(/\d/);
			expect(name.length).toBeLessThanOrEqual(330);
		}
		// Whoever hears that the numbers are in a table finds one.
		if (names.some((name) => /table|Tabelle/.test(name))) expect(html).toMatch(/<table/);
	});

	test.each(silent)('the drawings of %s are silent, its numbers are text', async (path) => {
		const html = await (await server.get(`/${lang}${path}`)).text();
		expect(namesOf(html)).toEqual([]);
		for (const [tag] of html.matchAll(/<svg[^>]*>/g)) expect(tag).toContain('aria-hidden="true"');
	});
});
