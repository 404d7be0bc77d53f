import { createRequire } from 'node:module';
import { Piscina } from 'piscina';

/** More work waits for a thread than can be done in a reader's time. */
export class ThreadsBusy extends Error {
	override name = 'ThreadsBusy';
}

export interface PoolOptions {
	/** Threads at the same time. */
	threads: number;
	/** Tasks that wait until a thread is free; one more is refused. */
	waiting: number;
}

/**
 * Threads for what would hold the event loop. They begin with the first task, so a server that needs none
 * pays for none; one stays, the others end when they have had nothing to do for a minute.
 *
 * @typeParam Tasks functions of the thread's file: what one takes has to survive `structuredClone`
 */
export class ThreadPool<
	Tasks extends Record<string, (task: never) => Uint8Array | Promise<Uint8Array>>
> {
	#file: string;
	#options: PoolOptions;
	#pool: Piscina<unknown, Uint8Array> | undefined;

	/** @param file `#lib/…`: the source itself, found the same way from the built server and from a test */
	constructor(file: string, options: PoolOptions) {
		this.#file = file;
		this.#options = options;
	}

	/** @throws {ThreadsBusy} if too many tasks wait */
	async run<Name extends keyof Tasks & string>(
		name: Name,
		task: Parameters<Tasks[Name]>[0]
	): Promise<Uint8Array> {
		const pool = (this.#pool ??= this.#started());
		if (pool.queueSize >= this.#options.waiting) throw new ThreadsBusy();
		return pool.run(task, { name });
	}

	#started(): Piscina<unknown, Uint8Array> {
		return new Piscina({
			// Node reads the types of the source.
			filename: createRequire(import.meta.url).resolve(this.#file),
			execArgv: [],
			minThreads: 1,
			maxThreads: this.#options.threads,
			idleTimeout: 60_000
		});
	}
}
