import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flags, path } from '../support/browser.ts';

/*
 * Chromium asked over its own protocol and for nothing but its counters. Playwright listens to the scripts of
 * every frame, and for that makes two script contexts even in a frame without any script: in twenty frames
 * that is a quarter of the processor time, and hides what the pages themselves cost.
 */

type Answer = Record<string, unknown>;

/** A tab with a cold cache and storage of its own. */
export interface Tab {
	/** A command of the DevTools protocol. @throws {Error} what Chromium says is wrong with it */
	send(method: string, params?: object): Promise<Answer>;
	/** Calls back on every event of that name from now on. */
	on(method: string, hear: (params: Answer) => void): void;
	close(): Promise<void>;
}

interface Message {
	id?: number;
	method?: string;
	sessionId?: string;
	params?: Answer;
	result?: Answer;
	error?: { message: string };
}

export interface Chromium {
	tab(): Promise<Tab>;
	close(): Promise<void>;
}

/** Starts it; the caller closes it. */
export async function startChromium(): Promise<Chromium> {
	const profile = mkdtempSync(join(tmpdir(), 'beistand-bench-'));
	const child = spawn(
		path,
		['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...flags],
		{ stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const address = await new Promise<string>((resolve, reject) => {
		let said = '';
		child.stderr.on('data', (text) => {
			said += text;
			const found = /listening on (ws:\S+)/.exec(said)?.[1];
			if (found) resolve(found);
		});
		child.once('close', () => reject(new Error(`Expected Chromium to listen, got: ${said}`)));
	});
	const socket = new WebSocket(address);
	await new Promise((resolve, reject) => {
		socket.onopen = resolve;
		socket.onerror = reject;
	});

	let last = 0;
	const waiting = new Map<number, (message: Message) => void>();
	const listeners = new Map<string, (params: Answer) => void>();
	socket.onmessage = ({ data }) => {
		const message = JSON.parse(data) as Message;
		if (message.id === undefined)
			listeners.get(`${message.sessionId} ${message.method}`)?.(message.params ?? {});
		else {
			waiting.get(message.id)?.(message);
			waiting.delete(message.id);
		}
	};
	const send = (method: string, params: object = {}, sessionId?: string): Promise<Answer> =>
		new Promise((resolve, reject) => {
			last += 1;
			waiting.set(last, ({ error, result }) =>
				error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {})
			);
			socket.send(JSON.stringify({ id: last, method, params, sessionId }));
		});

	return {
		async tab() {
			const { browserContextId } = await send('Target.createBrowserContext');
			const { targetId } = await send('Target.createTarget', {
				url: 'about:blank',
				browserContextId
			});
			const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
			const session = String(sessionId);
			return {
				send: (method, params) => send(method, params, session),
				on: (method, hear) => listeners.set(`${session} ${method}`, hear),
				close: async () => {
					await send('Target.disposeBrowserContext', { browserContextId });
				}
			};
		},
		async close() {
			socket.close();
			child.kill();
			await ended;
			rmSync(profile, { recursive: true, force: true });
		}
	};
}
