import { crc32 } from 'node:zlib';

/** Bytes of the signature and of IHDR, which has to come first. */
const head = 8 + 25;

/**
 * The same PNG with texts inside, so that a file that lost its name still says where it is from.
 *
 * @param texts keyword (Latin-1, up to 79 letters) and text, written as iTXt in UTF-8
 */
export function withTexts(png: Uint8Array, texts: Record<string, string>): Uint8Array {
	const chunks = Object.entries(texts).map(([keyword, text]) =>
		chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`, 'utf8'))
	);
	return Buffer.concat([png.subarray(0, head), ...chunks, png.subarray(head)]);
}

/** Length, type, data, and the check over type and data. */
function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(named), 4);
	return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
