import type { IncomingMessage, ServerResponse } from 'node:http';
import { langOf, type Text } from '#lib/words/lang.ts';
import { defaultHeaders } from './headers.ts';

const titles: Record<number, string> = {
	400: 'Bad Request',
	414: 'URI Too Long',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	503: 'Service Unavailable'
};

/** Turns a request away in the reader's words: a plain page for people, RFC 9457 for programs. */
export function errorResponse(
	request: IncomingMessage,
	response: ServerResponse,
	status: 400 | 414 | 429 | 500 | 503,
	words: Text,
	retryAfter?: number
): void {
	if (response.headersSent) {
		response.destroy();
		return;
	}
	const lang = langOf(request.url ?? '', request.headers['accept-language']);
	const isPerson = request.headers.accept?.includes('text/html') ?? false;
	const title = titles[status] ?? '';
	const body = isPerson
		? `<!doctype html><html lang="${lang}"><meta charset="utf-8">` +
			'<meta name="viewport" content="width=device-width"><title>Beistand</title>' +
			`<p>${words[lang]}</p></html>\n`
		: JSON.stringify({ title, status, detail: words[lang] });
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	response.writeHead(status, {
		...defaultHeaders(),
		'content-type': isPerson ? 'text/html; charset=utf-8' : 'application/problem+json',
		'content-language': lang,
		'content-length': Buffer.byteLength(body),
		'cache-control': 'no-store',
		// A program in a page elsewhere must be able to read why it got nothing.
		'access-control-allow-origin': '*',
		...(retryAfter ? { 'retry-after': String(retryAfter) } : {})
	});
	response.end(body);
}
