import { isPlain } from './address.ts';
import type { Ready } from './ready.ts';
import { Shelf } from './shelf.ts';

/** How long a file on disk that holds the same data as before is taken for that. */
const recheckMilliseconds = 1000;

/**
 * What was made ready from the data now in service.
 *
 * Which data a reply is made of, it says itself (its version); which file lies on the disk is asked for
 * every request. As long as the file is the one whose data came with the last version, or was found to
 * bring no other a moment ago, replies may be given out. So a load counts at once, and a damaged file
 * changes nothing.
 */
export class Kept {
	/** Pages without a query: as many as there are, so nobody can push them out by inventing more. */
	#plain: Shelf;
	/** Filtered views: anybody can ask for any number. */
	#queried: Shelf;
	#version: string | undefined;
	#adopted: string | undefined;
	#seen: { stamp: string | undefined; until: number } | undefined;

	/** @param limit bytes of memory for both shelves */
	constructor(limit: number) {
		this.#plain = new Shelf(limit * 0.7);
		this.#queried = new Shelf(limit * 0.3);
	}

	/** @param stamp of the file as it is now */
	isCurrent(stamp: string | undefined, now = performance.now()): boolean {
		if (this.#version === undefined) return false;
		if (stamp === this.#adopted) return true;
		return this.#seen?.stamp === stamp && this.#seen !== undefined && now < this.#seen.until;
	}

	/** A reply was made of this version while this file lay there: what is of other data goes. */
	learn(version: string, stamp: string | undefined, now = performance.now()): void {
		if (version !== this.#version) {
			this.#plain.clear();
			this.#queried.clear();
			this.#version = version;
			this.#adopted = stamp;
			this.#seen = undefined;
		} else if (stamp !== this.#adopted) this.#seen = { stamp, until: now + recheckMilliseconds };
	}

	/** @param key the address, and whatever else tells this reply from others of the same address */
	get(address: string, key: string): Ready | undefined {
		return this.#shelf(address).get(key);
	}

	put(address: string, key: string, reply: Ready): void {
		this.#shelf(address).put(key, reply);
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

	#shelf(address: string): Shelf {
		return isPlain(address) ? this.#plain : this.#queried;
	}
}
