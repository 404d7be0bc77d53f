/** What takes memory. */
export interface Sized {
	bytes: number;
}

/** Values by key, as many as fit; the one that was not asked for longest goes first. */
export class LruCache<Value extends Sized> {
	#values = new Map<string, Value>();
	#limit: number;
	#latest: Value | undefined;
	bytes = 0;
	evicted = 0;

	/** @param limit bytes of memory */
	constructor(limit: number) {
		this.#limit = limit;
	}

	get size(): number {
		return this.#values.size;
	}

	get(key: string): Value | undefined {
		const found = this.#values.get(key);
		if (found && found !== this.#latest) {
			this.#latest = found;
			// A map remembers the order of insertion, so the last asked stands last.
			this.#values.delete(key);
			this.#values.set(key, found);
		}
		return found;
	}

	/** Keeps a value, unless it alone would push out a good part of the others. */
	put(key: string, value: Value): void {
		const bytes = value.bytes + 2 * key.length;
		if (bytes > this.#limit / 4) return;
		this.#drop(key);
		this.#values.set(key, value);
		this.#latest = value;
		this.bytes += bytes;
		for (const oldest of this.#values.keys()) {
			if (this.bytes <= this.#limit) return;
			this.#drop(oldest);
			this.evicted += 1;
		}
	}

	clear(): void {
		this.#values.clear();
		this.bytes = 0;
	}

	#drop(key: string): void {
		const found = this.#values.get(key);
		if (!found) return;
		this.#values.delete(key);
		this.bytes -= found.bytes + 2 * key.length;
	}
}
