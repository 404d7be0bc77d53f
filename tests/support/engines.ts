import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

/* Firefox and WebKit as Debian packages them. Chromium is driven by tests/support/browser.ts. */

/** What the tests ask of a page, in whatever engine. */
export interface EnginePage {
	goto(address: string): Promise<void>;
	/** The value of an expression in the page. */
	read<T>(expression: string): Promise<T>;
	click(selector: string): Promise<void>;
	/** Presses the right arrow key on what a selector names. */
	arrowRight(selector: string, times: number): Promise<void>;
	close(): Promise<void>;
}

export interface Engine {
	name: string;
	/** What is missing here; undefined: it can be started. */
	missing: string | undefined;
	/** @param width of the window in pixels; WebKit's is not narrower than some 450 */
	start(width: number): Promise<EnginePage>;
}

const firefox = '/usr/bin/firefox-esr';
const [miniBrowser] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser');
const driver = '/usr/bin/WebKitWebDriver';
const display = '/usr/bin/Xvfb';

export const engines: Engine[] = [
	{
		name: 'Firefox',
		missing: existsSync(firefox) ? undefined : 'firefox-esr',
		async start(width) {
			const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox });
			const page = await browser.newPage();
			await page.setViewport({ width, height: 900 });
			return {
				goto: async (address) => void (await page.goto(address, { waitUntil: 'load' })),
				read: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
				click: (selector) => page.click(selector),
				async arrowRight(selector, times) {
					await page.focus(selector);
					for (let each = 0; each < times; each += 1) await page.keyboard.press('ArrowRight');
				},
				close: () => browser.close()
			};
		}
	},
	{
		name: 'WebKit',
		missing:
			miniBrowser && existsSync(driver) && existsSync(display)
				? undefined
				: 'webkit2gtk-driver and xvfb',
		start: webkit
	}
];

/** WebKitGTK by the W3C's WebDriver protocol, on a screen of its own that nobody sees. */
async function webkit(width: number): Promise<EnginePage> {
	const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1600x1000x24'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe']
	});
	const number = await new Promise<string>((resolve) =>
		screen.stdio[3]!.once('data', (text: Buffer) => resolve(text.toString().trim()))
	);
	const port = 20_000 + (process.pid % 20_000);
	const service = spawn(driver, [`--port=${port}`], {
		stdio: 'ignore',
		env: { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1' }
	});
	const call = async <T>(path: string, body?: object): Promise<T> => {
		const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
			method: body ? 'POST' : 'DELETE',
			...(body ? { body: JSON.stringify(body) } : {})
		});
		const { value } = (await reply.json()) as { value: T & { error?: string; message?: string } };
		if (!reply.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
		return value;
	};
	await listening(`http://127.0.0.1:${port}/status`, service);
	const { sessionId } = await call<{ sessionId: string }>('/session', {
		capabilities: {
			alwaysMatch: {
				browserName: 'MiniBrowser',
				'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] }
			}
		}
	});
	const session = `/session/${sessionId}`;
	await call(`${session}/window/rect`, { width, height: 900 });
	const read = <T>(expression: string) =>
		call<T>(`${session}/execute/sync`, { script: `return ${expression}`, args: [] });
	const find = async (selector: string) =>
		Object.values(
			await call<Record<string, string>>(`${session}/element`, {
				using: 'css selector',
				value: selector
			})
		)[0]!;
	return {
		goto: (address) => call(`${session}/url`, { url: address }),
		read,
		click: async (selector) => call(`${session}/element/${await find(selector)}/click`, {}),
		arrowRight: async (selector, times) =>
			call(`${session}/element/${await find(selector)}/value`, { text: '\uE014'.repeat(times) }),
		async close() {
			await call(session);
			service.kill();
			screen.kill();
		}
	};
}

async function listening(address: string, service: ChildProcess): Promise<void> {
	while (service.exitCode === null) {
		if (await fetch(address).catch(() => undefined)) return;
		await wait(50);
	}
	throw new Error(`Expected WebKitWebDriver to listen, got exit code ${service.exitCode}`);
}

/** Waits until an expression in a page is true. */
export async function until(page: EnginePage, expression: string): Promise<void> {
	for (let each = 0; each < 200; each += 1) {
		if (await page.read<boolean>(`Boolean(${expression})`)) return;
		await wait(100);
	}
	throw new Error(`Waited twenty seconds for ${expression}`);
}
