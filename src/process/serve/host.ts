import type { IncomingMessage } from 'node:http';
import { hostname } from 'node:os';

/** A name or an address, and a port: what an address of a page can begin with. */
const spelled = /^([\w.-]{1,253}|\[[\da-f:.]+\])(:\d{1,5})?$/;

const machine = hostname().toLowerCase();

/** How the site was asked for, which stands in its pages' links where no ORIGIN says it better. */
export interface Host {
	/** In small letters, with its port. */
	name: string;
	/** Whether it is an address of this machine or its name; every other one anybody can invent. */
	isOwn: boolean;
}

/**
 * The host that a request names; HTTP/1.0 need not name one, and means the address it came to.
 *
 * @returns undefined for what can be no name of a site
 */
export function hostOf({
	headers,
	socket
}: Pick<IncomingMessage, 'headers' | 'socket'>): Host | undefined {
	const address = socket.localAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1';
	const here = address.includes(':') ? `[${address}]` : address;
	const port = socket.localPort === 80 ? '' : `:${socket.localPort}`;
	const name = (headers.host || here + port).toLowerCase();
	if (!spelled.test(name) || !URL.canParse(`http://${name}`)) return undefined;
	const own = [here, 'localhost', '127.0.0.1', '[::1]', machine];
	return { name, isOwn: own.some((each) => name === each + port) };
}
