import { availableParallelism } from 'node:os';
import { ThreadPool } from '#lib/concurrency/thread-pool.ts';
import type * as worker from './png-worker.ts';

/** Draws pictures, of which a large one takes a second; one core stays for what readers wait for. */
export const pngPool = new ThreadPool<typeof worker>('#lib/server/render/png-worker.ts', {
	threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
	waiting: 32
});
