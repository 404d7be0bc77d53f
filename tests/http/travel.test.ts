import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { relationNames } from '#lib/words/codes.ts';
import { useSite } from '../support/site.ts';

/* What a reader sees who never opens the page: a tab, a chat window, a feed, a frame in somebody's article. */

const server = useSite();
const text = async (path: string) => (await server.get(path)).text();
const tag = (html: string, property: string): string =>
	unescaped(
		new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(html)?.[1] ?? ''
	);
const unescaped = (html: string) =>
	html
		.replaceAll('&amp;', '&')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', '’')
		.replaceAll('&lt;', '<');
const titleOf = (html: string) => unescaped(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');

/** The verdict of every statement, as db/data has it and the fixed list names it. */
const verdictOf = new Map(
	parse<{ claim_id: string; relation: keyof typeof relationNames }>(
		readFileSync(new URL('../../db/data/claims.csv', import.meta.url)),
		{ columns: true }
	).map(({ claim_id, relation }) => [claim_id, relationNames[relation]])
);

describe.each(['en', 'de'] as const)('in %s', (lang) => {
	test('a statement carries its outlet and its verdict into every window', async () => {
		const list = await text(`/${lang}/article`);
		const ids = [...new Set([...list.matchAll(/claims\/(c\d+)/g)].map(([, id]) => id))];
		expect(ids.length).toBeGreaterThan(20);
		for (const id of ids) {
			const page = await text(`/${lang}/claims/${id}`);
			const embed = await text(`/${lang}/embed/claims/${id}`);
			const oembed = (await (
				await server.get(
					`/oembed?url=${encodeURIComponent(`${server.origin}/${lang}/claims/${id}`)}`
				)
			).json()) as { title: string; author_name: string; html: string };
			const said = [
				titleOf(page),
				tag(page, 'og:title'),
				titleOf(embed),
				oembed.title,
				unescaped(/<iframe[^>]* title="([^"]*)"/.exec(oembed.html)?.[1] ?? '')
			];
			for (const each of said) {
				expect(each, id).toMatch(/ZEIT ONLINE, (June|Juni) 2015/);
				expect(each, id).toContain(verdictOf.get(id!)![lang]);
			}
			expect(tag(page, 'og:description').length, id).toBeGreaterThan(20);
			// The sentence is not the institute's, and neither is the chart that sets it beside the figures.
			expect(oembed.author_name, id).not.toContain('Pew');
			expect(embed, id).not.toMatch(/(Source|Quelle): Pew/);
			expect(embed, id).toMatch(/ZEIT ONLINE, (June|Juni) 2015/);
			// Two ways on: to the article, and to the page that holds it against the figures.
			expect(embed, id).toMatch(/<footer><p><a href="https:\/\/www\.zeit\.de\/[^"]+"/);
			expect(embed, id).toContain(`href="${server.origin}/${lang}/claims/${id}"`);
		}
	});

	test('every kind of page has a title, a description, a picture that answers, and its language', async () => {
		const pages = [
			'',
			'/article',
			'/questions',
			'/questions/view-of-nato?by=time',
			'/regions',
			'/readings',
			'/explore',
			'/methods',
			'/api',
			'/figures/pew-2015-spring~defend-nato-ally~deu~all~should-not',
			'/claims/c7'
		];
		for (const path of pages) {
			const html = await text(`/${lang}${path}`);
			expect(tag(html, 'og:title').length, path).toBeGreaterThan(5);
			expect(tag(html, 'og:description').length, path).toBeGreaterThan(20);
			expect(tag(html, 'og:locale'), path).toBe({ en: 'en_US', de: 'de_DE' }[lang]);
			const picture = await fetch(tag(html, 'og:image'));
			expect([picture.status, picture.headers.get('content-type')], path).toEqual([
				200,
				'image/png'
			]);
			// Each of them once: two titles would be none.
			expect(html.match(/property="og:title"/g), path).toHaveLength(1);
		}
	});
});

test('only statements that can be checked are offered as reviews, each with a day', async () => {
	const html = await text('/en/article');
	const graph = [
		...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)
	].flatMap(
		([, json = '{}']) =>
			(JSON.parse(json) as { '@graph'?: Record<string, unknown>[] })['@graph'] ?? []
	);
	expect(graph.length).toBeGreaterThan(5);
	for (const review of graph) {
		expect(review['datePublished']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		const rating = review['reviewRating'] as { alternateName: string };
		expect(rating.alternateName).not.toMatch(/cannot be tested|not a subject/);
	}
});

test.each([
	['card', 1200, 630],
	['card=square', 1080, 1080]
])('a picture for social networks (%s) has %i × %i pixels', async (query, width, height) => {
	const reply = await server.get(`/de/questions/defend-nato-ally.png?${query}`);
	const png = Buffer.from(await reply.arrayBuffer());
	// Width and height stand in the first chunk of a PNG.
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
});

test('a picture with room for some lines only keeps Germany and those who answered as Germans did', async () => {
	const svg = await text('/en/questions/defend-nato-ally.svg?card');
	for (const shown of ['Germany', '58%', 'France', '53%', 'Italy', '51%'])
		expect(svg).toContain(shown);
	expect(svg).toContain('more lines');
});

test('a question that became part of another one answers 410 with a link to it, page and file', async () => {
	const page = await server.get('/de/questions/russia-no-threat-to-germany');
	expect(page.status).toBe(410);
	const html = await page.text();
	expect(html).toContain('mit einer anderen zusammengefasst');
	expect(html).toContain('href="/de/questions/russia-military-threat-germany"');
	const file = await server.get('/de/questions/russia-no-threat-to-germany.csv');
	expect(file.status).toBe(410);
	expect(await file.text()).toContain('/de/questions/russia-military-threat-germany.csv');
});

test('the feed of corrections tells old and new in words and numbers', async () => {
	const feed = await text('/de/corrections.atom');
	expect(feed).toMatch(/<title>Zurückgezogen: 73\s%\s„Positiv/);
	expect(feed).toMatch(/Alt: 73\s%\s.*Frühjahr 2009\)\. Neu: 73\s%\s.*Herbst 2009\)\./);
	expect(await text('/de/methods')).toContain('Alt: 73');
});

test('East and West can be copied as a sentence', async () => {
	expect(await text('/en/regions')).toMatch(
		/<q[^>]*>East and West are furthest apart on “[^<]*% in the West say [^<]*don’t know included\)\.<\/q>/
	);
});

test('a sign behind a number is explained on every page that shows one', async () => {
	const signs = new Set<string>();
	const pages = [
		...['', '/article', '/questions', '/regions', '/readings', '/claims/c8'],
		...['', '?by=region', '?by=group', '?by=time'].map(
			(query) => `/questions/view-of-nato${query}`
		),
		...['', '?question=view-of-nato', '?measure=gap', '?q=43%25'].map(
			(query) => `/explore${query}`
		),
		'/explore/together',
		'/figures/pew-2015-spring~view-of-nato~deu~east~favorable'
	];
	for (const path of pages) {
		const html = (await text(`/de${path}`)).replace(/<script[\s\S]*?<\/script>/g, '');
		// Behind a number stands an element, or the end of one, that holds nothing but the sign.
		const used = new Set([...html.matchAll(/([†*°‡Σ])\s*</g)].map(([, sign = '']) => sign));
		for (const sign of used) {
			signs.add(sign);
			// The key says the sign, perhaps in a tag of its own, and then what it means.
			const key = new RegExp(`${sign === '*' ? '\\*' : sign}(</[a-z]+>)?\\s+\\p{L}`, 'u');
			expect(html, `${path} ${sign}`).toMatch(key);
		}
	}
	expect(signs.size).toBeGreaterThan(2);
});
