import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { atRest, emptyPage, launch, visit, type OpenedPage } from './browser.ts';
import { startServer, type RunningServer } from './server.ts';

/* The site in service for all tests of a file, or of the `describe` that calls one of these. */

interface Served {
	/** `http://127.0.0.1:40123`; known once the tests run. */
	readonly origin: string;
	/** What a path answers itself: redirects are not followed. */
	get(path: string, init?: RequestInit): Promise<Response>;
	/** What the terminal shows so far. */
	output(): string;
}

/**
 * Starts a server before the tests and ends it after them.
 *
 * @param words what stands behind the command: `--crosstab`
 */
export function useServer(env: Record<string, string> = {}, words: string[] = []): Served {
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer(env, undefined, undefined, words);
	});
	afterAll(() => server.stop());
	return {
		get origin() {
			return server.origin;
		},
		get: (path, init) => fetch(`${server.origin}${path}`, { redirect: 'manual', ...init }),
		output: () => server.output()
	};
}

/**
 * For tests that start servers themselves. @returns `startServer`, whose servers are killed after the test
 */
export function useServers(): typeof startServer {
	const running: RunningServer[] = [];
	afterEach(async () => {
		await Promise.all(running.splice(0).map((server) => server.kill()));
	});
	return async (...how) => {
		const server = await startServer(...how);
		running.push(server);
		return server;
	};
}

/** A server and a browser that opens its pages. */
export function useBrowser(env: Record<string, string> = {}, words: string[] = []) {
	const server = useServer(env, words);
	let browser: Browser;
	beforeAll(async () => {
		browser = await launch();
	});
	afterAll(() => browser.close());
	const newPage = (options?: BrowserContextOptions): Promise<OpenedPage> =>
		emptyPage(browser, options);
	return {
		server,
		newPage,
		/**
		 * Opens an address and waits until it is awake and asks for nothing more.
		 *
		 * @param address a path of the site, or a whole address elsewhere
		 */
		async open(address: string, options?: BrowserContextOptions): Promise<OpenedPage> {
			const opened = await newPage(options);
			const whole = new URL(address, server.origin).href;
			if (options?.javaScriptEnabled === false) {
				await opened.page.goto(whole);
				await atRest(opened.page);
			} else await visit(opened.page, whole);
			return opened;
		}
	};
}
