/** A part of a body: first and last byte, both included. */
export interface ByteRange {
	first: number;
	last: number;
}

/**
 * What a Range header asks of a body (RFC 9110, 14.2).
 *
 * @param length bytes of the whole body
 * @returns undefined: send the whole, because the header is of another kind, malformed or asks for
 * several parts, which a server may answer so; 'none': no byte of the body lies in it (416)
 */
export function rangeOf(
	header: string | undefined,
	length: number
): ByteRange | 'none' | undefined {
	const [, from = '', to = ''] =
		/^bytes=(\d*)-(\d*)$/.exec((header ?? '').replace(/\s/g, '')) ?? [];
	if (from === '' && to === '') return undefined;
	if (from === '') {
		const wanted = Number(to);
		return wanted === 0 || length === 0
			? 'none'
			: { first: Math.max(0, length - wanted), last: length - 1 };
	}
	const first = Number(from);
	if (to !== '' && Number(to) < first) return undefined;
	if (first >= length) return 'none';
	return { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}

/** If-Range: a part is only sent of the very body the client has the rest of. A date is never one of ours. */
export const isSameBody = (ifRange: string | undefined, etag: string): boolean =>
	ifRange === undefined || ifRange.trim() === etag;
