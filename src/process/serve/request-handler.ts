import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fileIdOf } from '#db/file.ts';
import { refusals } from '#lib/words/serve.ts';
import { faults } from '#lib/words/site.ts';
import { clientOf } from '../limits/client.ts';
import { isBounded, isPlain, normalized, pathOf, stripTracking } from './url.ts';
import { bufferResponse } from './buffer-response.ts';
import { QueueFull, type FairQueue } from '../limits/fair-queue.ts';
import { defaultHeaders } from './headers.ts';
import { hostOf } from './host.ts';
import type { ResponseCache } from './response-cache.ts';
import type { Outcome } from '../watch/metrics.ts';
import { isCostly, type RateLimiter } from '../limits/rate-limiter.ts';
import {
	acceptedEncodings,
	madeVariantFor,
	variantFor,
	isFresh,
	prepare,
	type PreparedResponse,
	type Variant
} from './prepared-response.ts';
import { isSameBody, rangeOf } from './ranges.ts';
import { errorResponse } from './error-response.ts';

export interface RequestHandlerOptions {
	app: RequestListener;
	assets: Map<string, PreparedResponse>;
	cache: ResponseCache;
	/** Counts pictures and archives. */
	limiter: RateLimiter;
	queue: FairQueue;
	/** Path of the database file. */
	database: string;
	/** Told of every reply, for log and metrics. */
	seen(request: IncomingMessage, outcome: Outcome, status: number, begun: number): void;
}

/** A request on its way through. */
interface Asked {
	request: IncomingMessage;
	response: ServerResponse;
	/** Path and query, in their one spelling and without what trackers added. */
	url: string;
	/** What a ready reply is kept under. */
	key: string;
	/** Whether there are only so many replies as pages, because nobody can invent another address. */
	isPlain: boolean;
	/** The database file as it was when the request came. */
	fileId: string | undefined;
	/** The part of a body that is asked for, and of which body: the app does not get to see either. */
	range: string | undefined;
	ifRange: string | undefined;
	begun: number;
}

/**
 * What stands before the app: gives out what is ready, makes ready what is asked for the first time,
 * turns away what no page could answer.
 */
export function requestHandler({
	app,
	assets,
	cache,
	limiter,
	queue,
	database,
	seen
}: RequestHandlerOptions): RequestListener {
	const defaults = Object.entries(defaultHeaders());
	/** Without ORIGIN the name a reader used stands in the page's links, so it belongs to its key. */
	const hasOrigin = Boolean(process.env['ORIGIN']);
	const pending = new Map<string, Promise<PreparedResponse | undefined>>();
	const fileId = oncePerTurn(() => fileIdOf(database));

	/** Asks the app. @returns a ready reply if others may have it too; else the client has its own already */
	async function make({
		request,
		response,
		...asked
	}: Asked): Promise<PreparedResponse | undefined> {
		for (const [name, value] of defaults) response.setHeader(name, value);
		const buffered = await bufferResponse(app, request, response);
		if (buffered.kind === 'sent') {
			seen(request, 'bypass', buffered.status, asked.begun);
			return undefined;
		}
		const ready = await prepare(buffered.reply, {
			now: acceptedEncodings(request.headers['accept-encoding']).slice(0, 1),
			isQuick: !asked.isPlain
		});
		// Data loaded while the page was made: the reply is sound, but of which data nobody knows.
		if (fileIdOf(database) !== asked.fileId) return ready;
		cache.noteVersion(buffered.version, asked.fileId);
		cache.put(asked, ready);
		return ready;
	}

	/** Several who ask for the same at once get the one reply that is being made. */
	async function answer(asked: Asked): Promise<void> {
		const turn = `${asked.fileId} ${asked.key}`;
		const others = pending.get(turn);
		const theirs = await others?.catch(() => undefined);
		if (isGone(asked.response)) return;
		if (theirs) return send(asked, theirs, 'hit');
		const client = clientOf(asked.request);
		const wait = isCostly(asked.url) ? limiter.take(client) : 0;
		if (wait > 0) return reject(asked, 429, wait);
		const isWanted = () => !isGone(asked.response);
		const own = queue.run(client, isWanted, () => make(asked));
		if (!others) pending.set(turn, own);
		try {
			const ready = await own;
			if (ready && !isGone(asked.response)) send(asked, ready, 'miss');
		} finally {
			if (pending.get(turn) === own) pending.delete(turn);
		}
	}

	function send(asked: Asked, ready: PreparedResponse, outcome: Outcome): void {
		const { request, response, begun } = asked;
		const { headers } = request;
		const accepted = headers['accept-encoding'];
		const variant = variantFor(ready, accepted);
		if (!variant) {
			// The first who asks for a coding waits until it is made.
			void madeVariantFor(ready, accepted).then(
				() => isGone(response) || send(asked, ready, outcome),
				(error: unknown) => fail(asked, error)
			);
			return;
		}
		const isSame = isFresh(headers, variant.etag);
		const part = isSame ? undefined : partOf(asked, variant);
		const status = isSame ? 304 : (part?.status ?? 200);
		seen(request, outcome, status, begun);
		if (part) response.writeHead(part.status, part.headers).end(part.body);
		else if (status === 304) response.writeHead(304, variant.unchanged).end();
		else response.writeHead(200, variant.headers).end(variant.body);
	}

	function reject(
		{ request, response, begun }: Pick<Asked, 'request' | 'response' | 'begun'>,
		status: keyof typeof words,
		wait?: number
	): void {
		seen(request, 'rejected', status, begun);
		errorResponse(request, response, status, words[status], wait);
	}

	function fail({ request, response, begun }: Asked, error: unknown): void {
		if (error instanceof QueueFull)
			return reject({ request, response, begun }, error.of === 'client' ? 429 : 503, 5);
		console.error(error);
		seen(request, 'rejected', 500, begun);
		errorResponse(request, response, 500, faults.ours);
	}

	return (request, response) => {
		const begun = performance.now();
		const { method, url = '/', headers } = request;
		const { range, 'if-range': ifRange } = headers;
		const asked: Asked = {
			...{ request, response, url, key: url, isPlain: false, fileId: undefined, begun },
			...{ range, ifRange: ifRange as string | undefined }
		};
		if (!isBounded(url)) return reject(asked, 414);
		// With ORIGIN nothing depends on the name.
		const host = hasOrigin ? { name: '', isOwn: true } : hostOf(request);
		if (!host) return reject(asked, 400);
		if (!hasOrigin) headers.host = host.name;
		asked.url = request.url = normalized(stripTracking(url));
		if (method !== 'GET' && method !== 'HEAD') {
			void make(asked).catch((error: unknown) => fail(asked, error));
			return;
		}
		asked.isPlain = isPlain(asked.url) && host.isOwn;
		asked.key = hasOrigin ? asked.url : `${host.name} ${asked.url}`;
		asked.fileId = fileId();
		const ready = cache.isCurrent(asked.fileId) && cache.get(asked);
		if (ready) return send(asked, ready, 'hit');
		const asset = assets.get(pathOf(asked.url));
		if (asset) return send(asked, asset, 'asset');
		void answer(asked).catch((error: unknown) => fail(asked, error));
	};
}

/** Why a request is turned away. */
const words = {
	400: refusals.noHost,
	414: refusals.tooLong,
	429: refusals.tooMany,
	503: refusals.busy
};

/** What a Range header gets of a reply that offers ranges (206, 416); undefined: the whole. */
function partOf({ request, range, ifRange }: Asked, { headers, body, etag }: Variant) {
	if (request.method !== 'GET' || !headers.includes('accept-ranges')) return undefined;
	const wanted = isSameBody(ifRange, etag) ? rangeOf(range, body.length) : undefined;
	if (wanted === undefined) return undefined;
	const others = headers.toSpliced(headers.indexOf('content-length'), 2);
	if (wanted === 'none')
		return {
			status: 416,
			headers: [...others, 'content-range', `bytes */${body.length}`],
			body: ''
		};
	const { first, last } = wanted;
	const part = body.subarray(first, last + 1);
	const described = [
		...['content-length', String(part.length)],
		...['content-range', `bytes ${first}-${last}/${body.length}`]
	];
	return { status: 206, headers: [...others, ...described], body: part };
}

const isGone = (response: ServerResponse): boolean =>
	response.destroyed || response.socket?.destroyed === true;

/** Asks once for all requests that node:http hands over in one turn of the event loop. */
function oncePerTurn<Value>(ask: () => Value): () => Value {
	let answer: { value: Value } | undefined;
	return () => {
		if (!answer) {
			answer = { value: ask() };
			setImmediate(() => (answer = undefined));
		}
		return answer.value;
	};
}
