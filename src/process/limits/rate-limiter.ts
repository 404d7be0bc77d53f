/** Addresses that cost much more to answer than a page. Cached replies cost nothing and never count. */
export const isCostly = (address: string): boolean =>
	/\.(png|svg|zip|xlsx)$/.test(address.split('?', 1)[0] ?? '');

/** So many clients are remembered; the one that was quiet longest is forgotten first. */
const maxClients = 10_000;

/**
 * A bucket of permissions for each client: full at first, one goes with every costly request, and they
 * grow back over time. The clock is the one that never jumps.
 */
export class RateLimiter {
	#buckets = new Map<string, { left: number; at: number }>();
	#size: number;
	#perSecond: number;

	/** @param perMinute how many a client may ask for in a minute; 0: any number */
	constructor(perMinute: number) {
		this.#size = perMinute;
		this.#perSecond = perMinute / 60;
	}

	/** @returns 0 if the client may, else the seconds until it may again */
	take(client: string, now = performance.now()): number {
		if (this.#size === 0) return 0;
		const before = this.#buckets.get(client) ?? { left: this.#size, at: now };
		const grown = before.left + ((now - before.at) / 1000) * this.#perSecond;
		const left = Math.min(this.#size, grown);
		this.#buckets.delete(client);
		this.#buckets.set(client, { left: left >= 1 ? left - 1 : left, at: now });
		for (const oldest of this.#buckets.keys()) {
			if (this.#buckets.size <= maxClients) break;
			this.#buckets.delete(oldest);
		}
		return left >= 1 ? 0 : Math.ceil((1 - left) / this.#perSecond);
	}

	get clients(): number {
		return this.#buckets.size;
	}
}
