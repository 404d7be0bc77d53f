import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompress, constants, gzip } from 'node:zlib';
import fresh from 'fresh';
import Negotiator from 'negotiator';

/** How bytes may be sent. */
const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

/** One variant of a reply, complete: nothing is left to do but to send it. */
export interface Variant {
	/** Names and values in turn, as node:http takes them fastest. */
	headers: string[];
	/** The same without what describes the body, for 304. */
	unchanged: string[];
	etag: string;
	body: Buffer;
}

/** A reply made ready: in the codings that were asked for, each with a tag of its own. */
export interface PreparedResponse {
	variants: Partial<Record<Coding, Variant>> & { identity: Variant };
	/** Memory it takes with all its codings. */
	bytes: number;
	/** Codings that are not there yet, and what makes them; one that is not worth its bytes has no maker left. */
	makers: Partial<Record<Coding, () => Promise<void>>>;
}

export interface Preparing {
	/** Codings that are wanted now; the others are made when somebody asks. */
	now?: readonly Coding[];
	/** For what few will ask for: a tenth of the time for two bytes more in a hundred. */
	isQuick?: boolean;
}

/** A whole reply with status 200 before it is made ready; header names in lower case. */
export interface BufferedResponse {
	headers: Record<string, string>;
	body: Buffer;
	/** Compressed variants that are there already. */
	compressed?: Partial<Record<'br' | 'gzip', Buffer>>;
}

/** Below this the header of a compressed reply outweighs what is saved. */
const smallest = 200;

/** Brotli's best qualities cost a second for a long page; up to here one more step is worth it. */
const small = 131_072;

const compressible = /^(text\/|image\/svg|application\/(.*json|.*xml|javascript))/;

/** Writes the headers of every variant, and compresses once, beside the event loop. */
export async function prepare(
	{ headers, body, compressed = {} }: BufferedResponse,
	{ now = codings, isQuick = false }: Preparing = {}
): Promise<PreparedResponse> {
	const isText = compressible.test(headers['content-type'] ?? '') && body.length >= smallest;
	const hash = createHash('sha256').update(body).digest('hex');
	const all = { ...headers, ...(isText ? { vary: 'Accept-Encoding' } : {}) };
	const variants: PreparedResponse['variants'] = { identity: variant(all, body, hash) };
	// A compressed page is a seventh of itself; little is lost by reckoning with more.
	const ready = { variants, bytes: body.length * (isText ? 1.5 : 1) + 4096, makers: {} };
	if (!isText) return ready;
	const made = (coding: 'br' | 'gzip', press: () => Promise<Buffer>) => {
		let making: Promise<void> | undefined;
		return () =>
			(making ??= (async () => {
				const pressed = compressed[coding] ?? (await press());
				if (pressed.length < body.length) variants[coding] = variant(all, pressed, hash, coding);
				delete makers[coding];
			})());
	};
	const makers: PreparedResponse['makers'] = (ready.makers = {
		br: made('br', () => brotli(body, isQuick)),
		gzip: made('gzip', () => zip(body))
	});
	await Promise.all(now.map(async (coding) => makers[coding]?.()));
	return ready;
}

const brotli = (body: Buffer, isQuick: boolean): Promise<Buffer> =>
	promisify(brotliCompress)(body, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: body.length <= small && !isQuick ? 9 : 5,
			[constants.BROTLI_PARAM_SIZE_HINT]: body.length
		}
	});

const zip = (body: Buffer): Promise<Buffer> => promisify(gzip)(body, { level: 6 });

const describing = /^(content-(length|type|encoding|disposition|language)|etag)$/;

/** Tags are strong, so each coding has its own; without one it is the SHA-256 of the file. */
function variant(
	given: Record<string, string>,
	body: Buffer,
	hash: string,
	coding?: 'br' | 'gzip'
): Variant {
	const etag = coding ? `"${hash}-${coding}"` : `"${hash}"`;
	const headers: Record<string, string> = { ...given, etag, 'content-length': String(body.length) };
	if (coding) headers['content-encoding'] = coding;
	const parts = Object.entries(headers);
	return {
		headers: parts.flat(),
		unchanged: parts.filter(([name]) => name === 'etag' || !describing.test(name)).flat(),
		etag,
		body
	};
}

const negotiated = new Map<string, Coding[]>();

/**
 * The codings an Accept-Encoding allows, best first by its `q` values, and Brotli first among equals.
 * Few values are in use, so each is read once.
 */
export function acceptedEncodings(header: string | undefined): Coding[] {
	const value = header ?? '';
	let allowed = negotiated.get(value);
	if (!allowed) {
		const negotiator = new Negotiator({ headers: { 'accept-encoding': value } });
		// The types of the package know one argument only.
		const encodings = negotiator.encodings.bind(negotiator) as (
			available: readonly Coding[],
			options: { preferred: readonly Coding[] }
		) => Coding[];
		allowed = encodings(codings, { preferred: codings });
		if (negotiated.size < 200) negotiated.set(value, allowed);
	}
	return allowed;
}

/** The variant a client takes; undefined while the coding it likes best is still to be made. */
export function variantFor(
	{ variants, makers }: PreparedResponse,
	acceptEncoding: string | undefined
): Variant | undefined {
	for (const coding of acceptedEncodings(acceptEncoding)) {
		const found = variants[coding];
		if (found) return found;
		if (makers[coding]) return undefined;
	}
	return variants.identity;
}

/** The same, made if need be. */
export async function madeVariantFor(
	ready: PreparedResponse,
	acceptEncoding: string | undefined
): Promise<Variant> {
	for (const coding of acceptedEncodings(acceptEncoding)) {
		await ready.makers[coding]?.();
		const found = ready.variants[coding];
		if (found) return found;
	}
	return ready.variants.identity;
}

/** Whether the client has these bytes already: If-None-Match decides, as RFC 9110 has it. */
export const isFresh = (headers: IncomingHttpHeaders, etag: string): boolean =>
	fresh({ 'if-none-match': headers['if-none-match'] }, { etag });
