import { isTracker } from '#lib/view/address-keys.ts';

/** A URL longer than this, or with more parameters, is no reader's choice of filters. */
const maxLength = 4000;
const maxParameters = 250;

/** Whether a URL is within what a page can be asked for. */
export function isBounded(url: string): boolean {
	if (url.length > maxLength) return false;
	let parameters = 0;
	for (let at = url.indexOf('?'); at >= 0; at = url.indexOf('&', at + 1)) parameters += 1;
	return parameters <= maxParameters;
}

/** Characters that mean the same written as they are and as a code (RFC 3986, 2.3). */
const unreserved = /%(2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi;

/**
 * The one spelling of a path: dot segments are resolved, and letters that need no code have none. So
 * nobody can have a page kept under a thousand names. Which bytes of a path are reserved stays as it was.
 */
export function normalized(url: string): string {
	const mark = url.indexOf('?');
	const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
	if (/^(\/[\w~-]+(\.[\w~-]+)*)+\/?$/.test(path)) return url;
	const spelled = path.replace(unreserved, (code) =>
		String.fromCharCode(Number.parseInt(code.slice(1), 16))
	);
	const segments: string[] = [];
	const parts = spelled.split('/').slice(1);
	for (const [index, part] of parts.entries()) {
		const isLast = index === parts.length - 1;
		if (part === '..') segments.pop();
		if (part !== '.' && part !== '..') segments.push(part);
		else if (isLast) segments.push('');
	}
	return `/${segments.join('/')}${query}`;
}

/**
 * The URL without what hosts and trackers added: one copy of a page is kept, however it was linked
 * to, and nothing a tracker knows about a reader comes further than here. A CSV and its description name
 * each other by the very URL that was asked for, or readers of them must not believe it.
 */
export function stripTracking(url: string): string {
	const mark = url.indexOf('?');
	if (mark < 0 || /\.csv(-metadata\.json)?$/.test(url.slice(0, mark))) return url;
	const own = url
		.slice(mark + 1)
		.split('&')
		.filter((part) => part !== '' && !isTracker(keyOf(part)));
	const path = url.slice(0, mark);
	return own.length > 0 ? `${path}?${own.join('&')}` : path;
}

function keyOf(part: string): string {
	return decoded(part.split('=', 1)[0] ?? '');
}

/** The path of an url as a file would be called, however it is written. */
export function pathOf(url: string): string {
	if (/^\/[\w./-]*[\w]$/.test(url)) return url;
	return decoded(url.split('?', 1)[0] ?? '').replace(/\/+$/, '');
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Addresses of which there are only as many as pages; everything else anybody can invent. */
export const isPlain = (url: string): boolean => /^\/[\w~./-]*$/.test(url);
