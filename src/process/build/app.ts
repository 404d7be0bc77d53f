import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentBuild } from './build.ts';
import { StartError } from '../project.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * The built app as a listener of node:http.
 *
 * @throws {StartError} if it cannot be started, for example because ORIGIN is no address
 */
export async function loadApp(): Promise<RequestListener> {
	// Without ORIGIN the adapter takes every request for https and would put that into all links.
	// Here it is http, whatever a client says; behind a proxy ORIGIN belongs set.
	const plain = !process.env['ORIGIN'] && !process.env['PROTOCOL_HEADER'];
	if (plain) process.env['PROTOCOL_HEADER'] = 'x-beistand-protocol';
	const handler = await imported();
	return (request, response) => {
		if (plain) request.headers['x-beistand-protocol'] = 'http';
		handler(request, response, () => {
			response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
		});
	};
}

async function imported(): Promise<Handler> {
	const folder = currentBuild();
	if (!folder) throw new StartError('There is no build; run "npm run build".');
	const path = pathToFileURL(join(folder, 'handler.js')).href;
	try {
		return ((await import(path)) as { handler: Handler }).handler;
	} catch (error) {
		throw new StartError(`The built app does not start: ${String(error)}`, { cause: error });
	}
}
