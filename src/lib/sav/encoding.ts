import type { Warn } from './warning.ts';

/** Turns bytes from `start` to `end` into text, without the blanks and zero bytes that pad it. */
export type Decode = (bytes: Buffer, start?: number, end?: number) => string;

// Code pages as Windows numbers them (record 7/3) that do not follow the pattern "windows-NNNN".
// 2 means ASCII and 3 "8-bit ASCII"; files that say so hold Western European text.
const CODE_PAGES: Record<number, string> = {
	2: 'windows-1252',
	3: 'windows-1252',
	866: 'ibm866',
	874: 'windows-874',
	932: 'shift_jis',
	936: 'gbk',
	949: 'euc-kr',
	950: 'big5',
	10000: 'macintosh',
	20127: 'windows-1252',
	20866: 'koi8-r',
	21866: 'koi8-u',
	51932: 'euc-jp',
	51949: 'euc-kr',
	54936: 'gb18030',
	65001: 'utf-8'
};

// What SPSS wrote on Windows before it wrote its encoding down; every byte means something there.
const FALLBACK = 'windows-1252';

/** The encoding of a code page (record 7/3), or of files that name none; not all are known to TextDecoder. */
export function encodingOf(codePage: number | undefined): string {
	if (codePage === undefined) return FALLBACK;
	const known = CODE_PAGES[codePage];
	if (known) return known;
	return codePage > 28590 && codePage <= 28606 // ISO 8859, part 1 and up
		? `iso-8859-${codePage - 28590}`
		: `windows-${codePage}`;
}

/** `CP932`, `ibm-850`, `windows-437`: how programs write the number of a code page for a name. */
const NUMBERED = /^(?:cp|ibm|ms|dos|win|windows|code ?page|x-cp)?[-_ ]?(\d{3,5})$/i;

/** A decoder for the name of an encoding, also where it is a code page in disguise. */
export function decoderOfName(name: string): TextDecoder | undefined {
	const known = decoderOf(name);
	if (known) return known;
	const [, codePage] = NUMBERED.exec(name.trim()) ?? [];
	return codePage === undefined ? undefined : decoderOf(encodingOf(Number(codePage)));
}

/** undefined if TextDecoder does not know the encoding, or its bytes below 128 are not ASCII. */
export function decoderOf(encoding: string): TextDecoder | undefined {
	try {
		// A byte order mark inside a value is part of the value.
		const decoder = new TextDecoder(encoding, { ignoreBOM: true });
		return /^(utf-16|iso-2022|replacement)/.test(decoder.encoding) ? undefined : decoder;
	} catch (error) {
		if (error instanceof RangeError) return;
		throw error;
	}
}

/** For encodings that are not known here: ASCII, and a mark for every other byte. */
export const asciiOnly: TextDecoder = {
	encoding: 'us-ascii',
	fatal: false,
	ignoreBOM: true,
	decode: (bytes) =>
		Buffer.from(bytes as Uint8Array)
			.toString('latin1')
			.replace(/[\x80-\xff]/g, '\ufffd')
};

/**
 * UTF-8, and Windows' Western European letters where a text is no UTF-8: old labels survive so in files
 * that were converted by their header alone.
 */
export function utf8Or1252(warn: Warn): TextDecoder {
	const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
	const fallback = new TextDecoder(FALLBACK);
	return {
		encoding: 'utf-8',
		fatal: false,
		ignoreBOM: true,
		decode(bytes) {
			try {
				return strict.decode(bytes);
			} catch {
				warn(
					'bytes',
					`Some texts are not in the UTF-8 that the file names; they are read as ${FALLBACK}.`
				);
				return fallback.decode(bytes);
			}
		}
	};
}

/** The quick way for ASCII, which is most of what surveys hold, and the decoder for the rest. */
export function decodeWith(decoder: TextDecoder): Decode {
	return (bytes, start = 0, end = bytes.length) => {
		while (end > start && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
		if (end === start) return '';
		for (let at = start; at < end; at++)
			if (bytes[at]! > 0x7f) return decoder.decode(bytes.subarray(start, end));
		return bytes.toString('latin1', start, end);
	};
}
