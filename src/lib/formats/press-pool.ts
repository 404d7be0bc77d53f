import { createRequire } from 'node:module';
import { Piscina } from 'piscina';
import type { SheetToPress } from './press-worker.ts';

/** More workbooks and archives wait than can be made in a reader's time. */
export class PressBusy extends Error {
	override name = 'PressBusy';
}

/** Files that wait; the one of all figures takes two seconds. */
const maxWaiting = 16;

let pool: Piscina<unknown, Uint8Array> | undefined;

/** The thread begins with the first file; a server of pages alone pays for none. */
function started(): Piscina<unknown, Uint8Array> {
	return (pool ??= new Piscina<unknown, Uint8Array>({
		// The source itself, found the same way from the built server and from a test; Node reads its types.
		filename: createRequire(import.meta.url).resolve('#lib/formats/press-worker.ts'),
		execArgv: [],
		minThreads: 0,
		maxThreads: 1,
		maxQueue: maxWaiting,
		idleTimeout: 60_000
	}));
}

function run(name: string, task: unknown): Promise<Uint8Array> {
	const thread = started();
	if (thread.queueSize >= maxWaiting) throw new PressBusy();
	return thread.run(task, { name });
}

/**
 * Makes a workbook beside the event loop.
 *
 * @throws {PressBusy} if too many files wait
 */
export const pressWorkbook = async (sheets: SheetToPress[]): Promise<Uint8Array> =>
	run('workbook', sheets);

/** The same for an archive of files by their path. @throws {PressBusy} if too many files wait */
export const pressArchive = async (files: Map<string, string | Uint8Array>): Promise<Uint8Array> =>
	run('archive', files);
