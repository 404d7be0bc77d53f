import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { atRest, emptyPage, launch, visit, type OpenedPage } from './browser.ts';
import { startServer, type RunningServer } from './server.ts';

/* The site in service for the tests of a file, or of the `describe` that calls one of these. */

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the site listens that all files share: `http://127.0.0.1:40123`; nowhere among unit and process tests. */
		origin: string;
	}
}

/** What is asked: the site that all files share, or a server of one's own. */
interface Served {
	/** `http://127.0.0.1:40123`; of a server of one's own known once the tests run. */
	readonly origin: string;
	/** What a path answers itself: redirects are not followed. */
	get(path: string, init?: RequestInit): Promise<Response>;
}

const served = (originOf: () => string): Served => ({
	get origin() {
		return originOf();
	},
	get: (path, init) => fetch(`${originOf()}${path}`, { redirect: 'manual', ...init })
});

/** The site as `npm start` serves it: one server for all files, as it has many readers elsewhere. */
export const useSite = (): Served => served(() => inject('origin'));

/**
 * Starts a server before the tests and ends it after them.
 *
 * @param words what stands behind the command: `--crosstab`
 */
export function useServer(
	env: Record<string, string> = {},
	words: string[] = []
): Served & { output(): string } {
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer(env, undefined, undefined, words);
	});
	afterAll(() => server.stop());
	return Object.assign(
		served(() => server.origin),
		/** What the terminal shows so far. */
		{ output: () => server.output() }
	);
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

/** One for all files of a worker, which ends with it; each page has a context of its own. */
let browser: Promise<Browser> | undefined;

/** A browser that opens the pages of the site. */
export function useBrowser<Site extends Served>(server = useSite() as Site) {
	const newPage = async (options?: BrowserContextOptions): Promise<OpenedPage> =>
		emptyPage(await (browser ??= launch()), options);
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
