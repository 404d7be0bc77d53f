import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { servingHeader, streamHeader } from '#lib/view/serving-header.ts';
import { acceptedEncodings, isFresh } from './prepared-response.ts';

export interface AskedOfStream {
	ifNoneMatch: string | undefined;
	isHead: boolean;
}

/**
 * Readies a response for a body that is sent while it is made: compressed on the way, and not made at all
 * for who has it already or asks for its headers alone. To be called before its head is written.
 *
 * @param tag of the bytes before they are compressed
 */
export function streamResponse(
	{ headers }: IncomingMessage,
	response: ServerResponse,
	tag: string,
	{ ifNoneMatch, isHead }: AskedOfStream
): void {
	const [coding = 'identity'] = acceptedEncodings(headers['accept-encoding']);
	const etag = `"${coding === 'identity' ? tag : `${tag}-${coding}`}"`;
	response.removeHeader(streamHeader);
	response.removeHeader(servingHeader);
	response.setHeader('etag', etag);
	response.setHeader('vary', 'Accept-Encoding');
	if (coding !== 'identity') response.setHeader('content-encoding', coding);
	const { writeHead, write, end } = response;
	const isSame = isFresh({ 'if-none-match': ifNoneMatch }, etag);
	if (isSame || isHead) {
		response.writeHead = (status: number) => {
			if (isSame)
				for (const name of ['content-type', 'content-encoding']) response.removeHeader(name);
			writeHead.call(response, isSame ? 304 : status);
			// The end of the response tells the app that nobody reads on.
			response.write = () => true;
			response.end = () => response;
			end.call(response, undefined, 'utf8');
			return response;
		};
		return;
	}
	if (coding === 'identity') return;
	const press =
		coding === 'gzip'
			? createGzip({ level: 6 })
			: createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
	const wait = (): void => void press.resume();
	press.on('data', (chunk: Buffer) => {
		if (write.call(response, chunk, 'utf8')) return;
		press.pause();
		response.off('drain', wait).once('drain', wait);
	});
	press.on('end', () => end.call(response, undefined, 'utf8'));
	press.on('drain', () => response.emit('drain'));
	press.on('error', (error) => response.destroy(error));
	response.once('close', () => press.destroy());
	response.write = ((chunk: Uint8Array) => press.write(chunk)) as ServerResponse['write'];
	response.end = (() => {
		press.end();
		return response;
	}) as ServerResponse['end'];
}
