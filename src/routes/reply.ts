import { fileName } from '#lib/formats/filename.ts';
import { ThreadsBusy } from '#lib/concurrency/thread-pool.ts';
import { streamHeader } from '#lib/view/serving-header.ts';
import type { Lang } from '#lib/words/lang.ts';
import { refusals } from '#lib/words/serve.ts';
import { fileCaching } from './caching.ts';

/** A file on its way out; unless it is streamed, nothing is sent before all of it is made. */
export interface Leaving {
	body: string | Uint8Array | Streamed;
	type: string;
	/** Values of the Link header, in their order: for some relations readers take the last. */
	links?: string[];
	/** What a browser should save it as; undefined: show it. */
	saveAs?: string;
	/** Whether parts of it may be asked for by byte ranges; it is sent uncompressed then. */
	hasRanges?: boolean;
	/** Whether it may change without new data, because files of older versions may be deleted. */
	isVolatile?: boolean;
}

/** The name under which a file is saved whose address asks for that. */
export const savedAs = (
	{ searchParams }: URL,
	...name: Parameters<typeof fileName>
): string | undefined => (searchParams.has('download') ? fileName(...name) : undefined);

/** A file too large to be kept: it is made while it is sent, and sent no faster than it is read. */
export interface Streamed {
	/** The same bytes always have the same tag. */
	tag: string;
	blocks: Iterator<Uint8Array>;
}

/** What lets a page elsewhere read a reply. */
export const open = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers':
		'Link, ETag, Content-Disposition, X-Dataset-Version, Accept-Ranges, Content-Range, Content-Length',
	'cross-origin-resource-policy': 'cross-origin'
};

/**
 * A file that any page may fetch. Its length and ETag, and 304 to who has it, come with the reply made
 * ready. No Last-Modified: a file changes with the data and with this program, and only the ETag knows
 * of both.
 */
export function reply(file: Leaving): Response {
	const headers = new Headers({
		...open,
		'content-type': file.type,
		'cache-control': file.isVolatile ? 'no-cache' : fileCaching
	});
	if (file.hasRanges) headers.set('accept-ranges', 'bytes');
	if (file.links && file.links.length > 0) headers.set('link', file.links.join(', '));
	if (file.saveAs)
		headers.set(
			'content-disposition',
			`attachment; filename="${file.saveAs}"; filename*=UTF-8''${file.saveAs}`
		);
	const { body } = file;
	if (typeof body === 'string' || body instanceof Uint8Array)
		return new Response(body as string | Uint8Array<ArrayBuffer>, { headers });
	headers.set(streamHeader, body.tag);
	return new Response(streamOf(body.blocks), { headers });
}

/** Between two blocks others have their turn. */
const streamOf = (blocks: Iterator<Uint8Array>): ReadableStream<Uint8Array> =>
	new ReadableStream({
		async pull(controller) {
			await new Promise((resolve) => setImmediate(resolve));
			const { done, value } = blocks.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		cancel: () => void blocks.return?.()
	});

const titles = {
	400: 'Bad Request',
	404: 'Not Found',
	410: 'Gone',
	422: 'Unprocessable Content',
	503: 'Service Unavailable',
	501: 'Not Implemented'
};

/** RFC 9457: why there is no file, for programs and for people. */
export function problem(
	status: keyof typeof titles,
	detail: string,
	lang: Lang,
	more: Record<string, unknown> = {},
	headers: Record<string, string> = {}
): Response {
	return new Response(JSON.stringify({ title: titles[status], status, detail, ...more }), {
		status,
		headers: {
			...open,
			'content-type': 'application/problem+json',
			'content-language': lang,
			'cache-control': 'no-store',
			...headers
		}
	});
}

/** A reply with a file made on a thread; while too many wait there, a 503 that says when to come again. */
export async function unlessBusy(lang: Lang, make: () => Promise<Response>): Promise<Response> {
	try {
		return await make();
	} catch (error) {
		if (!(error instanceof ThreadsBusy)) throw error;
		return problem(503, refusals.busy[lang], lang, {}, { 'retry-after': '5' });
	}
}

/** What a browser asks before a page elsewhere may send If-None-Match. */
export const preflight = (): Response =>
	new Response(null, {
		status: 204,
		headers: {
			...open,
			'access-control-allow-methods': 'GET, HEAD, OPTIONS',
			'access-control-allow-headers': 'If-None-Match, If-Range, Range',
			'access-control-max-age': '86400',
			allow: 'GET, HEAD, OPTIONS'
		}
	});
