import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import { progressOn, type Progress, type Watched } from '#db/progress.ts';

/** Where a person or a script reads and answers. */
export interface Terminal {
	write(text: string): void;
	/** @returns the answer without blanks around it; undefined when there is nobody to answer any more */
	ask(question: string): Promise<string | undefined>;
	/** Shows how far a task is: a bar on a screen, lines in a log. */
	progress(task: string, total: number | undefined): Progress;
	close(): void;
}

/** @param bar where progress is shown */
export function terminalOf(input: Readable, output: Watched, bar: Watched): Terminal {
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
		progress: (task, total) => progressOn(bar, task, total),
		close: () => lines?.close()
	};
}

/**
 * A task with its progress on the screen, which goes when the task ends or fails.
 *
 * @param total of whatever is counted; undefined if nobody knows
 * @param work is given what to tell how much is done
 */
export function watched<Result>(
	terminal: Terminal,
	task: string,
	total: number | undefined,
	work: (at: Progress['at']) => Result
): Result {
	const progress = terminal.progress(task, total);
	try {
		return work(progress.at);
	} finally {
		progress.end();
	}
}
