/** How far a long task is. */
export interface Progress {
	/**
	 * @param done of the total; may be called as often as one likes
	 * @param total where it became known, or more was found
	 */
	at(done: number, total?: number): void;
	/** Takes the bar away. */
	end(): void;
}

/** A stream that is read by somebody: on a screen a bar is drawn over itself, in a log lines follow. */
export interface Watched {
	write(text: string): unknown;
	isTTY?: boolean;
}

const width = 30;
/** A screen is drawn anew this often, in milliseconds. */
const redraw = 100;
/** A log gets a line this often, in milliseconds, so a short task leaves none. */
const nextLine = 5000;

/**
 * Shows how far a task is and the time left.
 *
 * @param total of whatever is counted; undefined if nobody knows
 * @param every milliseconds between two signs of life
 */
export function progressOn(
	output: Watched,
	task: string,
	total: number | undefined,
	every = output.isTTY ? redraw : nextLine
): Progress {
	const start = performance.now();
	let shown = output.isTTY ? -Infinity : start;
	return {
		at(done, all = total) {
			const now = performance.now();
			if (now - shown < every) return;
			shown = now;
			const seconds = (now - start) / 1000;
			if (output.isTTY) output.write(`\r\x1b[K${barText(task, done, all, seconds)}`);
			else output.write(`${lineText(task, done, all, seconds)}\n`);
		},
		end: () => void (output.isTTY && output.write('\r\x1b[K'))
	};
}

/** `Reading [=========         ] 30 %, about 4 s left`; without a total the count alone. */
export function barText(
	task: string,
	done: number,
	total: number | undefined,
	seconds: number
): string {
	if (!total) return `${task} ${done} rows`;
	const part = Math.min(1, done / total);
	const filled = Math.round(width * part);
	const bar = `[${'='.repeat(filled)}${' '.repeat(width - filled)}]`;
	return `${task} ${bar} ${Math.floor(100 * part)} %${leftText(part, seconds)}`;
}

/** `Reading: 3000 of 10000, 30 %, about 4 s left` */
export function lineText(
	task: string,
	done: number,
	total: number | undefined,
	seconds: number
): string {
	if (!total) return `${task}: ${done} rows`;
	const part = Math.min(1, done / total);
	return `${task}: ${done} of ${total}, ${Math.floor(100 * part)} %${leftText(part, seconds)}`;
}

function leftText(part: number, seconds: number): string {
	if (part === 0) return '';
	const left = Math.ceil((seconds * (1 - part)) / part);
	return left > 90 ? `, about ${Math.round(left / 60)} min left` : `, about ${left} s left`;
}
