import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fileIdOf } from '#db/file-id.ts';
import { refusals } from '#lib/words/serve.ts';
import { faults } from '#lib/words/site.ts';
import { clientOf, isBounded, pathOf, withoutForeign } from './address.ts';
import { capture } from './capture.ts';
import { defaultHeaders } from './headers.ts';
import type { Kept } from './kept.ts';
import type { Outcome } from './metrics.ts';
import { isCostly, type Rate } from './rate.ts';
import { formFor, isKnown, madeReady, type Ready } from './ready.ts';
import { refuse } from './refuse.ts';

/** So many pages may be in the making; beyond that, waiting would only make everybody wait longer. */
const mostWaiting = 300;

export interface Front {
	app: RequestListener;
	assets: Map<string, Ready>;
	kept: Kept;
	rate: Rate;
	/** Path of the database file. */
	database: string;
	/** Told of every reply, for log and metrics. */
	seen(request: IncomingMessage, outcome: Outcome, status: number, begun: number): void;
}

/** A request on its way through. */
interface Asked {
	request: IncomingMessage;
	response: ServerResponse;
	/** Path and query, without what trackers added. */
	address: string;
	/** What a ready reply is kept under. */
	key: string;
	/** The database file as it was when the request came. */
	stamp: string | undefined;
	begun: number;
}

/**
 * What stands before the app: gives out what is ready, makes ready what is asked for the first time,
 * turns away what no page could answer.
 */
export function inFront({ app, assets, kept, rate, database, seen }: Front): RequestListener {
	const defaults = Object.entries(defaultHeaders());
	/** Without ORIGIN the name a reader used stands in the page's links, so it belongs to its key. */
	const hasOrigin = Boolean(process.env['ORIGIN']);
	const making = new Map<string, Promise<Ready | undefined>>();
	const stamp = oncePerTurn(() => fileIdOf(database));

	/** Asks the app. @returns a ready reply if others may have it too; else the client has its own already */
	async function make({ request, response, ...asked }: Asked): Promise<Ready | undefined> {
		for (const [name, value] of defaults) response.setHeader(name, value);
		const captured = await capture(app, request, response);
		if (captured.kind === 'sent') {
			seen(request, 'passed', captured.status, asked.begun);
			return undefined;
		}
		const ready = await madeReady(captured.whole);
		// Data loaded while the page was made: the reply is sound, but of which data nobody knows.
		if (fileIdOf(database) !== asked.stamp) return ready;
		kept.learn(captured.version, asked.stamp);
		kept.put(asked.address, asked.key, ready);
		return ready;
	}

	/** Several who ask for the same at once get the one reply that is being made. */
	async function answer(asked: Asked): Promise<void> {
		const turn = `${asked.stamp} ${asked.key}`;
		const others = making.get(turn);
		const theirs = await others?.catch(() => undefined);
		if (theirs) return send(asked, theirs, 'kept');
		if (making.size >= mostWaiting) return turnAway(asked, 503, 5);
		const wait = isCostly(asked.address) ? rate.ask(clientOf(asked.request)) : 0;
		if (wait > 0) return turnAway(asked, 429, wait);
		const made = make(asked);
		if (!others) making.set(turn, made);
		try {
			const ready = await made;
			if (ready) send(asked, ready, 'made');
		} finally {
			if (making.get(turn) === made) making.delete(turn);
		}
	}

	function send({ request, response, begun }: Asked, ready: Ready, outcome: Outcome): void {
		const { headers } = request;
		const form = formFor(ready, headers['accept-encoding']);
		const status = isKnown(headers['if-none-match'], form.etag) ? 304 : 200;
		seen(request, outcome, status, begun);
		if (status === 304) response.writeHead(304, form.unchanged).end();
		else response.writeHead(200, form.headers).end(form.body);
	}

	function turnAway({ request, response, begun }: Asked, status: 414 | 429 | 503, wait?: number) {
		const words = { 414: refusals.tooLong, 429: refusals.tooMany, 503: refusals.busy }[status];
		seen(request, 'refused', status, begun);
		refuse(request, response, status, words, wait);
	}

	function fail({ request, response, begun }: Asked, error: unknown): void {
		console.error(error);
		seen(request, 'refused', 500, begun);
		refuse(request, response, 500, faults.ours);
	}

	return (request, response) => {
		const begun = performance.now();
		const { method, url = '/', headers } = request;
		const asked: Asked = { request, response, address: url, key: url, stamp: undefined, begun };
		if (!isBounded(url)) return turnAway(asked, 414);
		asked.address = request.url = withoutForeign(url);
		if (method !== 'GET' && method !== 'HEAD') {
			void make(asked).catch((error: unknown) => fail(asked, error));
			return;
		}
		asked.key = hasOrigin ? asked.address : `${headers.host} ${asked.address}`;
		asked.stamp = stamp();
		const ready = kept.isCurrent(asked.stamp) && kept.get(asked.address, asked.key);
		if (ready) return send(asked, ready, 'kept');
		const asset = assets.get(pathOf(asked.address));
		if (asset) return send(asked, asset, 'asset');
		void answer(asked).catch((error: unknown) => fail(asked, error));
	};
}

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
