import { describe, expect, test } from 'vitest';
import { readCsv } from '../fixtures/data-package.ts';
import { useBrowser } from '../support/site.ts';

/* What a reader who has never been here sees before doing anything: the claim, what came out, and what was made of it. */

const { open } = useBrowser();
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
