import type { Lang } from '#lib/words/lang.ts';
import { fileCaching } from './caching.ts';

/** A file on its way out, complete: nothing is sent before all of it is made. */
export interface Leaving {
	body: string | Uint8Array;
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
	return new Response(file.body as string | Uint8Array<ArrayBuffer>, { headers });
}

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
