import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page as articlePage, startHost, type Host } from '../fixtures/hosts.ts';
import { flags, path } from '../support/browser.ts';
import { eager, embedOn, embedsOn, isFitted, outOfReach, spare } from '../support/embeds.ts';
import { snippetsOf } from '../support/snippets.ts';
import { useBrowser } from '../support/site.ts';

/* The texts of the dialog where they end up: in narrow and wide columns, in wrappers, on phones, on paper. */

const { server, open } = useBrowser();
let host: Host;
beforeAll(async () => {
	host = await startHost();
});
afterAll(() => host.close());
const snippets = (view: string, choice = '') => snippetsOf(server.origin, view, choice);

const views = [
	'/de/questions/defend-nato-ally',
	'/de/questions/defend-nato-ally/by-region',
	'/en/questions/view-of-nato?by=time',
	'/de/claims/c12',
	'/en/regions'
];
const columns = [300, 440, 600, 700, 760];
const inColumn = (code: string, width: number) =>
	`<div style="width:${width}px">${eager(code)}</div>`;

/** Wrappers that keep a shape, as themes and frameworks have them: round the frame, or round whatever is in it. */
const styles =
	'<style>.r{position:relative;height:0;padding-bottom:56.25%;overflow:hidden}.r iframe,.r>*{position:absolute;top:0;left:0;width:100%;height:100%}.wide{width:100%}</style>';
const wrapped = (code: string) => `<div class="r">${code}</div>`;

test.each(views)(
	'in every column of a wide page, with styles and without, in 16:9, all is reached: %s',
	async (view) => {
		const { frame } = await snippets(view);
		const bare = async (width: number) =>
			(await snippets(view, `width=${width}`)).frame
				.replace(/ style="[^"]*"/g, '')
				.replace('<iframe', '<iframe class="wide"');
		const byChoice = { 320: await bare(320), 600: await bare(600) };
		const places = [
			...columns.map((width) => ({
				where: `${width} px`,
				code: inColumn(frame, width),
				fits: true,
				most: 0.2
			})),
			...columns.flatMap((width) =>
				([320, 600] as const).map((chosen) => ({
					where: `attributes for ${chosen} px in ${width} px`,
					code: inColumn(byChoice[chosen], width),
					fits: width >= chosen,
					most: 1
				}))
			),
			...[frame.replace(/<iframe.*<\/iframe>/, wrapped), wrapped(frame)].map((code) => ({
				where: '16:9',
				code: inColumn(code, 600),
				fits: false,
				most: 1
			}))
		];
		const { page, complaints, close } = await open(
			host.show(articlePage(places.map(({ code }) => code).join('\n'), styles, 800)),
			{ viewport: { width: 1280, height: 900 } }
		);
		const embeds = await embedsOn(page);
		expect(embeds.length).toBe(places.length);
		for (const [index, { where, fits, most }] of places.entries()) {
			const embed = embeds[index]!;
			const left = await spare(embed);
			if (fits) expect(left, where).toBeGreaterThanOrEqual(0);
			const height = await embed.element.evaluate((each) => each.clientHeight);
			expect(left / height, where).toBeLessThan(most);
			if (!fits || index === 0) expect(await outOfReach(embed), where).toEqual([]);
		}
		expect(complaints).toEqual([]);
		await close();
	}
);

test.each(['/de/questions/defend-nato-ally', '/de/claims/c12'])(
	'on a phone everything is reached, with the table open too: %s',
	async (view) => {
		const { frame } = await snippets(view);
		const { page, close } = await open(host.show(articlePage(eager(frame))), {
			viewport: { width: 390, height: 844 },
			isMobile: true,
			hasTouch: true
		});
		const embed = await embedOn(page);
		expect(await spare(embed)).toBeGreaterThanOrEqual(0);
		await embed.inside.locator('summary').tap();
		expect(await outOfReach(embed)).toEqual([]);
		await close();
	}
);

test.each([20, 24])('a reader’s least size of type, %i px, hides nothing', async (least) => {
	const { frame } = await snippets('/de/questions/defend-nato-ally');
	const folder = mkdtempSync(join(tmpdir(), 'beistand-type-'));
	mkdirSync(join(folder, 'Default'));
	writeFileSync(
		join(folder, 'Default/Preferences'),
		JSON.stringify({ webkit: { webprefs: { minimum_font_size: least } } })
	);
	const context = await chromium.launchPersistentContext(folder, {
		executablePath: path,
		args: flags,
		viewport: { width: 1280, height: 900 }
	});
	const page = await context.newPage();
	await page.goto(host.show(articlePage(eager(frame))));
	const embed = await embedOn(page);
	const type = await embed.inside.$$eval('h1, p, summary, footer a', (all) =>
		all.map((each) => {
			const { fontSize, lineHeight } = getComputedStyle(each);
			return [parseFloat(fontSize), parseFloat(lineHeight) / parseFloat(fontSize)] as const;
		})
	);
	for (const [size, ratio] of type) {
		expect(size).toBeGreaterThanOrEqual(least);
		expect(ratio).toBeGreaterThan(1.2);
	}
	expect(await outOfReach(embed)).toEqual([]);
	await context.close();
	rmSync(folder, { recursive: true });
});

test('printed, it has the drawing, its source and address, and not the table', async () => {
	const { frame } = await snippets('/de/questions/defend-nato-ally');
	const { page, close } = await open(host.show(articlePage(eager(frame))));
	const embed = await embedOn(page);
	await embed.inside.locator('summary').click();
	await page.emulateMedia({ media: 'print' });
	expect(await embed.inside.locator('svg:visible').count()).toBe(1);
	expect(await embed.inside.locator('table:visible').count()).toBe(0);
	expect(await embed.inside.locator('footer').isVisible()).toBe(true);
	expect(await spare(embed)).toBeGreaterThanOrEqual(0);
	await close();
});

describe('the script of the second text', () => {
	test('sizes our frames, sandboxed too, and no others', async () => {
		const { scripted } = await snippets('/de/questions/defend-nato-ally');
		const foreign = host
			.show('<script>parent.postMessage({type:"beistand:height",height:3000},"*")</script>')
			.replace('127.0.0.1', 'localhost');
		const other = `<iframe id="other" src="${foreign}" width="300" height="250"></iframe>`;
		const low = eager(scripted).replace(/ style="width:100%;[^"]*"/, ' style="width:100%"');
		for (const code of [low, low.replace('<iframe', '<iframe sandbox="allow-scripts"')]) {
			const { page, complaints, close } = await open(host.show(articlePage(code + other)));
			const embed = await embedOn(page);
			await expect.poll(() => isFitted(embed)).toBe(true);
			await embed.inside.locator('summary').click();
			await expect.poll(() => isFitted(embed)).toBe(true);
			expect(await page.locator('#other').evaluate((each) => each.clientHeight)).toBe(250);
			expect(complaints).toEqual([]);
			await close();
		}
	});
});
