import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsOf } from '#lib/server/pages/together-limits.ts';
import { getTogether, getTogetherCatalog } from '#lib/server/pages/together.ts';
import { groupsAt, stretchesOf } from '#lib/view/together/together-groups.ts';
import { parseTogether, togetherQuery } from '#lib/view/together/together-query.ts';
import { realDatabase } from '../fixtures/real.ts';
import { useBrowser } from '../support/site.ts';

const db = realDatabase();
const together = (query = '') => getTogether(db, new URLSearchParams(query))!;
const shares = (query = '') =>
	Object.fromEntries(
		groupsAt(together(query).limits!, together(query).limits!.overlap).map(({ name, now }) => [
			name,
			now
		])
	);

describe('two figures of the same people', () => {
	test('58 and 68 leave 26 to 58 in both, 45 to 100 and 38 to 85 of each', () => {
		// 58 + 68 − 100 = 26; 26/58 = .448, 58/58 = 1; 26/68 = .382, 58/68 = .853; .58 · .68 = .394.
		const { limits, refusal } = together();
		expect(refusal).toBeNull();
		expect(limits).toMatchObject({ a: 58, b: 68, both: { low: 26, high: 58 } });
		// What is said reckons with rounding: 57.5 + 67.5 − 100 = 25; 25/57.5 = .435, 58.5/67.5 = .867.
		expect(limits!.said.both.low).toBeCloseTo(25, 6);
		expect(limits!.said.both.high).toBeLessThan(58.5);
		expect(limits!.said.bGivenA!.low).toBeCloseTo(43.478, 3);
		expect(limits!.said.aGivenB!.high).toBeCloseTo(86.667, 3);
		expect(limits!.independent).toBeCloseTo(39.44, 9);
		expect(limits!.bGivenA!.low).toBeCloseTo(100 * (26 / 58), 6);
		expect(limits!.bGivenA!.high).toBe(100);
		expect(limits!.aGivenB!.low).toBeCloseTo(100 * (26 / 68), 6);
		expect(limits!.aGivenB!.high).toBeCloseTo(100 * (58 / 68), 6);
	});

	test('a position of the overlap implies the four groups', () => {
		expect(shares()).toEqual({ both: 26, onlyA: 32, onlyB: 42, neither: 0 });
		expect(shares('overlap=40')).toEqual({ both: 40, onlyA: 18, onlyB: 28, neither: 14 });
		expect(shares('overlap=58')).toEqual({ both: 58, onlyA: 0, onlyB: 10, neither: 32 });
	});

	test('at every position the groups fill the bar and hold what is certain', () => {
		const pct = fc.integer({ min: 0, max: 100 });
		fc.assert(
			fc.property(pct, pct, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, at) => {
				const limits = limitsOf(a, b, null);
				const overlap = limits.both.low + at * (limits.both.high - limits.both.low);
				const groups = groupsAt(limits, overlap);
				expect(groups.reduce((sum, { now }) => sum + now, 0)).toBeCloseTo(100, 9);
				for (const { now, least, most } of groups) {
					expect(now).toBeGreaterThanOrEqual(least - 1e-9);
					expect(now).toBeLessThanOrEqual(most + 1e-9);
				}
				const drawn = stretchesOf(groups).reduce((sum, { width }) => sum + width, 0);
				expect(drawn).toBeCloseTo(100, 9);
			})
		);
	});

	test('the floor under sampling error is about 20, and follows what the reader assumes', () => {
		const usual = together().floor!;
		expect(usual).toMatchObject({ n: 1000, nSource: 'survey', deff: 1.75 });
		expect(Math.round(usual.ifIndependent)).toBe(20);
		const more = together('n=4000').floor!;
		expect(more).toMatchObject({ n: 4000, nSource: 'reader' });
		expect(more.ifIndependent).toBeGreaterThan(usual.ifIndependent);
		expect(more.ifIndependent).toBeLessThan(26);
	});

	test.each([
		['question=defend-nato-ally,defend-nato-ally&answer=should,should', 'same_answer'],
		['question=defend-nato-ally,defend-nato-ally&answer=should,should-not', 'same_question'],
		['question=view-of-nato,view-of-nato&answer=favorable,very-favorable', 'net_and_part'],
		['country=median-nato-8', 'median'],
		['survey=pew-2017-spring&question=defend-nato-ally,arms-to-ukraine', 'other_survey'],
		['country=usa&question=defend-nato-ally,us-would-defend-ally', 'other_population']
	])('%s is refused as %s, without a picture', (query, code) => {
		const { refusal, limits } = together(query);
		expect(refusal?.code).toBe(code);
		expect(limits).toBeNull();
	});

	test('any address gives a view, and its canonical query the same view again', () => {
		const catalog = getTogetherCatalog(db);
		const value = fc.oneof(
			fc.constantFrom('defend-nato-ally', 'view-of-nato', 'should', 'deu', 'east', '40', '2', ''),
			fc.string()
		);
		const key = fc.constantFrom(
			...[
				'survey',
				'country',
				'group',
				'question',
				'answer',
				'overlap',
				'n',
				'deff',
				'from',
				'a',
				'b'
			],
			'x'
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(key, value), { maxLength: 8 }), (pairs) => {
				const { view } = parseTogether(new URLSearchParams(pairs), catalog);
				const query = togetherQuery(view, catalog);
				const again = parseTogether(new URLSearchParams(query), catalog);
				expect(again.notices).toEqual([]);
				expect(togetherQuery(again.view, catalog)).toBe(query);
			}),
			{ numRuns: 500 }
		);
	});
});

describe('the page', () => {
	const { server, open } = useBrowser();
	const html = async (path: string) => (await fetch(`${server.origin}${path}`)).text();

	test('says in words what the figures carry and what not', async () => {
		const en = await html('/en/explore/together');
		expect(en).toContain('Between 25% and 58% gave both answers');
		expect(en).toContain('That people contradict themselves');
		expect(await html('/de/explore/together')).toContain(
			'Zwischen 25\u00a0% und 58\u00a0% gaben beide Antworten'
		);
	});

	test('figures that cannot be put together get a sentence and no picture', async () => {
		const page = await html(
			'/en/explore/together?survey=pew-2017-spring&question=defend-nato-ally,arms-to-ukraine'
		);
		expect(page).toContain('figures of two surveys cannot be put together');
		expect(page).not.toContain('class="bar');
	});

	test('an overlap that the figures rule out is named, and the page stands', async () => {
		const response = await fetch(`${server.origin}/en/explore/together?overlap=70`);
		expect(response.status).toBe(200);
		const page = await response.text();
		expect(page).toContain('class="notices');
		expect(page).toContain('Between 25% and 58% gave both answers');
	});

	test('the handle moves by keyboard; groups, address and announcement follow', async () => {
		const { page, close } = await open('/en/explore/together');
		const now = (group: string) => page.locator(`[data-group="${group}"]`).innerText();
		expect(await now('both')).toBe('26%');
		await page.getByRole('slider').focus();
		for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
		expect(await now('both')).toBe('30%');
		expect(await now('neither')).toBe('4%');
		await page.waitForURL('**/explore/together?overlap=30');
		expect(await page.getByRole('status').first().innerText()).toContain('both 30%');
		expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('range');
		await page.keyboard.press('End');
		expect(await now('both')).toBe('58%');
		await close();
	});

	test('without JavaScript the form leads to the same positions', async () => {
		const { page, close } = await open('/de/explore/together', { javaScriptEnabled: false });
		expect(await page.locator('svg.bar').isVisible()).toBe(true);
		await page.locator('input[name=overlap]').fill('40');
		await page.getByRole('button', { name: 'Anzeigen' }).click();
		expect(new URL(page.url()).search).toBe('?overlap=40');
		expect(await page.locator('[data-group="neither"]').innerText()).toBe('14\u00a0%');
		await close();
	});
});
