import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How bytes may be sent. */
export const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

/** One form of a reply, complete: nothing is left to do but to send it. */
interface Form {
	/** Names and values in turn, as node:http takes them fastest. */
	headers: string[];
	/** The same without what describes the body, for 304. */
	unchanged: string[];
	etag: string;
	body: Buffer;
}

/** A reply made ready once: in every coding that is worth its bytes, each with a tag of its own. */
export interface Ready {
	forms: Partial<Record<Coding, Form>> & { identity: Form };
	/** Memory it takes. */
	bytes: number;
}

/** A whole reply with status 200 before it is made ready; header names in lower case. */
export interface Whole {
	headers: Record<string, string>;
	body: Buffer;
	/** Compressed forms that are there already. */
	compressed?: Partial<Record<'br' | 'gzip', Buffer>>;
}

/** Below this the header of a compressed reply outweighs what is saved. */
const smallest = 200;

/** Brotli's best qualities cost a second for a long page; up to here one more step is worth it. */
const small = 131_072;

const compressible = /^(text\/|image\/svg|application\/(.*json|.*xml|javascript|vnd\.sqlite3))/;

/** Compresses once, beside the event loop, and writes the headers of every form. */
export async function madeReady({ headers, body, compressed = {} }: Whole): Promise<Ready> {
	const isText = compressible.test(headers['content-type'] ?? '') && body.length >= smallest;
	const [br, gz] = isText
		? await Promise.all([compressed.br ?? brotli(body), compressed.gzip ?? zip(body)])
		: [];
	const hash = createHash('sha256').update(body).digest('hex');
	const all = { ...headers, ...(isText ? { vary: 'Accept-Encoding' } : {}) };
	const forms: Ready['forms'] = { identity: form(all, body, hash) };
	if (br && br.length < body.length) forms.br = form(all, br, hash, 'br');
	if (gz && gz.length < body.length) forms.gzip = form(all, gz, hash, 'gzip');
	const bodies = Object.values(forms).reduce((sum, each) => sum + each.body.length, 0);
	return { forms, bytes: bodies + 4096 };
}

const brotli = (body: Buffer): Promise<Buffer> =>
	promisify(brotliCompress)(body, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: body.length <= small ? 9 : 5,
			[constants.BROTLI_PARAM_SIZE_HINT]: body.length
		}
	});

const zip = (body: Buffer): Promise<Buffer> => promisify(gzip)(body, { level: 6 });

const describing = /^(content-(length|type|encoding|disposition|language)|etag)$/;

/** Tags are strong, so each coding has its own; without one it is the SHA-256 of the file. */
function form(
	given: Record<string, string>,
	body: Buffer,
	hash: string,
	coding?: 'br' | 'gzip'
): Form {
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

const known = new Map<string, Coding[]>();

/** The codings an Accept-Encoding allows, best first. Few values are in use, so each is read once. */
export function codingsFor(header: string | undefined): Coding[] {
	const value = header ?? '';
	let allowed = known.get(value);
	if (!allowed) {
		const refused = /\b(br|gzip)\s*;\s*q=0(?:\.0*)?(?=\s*(?:,|$))/g;
		const wanted = value.toLowerCase().replace(refused, '');
		allowed = codings.filter((each) => each === 'identity' || RegExp(`\\b${each}\\b`).test(wanted));
		if (known.size < 200) known.set(value, allowed);
	}
	return allowed;
}

/** The form a client takes. */
export function formFor({ forms }: Ready, acceptEncoding: string | undefined): Form {
	for (const coding of codingsFor(acceptEncoding)) {
		const found = forms[coding];
		if (found) return found;
	}
	return forms.identity;
}

/** RFC 9110: a list of tags, weak ones too, or a star. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
	ifNoneMatch !== undefined &&
	ifNoneMatch
		.split(',')
		.map((tag) => tag.trim())
		.some((tag) => tag === '*' || tag === etag || tag === `W/${etag}`);
