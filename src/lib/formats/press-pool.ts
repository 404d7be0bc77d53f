import { ThreadPool } from '#lib/concurrency/thread-pool.ts';
import type * as worker from './press-worker.ts';

/** Makes workbooks and archives; the one of all figures takes two seconds. */
export const press = new ThreadPool<typeof worker>('#lib/formats/press-worker.ts', {
	threads: 1,
	waiting: 16
});
