import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hosts, startHost, type Host } from '../fixtures/hosts.ts';
import { useBrowser } from '../support/site.ts';

let host: Host;
beforeAll(async () => {
	host = await startHost();
});
afterAll(() => host.close());
const { server, newPage, open: openIn } = useBrowser();
const open = (address: string, options: BrowserContextOptions = {}) =>
	openIn(address, { viewport: { width: 1000, height: 900 }, ...options });

const question = '/de/embed/questions/defend-nato-ally';
const embed = (path = question) => `${server.origin}${path}`;

const frameOf = (page: Page): Frame => {
	const frame = page.frames().find((each) => each.url().includes('/embed/'));
	if (!frame) throw new Error('Expected a frame with an embed, found none');
	return frame;
};
const contentHeight = (frame: Frame): Promise<number> =>
	frame.evaluate(() => document.querySelector('main')!.getBoundingClientRect().height);
const frameHeight = (page: Page): Promise<number> =>
	page.evaluate(() => document.querySelector('iframe')!.getBoundingClientRect().height);

/** The text that the dialog hands out: a frame, a frame with a script, a picture. */
async function snippets(path: string, choice = ''): Promise<string[]> {
	const { page, close } = await newPage({ javaScriptEnabled: false });
	const [lang, rest] = [path.slice(0, 3), path.slice(3)];
	await page.goto(`${server.origin}${lang}/embed-code${rest}${choice}`);
	const texts = await page.locator('pre').allInnerTexts();
	await close();
	return texts;
}

describe('in a newsroom’s page on another origin', () => {
	test.each(Object.keys(hosts).filter((name) => name !== 'pasted') as (keyof typeof hosts)[])(
		'%s gives the frame the height of its content, growing and shrinking',
		async (name) => {
			const { page, complaints, close } = await open(host.show(hosts[name](embed())));
			const frame = frameOf(page);
			const fits = async () => {
				await expect
					.poll(async () => Math.abs((await frameHeight(page)) - (await contentHeight(frame))))
					.toBeLessThanOrEqual(1);
				return contentHeight(frame);
			};
			const closed = await fits();
			await frame.locator('summary').click();
			const opened = await fits();
			expect(Math.abs(opened - closed)).toBeGreaterThan(20);
			await frame.locator('summary').click();
			expect(await fits()).toBe(closed);
			await page.setViewportSize({ width: 360, height: 900 });
			expect(await fits()).not.toBe(closed);
			expect(complaints).toEqual([]);
			await close();
		}
	);

	test('the second text of the dialog does so too, plain and sandboxed', async () => {
		const [, text = ''] = await snippets('/de/questions/defend-nato-ally');
		for (const code of [text, text.replace('<iframe', '<iframe sandbox="allow-scripts"')]) {
			const { page, complaints, close } = await open(host.show(hosts.pasted(code)));
			const frame = frameOf(page);
			for (let times = 0; times < 2; times += 1) {
				await frame.locator('summary').click();
				await expect
					.poll(async () => Math.abs((await frameHeight(page)) - (await contentHeight(frame))))
					.toBeLessThanOrEqual(1);
			}
			expect(complaints).toEqual([]);
			await close();
		}
	});

	test.each([
		'/de/questions/defend-nato-ally',
		'/de/questions/defend-nato-ally/by-region',
		'/en/questions/view-of-nato?by=time',
		'/de/claims/c12',
		'/de/explore/together',
		'/en/regions'
	])('the first text alone cuts nothing off on any screen: %s', async (path) => {
		const [text = ''] = await snippets(path);
		const address = host.show(hosts.pasted(text));
		const { page, close } = await open(address);
		for (const width of [320, 360, 390, 414, 500, 540, 600, 768, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			await page.waitForTimeout(30);
			const spare = (await frameHeight(page)) - (await contentHeight(frameOf(page)));
			expect(spare, `${width} px`).toBeGreaterThanOrEqual(0);
			expect(spare, `${width} px`).toBeLessThan(0.3 * (await frameHeight(page)));
		}
		await close();
	});

	test('the third text is a picture with every number in words, linked to its page', async () => {
		const [, , text = ''] = await snippets('/en/questions/defend-nato-ally');
		const { page, requests, close } = await open(host.show(hosts.pasted(text)));
		const picture = page.locator('a > img');
		const alt = (await picture.getAttribute('alt')) ?? '';
		for (const part of ['38%', '58%', 'Turkey', 'Source: Pew Research Center'])
			expect(alt).toContain(part);
		const natural = await picture.evaluate((img) => {
			const { naturalWidth, naturalHeight, width, height } = img as HTMLImageElement;
			return [naturalWidth, naturalHeight, width * 2, height * 2];
		});
		expect(natural.slice(0, 2)).toEqual(natural.slice(2));
		expect(requests.filter((url) => url.startsWith(server.origin))).toHaveLength(1);
		await close();
	});

	test('in a sandbox it complains about nothing, shows its numbers, prints its address', async () => {
		const code = `<iframe sandbox="allow-scripts" src="${embed()}" width="600" height="800"></iframe>`;
		const { page, complaints, close } = await open(host.show(hosts.pasted(code)));
		const frame = frameOf(page);
		expect(await frame.locator('svg:visible text', { hasText: '38' }).first().isVisible()).toBe(
			true
		);
		const link = frame.locator('footer a');
		expect(await link.innerText()).toContain(
			`${server.origin.slice(7)}/de/questions/defend-nato-ally`
		);
		expect(complaints).toEqual([]);
		await close();
	});

	test('a dark reader of a light page sees a light embed, unless the address says otherwise', async () => {
		const paper = async (path: string, scheme: string) => {
			const code = `<iframe src="${embed(path)}" width="600" height="700" style="color-scheme:${scheme}"></iframe>`;
			const { page, close } = await open(host.show(hosts.pasted(code)), { colorScheme: 'dark' });
			const found = await frameOf(page).evaluate(
				() => getComputedStyle(document.documentElement).backgroundColor
			);
			await close();
			return found;
		};
		const [light, dark] = ['rgb(251, 250, 247)', 'rgb(20, 24, 29)'];
		expect(await paper(question, 'normal')).toBe(light);
		expect(await paper(question, 'light')).toBe(light);
		expect(await paper(`${question}?theme=dark`, 'dark')).toBe(dark);
		expect(await paper(`${question}?theme=auto`, 'light dark')).toBe(dark);
		// A frame hears of the reader and not of the page, so auto is for pages that turn dark themselves.
		expect(await paper(`${question}?theme=auto`, 'light')).toBe(dark);
	});

	test('twenty of them move nothing and make one request each', async () => {
		const paths = ['questions/defend-nato-ally', 'questions/view-of-nato', 'regions', 'claims/c12'];
		const texts = await Promise.all(paths.map((path) => snippets(`/de/${path}`)));
		const many = Array.from({ length: 20 }, (_, at) => `<p>Text.</p>${texts[at % 4]?.[0]}`).join(
			''
		);
		const { page, requests, complaints, context, close } = await open(
			host.show(hosts.pasted(many.replaceAll('loading="lazy"', '')))
		);
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let sum = 0;
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
							sum += entry.value;
					}).observe({ type: 'layout-shift', buffered: true });
					setTimeout(() => resolve(sum), 500);
				})
		);
		expect(page.frames()).toHaveLength(21);
		expect(shift).toBe(0);
		expect(requests.filter((url) => url.startsWith(server.origin)).length).toBeLessThanOrEqual(20);
		expect(
			requests.filter((url) => !url.startsWith(server.origin) && !url.startsWith(host.origin))
		).toEqual([]);
		expect(await context.cookies()).toEqual([]);
		expect(complaints).toEqual([]);
		await close();
	});
});
