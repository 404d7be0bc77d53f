import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { PngTask } from './png-worker.ts';

/** More pictures wait than can be drawn in a reader's time. */
export class PicturesBusy extends Error {
	override name = 'PicturesBusy';
}

/** Pictures that wait; a large one takes a second. */
const maxWaiting = 32;

/** One core stays for what readers wait for. */
const threads = Math.max(1, Math.min(4, availableParallelism() - 1));

let pool: Piscina<PngTask, Uint8Array> | undefined;

/** Threads begin with the first picture; a server that draws none pays for none. */
function started(): Piscina<PngTask, Uint8Array> {
	return (pool ??= new Piscina<PngTask, Uint8Array>({
		// The source itself, found the same way from the built server and from a test; Node reads its types.
		filename: createRequire(import.meta.url).resolve('#lib/server/render/png-worker.ts'),
		execArgv: [],
		minThreads: 1,
		maxThreads: threads,
		maxQueue: maxWaiting,
		idleTimeout: 60_000
	}));
}

/**
 * Draws a picture beside the event loop.
 *
 * @throws {PicturesBusy} if too many wait
 */
export async function drawPngInPool(task: PngTask): Promise<Uint8Array> {
	const threads = started();
	if (threads.queueSize >= maxWaiting) throw new PicturesBusy();
	return threads.run(task);
}
