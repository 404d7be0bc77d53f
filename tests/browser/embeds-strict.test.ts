import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { rehype } from 'rehype';
import rehypeSanitize from 'rehype-sanitize';
import sanitizeHtml from 'sanitize-html';
import xss from 'xss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page as articlePage, startHost, type Host } from '../fixtures/hosts.ts';
import { needsScript, throughWordPress, wordPressPage } from '../fixtures/wordpress.ts';
import { eager, embedOn, outOfReach } from '../support/embeds.ts';
import { snippetsOf } from '../support/snippets.ts';
import { useBrowser } from '../support/site.ts';

/* The same texts in systems that take things away: policies, WordPress' sandbox, programs that clean HTML. */

const { server, newPage, open } = useBrowser();
let host: Host;
beforeAll(async () => {
	host = await startHost();
});
afterAll(() => host.close());

const question = '/de/questions/defend-nato-ally';
const views = [
	question,
	'/de/questions/defend-nato-ally/by-region',
	'/de/claims/c12',
	'/en/explore/together'
];

test.each(['require-corp', 'credentialless'])('a page with COEP %s shows it', async (policy) => {
	const strict = await startHost({ 'cross-origin-embedder-policy': policy });
	const { frame, picture } = await snippetsOf(server.origin, '/de/regions');
	const { page, complaints, close } = await open(strict.show(articlePage(eager(frame) + picture)));
	const { inside } = await embedOn(page);
	expect(await inside.locator('h1').innerText()).not.toBe('');
	const picturedAt = await page.$eval('img', (img) => img.naturalWidth);
	expect(picturedAt).toBe(1200);
	expect(complaints).toEqual([]);
	await close();
	await strict.close();
});

describe('WordPress', () => {
	const article = async (view: string) => {
		const asked = `${server.origin}/oembed?url=${encodeURIComponent(server.origin + view)}&maxwidth=600&maxheight=900`;
		const { html } = (await (await fetch(asked)).json()) as { html: string };
		const filtered = throughWordPress(html) ?? '';
		expect(needsScript(filtered)).toBe(true);
		const script = `<script>(${wordPressPage.toString()})()</script>`;
		return host.show(articlePage(filtered, `<style>iframe{max-width:100%}</style>${script}`));
	};

	test.each([1280, 390])('sizes the frame on a page of %i px', async (width) => {
		const { page, complaints, close } = await newPage({ viewport: { width, height: 900 } });
		for (const view of views) {
			await page.goto(await article(view));
			await page.locator('blockquote').waitFor({ state: 'hidden' });
			const embed = await embedOn(page);
			const content = await embed.inside.$eval('main', (main) =>
				Math.ceil(main.getBoundingClientRect().height)
			);
			// WordPress lets a frame have a thousand pixels and no more.
			await expect
				.poll(() => embed.element.evaluate((each) => each.clientHeight), { message: view })
				.toBe(Math.min(1000, content));
			expect(await outOfReach(embed), view).toEqual([]);
		}
		expect(complaints).toEqual([]);
		await close();
	});

	test('follows a click on the address out of the sandbox', async () => {
		const { page, close } = await open(await article(question));
		await page.locator('blockquote').waitFor({ state: 'hidden' });
		await (await embedOn(page)).inside.locator('footer a').click();
		await page.waitForURL(`${server.origin}${question}`);
		await close();
	});

	test('keeps a line with a link where its script is missing, as in a feed', async () => {
		const address = await article('/de/questions/defend-nato-ally');
		const { page, close } = await open(address, { javaScriptEnabled: false });
		const quoted = page.locator('blockquote a');
		expect(await quoted.innerText()).toContain('Pew Research Center, Beistand');
		expect(await quoted.getAttribute('href')).toBe(
			`${server.origin}/de/questions/defend-nato-ally`
		);
		await close();
	});
});

interface Caja {
	sanitize(html: string, urls: (url: string) => string): string;
}

/** What three of them leave in a browser's window. */
interface Cleaners {
	DOMPurify: { sanitize(html: string): string };
	HTMLJanitor: new (options: object) => { clean(html: string): string };
	Readability: new (page: Document) => { parse(): { content: string } };
}

const require = createRequire(import.meta.url);
const packaged = (path: string): string => readFileSync(require.resolve(path), 'utf8');

/** Programs that clean HTML in feed readers, mail, forums and content systems, as they come. */
const sanitizers: Record<string, (html: string) => string | Promise<string>> = {
	'sanitize-html': (html) => sanitizeHtml(html),
	xss: (html) => xss(html),
	insane: (html) => (require('insane') as (text: string) => string)(html),
	'google-caja': (html) => (require('google-caja-sanitizer') as Caja).sanitize(html, (url) => url),
	rehype: async (html) =>
		String(await rehype().data('settings', { fragment: true }).use(rehypeSanitize).process(html)),
	dompurify: (html) =>
		inPage(
			packaged('dompurify/dist/purify.min.js'),
			(text) => (globalThis as unknown as Cleaners).DOMPurify.sanitize(text),
			html
		),
	'html-janitor': (html) =>
		inPage(
			packaged('html-janitor'),
			(text) =>
				new (globalThis as unknown as Cleaners).HTMLJanitor({
					tags: { p: {}, a: { href: true }, em: {}, strong: {} }
				}).clean(text),
			html
		),
	'reading mode': (html) =>
		inPage(
			`${packaged('@mozilla/readability/Readability.js')};window.Readability=Readability`,
			(text) => {
				const words = 'A paragraph of an article, with commas, and words, and more words. '.repeat(
					6
				);
				const page = `<article><p>${words}</p>${text}<p>${words}</p><p>${words}</p></article>`;
				const parsed = new DOMParser().parseFromString(page, 'text/html');
				return new (globalThis as unknown as Cleaners).Readability(parsed).parse().content;
			},
			html
		)
};

/** Runs a program that needs a browser in one. */
async function inPage(code: string, use: (text: string) => string, html: string): Promise<string> {
	const { page, close } = await newPage();
	await page.addScriptTag({ content: code });
	const cleaned = await page.evaluate(use, html);
	await close();
	return cleaned;
}

test.each(Object.entries(sanitizers))(
	'%s leaves a line with finding, source and link, and no program',
	async (_, clean) => {
		const texts = await snippetsOf(server.origin, question);
		for (const kind of ['frame', 'scripted', 'picture'] as const) {
			const left = await clean(`<p>Before.</p>${texts[kind]}<p>After.</p>`);
			expect(left, kind).toContain('Pew Research Center, Beistand');
			expect(left, kind).toContain(`href="${server.origin}${question}"`);
			expect(left, kind).not.toMatch(/addEventListener|function|contentWindow/);
			expect(left, kind).toContain('After.');
		}
	}
);
