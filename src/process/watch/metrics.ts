import { createServer, type Server, type ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import type { ResponseCache } from '../serve/response-cache.ts';
import type { FairQueue } from '../limits/fair-queue.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';

/** Where a reply came from: the cache, made just now, a built file, the app itself, or turned away. */
const outcomes = ['hit', 'miss', 'asset', 'bypass', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

/** Upper ends of the classes of duration, in seconds. */
const ends = [0.001, 0.005, 0.02, 0.06, 0.25, 1, 5];

/** What happened since the start. */
export class Counts {
	#all = outcomes.map((outcome) => ({
		outcome,
		statuses: new Map<number, number>(),
		counts: new Array<number>(ends.length + 1).fill(0),
		sum: 0
	}));

	count(outcome: Outcome, status: number, seconds: number): void {
		const one = this.#all[outcomes.indexOf(outcome)]!;
		one.statuses.set(status, (one.statuses.get(status) ?? 0) + 1);
		let at = 0;
		while (at < ends.length && seconds > ends[at]!) at += 1;
		one.counts[at]! += 1;
		one.sum += seconds;
	}

	/** In Prometheus' text format. */
	toString(): string {
		const lines = [
			...family('requests_total', 'counter', 'Replies by where they came from.'),
			...this.#all.flatMap(({ outcome, statuses }) =>
				[...statuses].map(
					([status, count]) =>
						`beistand_requests_total{outcome="${outcome}",status="${status}"} ${count}`
				)
			),
			...family('request_duration_seconds', 'histogram', 'Until the reply was handed over.')
		];
		for (const { outcome, counts, sum } of this.#all) {
			let total = 0;
			for (const [index, end] of [...ends, '+Inf'].entries()) {
				total += counts[index] ?? 0;
				lines.push(
					`beistand_request_duration_seconds_bucket{outcome="${outcome}",le="${end}"} ${total}`
				);
			}
			lines.push(
				`beistand_request_duration_seconds_sum{outcome="${outcome}"} ${sum}`,
				`beistand_request_duration_seconds_count{outcome="${outcome}"} ${total}`
			);
		}
		return lines.join('\n');
	}
}

function family(name: string, type: string, help: string): string[] {
	return [`# HELP beistand_${name} ${help}`, `# TYPE beistand_${name} ${type}`];
}

const gauge = (name: string, help: string, value: number, labels = ''): string =>
	[...family(name, 'gauge', help), `beistand_${name}${labels} ${value}`].join('\n');

interface Measured {
	counts: Counts;
	cache: ResponseCache;
	limiter: RateLimiter;
	queue: FairQueue;
	/** The server of the site. */
	server: Server;
}

/** The metrics as a server of their own, which belongs where only the operator can reach it. */
export function metricsServer({ counts, cache, limiter, queue, server }: Measured): Server {
	const delay = monitorEventLoopDelay({ resolution: 20 });
	delay.enable();
	const answer = async (response: ServerResponse): Promise<void> => {
		const connections = await promisify(server.getConnections.bind(server))();
		const { bytes, replies, evicted } = cache.totals;
		const text = [
			counts.toString(),
			gauge('kept_bytes', 'Memory that cached responses take.', bytes),
			gauge('kept_replies', 'Cached responses.', replies),
			gauge('kept_evicted', 'Cached responses that had to go since the start.', evicted),
			gauge('limited_clients', 'Clients whose costly requests are being counted.', limiter.clients),
			gauge('waiting', 'Requests that wait for their reply to be made.', queue.size),
			gauge('connections', 'Open connections.', connections),
			gauge('event_loop_delay_p99_seconds', 'How late the process is.', delay.percentile(99) / 1e9),
			gauge('resident_bytes', 'Memory of the process.', process.memoryUsage.rss()),
			gauge('uptime_seconds', 'Since the start.', process.uptime()),
			gauge('data', 'The data in service.', 1, `{version="${cache.version ?? ''}"}`)
		].join('\n');
		response
			.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
			.end(`${text}\n`);
	};
	return createServer((_, response) => void answer(response));
}
