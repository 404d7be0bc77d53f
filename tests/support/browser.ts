import type axe from 'axe-core';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page,
	type Request
} from 'playwright-core';

/** Where Chromium is. */
export const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * The same Chromium without windows, menus and settings, as Debian packs it beside the whole one: it opens a
 * page for a third of the processor time. Where it is not installed, or CHROMIUM names another, that is used.
 */
const shell = '/usr/bin/chromium-headless-shell';

/** Without a sandbox of its own, since tests run as root in containers, and without a word to the network. */
export const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Debian's Chromium, headless. */
export function launch(): Promise<Browser> {
	if (!existsSync(path))
		throw new Error(`Expected Chromium at ${path}; run tests/support/need.sh or set CHROMIUM`);
	const hasShell = process.env['CHROMIUM'] === undefined && existsSync(shell);
	return chromium.launch({ executablePath: hasShell ? shell : path, args: flags });
}

/** A page in a context of its own: without cookies, storage or cache of another. */
export interface OpenedPage {
	page: Page;
	context: BrowserContext;
	/** Errors and warnings of its console, and what its scripts threw. */
	complaints: string[];
	/** Addresses it asked for. */
	requests: string[];
	close(): Promise<void>;
}

/** An empty page of 1280 × 900 pixels, unless the options say otherwise. */
export async function emptyPage(
	browser: Browser,
	options: BrowserContextOptions = {}
): Promise<OpenedPage> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	// Further tabs of the same reader too.
	context.on('page', watchTraffic);
	const page = await context.newPage();
	const complaints: string[] = [];
	const requests: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('request', (request) => requests.push(request.url()));
	return { page, context, complaints, requests, close: () => context.close() };
}

const axeSource = readFileSync(
	createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
	'utf8'
);

/**
 * What axe finds under WCAG 2.2 AA and its best practices, whatever it thinks of the harm: its rule and the
 * first element, none where all is well.
 */
export async function axeFaults(page: Page): Promise<(string | undefined)[][]> {
	// The policy forbids inline scripts; the test's own is let in from outside the page.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
	const { violations } = await page.evaluate(() =>
		(window as unknown as { axe: typeof axe }).axe.run({
			// Rules of 2.2, such as the size of targets, are asked only by name.
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
			// Of what is well only the rules are listed, not every element: half the time.
			resultTypes: ['violations']
		})
	);
	return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

/**
 * The page in one width and scheme of colours after the other, without loading it again: first where there
 * is least room, as it was opened. The languages differ in their words alone, so axe reads the narrow dark
 * page in one of them and the wide light one in the other.
 */
export const looks = [
	{ width: 320, colorScheme: 'dark', readByAxe: 'en' },
	{ width: 768, colorScheme: 'dark', readByAxe: undefined },
	{ width: 1280, colorScheme: 'light', readByAxe: 'de' }
] as const;

export type Look = (typeof looks)[number];

/** Changes window and colours, and waits until what follows its width has been drawn. */
export async function lookAt(page: Page, { width, colorScheme }: Look): Promise<void> {
	await page.emulateMedia({ colorScheme });
	await page.setViewportSize({ width, height: 900 });
	await page.evaluate(
		() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
	);
}

/** Pixels by which the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** What a page is waiting for: how many answers, and when the last request began or ended. */
const traffic = new WeakMap<Page, { open: Set<Request>; since: number }>();

/** From now on the page's requests are counted. */
function watchTraffic(page: Page): void {
	const seen = { open: new Set<Request>(), since: performance.now() };
	traffic.set(page, seen);
	const change = (request: Request, isOpen: boolean) => {
		if (isOpen) seen.open.add(request);
		else seen.open.delete(request);
		seen.since = performance.now();
	};
	page.on('request', (request) => change(request, true));
	page.on('requestfinished', (request) => change(request, false));
	page.on('requestfailed', (request) => change(request, false));
}

/** So many milliseconds without a request count as rest: Playwright's own half a second adds up over a thousand pages. */
const restMilliseconds = 120;

/** Waits until a page of `emptyPage` asks for nothing more. */
export async function atRest(page: Page): Promise<void> {
	const seen = traffic.get(page);
	if (!seen) throw new Error('Expected a page whose requests are counted');
	for (;;) {
		const left =
			seen.open.size > 0 ? restMilliseconds : seen.since + restMilliseconds - performance.now();
		if (left <= 0) return;
		await new Promise((resolve) => setTimeout(resolve, Math.min(left, 30)));
	}
}

/**
 * Opens an address and waits until its scripts have started, if it has any, and it asks for nothing more:
 * scripts come after the first paint, which on a busy machine may be late.
 */
export async function visit(page: Page, address: string): Promise<void> {
	await page.goto(address);
	// Kit puts the box of its announcements there once every handler is in place; what is clicked before is a link.
	await page.waitForFunction(
		() =>
			document.getElementById('svelte-announcer') !== null ||
			![...document.scripts].some(({ text }) => text.includes('kit.start('))
	);
	await atRest(page);
}

/** Signs of status behind a number, as they stand on the screen. */
export interface Signs {
	seen: number;
	/** Text of those that an edge cuts off: that of the window, of a drawing or of a box that hides what sticks out. */
	cut: string[];
}

/** Which signs a reader sees whole. What a box lets a reader scroll to is not cut off. */
export const signsOn = (page: Page): Promise<Signs> =>
	page.evaluate(() => {
		const cut: string[] = [];
		let seen = 0;
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = node.textContent ?? '';
			const start = text.search(/[†*°‡Σ]\s*$/);
			if (start < 0 || !node.parentElement?.checkVisibility()) continue;
			const range = document.createRange();
			range.setStart(node, start);
			range.setEnd(node, start + 1);
			const { left, right, top, bottom, width } = range.getBoundingClientRect();
			// What only a screen reader gets takes no room.
			if (width === 0 || node.parentElement.closest('.visually-hidden, script, style')) continue;
			seen += 1;
			for (let box: Element | null = node.parentElement; box; box = box.parentElement) {
				const { overflowX, overflowY } = getComputedStyle(box);
				if (/auto|scroll/.test(overflowX)) break;
				const edge = box === document.documentElement ? undefined : box.getBoundingClientRect();
				const isHiding = /hidden|clip/.test(overflowX + overflowY);
				const isOutside = edge
					? isHiding &&
						(left < edge.left - 1 ||
							right > edge.right + 1 ||
							top < edge.top - 2 ||
							bottom > edge.bottom + 2)
					: left < -1 || right > innerWidth + 1;
				if (isOutside) {
					cut.push(text.trim());
					break;
				}
			}
		}
		return { seen, cut };
	});
