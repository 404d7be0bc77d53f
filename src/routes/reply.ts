import { createHash } from 'node:crypto';
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
	/** Data version, whose day is when the file last changed. */
	version: string;
}

const open = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'Link, ETag, Content-Disposition, X-Dataset-Version',
	'cross-origin-resource-policy': 'cross-origin'
};

/** A file with a strong ETag over its bytes, or 304 where the asker has it. Any page may fetch it. */
export function reply(request: Request, file: Leaving): Response {
	const bytes = typeof file.body === 'string' ? new TextEncoder().encode(file.body) : file.body;
	const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
	const headers = new Headers({
		...open,
		'content-type': file.type,
		'cache-control': fileCaching,
		'last-modified': new Date(`${file.version.slice(0, 10)}T00:00:00Z`).toUTCString(),
		etag
	});
	if (file.links && file.links.length > 0) headers.set('link', file.links.join(', '));
	if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
	headers.set('content-length', String(bytes.byteLength));
	if (file.saveAs)
		headers.set(
			'content-disposition',
			`attachment; filename="${file.saveAs}"; filename*=UTF-8''${file.saveAs}`
		);
	return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
}

/** RFC 9110: a list of tags, weak ones too, or a star. */
function isKnown(request: Request, etag: string): boolean {
	const tags = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
	return tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag);
}

const titles = { 400: 'Bad Request', 404: 'Not Found', 410: 'Gone', 501: 'Not Implemented' };

/** RFC 9457: why there is no file, for programs and for people. */
export function problem(
	status: keyof typeof titles,
	detail: string,
	lang: Lang,
	more: Record<string, unknown> = {}
): Response {
	return new Response(JSON.stringify({ title: titles[status], status, detail, ...more }), {
		status,
		headers: {
			...open,
			'content-type': 'application/problem+json',
			'content-language': lang,
			'cache-control': 'no-store'
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
			'access-control-allow-headers': 'If-None-Match',
			'access-control-max-age': '86400',
			allow: 'GET, HEAD, OPTIONS'
		}
	});
