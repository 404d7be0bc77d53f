import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/**
 * Who asks, for counting: the address of the connection, or what a trusted proxy says in the header
 * that ADDRESS_HEADER names. Of IPv6 the network of 64 bits counts, since a client has all addresses
 * in it; a port behind an address makes no other client.
 */
export function clientOf(request: IncomingMessage): string {
	const header = process.env['ADDRESS_HEADER']?.toLowerCase();
	const value = header ? request.headers[header] : undefined;
	// A proxy appends the address it saw; what stands before it anybody can write.
	const last = String(value ?? '')
		.split(',')
		.at(-1)
		?.trim();
	return networkOf(last ?? '') ?? networkOf(request.socket.remoteAddress ?? '') ?? 'unknown';
}

/**
 * The address, or of IPv6 its network.
 *
 * @returns undefined for what is no address
 */
export function networkOf(text: string): string | undefined {
	const [, bracketed, plain] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text) ?? [];
	const address = bracketed ?? plain ?? text;
	if (!ipaddr.isValid(address)) return undefined;
	// An IPv4 address mapped into IPv6 becomes the IPv4 address it is.
	const parsed = ipaddr.process(address);
	if (parsed.kind() === 'ipv4') return parsed.toString();
	return `${new ipaddr.IPv6([...parsed.toByteArray().slice(0, 8), 0, 0, 0, 0, 0, 0, 0, 0])}/64`;
}
