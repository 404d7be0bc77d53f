import type { PreparedResponse } from './prepared-response.ts';
import { LruCache } from '#lib/server/lru-cache.ts';

/** How long a file on disk that holds the same data as before is taken for that. */
const recheckMilliseconds = 1000;

/** Where a reply is kept. */
export interface CachePlace {
	/** The address, and whatever else tells this reply from others of the same address. */
	key: string;
	/** Whether its address is one of a page, of which there are so many and no more. */
	isPlain: boolean;
}

/**
 * Prepared responses of the data now in service.
 *
 * Every rendered reply carries its data version. On each request the file on disk is compared with the
 * one that version came from; cached replies are served only if they match. So a load counts at once,
 * and a damaged file changes nothing.
 */
export class ResponseCache {
	/** Pages without a query: as many as there are, so nobody can push them out by inventing more. */
	#plain: LruCache<PreparedResponse>;
	/** Filtered views, and pages under another name: anybody can ask for any number. */
	#queried: LruCache<PreparedResponse>;
	#version: string | undefined;
	#adopted: string | undefined;
	#seen: { stamp: string | undefined; until: number } | undefined;

	/** @param limit bytes of memory for both caches */
	constructor(limit: number) {
		this.#plain = new LruCache(limit * 0.7);
		this.#queried = new LruCache(limit * 0.3);
	}

	/** @param stamp of the file as it is now */
	isCurrent(stamp: string | undefined, now = performance.now()): boolean {
		if (this.#version === undefined) return false;
		if (stamp === this.#adopted) return true;
		return this.#seen?.stamp === stamp && this.#seen !== undefined && now < this.#seen.until;
	}

	/** A reply was made of this version while this file lay there: what is of other data goes. */
	noteVersion(version: string, stamp: string | undefined, now = performance.now()): void {
		if (version !== this.#version) {
			this.#plain.clear();
			this.#queried.clear();
			this.#version = version;
			this.#adopted = stamp;
			this.#seen = undefined;
		} else if (stamp !== this.#adopted) this.#seen = { stamp, until: now + recheckMilliseconds };
	}

	get({ key, isPlain }: CachePlace): PreparedResponse | undefined {
		return this.#cacheOf(isPlain).get(key);
	}

	put({ key, isPlain }: CachePlace, reply: PreparedResponse): void {
		this.#cacheOf(isPlain).put(key, reply);
	}

	get version(): string | undefined {
		return this.#version;
	}

	/** For the metrics. */
	get totals(): { bytes: number; replies: number; evicted: number } {
		return {
			bytes: this.#plain.bytes + this.#queried.bytes,
			replies: this.#plain.size + this.#queried.size,
			evicted: this.#plain.evicted + this.#queried.evicted
		};
	}

	#cacheOf(isPlain: boolean): LruCache<PreparedResponse> {
		return isPlain ? this.#plain : this.#queried;
	}
}
