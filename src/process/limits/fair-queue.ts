/** The queue is full: of this client's requests, or of everybody's. */
export class QueueFull extends Error {
	override name = 'QueueFull';
	of: 'client' | 'all';

	constructor(of: 'client' | 'all') {
		super(`Too many requests wait for a page to be made, of ${of}`);
		this.of = of;
	}
}

export interface QueueLimits {
	/** Pages in the making at the same time, and how many of them for one client. */
	slots: number;
	slotsPerClient: number;
	/** Requests that wait, and how many of them of one client. */
	waiting: number;
	waitingPerClient: number;
}

/**
 * A page is made on one thread, so more at the same time are no faster; two for one client suffice to
 * keep it busy while a picture is drawn beside it.
 */
const usualLimits: QueueLimits = {
	slots: 8,
	slotsPerClient: 2,
	waiting: 300,
	waitingPerClient: 100
};

interface Job {
	isWanted(): boolean;
	begin(): void;
	drop(): void;
}

/** After so many milliseconds half of what a client used is forgotten. */
const halfLife = 30_000;

/** So many clients are remembered; the one that was quiet longest is forgotten first. */
const maxClients = 10_000;

/**
 * Who waits for what is not kept. The next turn is that of the client for whom the server has worked
 * least in the last minute: one that asks for hundreds of pages waits for itself, and its neighbour for
 * no more than the page that is being made.
 */
export class FairQueue {
	#limits: QueueLimits;
	#waiting = new Map<string, Job[]>();
	#size = 0;
	#active = 0;
	#activeOf = new Map<string, number>();
	#used = new Map<string, { milliseconds: number; at: number }>();
	#isScheduled = false;

	constructor(limits = usualLimits) {
		this.#limits = limits;
	}

	/** Requests that wait. */
	get size(): number {
		return this.#size;
	}

	/**
	 * @param isWanted whether anybody still waits for the result; asked when the turn comes
	 * @returns what `work` returns; undefined if nobody wanted it any more
	 * @throws {QueueFull} at once
	 */
	run<Result>(
		client: string,
		isWanted: () => boolean,
		work: () => Promise<Result>
	): Promise<Result | undefined> {
		const own = this.#waiting.get(client) ?? [];
		if (own.length >= this.#limits.waitingPerClient) throw new QueueFull('client');
		if (this.#size >= this.#limits.waiting) throw new QueueFull('all');
		this.#waiting.set(client, own);
		this.#size += 1;
		return new Promise((resolve, reject) => {
			const begin = () => {
				const begun = performance.now();
				this.#count(client, 1);
				work()
					.then(resolve, reject)
					.finally(() => {
						this.#charge(client, performance.now() - begun);
						this.#count(client, -1);
						this.#schedule();
					});
			};
			own.push({ isWanted, begin, drop: () => resolve(undefined) });
			this.#schedule();
		});
	}

	/** Between two pages the event loop answers what is kept. */
	#schedule(): void {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		setImmediate(() => {
			this.#isScheduled = false;
			this.#next()?.begin();
			if (this.#size > 0 && this.#active < this.#limits.slots && this.#nextClient() !== undefined)
				this.#schedule();
		});
	}

	#next(): Job | undefined {
		while (this.#active < this.#limits.slots) {
			const client = this.#nextClient();
			if (client === undefined) return undefined;
			const own = this.#waiting.get(client)!;
			const job = own.shift()!;
			this.#size -= 1;
			if (own.length === 0) this.#waiting.delete(client);
			if (job.isWanted()) return job;
			job.drop();
		}
		return undefined;
	}

	/** Of those who may have another page made, the one that used least. */
	#nextClient(): string | undefined {
		let least: string | undefined;
		for (const client of this.#waiting.keys()) {
			if ((this.#activeOf.get(client) ?? 0) >= this.#limits.slotsPerClient) continue;
			if (least === undefined || this.#usedBy(client) < this.#usedBy(least)) least = client;
		}
		return least;
	}

	#count(client: string, change: 1 | -1): void {
		this.#active += change;
		const now = (this.#activeOf.get(client) ?? 0) + change;
		if (now > 0) this.#activeOf.set(client, now);
		else this.#activeOf.delete(client);
	}

	#usedBy(client: string, now = performance.now()): number {
		const used = this.#used.get(client);
		return used ? used.milliseconds * 0.5 ** ((now - used.at) / halfLife) : 0;
	}

	#charge(client: string, milliseconds: number): void {
		const now = performance.now();
		const used = this.#usedBy(client, now) + milliseconds;
		this.#used.delete(client);
		this.#used.set(client, { milliseconds: used, at: now });
		for (const oldest of this.#used.keys()) {
			if (this.#used.size <= maxClients) break;
			this.#used.delete(oldest);
		}
	}
}
