import { isPlain } from './url.ts';
import type { PreparedResponse } from './prepared-response.ts';
import { LruCache } from '#lib/server/lru-cache.ts';

/** How long a file on disk that holds the same data as before is taken for that. */
const recheckMilliseconds = 1000;

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
	/** Filtered views: anybody can ask for any number. */
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

	/** @param key the url, and whatever else tells this reply from others of the same url */
	get(url: string, key: string): PreparedResponse | undefined {
		return this.#cacheOf(url).get(key);
	}

	put(url: string, key: string, reply: PreparedResponse): void {
		this.#cacheOf(url).put(key, reply);
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

	#cacheOf(url: string): LruCache<PreparedResponse> {
		return isPlain(url) ? this.#plain : this.#queried;
	}
}
