import { describe, expect, test } from 'vitest';
import { readCsv } from '../fixtures/data-package.ts';
import { overflow, visit } from '../support/browser.ts';
import { useBrowser } from '../support/site.ts';

/* What a reader who has never been here sees before doing anything: the claim, what came out, and what was made of it. */

const { server, open, newPage } = useBrowser();
const claims = readCsv('claims.csv');
const at = claims.header.indexOf('relation');
const tally = (relation: string) => claims.rows.filter((row) => row[at] === relation).length;

const words = {
	en: {
		finding: /58% of Germans said no, 38% said yes/,
		sides: /East 29%[\s\S]*West 43%/,
		numbers: '38, 58 and 68: the three numbers are right.',
		departures: `${tally('paraphrase_differs')} of ${claims.rows.length} statements say something other than was asked, ${tally('inference_beyond_data')} go further than the figures.`
	},
	de: {
		finding: /58\s% der Deutschen sagten Nein, 38\s% Ja/,
		sides: /Ost 29\s%[\s\S]*West 43\s%/,
		numbers: '38, 58 und 68: Die drei Zahlen stimmen.',
		departures: `${tally('paraphrase_differs')} von ${claims.rows.length} Aussagen sagen etwas anderes, als gefragt war, ${tally('inference_beyond_data')} gehen über die Zahlen hinaus.`
	}
};

describe.each(['en', 'de'] as const)('the start page in %s', (lang) => {
	test.each([
		[1280, 900, 1],
		[390, 844, 2]
	])(
		'says at %i × %i, within %i screens, what was found, in East and West, and what the article made of it',
		async (width, height, screens) => {
			const { page, close } = await open(`/${lang}`, { viewport: { width, height } });
			const said = words[lang];
			expect(await page.locator('h1').innerText()).toMatch(said.finding);
			const split = page.locator('section', { has: page.locator('.sides') }).last();
			expect(await split.innerText()).toMatch(said.sides);
			const piece = page.locator('section', { hasText: said.numbers }).last();
			expect(await piece.innerText()).toContain(said.departures);
			const links = [
				page.locator('main a[href$="/article"]').first(),
				page.locator('main a[href$="/regions"]').first(),
				page.locator('main a[href$="/questions/defend-nato-ally"]').first()
			];
			for (const part of [page.locator('.chart'), split, ...links]) {
				const box = await part.boundingBox();
				expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(screens * height);
			}
			// Topics lead on; the list of all questions has a page of its own.
			expect(await page.locator('main a[href*="/questions/"]').count()).toBeLessThan(20);
			await close();
		}
	);
});

describe('the article', () => {
	test.each([
		[1280, 8000],
		[390, 14_000]
	])('at %i pixels is at most %i high and hides no verdict', async (width, most) => {
		const { page, close } = await open('/de/article', { viewport: { width, height: 900 } });
		expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(most);
		expect(await overflow(page)).toBe(0);
		const verdicts = page.locator('article .verdict');
		expect(await verdicts.count()).toBe(claims.rows.length);
		for (const verdict of await verdicts.all()) expect(await verdict.isVisible()).toBe(true);
		await close();
	});

	test('begins with the survey: what is said, its marked phrases, then the verdicts, before anything of armament', async () => {
		const { page, close } = await open('/en/article');
		const order = await page
			.locator('article.statement')
			.evaluateAll((all) => all.map(({ id }) => id));
		expect(order.indexOf('c7')).toBeLessThan(order.indexOf('c1'));
		// A phrase leads to the statement that rests on it.
		await page.locator('.sentence a[href="#c8"]').first().click();
		await page.waitForURL(/#c8$/);
		expect(await page.locator('#c8 .shifts').isVisible()).toBe(true);
		await close();
	});

	test('keeps its chart in view beside its statements and sets off the numbers spoken of', async () => {
		const { page, close } = await open('/en/article');
		const passage = page.locator('.passage', { has: page.locator('#c11') });
		// This statement rests on the approval alone, so the refusal goes pale.
		await passage.locator('#c7').scrollIntoViewIfNeeded();
		await passage.locator('#c7').hover();
		const should = passage.locator('li', { hasText: 'Should use military force' }).first();
		const shouldNot = passage.locator('li', { hasText: 'Should not use military force' }).first();
		await page.waitForFunction(() => document.querySelector('li.pale') !== null);
		expect(await shouldNot.getAttribute('class')).toContain('pale');
		expect(await should.getAttribute('class')).not.toContain('pale');
		const box = await should.boundingBox();
		expect(box?.y).toBeGreaterThanOrEqual(0);
		expect(box?.y).toBeLessThan(900);
		await close();
	});

	test.each(['without JavaScript', 'on paper'])('%s has every reason open', async (how) => {
		const { page, close } = await newPage({ javaScriptEnabled: how === 'on paper' });
		if (how === 'on paper') {
			await visit(page, `${server.origin}/de/article`);
			await page.emulateMedia({ media: 'print' });
		} else await page.goto(`${server.origin}/de/article`);
		for (const reasons of await page.locator('article .links').all())
			expect(await reasons.isVisible()).toBe(true);
		expect(await page.locator('article summary').first().isVisible()).toBe(false);
		await close();
	});
});

describe('East and West', () => {
	test.each([
		['en', 390, 9500, 'uncertain'],
		['de', 1280, 5000, 'unsicher']
	] as const)(
		'in %s at %i pixels, at most %i high, lead with what was asked first: in words, then in numbers with gap and verdict in view',
		async (lang, width, most, verdict) => {
			const { page, close } = await open(`/${lang}/regions`, { viewport: { width, height: 900 } });
			expect(await page.locator('h1').innerText()).toMatch(/43[\s\u00a0]?%[\s\S]*29[\s\u00a0]?%/);
			const lines = page.locator('.head table').first().locator('tbody tr');
			expect(await lines.nth(0).locator('.said').count()).toBe(1);
			const measured = lines.nth(1);
			expect(await measured.locator('circle').count()).toBe(2);
			expect(await measured.locator('.gap').innerText()).toContain('−14');
			expect(await measured.locator('.verdict').innerText()).toBe(verdict);
			// Not of this line alone: nothing of any line is off the screen.
			const beyond = await page
				.locator('tbody :is(.east, .west, .whole, .gap, .verdict)')
				.evaluateAll(
					(cells) =>
						cells.filter((cell) => cell.getBoundingClientRect().right > document.body.clientWidth)
							.length
				);
			expect(beyond).toBe(0);
			expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(most);
			expect(await overflow(page)).toBe(0);
			// What was not published is said, never drawn.
			expect(await lines.nth(0).locator('circle').count()).toBe(0);
			await close();
		}
	);
});
