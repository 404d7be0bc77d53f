import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { networkOf } from './limits/client.ts';
import { StartError } from './project.ts';
import type { Settings } from './settings.ts';

/** Where to listen, from the environment: port 0 takes any free one, or a socket that systemd holds open. */
export type Place = { host: string; port: number } | { fd: number };

/** The first of the sockets that systemd hands over (sd_listen_fds). */
const handedOver = 3;

/**
 * Only this machine unless HOST says otherwise: who opens a server to the world should have meant it.
 * Where systemd holds the socket, that is taken: who connects during a restart waits and is not refused.
 *
 * @throws {StartError} if PORT is no port
 */
export function listenOptions(environment: NodeJS.ProcessEnv): Place {
	if (environment['LISTEN_PID'] === String(process.pid) && Number(environment['LISTEN_FDS']) > 0)
		return { fd: handedOver };
	const given = environment['PORT'] || '3000';
	const port = /^\d{1,5}$/.test(given) ? Number(given) : NaN;
	if (!(port <= 65_535))
		throw new StartError(`Expected PORT to be a number from 0 to 65535, got "${given}".`);
	return { host: environment['HOST'] || '127.0.0.1', port };
}

/** How often it is looked for requests that do not come to an end. */
const checkMilliseconds = 1000;

/**
 * A server that no single client can hold up: who sends slowly, reads nothing or stays away is let go.
 * The time between two requests is longer than nginx keeps a connection, so that nginx never sends into
 * one that is just being closed.
 *
 * `idleSeconds` is how long a connection may be without a byte in the middle of a request or a reply.
 */
export function patientServer(
	answer: RequestListener,
	{ idleSeconds, connectionsPerClient }: Pick<Settings, 'idleSeconds' | 'connectionsPerClient'>
): Server {
	const idle = idleSeconds * 1000;
	const last = new WeakMap<Socket, ServerResponse>();
	const unanswered = new WeakMap<Socket, number>();
	const server = createServer(
		{
			headersTimeout: Math.min(10_000, idle),
			requestTimeout: Math.min(20_000, idle),
			connectionsCheckingInterval: checkMilliseconds,
			keepAliveTimeout: 75_000
		},
		(request, response) => {
			const { socket } = request;
			const count = (unanswered.get(socket) ?? 0) + 1;
			unanswered.set(socket, count);
			if (count > mostAtOnce) return void socket.destroy();
			response.once('close', () => unanswered.set(socket, unanswered.get(socket)! - 1));
			last.set(socket, response);
			answer(request, response);
		}
	);
	server.maxConnections = 10_000;
	limitConnections(server, connectionsPerClient);
	server.maxHeadersCount = 100;
	server.setTimeout(idle, (socket) => {
		// Who waits for us, because very much is going on here, is not to blame.
		if (last.get(socket)?.headersSent !== false) socket.destroy();
	});
	return server;
}

/**
 * Requests of one connection that wait for their answer. Browsers and proxies send one after the other; who
 * sends a thousand in one go would have all of them answered before anybody else has the first reply.
 */
const mostAtOnce = 10;

/** One client has so many connections and no more; those of a trusted proxy are many clients'. */
function limitConnections(server: Server, limit: number): void {
	if (limit === 0 || process.env['ADDRESS_HEADER']) return;
	const open = new Map<string, number>();
	server.on('connection', (socket) => {
		const client = networkOf(socket.remoteAddress ?? '') ?? 'unknown';
		const count = (open.get(client) ?? 0) + 1;
		if (count > limit) return void socket.destroy();
		open.set(client, count);
		socket.once('close', () => {
			const left = (open.get(client) ?? 1) - 1;
			if (left > 0) open.set(client, left);
			else open.delete(client);
		});
	});
}

/** @throws {StartError} if the place is taken or cannot be had */
export async function listen(server: Server, place: Place): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) =>
			reject(new StartError(why(error, place)))
		);
		server.listen(place, resolve);
	});
}

function why(error: NodeJS.ErrnoException, place: Place): string {
	if ('fd' in place) return `The socket of systemd cannot be listened on (${error.message}).`;
	const { host, port } = place;
	if (error.code === 'EADDRINUSE')
		return `Port ${port} of ${host} is in use; choose another one, for example PORT=${port + 1}.`;
	if (error.code === 'EACCES')
		return `Port ${port} of ${host} is not allowed to this user; choose one above 1023 with PORT.`;
	return `HOST=${host} cannot be listened on (${error.message}).`;
}

/** The address to open in a browser on this machine. */
export function urlOf(server: Server): string {
	const { address, family, port } = server.address() as AddressInfo;
	if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
	return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/**
 * On SIGTERM, SIGINT or SIGHUP: takes no more connections, lets running replies finish, then ends. What is
 * not done by then is cut off after `limit` milliseconds.
 */
export function closeOnSignal(server: Server, limit = 9_000): void {
	let closing = false;
	const close = (): void => {
		if (closing) return;
		closing = true;
		// A connection kept alive would otherwise hold the process until it times out.
		server.prependListener('request', (_, response) => response.setHeader('Connection', 'close'));
		server.close(() => process.exit(0));
		setInterval(() => server.closeIdleConnections(), 50).unref();
		setTimeout(() => server.closeAllConnections(), limit).unref();
	};
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, close);
}
