import { describe, expect, test } from 'vitest';
import { visit } from '../support/browser.ts';
import { useBrowser } from '../support/site.ts';

/* What a page may cost a reader, in bytes and counts: these do not depend on how busy the machine is. */

/** Compressed bytes of the page itself. */
const budgets: Record<string, number> = {
	'/en': 20_000,
	'/de/questions': 14_000,
	'/de/questions/defend-nato-ally': 24_000,
	'/en/questions/defend-nato-ally/by-region': 29_000,
	'/en/regions': 47_000,
	'/de/article': 36_000,
	'/en/claims/c7': 10_500,
	'/en/figures/pew-2015-spring~defend-nato-ally~deu~all~should': 15_200,
	'/en/readings': 38_000,
	'/en/methods': 27_000,
	'/en/api': 14_500,
	'/en/embed-code/questions/defend-nato-ally': 12_000,
	'/de/explore': 22_500,
	'/en/explore/together': 16_300
};
/** Bytes. */
const scriptBudget = 60_000;
/** What any page may ask for before a reader scrolls or clicks. */
const requestBudget = 21;

const { server, newPage } = useBrowser();

/** Bytes as they come over the wire. */
async function compressed(address: string): Promise<number> {
	const reply = await fetch(new URL(address, server.origin), {
		headers: { 'accept-encoding': 'br' }
	});
	await reply.arrayBuffer();
	return Number(reply.headers.get('content-length'));
}

/** Whole addresses of the scripts that others import at once, themselves included. */
async function withImports(scripts: string[]): Promise<string[]> {
	const found = new Set<string>();
	const visit = async (script: string) => {
		if (found.has(script)) return;
		found.add(script);
		const text = await (await fetch(script)).text();
		const imports = text.matchAll(/\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g);
		for (const [, name = ''] of imports) await visit(new URL(name, script).href);
	};
	for (const script of scripts) await visit(script);
	return [...found];
}

describe.each(Object.entries(budgets))('%s', (path, budget) => {
	test(`is at most ${budget} bytes and ${scriptBudget} of scripts before a chart is in view`, async () => {
		expect(await compressed(path)).toBeLessThanOrEqual(budget);
		const reply = await fetch(`${server.origin}${path}`);
		const html = await reply.text();
		const base = new URL(path, server.origin);
		const list = /for \(const href of (\[[^\]]*\])\)/.exec(html)?.[1] ?? '[]';
		const scripts = (JSON.parse(list) as string[]).map((name) => new URL(name, base).href);
		expect(scripts.length).toBeGreaterThan(3);
		// What the page does not name would be fetched all the same, only later.
		expect((await withImports(scripts)).sort()).toEqual(scripts.toSorted());
		// More than four kilobytes of headers are more than a proxy takes without being told to.
		expect([...reply.headers].join().length).toBeLessThan(3000);
		const sizes = await Promise.all(scripts.map(compressed));
		const total = sizes.reduce((sum, size) => sum + size, 0);
		expect(total).toBeGreaterThan(10_000);
		expect(total).toBeLessThanOrEqual(scriptBudget);
	});

	test.each([360, 1280])('moves nothing while it loads at %i pixels', async (width) => {
		const { page, requests, close } = await newPage({ viewport: { width, height: 800 } });
		await page.addInitScript(() => {
			const shifts = ((globalThis as unknown as { shifts: number[] }).shifts = []) as number[];
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					shifts.push((entry as PerformanceEntry & { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		await visit(page, server.origin + path);
		const shifts = await page.evaluate(
			() => (globalThis as unknown as { shifts: number[] }).shifts
		);
		expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(0.001);
		expect(requests.length).toBeLessThanOrEqual(requestBudget);
		expect(requests.filter((address) => !address.startsWith(server.origin))).toEqual([]);
		await close();
	});
});

test('A drawing is sent once: what wakes the page up does not repeat it', async () => {
	const html = await (await fetch(`${server.origin}/en/questions/defend-nato-ally`)).text();
	const script = html.slice(html.lastIndexOf('<script'));
	expect(html.split('<svg').length - 1).toBeGreaterThanOrEqual(3);
	expect(script).toContain('Drawing');
	expect(script).not.toMatch(/\\u003Csvg|<svg/);
});

test('After a click the chart is drawn in a place of its size, and in print too', async () => {
	const { page, close } = await newPage();
	await visit(page, `${server.origin}/en/questions`);
	await page.click('main a[href="/en/questions/defend-nato-ally"]');
	const canvas = page.locator('canvas.drawn');
	await canvas.waitFor();
	const sizes = await page.evaluate(() => {
		const box = document.querySelector('.chart')!.getBoundingClientRect();
		const drawn = document.querySelector('canvas')!.getBoundingClientRect();
		return [box.height, drawn.height];
	});
	expect(sizes[0]).toBeGreaterThan(200);
	expect(sizes[1]).toBeCloseTo(sizes[0]!, 0);
	for (const media of ['print', 'screen'] as const) {
		await page.emulateMedia({ media, forcedColors: media === 'screen' ? 'active' : 'none' });
		expect(await canvas.evaluate((each) => getComputedStyle(each).visibility)).toBe('visible');
	}
	await close();
});
