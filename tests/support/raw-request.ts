import { connect, type Socket } from 'node:net';

/**
 * Bytes as they are over a connection of their own: for requests that no HTTP library would send.
 *
 * @returns all that came back until the server closed, or until `milliseconds` have passed
 */
export function sent(
	origin: string,
	bytes: string | Uint8Array,
	milliseconds = 5000
): Promise<string> {
	return new Promise((resolve) => {
		let text = '';
		const socket = opened(origin, () => socket.write(bytes));
		const done = () => {
			clearTimeout(timer);
			socket.destroy();
			resolve(text);
		};
		const timer = setTimeout(done, milliseconds);
		socket.on('data', (chunk) => (text += chunk.toString('latin1')));
		socket.on('close', done);
	});
}

/** A connection whose faults are part of the test. */
export function opened(origin: string, then?: () => void): Socket {
	const { hostname, port } = new URL(origin);
	const socket = connect(Number(port), hostname, then);
	socket.on('error', () => undefined);
	return socket;
}
