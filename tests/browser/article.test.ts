import { describe, expect, test } from 'vitest';
import { readCsv } from '../fixtures/data-package.ts';
import { useBrowser } from '../support/site.ts';

const { server, newPage } = useBrowser();
const page = async (path: string) => (await fetch(`${server.origin}${path}`)).text();
/** What a reader sees of a page, without the scripts that carry its data again. */
const visible = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '');
const claims = readCsv('claims.csv');
const relationAt = claims.header.indexOf('relation');
const claimIds = claims.rows.map(([id = '']) => id);

describe('the article', () => {
	test.each(['en', 'de'])(
		'in %s gives every statement once, under its id, with a verdict',
		async (lang) => {
			const html = await page(`/${lang}/article`);
			const ids = [...html.matchAll(/<article id="(c\d+)"/g)].map(([, id]) => id);
			expect(ids.toSorted()).toEqual(claimIds.toSorted());
			expect(html.match(/<strong class="verdict[^>]*>[^<]+</g)).toHaveLength(claimIds.length);
			expect(visible(html)).not.toMatch(/\{(figure|number|sum|bound)/);
		}
	);

	test('fills its reasons with the published numbers and the bounds', async () => {
		const html = await page('/en/article');
		expect(html).toContain(
			'with 58% “should not” and 68% “would”, between 25% and 58% of the Germans asked gave both answers, which is 43 to 100% of those against'
		);
		expect(html).toContain('In 2017 the same wording gave 29% in the East and 43% in the West');
		expect(await page('/de/article')).toContain('Zusammen mit „sollte“ sind es 96;');
	});

	test('opens at the passage by a text fragment', async () => {
		expect(await page('/de/claims/c7')).toContain('#:~:text=nur%2038%20Prozent%20der%20Deutschen"');
	});

	test('every statement has a page of its own, in both languages', async () => {
		for (const id of claimIds)
			for (const lang of ['en', 'de']) {
				const response = await fetch(`${server.origin}/${lang}/claims/${id}`);
				expect(response.status, id).toBe(200);
				expect(visible(await response.text()), id).not.toMatch(/undefined|\{figure/);
			}
	});

	test('an unknown statement is a 404 that offers the nearest', async () => {
		const response = await fetch(`${server.origin}/de/claims/c70`);
		expect(response.status).toBe(404);
		const html = await response.text();
		expect(html).toContain('Diese Aussage gibt es nicht.');
		expect(html).toContain('/de/claims/c7"');
	});

	test('carries Claim and ClaimReview for machines, with the verdict as a word', async () => {
		const json = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(
			await page('/en/article')
		)?.[1];
		const graph = (JSON.parse(json ?? '') as { '@graph': Record<string, unknown>[] })['@graph'];
		// What nobody could check has no review.
		const unchecked = /^(not_testable|outside_survey)$/;
		const checked = claims.rows.filter((row) => !unchecked.test(row[relationAt] ?? ''));
		expect(graph).toHaveLength(checked.length);
		const stated = graph.find(({ '@id': id }) => String(id).endsWith('#c11'));
		expect(stated).toMatchObject({
			'@type': 'ClaimReview',
			claimReviewed: '58% are against.',
			reviewRating: { alternateName: 'matches what was published' },
			itemReviewed: { '@type': 'Claim' }
		});
		const dataset = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(
			await page('/en/questions/defend-nato-ally')
		)?.[1];
		expect(JSON.parse(dataset ?? '')).toMatchObject({ '@type': 'Dataset' });
	});

	test('a chosen statement is in the address, announced, and set off with its figures', async () => {
		const html = await page('/en/questions/defend-nato-ally?claim=c11');
		expect(html).toContain('Statement chosen, its figures are highlighted');
		expect(html).toMatch(
			/highlighted[^>]*data-figure="pew-2015-spring~defend-nato-ally~deu~all~should-not"/
		);
		expect(html).not.toMatch(/highlighted[^>]*data-figure="pew-2015-spring~defend-nato-ally~pol/);
		expect(await page('/en/questions/defend-nato-ally?claim=c99')).toContain('class="notices');
	});
});

describe('East and West under assumptions', () => {
	test('the verdicts of 2015 and 2017 are worked out anew when the reader assumes something else', async () => {
		const verdictOf = async (figure: string, query: string) => {
			const html = visible(await page(`/en/regions${query}`));
			const line = html.slice(html.indexOf(`data-figure="${figure}"`));
			return /<strong[^>]*>([^<]*)<\/strong>/.exec(line)?.[1];
		};
		const putin = 'pew-2015-spring~confidence-putin~deu~east~confidence';
		expect(await verdictOf(putin, '')).toBe('holds');
		// 40/19 on paper. n = 100: |z| is no more than 1.84 (p = .066) with 15 of 77, before any correction for many.
		expect(await verdictOf(putin, '?n=100')).toBe('does not hold');
	});
});

/** Words that lead a reader from the start page. */
const way = {
	en: {
		toArticle: 'Statement by statement',
		matches: 'matches what was published',
		differs: 'says something other than was asked',
		together: 'What the two figures can say together',
		unknown: /26%.*58%/s
	},
	de: {
		toArticle: 'Aussage für Aussage',
		matches: 'entspricht dem Veröffentlichten',
		differs: 'sagt etwas anderes, als gefragt wurde',
		together: 'Was die beiden Zahlen zusammen sagen können',
		unknown: /26\s%.*58\s%/s
	}
};

describe.each(['en', 'de'] as const)('a reader of the article, in %s', (lang) => {
	test('learns from the start page what matches, what changed the question, and why the same people are not shown', async () => {
		const words = way[lang];
		const { page: reader, close } = await newPage({ viewport: { width: 390, height: 844 } });
		await reader.goto(`${server.origin}/${lang}`);
		await reader.getByRole('link', { name: words.toArticle }).click();
		await reader.waitForURL(/\/article$/);

		// What matches: the tally leads to the first such statement, whose verdict stands under it.
		await reader.getByRole('link', { name: words.matches, exact: true }).click();
		expect(new URL(reader.url()).hash).toBe('#c6');
		expect((await reader.locator('#c11 .verdict').innerText()).toLowerCase()).toBe(
			words.matches.toLowerCase()
		);

		// What changed the question: as asked beside as written.
		await reader.getByRole('link', { name: words.differs, exact: true }).click();
		expect(new URL(reader.url()).hash).toBe('#c8');
		expect(await reader.locator('#c8 .shifts > div').count()).toBeGreaterThan(0);
		expect(await reader.locator('#c8 .shifts').isVisible()).toBe(true);

		// Why the same people are not shown: the two margins and what they leave open.
		await reader.getByRole('link', { name: words.together }).first().click();
		await reader.waitForURL(/\/explore\/together/);
		expect(await reader.locator('main').innerText()).toMatch(words.unknown);
		await close();
	});
});
