import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { servingHeader, streamHeader } from '#lib/view/serving-header.ts';
import { streamResponse } from './stream-response.ts';
import type { BufferedResponse } from './prepared-response.ts';

/** What came of asking the app. */
export type Buffered =
	/** May be kept; nothing was sent yet. */
	| { kind: 'buffered'; reply: BufferedResponse; version: string }
	/** Goes to the client as it comes: a redirect, a fault, a reply that says it must not be kept. */
	| { kind: 'sent'; status: number };

/** The client went before there was a reply; nginx counts those under the same number. */
const gone = 499;

/** What a client says that must not change a reply which others get too. */
const personal = [
	'cookie',
	'authorization',
	'if-none-match',
	'if-modified-since',
	'if-match',
	'if-unmodified-since',
	'if-range',
	'range'
];

/** The analyst's crosstab, its data and its files. */
const crosstab = /^\/\w+\/explore\/crosstab(?=[/.?]|$)/;

/**
 * Asks the app for a reply and holds it back if it may be kept: status 200, public, without a cookie,
 * the same for everybody. Anything else goes through as it comes.
 *
 * @returns when the whole reply is there, or it is known that it goes through
 */
export function bufferResponse(
	app: RequestListener,
	request: IncomingMessage,
	response: ServerResponse
): Promise<Buffered> {
	// The crosstab is never kept, and a cookie lets its one reader in.
	const isCrosstab = crosstab.test(request.url ?? '');
	const { 'if-none-match': ifNoneMatch } = request.headers;
	const isHead = request.method === 'HEAD';
	for (const name of personal) if (name !== 'cookie' || !isCrosstab) delete request.headers[name];
	const isReading = request.method === 'GET' || request.method === 'HEAD';
	// The same bytes answer HEAD; node:http leaves the body out by itself.
	if (isReading) request.method = 'GET';
	const { writeHead, write, end } = response;
	const restore = () => Object.assign(response, { writeHead, write, end });

	return new Promise((resolve, reject) => {
		response.once('close', () => resolve({ kind: 'sent', status: gone }));
		response.writeHead = (status: number, ...rest: never[]) => {
			if (
				rest.length > 0 ||
				!isReading ||
				response.hasHeader(streamHeader) ||
				!mayBeKept(status, response)
			) {
				restore();
				resolve({ kind: 'sent', status });
				const tag = response.getHeader(streamHeader);
				if (tag !== undefined)
					streamResponse(request, response, String(tag), { ifNoneMatch, isHead });
				return response.writeHead(status, ...rest);
			}
			const chunks: Buffer[] = [];
			const take = (chunk: unknown) => {
				if (typeof chunk === 'string' || chunk instanceof Uint8Array)
					chunks.push(Buffer.from(chunk as string));
			};
			response.write = ((chunk: unknown) => {
				take(chunk);
				return true;
			}) as ServerResponse['write'];
			response.end = ((chunk?: unknown) => {
				take(chunk);
				restore();
				// A reply made of older data stays as long as the data in service do.
				const version = String(
					response.getHeader(servingHeader) ?? response.getHeader('x-dataset-version')
				);
				response.removeHeader(servingHeader);
				const reply = { headers: taken(response), body: Buffer.concat(chunks) };
				resolve({ kind: 'buffered', reply, version });
				return response;
			}) as ServerResponse['end'];
			return response;
		};
		Promise.resolve(app(request, response) as unknown).catch((error: unknown) => {
			restore();
			reject(error);
		});
	});
}

function mayBeKept(status: number, response: ServerResponse): boolean {
	const control = String(response.getHeader('cache-control') ?? '');
	const vary = String(response.getHeader('vary') ?? 'accept-encoding');
	return (
		status === 200 &&
		/\bpublic\b/.test(control) &&
		!/\b(no-store|private)\b/.test(control) &&
		!response.hasHeader('set-cookie') &&
		!response.hasHeader('content-encoding') &&
		response.hasHeader('x-dataset-version') &&
		/^accept-encoding$/i.test(vary)
	);
}

/** The headers as they are, out of the response, which is written anew. */
function taken(response: ServerResponse): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const name of response.getHeaderNames()) {
		headers[name] = String(response.getHeader(name));
		response.removeHeader(name);
	}
	return headers;
}
