import type { IncomingMessage } from 'node:http';
import { isTracker } from '#lib/view/address-keys.ts';

/** An address longer than this, or with more parameters, is no reader's choice of filters. */
const longest = 4000;
const mostParameters = 250;

/** Whether an address is within what a page can be asked for. */
export function isBounded(address: string): boolean {
	if (address.length > longest) return false;
	let parameters = 0;
	for (let at = address.indexOf('?'); at >= 0; at = address.indexOf('&', at + 1)) parameters += 1;
	return parameters <= mostParameters;
}

/**
 * The address without what hosts and trackers added: one copy of a page is kept, however it was linked
 * to, and nothing a tracker knows about a reader comes further than here. A CSV and its description name
 * each other by the very address that was asked for, or readers of them must not believe it.
 */
export function withoutForeign(address: string): string {
	const mark = address.indexOf('?');
	if (mark < 0 || /\.csv(-metadata\.json)?$/.test(address.slice(0, mark))) return address;
	const own = address
		.slice(mark + 1)
		.split('&')
		.filter((part) => part !== '' && !isTracker(keyOf(part)));
	const path = address.slice(0, mark);
	return own.length > 0 ? `${path}?${own.join('&')}` : path;
}

function keyOf(part: string): string {
	return decoded(part.split('=', 1)[0] ?? '');
}

/** The path of an address as a file would be called, however it is written. */
export function pathOf(address: string): string {
	if (/^\/[\w./-]*[\w]$/.test(address)) return address;
	return decoded(address.split('?', 1)[0] ?? '').replace(/\/+$/, '');
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Addresses of which there are only as many as pages; everything else anybody can invent. */
export const isPlain = (address: string): boolean => /^\/[\w~./-]*$/.test(address);

/**
 * Who asks, for counting: the address of the connection, or what a trusted proxy says in the header
 * that ADDRESS_HEADER names. Of IPv6 the network counts, since a client has billions of addresses.
 */
export function clientOf(request: IncomingMessage): string {
	const header = process.env['ADDRESS_HEADER']?.toLowerCase();
	const said = header ? request.headers[header] : undefined;
	// A proxy appends the address it saw; what stands before it anybody can write.
	const last = String(said ?? '')
		.split(',')
		.at(-1)
		?.trim();
	const address = (last || request.socket.remoteAddress) ?? '';
	const mapped = address.replace(/^::ffff:(?=\d+\.)/, '');
	return mapped.includes(':') ? mapped.split(':').slice(0, 4).join(':') : mapped.slice(0, 45);
}
