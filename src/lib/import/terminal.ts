import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';

/** Where a person or a script reads and answers. */
export interface Terminal {
	write(text: string): void;
	/** @returns the answer without blanks around it; undefined when there is nobody to answer any more */
	ask(question: string): Promise<string | undefined>;
	/** Shows how far a task is; silent where nobody watches. */
	progress(task: string, total: number | undefined): Progress;
	close(): void;
}

export interface Progress {
	at(done: number): void;
	end(): void;
}

interface Output {
	write(text: string): unknown;
	isTTY?: boolean;
}

/** @param bar where the progress bar is drawn, if it is a screen */
export function terminalOf(input: Readable, output: Output, bar: Output): Terminal {
	// Lines are kept as they come: a script sends them faster than they are asked for.
	let lines: ReturnType<typeof createInterface> | undefined;
	let iterator: AsyncIterator<string> | undefined;
	const write = (text: string): void => void output.write(text);
	return {
		write: (text) => write(`${text}\n`),
		async ask(question) {
			lines ??= createInterface({ input, terminal: false });
			iterator ??= lines[Symbol.asyncIterator]();
			write(`${question} `);
			const { value, done } = await iterator.next();
			if (done) return;
			if (!output.isTTY) write(`${value}\n`);
			return String(value).trim();
		},
		progress: (task, total) => (bar.isTTY ? drawnProgress(bar, task, total) : silent),
		close: () => lines?.close()
	};
}

const silent: Progress = { at() {}, end() {} };
const width = 30;
const redrawMs = 100;

function drawnProgress(bar: Output, task: string, total: number | undefined): Progress {
	const start = performance.now();
	let drawn = -Infinity;
	return {
		at(done) {
			const now = performance.now();
			if (now - drawn < redrawMs) return;
			drawn = now;
			bar.write(`\r\x1b[K${progressText(task, done, total, (now - start) / 1000)}`);
		},
		end: () => void bar.write('\r\x1b[K')
	};
}

/** `Reading [=========         ] 30 %, about 4 s left`; without a total the count alone. */
export function progressText(
	task: string,
	done: number,
	total: number | undefined,
	seconds: number
): string {
	if (!total) return `${task} ${done} rows`;
	const part = Math.min(1, done / total);
	const left = part > 0 ? Math.ceil((seconds * (1 - part)) / part) : undefined;
	const filled = Math.round(width * part);
	const estimate = left === undefined ? '' : `, about ${left} s left`;
	return `${task} [${'='.repeat(filled)}${' '.repeat(width - filled)}] ${Math.floor(100 * part)} %${estimate}`;
}
