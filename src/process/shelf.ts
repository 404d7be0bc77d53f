import type { Ready } from './ready.ts';

/** Ready replies by address, as many as fit; the one that was not asked for longest goes first. */
export class Shelf {
	#replies = new Map<string, Ready>();
	#limit: number;
	#latest: Ready | undefined;
	bytes = 0;
	evicted = 0;

	/** @param limit bytes of memory */
	constructor(limit: number) {
		this.#limit = limit;
	}

	get size(): number {
		return this.#replies.size;
	}

	get(address: string): Ready | undefined {
		const found = this.#replies.get(address);
		if (found && found !== this.#latest) {
			this.#latest = found;
			// A map remembers the order of insertion, so the last asked stands last.
			this.#replies.delete(address);
			this.#replies.set(address, found);
		}
		return found;
	}

	/** Keeps a reply, unless it alone would push out a good part of the others. */
	put(address: string, reply: Ready): void {
		const bytes = reply.bytes + 2 * address.length;
		if (bytes > this.#limit / 4) return;
		this.#drop(address);
		this.#replies.set(address, reply);
		this.#latest = reply;
		this.bytes += bytes;
		for (const oldest of this.#replies.keys()) {
			if (this.bytes <= this.#limit) return;
			this.#drop(oldest);
			this.evicted += 1;
		}
	}

	clear(): void {
		this.#replies.clear();
		this.bytes = 0;
	}

	#drop(address: string): void {
		const found = this.#replies.get(address);
		if (!found) return;
		this.#replies.delete(address);
		this.bytes -= found.bytes + 2 * address.length;
	}
}
