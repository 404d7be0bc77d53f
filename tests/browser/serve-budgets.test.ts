import { describe, expect, test } from 'vitest';
import { visit } from '../support/browser.ts';
import { useBrowser } from '../support/site.ts';

/* What a page may cost a reader, in bytes and counts: these do not depend on how busy the machine is. */

/** Compressed bytes of the page itself; a new survey costs some of them up to 400, and two more must fit. */
const budgets: Record<string, number> = {
	'/en': 13_000,
	'/de/questions': 13_000,
	'/de/questions/defend-nato-ally': 24_500,
	'/en/questions/defend-nato-ally/by-region': 34_500,
	'/en/regions': 27_000,
	'/de/article': 22_500,
	'/en/claims/c7': 10_500,
	'/en/figures/pew-2015-spring~defend-nato-ally~deu~all~should': 13_500,
	'/en/readings': 31_500,
	'/en/methods': 23_500,
	'/en/api': 15_600,
	'/en/embed-code/questions/defend-nato-ally': 7_500,
	'/de/explore': 34_500,
	'/en/explore/together': 17_500
};
/**
 * Bytes of scripts before a chart is in view. The workbench is a program: grid, filters, measures, pins; the
 * page of a question has misprints, statements and the ways to take it away beside its tables.
 */
const scriptBudget = (path: string) =>
	path.endsWith('/explore')
		? 67_100
		: /\/(questions|figures)\/.|together$/.test(path)
			? 62_000
			: 60_000;
/** Pages on which nothing answers a click come without scripts. */
const isWithoutScripts = (path: string) => /\/(methods|api)$/.test(path);
/** What any page may ask for before a reader scrolls or clicks: ten more where a chart is in sight at once. */
const requestBudget = 25;

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
	test(`is at most ${budget} bytes and ${scriptBudget(path)} of scripts before a chart is in view`, async () => {
		expect(await compressed(path)).toBeLessThanOrEqual(budget);
		const reply = await fetch(`${server.origin}${path}`);
		const html = await reply.text();
		const base = new URL(path, server.origin);
		const list = /for \(const href of (\[[^\]]*\])\)/.exec(html)?.[1] ?? '[]';
		const scripts = (JSON.parse(list) as string[]).map((name) => new URL(name, base).href);
		if (isWithoutScripts(path)) {
			expect(html).not.toMatch(/modulepreload|import\(/);
			return;
		}
		expect(scripts.length).toBeGreaterThan(3);
		// What the page does not name would be fetched all the same, only later.
		expect((await withImports(scripts)).sort()).toEqual(scripts.toSorted());
		// More than four kilobytes of headers are more than a proxy takes without being told to.
		expect([...reply.headers].join().length).toBeLessThan(3000);
		const sizes = await Promise.all(scripts.map(compressed));
		const total = sizes.reduce((sum, size) => sum + size, 0);
		expect(total).toBeGreaterThan(10_000);
		expect(total).toBeLessThanOrEqual(scriptBudget(path));
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
